// SPDX-License-Identifier: GPL-3.0-or-later
// How a save of a form stands: under way, done, or not done and why. What was typed stays in its form until
// it is done.
#pragma once

#include "sync/replica/replica.h"

#include <QObject>

namespace lianxin::ward {

class Saving : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(Fault fault READ fault NOTIFY changed)

public:
    enum Fault { NoFault, DiskFull, DiskFailed, NotAccepted };
    Q_ENUM(Fault)

    bool busy() const { return busy_; }
    Fault fault() const { return fault_; }
    void begin() { set(true, NoFault); }
    void end(Fault fault) { set(false, fault); }

    static Fault faultOf(const sync::SaveError& error);

signals:
    void changed();

private:
    void set(bool busy, Fault fault);

    bool busy_ = false;
    Fault fault_ = NoFault;
};

} // namespace lianxin::ward
