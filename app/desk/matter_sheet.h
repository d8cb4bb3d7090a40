// SPDX-License-Identifier: GPL-3.0-or-later
// The matter whose page stands open: what is known of it, live, and what the desk does to it.
#pragma once

#include "app/desk/matter_form.h"
#include "app/desk/registration.h"
#include "app/window/store_link.h"

namespace lianxin::desk {

class MatterSheet : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString id READ id NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(bool found READ found NOTIFY changed)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(bool provisional READ provisional NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString origin READ origin NOTIFY changed)
    Q_PROPERTY(QString complainantType READ complainantType NOTIFY changed)
    Q_PROPERTY(QString content READ content NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString respondent READ respondent NOTIFY changed)
    Q_PROPERTY(bool respondentUnnamed READ respondentUnnamed NOTIFY changed)
    Q_PROPERTY(QString opinion READ opinion NOTIFY changed)
    Q_PROPERTY(QString suggestion READ suggestion NOTIFY changed)
    Q_PROPERTY(QString demand READ demand NOTIFY changed)
    Q_PROPERTY(QString receiver READ receiver NOTIFY changed)
    Q_PROPERTY(QString department READ department NOTIFY changed)
    Q_PROPERTY(QDateTime raisedAt READ raisedAt NOTIFY changed)
    Q_PROPERTY(QDateTime complaintTime READ complaintTime NOTIFY changed)
    Q_PROPERTY(bool anonymous READ anonymous NOTIFY changed)
    Q_PROPERTY(bool nameWithheld READ nameWithheld NOTIFY changed)
    Q_PROPERTY(bool unitWithheld READ unitWithheld NOTIFY changed)
    Q_PROPERTY(bool hasContact READ hasContact NOTIFY changed)
    Q_PROPERTY(QString sourceId READ sourceId NOTIFY changed)
    Q_PROPERTY(QStringList missing READ missing NOTIFY changed)
    Q_PROPERTY(QStringList inConflict READ inConflict NOTIFY changed)
    Q_PROPERTY(bool canRegister READ canRegister NOTIFY changed)
    Q_PROPERTY(lianxin::desk::TimelineModel* timeline READ timeline CONSTANT)
    Q_PROPERTY(lianxin::desk::MatterForm* form READ form CONSTANT)
    Q_PROPERTY(bool contactOpen READ contactOpen NOTIFY contactChanged)
    Q_PROPERTY(QString name READ name NOTIFY contactChanged)
    Q_PROPERTY(QString phone READ phone NOTIFY contactChanged)
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
    Q_PROPERTY(Fault fault READ fault NOTIFY savingChanged)
    Q_PROPERTY(QString faultyField READ faultyField NOTIFY savingChanged)

public:
    /// As SaveFaultWord.
    enum Fault { NoFault, DiskFull, DiskFailed, NotAccepted, Missing };
    Q_ENUM(Fault)

    /// The link outlives it.
    explicit MatterSheet(window::StoreLink& store);

    QString id() const { return id_; }
    bool loaded() const { return loaded_; }
    bool found() const { return facts_.found; }
    QString kind() const { return text("kind"); }
    QString stage() const { return facts_.stage; }
    bool provisional() const { return facts_.provisional; }
    QString number() const { return text("number"); }
    QString origin() const { return text("source"); }
    QString complainantType() const { return text("complainant_type"); }
    QString content() const { return text("content"); }
    QString problem() const { return text("problem"); }
    QString respondent() const { return text("respondent"); }
    bool respondentUnnamed() const { return facts_.unnamed; }
    QString opinion() const { return text("opinion"); }
    QString suggestion() const { return text("suggestion"); }
    QString demand() const { return text("demand"); }
    QString receiver() const { return text("receiver"); }
    QString department() const { return text("department"); }
    QDateTime raisedAt() const { return facts_.raisedAt; }
    QDateTime complaintTime() const { return facts_.complaintTime; }
    bool anonymous() const { return facts_.anonymous; }
    bool nameWithheld() const { return facts_.nameWithheld; }
    bool unitWithheld() const { return facts_.unitWithheld; }
    bool hasContact() const { return facts_.hasName || facts_.hasPhone; }
    QString sourceId() const { return facts_.sourceId; }
    QStringList missing() const { return facts_.missing; }
    QStringList inConflict() const { return facts_.inConflict; }
    /// It is not in the register yet.
    bool canRegister() const;
    TimelineModel* timeline() { return &timeline_; }
    MatterForm* form() { return &form_; }
    bool contactOpen() const { return contactOpen_; }
    QString name() const { return name_; }
    QString phone() const { return phone_; }
    bool saving() const { return saving_; }
    Fault fault() const { return fault_; }
    QString faultyField() const { return faultyField_; }

    void open(const QString& id);
    /// Shows name and phone until another matter is opened.
    Q_INVOKABLE void openContact();
    Q_INVOKABLE void closeContact();
    /// The form starts from what the page shows now.
    Q_INVOKABLE void beginForm();
    /// Saves what was changed in the form and nothing else.
    Q_INVOKABLE void saveForm();
    /// The same, and registers the matter; not before its key elements are complete.
    Q_INVOKABLE void saveAndRegister();

signals:
    void changed();
    void contactChanged();
    void savingChanged();
    /// What the form held is saved; `registered`: the matter was registered, too.
    void saved(bool registered);

private:
    QString text(const char* field) const { return facts_.texts.value(QString::fromUtf8(field)); }
    void read();
    void save(ThenRegister then);
    void take(const SaveOutcome& outcome, ThenRegister then);

    window::StoreLink& store_;
    QString id_;
    bool loaded_ = false;
    MatterFacts facts_;
    TimelineModel timeline_;
    MatterForm form_;
    bool contactOpen_ = false;
    QString name_;
    QString phone_;
    bool saving_ = false;
    Fault fault_ = NoFault;
    QString faultyField_;
};

} // namespace lianxin::desk
