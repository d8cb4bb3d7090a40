// SPDX-License-Identifier: GPL-3.0-or-later
// The register's form of one matter while somebody fills it in. It keeps what was shown when it was opened:
// only fields that were changed since are saved, each as a change of what was shown, so that what came
// meanwhile is never overwritten unseen.
#pragma once

#include "app/desk/matter_facts.h"

#include <QObject>

namespace lianxin::desk {

class MatterForm : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString complaintTime READ complaintTime WRITE setComplaintTime NOTIFY changed)
    Q_PROPERTY(QString problem READ problem WRITE setProblem NOTIFY changed)
    Q_PROPERTY(QString respondent READ respondent WRITE setRespondent NOTIFY changed)
    Q_PROPERTY(bool respondentUnnamed READ respondentUnnamed WRITE setRespondentUnnamed NOTIFY changed)
    Q_PROPERTY(QString department READ department WRITE setDepartment NOTIFY changed)
    Q_PROPERTY(QString opinion READ opinion WRITE setOpinion NOTIFY changed)
    Q_PROPERTY(QString suggestion READ suggestion WRITE setSuggestion NOTIFY changed)
    Q_PROPERTY(QString demand READ demand WRITE setDemand NOTIFY changed)
    /// Field names of the key elements still missing, of complaint_time, problem, respondent.
    Q_PROPERTY(QStringList missing READ missing NOTIFY changed)
    Q_PROPERTY(bool timeIsReadable READ timeIsReadable NOTIFY changed)
    Q_PROPERTY(bool edited READ edited NOTIFY changed)

public:
    void open(const QMap<QString, FormField>& fields);
    void clear();

    QString complaintTime() const { return text("complaint_time"); }
    void setComplaintTime(const QString& text) { set("complaint_time", text); }
    QString problem() const { return text("problem"); }
    void setProblem(const QString& text) { set("problem", text); }
    QString respondent() const { return text("respondent"); }
    void setRespondent(const QString& text) { set("respondent", text); }
    bool respondentUnnamed() const { return !text("respondent_unnamed").isEmpty(); }
    void setRespondentUnnamed(bool unnamed);
    QString department() const { return text("department"); }
    void setDepartment(const QString& id) { set("department", id); }
    QString opinion() const { return text("opinion"); }
    void setOpinion(const QString& text) { set("opinion", text); }
    QString suggestion() const { return text("suggestion"); }
    void setSuggestion(const QString& text) { set("suggestion", text); }
    QString demand() const { return text("demand"); }
    void setDemand(const QString& text) { set("demand", text); }

    QStringList missing() const;
    bool timeIsReadable() const;
    bool edited() const { return !changes().empty(); }

    /// The fields that differ from what was shown, with the base that was shown.
    std::vector<sync::FieldChange> changes() const;

signals:
    void changed();

private:
    QString text(const char* field) const { return now_.value(QString::fromUtf8(field)); }
    void set(const char* field, const QString& text);

    QMap<QString, FormField> shown_;
    QMap<QString, QString> now_;
};

} // namespace lianxin::desk
