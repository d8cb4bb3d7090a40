// SPDX-License-Identifier: GPL-3.0-or-later
// The first receiver's quick entry: what, when, where, who, what is wished; then settled on
// the spot with an answer, or led to the office with a reason. Each member of staff has one of their own,
// which stays until it is saved or emptied.
#pragma once

#include "app/ward/saving.h"
#include "app/ward/ward_records.h"
#include "app/window/store_link.h"

#include <QDateTime>

#include <nlohmann/json.hpp>

#include <map>

namespace lianxin::ward {

class ReceiverEntry : public QObject {
    Q_OBJECT
    Q_PROPERTY(lianxin::ward::Saving* saving READ saving CONSTANT)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed)
    Q_PROPERTY(QString content READ content WRITE setContent NOTIFY changed)
    Q_PROPERTY(int daysAgo READ daysAgo WRITE setDaysAgo NOTIFY changed)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed)
    Q_PROPERTY(QString respondent READ respondent WRITE setRespondent NOTIFY changed)
    Q_PROPERTY(QString wish READ wish WRITE setWish NOTIFY changed)
    Q_PROPERTY(QString complainantType READ complainantType WRITE setComplainantType NOTIFY changed)
    Q_PROPERTY(QString name READ name WRITE setName NOTIFY changed)
    Q_PROPERTY(QString phone READ phone WRITE setPhone NOTIFY changed)
    Q_PROPERTY(QString departmentId READ departmentId NOTIFY changed)
    Q_PROPERTY(QString departmentName READ departmentName NOTIFY changed)
    Q_PROPERTY(QString headPhone READ headPhone NOTIFY changed)
    Q_PROPERTY(QDateTime calledAt READ calledAt NOTIFY changed)
    Q_PROPERTY(Outcome outcome READ outcome WRITE setOutcome NOTIFY changed)
    Q_PROPERTY(QString answer READ answer WRITE setAnswer NOTIFY changed)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY changed)
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)
    Q_PROPERTY(Lack lack READ lack NOTIFY changed)

public:
    enum Outcome { Unsaid, Settled, LedToOffice };
    Q_ENUM(Outcome)
    /// What a save still needs.
    enum Lack { NoLack, LacksWriter, LacksKind, LacksContent, LacksOutcome, LacksAnswer, LacksReason };
    Q_ENUM(Lack)

    /// It outlives it.
    explicit ReceiverEntry(window::StoreLink& store) : store_(store) {}

    Saving* saving() { return &saving_; }
    QString kind() const { return draft_.kind; }
    void setKind(const QString& code) { change(draft_.kind, code); }
    QString content() const { return draft_.content; }
    void setContent(const QString& text) { change(draft_.content, text); }
    int daysAgo() const { return draft_.daysAgo; }
    void setDaysAgo(int days) { change(draft_.daysAgo, days); }
    QString place() const { return draft_.place; }
    void setPlace(const QString& text) { change(draft_.place, text); }
    QString respondent() const { return draft_.respondent; }
    void setRespondent(const QString& text) { change(draft_.respondent, text); }
    QString wish() const { return draft_.wish; }
    void setWish(const QString& text) { change(draft_.wish, text); }
    QString complainantType() const { return draft_.complainantType; }
    void setComplainantType(const QString& code) { change(draft_.complainantType, code); }
    QString name() const { return draft_.name; }
    void setName(const QString& text) { change(draft_.name, text); }
    QString phone() const { return draft_.phone; }
    void setPhone(const QString& text) { change(draft_.phone, text); }
    QString departmentId() const { return draft_.departmentId; }
    QString departmentName() const { return draft_.departmentName; }
    QString headPhone() const { return draft_.headPhone; }
    QDateTime calledAt() const { return draft_.calledAt; }
    Outcome outcome() const { return draft_.outcome; }
    void setOutcome(Outcome outcome) { change(draft_.outcome, outcome); }
    QString answer() const { return draft_.answer; }
    void setAnswer(const QString& text) { change(draft_.answer, text); }
    QString reason() const { return draft_.reason; }
    void setReason(const QString& text) { change(draft_.reason, text); }
    bool isEmpty() const { return draft_ == Draft(); }
    Lack lack() const;

    /// Whose entry this is from here on. What was begun before anybody was chosen is theirs.
    void setWriter(const Writer& writer);
    void setWriterRequired(bool required);
    void setWard(const QString& wardId) { wardId_ = wardId; }
    void setLanguage(const QString& code) { language_ = code; }
    /// An empty id: none, or not known which.
    Q_INVOKABLE void chooseDepartment(const QString& id, const QString& name, const QString& headPhone);
    /// Its head was called just now, or was not after all.
    Q_INVOKABLE void setCalled(bool called);
    /// Nothing happens while something is lacking.
    Q_INVOKABLE void save();
    Q_INVOKABLE void discard();
    /// Whether a member of staff left an entry half filled.
    bool hasDraftOf(const QString& staffId) const;

    /// Everything half filled, for keeping.
    nlohmann::json drafts() const;
    /// What was kept joins what is here.
    void takeDrafts(const nlohmann::json& drafts);

signals:
    void changed();
    void saved();

private:
    struct Draft {
        QString kind, content, place, respondent, wish, complainantType, name, phone;
        QString departmentId, departmentName, headPhone;
        QDateTime calledAt;
        int daysAgo = -1; ///< before today; negative: not said
        Outcome outcome = Unsaid;
        QString answer, reason;
        bool operator==(const Draft&) const = default;

        /// The texts by the names under which they are kept.
        template <class Draft, class Visit>
        static void eachText(Draft& draft, Visit visit) {
            visit("kind", draft.kind);
            visit("content", draft.content);
            visit("place", draft.place);
            visit("respondent", draft.respondent);
            visit("wish", draft.wish);
            visit("complainant_type", draft.complainantType);
            visit("name", draft.name);
            visit("phone", draft.phone);
            visit("department", draft.departmentId);
            visit("department_name", draft.departmentName);
            visit("head_phone", draft.headPhone);
            visit("answer", draft.answer);
            visit("reason", draft.reason);
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
    EntryFacts facts() const;

    window::StoreLink& store_;
    Saving saving_;
    Writer writer_;
    bool writerRequired_ = false;
    QString wardId_;
    QString language_ = QStringLiteral("zh-CN");
    Draft draft_;
    std::map<QString, Draft> drafts_; ///< of those who do not hold the tablet just now
};

} // namespace lianxin::ward
