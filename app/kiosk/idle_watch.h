// SPDX-License-Identifier: GPL-3.0-or-later
// Whether somebody still stands at the kiosk. After a time without a touch it counts down, and then the
// sitting ends; any touch of "I'm here" goes on with everything kept. Elder size doubles the time before the
// count.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace lianxin::kiosk {

class IdleWatch : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool counting READ counting NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)
    Q_PROPERTY(int countFrom READ countFrom CONSTANT)

public:
    IdleWatch();

    bool counting() const { return secondsLeft_ > 0; }
    int secondsLeft() const { return secondsLeft_; }
    static constexpr int countFrom() { return 30; }

    /// Watches for touches and keys from here on, until stop().
    void start(std::chrono::seconds patience);
    void stop();
    /// Somebody is here.
    Q_INVOKABLE void stay();
    /// One second passed; the timer calls it.
    void tick();

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void changed();
    void left();

private:
    QTimer timer_;
    std::chrono::seconds patience_{60};
    std::chrono::seconds quiet_{0};
    int secondsLeft_ = 0;
};

} // namespace lianxin::kiosk
