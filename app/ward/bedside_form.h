// SPDX-License-Identifier: GPL-3.0-or-later
// What is being taken down at one bed: seen or not, the opinion form, the card. Each member of staff has a
// form of their own at each bed, which stays half filled in memory until it is saved or emptied.
#pragma once

#include "app/ward/bed_list.h"
#include "app/ward/saving.h"
#include "app/ward/ward_records.h"
#include "app/window/store_link.h"

#include <QHash>

namespace lianxin::ward {

class BedsideForm : public QObject {
    Q_OBJECT
    Q_PROPERTY(lianxin::ward::Saving* saving READ saving CONSTANT)
    Q_PROPERTY(QString bedId READ bedId NOTIFY bedChanged)
    Q_PROPERTY(QString bedLabel READ bedLabel NOTIFY bedChanged)
    Q_PROPERTY(QString bedNumber READ bedNumber NOTIFY bedChanged)
    Q_PROPERTY(QString patientRef READ patientRef NOTIFY bedChanged)
    Q_PROPERTY(int dayOfStay READ dayOfStay NOTIFY bedChanged)
    Q_PROPERTY(bool free READ isFree NOTIFY bedChanged)
    Q_PROPERTY(int seen READ seen NOTIFY bedChanged)
    Q_PROPERTY(QDateTime seenAt READ seenAt NOTIFY bedChanged)
    Q_PROPERTY(QString seenBy READ seenBy NOTIFY bedChanged)
    Q_PROPERTY(QDateTime cardGivenAt READ cardGivenAt NOTIFY bedChanged)
    Q_PROPERTY(Outcome outcome READ outcome WRITE setOutcome NOTIFY changed)
    Q_PROPERTY(QString filledBy READ filledBy WRITE setFilledBy NOTIFY changed)
    Q_PROPERTY(QString careLink READ careLink WRITE setCareLink NOTIFY changed)
    Q_PROPERTY(QString opinions READ opinions WRITE setOpinions NOTIFY changed)
    Q_PROPERTY(QString suggestions READ suggestions WRITE setSuggestions NOTIFY changed)
    Q_PROPERTY(bool cardHanded READ cardHanded WRITE setCardHanded NOTIFY changed)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)
    Q_PROPERTY(Lack lack READ lack NOTIFY changed)

public:
    enum Outcome { Unsaid, Visited, Refused, Absent };
    Q_ENUM(Outcome)
    /// What a save still needs.
    enum Lack {
        NoLack,
        LacksWriter,      ///< nobody is chosen as holding the tablet
        LacksOutcome,     ///< seen, refused or away
        WordsOfTheUnseen, ///< words were taken down from somebody who is said not to have been seen
    };
    Q_ENUM(Lack)

    /// They outlive it.
    BedsideForm(window::StoreLink& store, const BedList& beds);

    Saving* saving() { return &saving_; }
    QString bedId() const { return bed_.id; }
    QString bedLabel() const { return bed_.label; }
    QString bedNumber() const { return numberOfLabel(bed_.label); }
    QString patientRef() const { return bed_.patientRef; }
    int dayOfStay() const { return bed_.dayOfStay; }
    bool isFree() const { return bed_.free; }
    int seen() const { return static_cast<int>(bed_.seen); }
    QDateTime seenAt() const { return bed_.seenAt; }
    QString seenBy() const { return bed_.seenBy; }
    QDateTime cardGivenAt() const { return bed_.cardGivenAt; }

    Outcome outcome() const { return draft_.outcome; }
    void setOutcome(Outcome outcome) { change(draft_.outcome, outcome); }
    QString filledBy() const { return draft_.filledBy; }
    void setFilledBy(const QString& by) { change(draft_.filledBy, by); }
    QString careLink() const { return draft_.careLink; }
    void setCareLink(const QString& code) { change(draft_.careLink, code); }
    QString opinions() const { return draft_.opinions; }
    void setOpinions(const QString& text) { change(draft_.opinions, text); }
    QString suggestions() const { return draft_.suggestions; }
    void setSuggestions(const QString& text) { change(draft_.suggestions, text); }
    bool cardHanded() const { return draft_.cardHanded; }
    void setCardHanded(bool handed) { change(draft_.cardHanded, handed); }
    bool isEmpty() const { return draft_ == Draft(); }
    Lack lack() const;

    /// Whose forms these are from here on. What was begun before anybody was chosen is theirs.
    void setWriter(const Writer& writer);
    void setWriterRequired(bool required);
    void setWard(const QString& wardId) { wardId_ = wardId; }
    void setLanguage(const QString& code) { language_ = code; }
    void open(const QString& bedId);
    /// Leaves the bed; what is half filled stays for when this person comes back.
    void close();
    /// The beds may have changed.
    void followBeds();
    /// Nothing happens while something is lacking.
    Q_INVOKABLE void save();
    /// Empties this form.
    Q_INVOKABLE void discard();
    QSet<QString> bedsWithDrafts() const;

signals:
    void bedChanged();
    void changed();
    void saved(const QString& bedLabel);

private:
    struct Draft {
        Outcome outcome = Unsaid;
        QString filledBy = QStringLiteral("staff");
        QString careLink, opinions, suggestions;
        bool cardHanded = false;
        bool operator==(const Draft&) const = default;
    };
    using Key = std::pair<QString, QString>; ///< member of staff, bed

    template <class Value>
    void change(Value& held, const Value& value) {
        if (held == value)
            return;
        held = value;
        emit changed();
    }
    Key key() const { return {QString::fromStdString(writer_.id), bed_.id}; }
    bool hasWords() const;
    VisitFacts facts() const;

    window::StoreLink& store_;
    const BedList& beds_;
    Saving saving_;
    Writer writer_;
    bool writerRequired_ = false;
    QString wardId_;
    QString language_ = QStringLiteral("zh-CN");
    Bed bed_;
    Draft draft_;
    QHash<Key, Draft> drafts_;
};

} // namespace lianxin::ward
