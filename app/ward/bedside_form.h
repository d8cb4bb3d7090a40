// SPDX-License-Identifier: GPL-3.0-or-later
// What is being taken down at one bed: seen or not, the opinion form, the card. Each member of staff has a
// form of their own at each bed, and so has whoever the tablet was handed to; nobody sees another's. A half
// filled one is there until it is saved or emptied, in the form and for the stay it was begun with.
#pragma once

#include "app/ward/bed_list.h"
#include "app/ward/saving.h"
#include "app/ward/ward_records.h"
#include "app/window/form_sitting.h"

#include <map>
#include <tuple>

namespace lianxin::ward {

class BedsideForm : public QObject {
    Q_OBJECT
    Q_PROPERTY(lianxin::ward::Saving* saving READ saving CONSTANT)
    Q_PROPERTY(lianxin::window::FormSitting* sitting READ sitting CONSTANT)
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
    Q_PROPERTY(bool cardHanded READ cardHanded WRITE setCardHanded NOTIFY changed)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)
    Q_PROPERTY(Lack lack READ lack NOTIFY changed)

public:
    enum Outcome { Unsaid, Visited, Refused, Absent };
    Q_ENUM(Outcome)
    /// What a save still needs.
    enum Lack {
        NoLack,
        LacksWriter,        ///< nobody is chosen as holding the tablet
        LacksOutcome,       ///< seen, refused or away
        AnswersOfTheUnseen, ///< somebody answered who is said not to have been seen
        LacksRightAnswers,  ///< what was entered cannot be an answer, and is said beside it
    };
    Q_ENUM(Lack)

    /// They outlive it.
    BedsideForm(window::StoreLink& store, const BedList& beds);

    Saving* saving() { return &saving_; }
    window::FormSitting* sitting() { return &sitting_; }
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
    bool cardHanded() const { return draft_.cardHanded; }
    void setCardHanded(bool handed) { change(draft_.cardHanded, handed); }
    bool isEmpty() const;
    Lack lack() const;

    /// The form that is asked from the next bed on; one that was begun goes on as it is.
    void setForm(const window::ActiveForm& form);
    /// Whose forms these are from here on. What was begun before anybody was chosen is theirs.
    void setWriter(const Writer& writer);
    void setWriterRequired(bool required);
    void setWard(const QString& wardId) { wardId_ = wardId; }
    void setLanguage(const QString& code);
    void open(const QString& bedId);
    /// Leaves the bed; what is half filled stays for when this person comes back.
    void close();
    /// "patient" or "family" fills in a form of their own at this bed; what the staff wrote is put away.
    void handOver(const QString& filledBy);
    bool isHandedOver() const { return !handedTo_.isEmpty(); }
    /// Back to the staff's own form at this bed.
    void takeBack();
    /// The beds may have changed.
    void followBeds();
    /// Nothing happens while something is lacking.
    Q_INVOKABLE void save();
    /// Empties this form.
    Q_INVOKABLE void discard();
    QSet<QString> bedsWithDrafts() const;
    /// How many of these forms a member of staff left half filled.
    int draftsOf(const QString& staffId) const;

    /// Everything half filled, for keeping.
    nlohmann::json drafts() const;
    /// What was kept joins what is here. `forms`: those that the drafts were begun with, by their records.
    void takeDrafts(const nlohmann::json& drafts, const std::map<std::string, window::ActiveForm>& forms);

signals:
    void bedChanged();
    void changed();
    void saved(const QString& bedLabel);

private:
    struct Draft {
        Outcome outcome = Unsaid;
        QString filledBy = QStringLiteral("staff");
        bool cardHanded = false;
        nlohmann::json answers = nlohmann::json::object();
        std::optional<window::ActiveForm> form; ///< that the answers belong to
        bool isEmpty() const { return outcome == Unsaid && !cardHanded && answers.empty(); }
    };
    /// Who writes: a member of staff, or "patient" or "family".
    struct Key {
        QString writer, bed, stay;
        bool operator==(const Key&) const = default;
        bool operator<(const Key& other) const {
            return std::tie(writer, bed, stay) < std::tie(other.writer, other.bed, other.stay);
        }
    };

    template <class Value>
    void change(Value& held, const Value& value) {
        if (held == value)
            return;
        held = value;
        emit changed();
    }
    QString staffId() const { return QString::fromStdString(writer_.id); }
    Key key() const { return {isHandedOver() ? handedTo_ : staffId(), bed_.id, bed_.stayId}; }
    Draft current() const;
    void putAway();
    void takeOut();
    void wasSaved(const Key& key);
    VisitFacts facts();

    window::StoreLink& store_;
    const BedList& beds_;
    Saving saving_;
    window::FormSitting sitting_;
    Writer writer_;
    bool writerRequired_ = false;
    QString wardId_;
    QString language_ = QStringLiteral("zh-CN");
    std::optional<window::ActiveForm> form_;
    Bed bed_;
    QString handedTo_;
    Draft draft_; ///< its answers stand in the sitting
    std::map<Key, Draft> drafts_;
};

} // namespace lianxin::ward
