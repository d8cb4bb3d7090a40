// SPDX-License-Identifier: GPL-3.0-or-later
// "What became of mine": asks the hub under a lookup code. Nothing of it is stored; what was asked for one
// person is not shown to the next.
#pragma once

#include "app/store/hub_question.h"

#include <QObject>
#include <QStringList>
#include <QThreadPool>

namespace lianxin::kiosk {

class MatterLookup : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY changed)
    Q_PROPERTY(Outcome outcome READ outcome NOTIFY changed)
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(QString answer READ answer NOTIFY changed)
    Q_PROPERTY(QStringList steps READ steps NOTIFY changed)
    Q_PROPERTY(QList<double> times READ times NOTIFY changed)

public:
    enum Outcome { Unasked, Asking, Found, NotFound, NotACode, NoNetwork, NotNow };
    Q_ENUM(Outcome)

    explicit MatterLookup(store::Settings settings) : settings_(std::move(settings)) {}
    ~MatterLookup() override;

    QString code() const { return code_; }
    void setCode(const QString& code);
    Outcome outcome() const { return outcome_; }
    /// As the domain's stages are called: "registered".
    QString stage() const { return stage_; }
    QString answer() const { return answer_; }
    /// The effective steps, oldest first, and when they were, in milliseconds.
    QStringList steps() const { return steps_; }
    QList<double> times() const { return times_; }

    Q_INVOKABLE void ask();
    void clear();

signals:
    void changed();

private:
    void take(const store::HubReply& reply);
    void forgetAnswer();

    store::Settings settings_;
    QThreadPool pool_;
    quint64 asked_ = 0;
    QString code_;
    Outcome outcome_ = Unasked;
    QString stage_;
    QString answer_;
    QStringList steps_;
    QList<double> times_;
};

} // namespace lianxin::kiosk
