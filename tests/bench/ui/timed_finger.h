// SPDX-License-Identifier: GPL-3.0-or-later
// A finger that is timed: each touch gives up to two times, from the coming down to the frame with the
// pressed state, and from the lifting to the frame with what follows.
#pragma once

#include "tests/bench/ui/frame_clock.h"
#include "tests/touch/finger.h"

#include <map>

namespace lianxin::bench {

class TimedFinger {
public:
    /// The window outlives it.
    explicit TimedFinger(QQuickWindow& window) : finger_(window), clock_(window) {}

    /// Touches what is called so. Throws std::runtime_error when nothing is.
    void tap(const QString& name);
    void tap(QPointF place, const QString& name);
    /// Keys of the screen's keyboard, one after another.
    void type(const QString& keys);
    /// Swipes from one place to another within the time, and lets it run out.
    void swipe(QPointF from, QPointF to, std::chrono::milliseconds runOut);

    tests::Finger& finger() { return finger_; }
    FrameClock& clock() { return clock_; }
    /// All times of all touches, in milliseconds.
    const std::vector<double>& times() const { return times_; }
    /// The slowest touches and what was touched, for people.
    std::string slowest() const;

private:
    void note(std::optional<Milliseconds> time, const QString& name);

    tests::Finger finger_;
    FrameClock clock_;
    std::vector<double> times_;
    std::multimap<double, QString> byTime_;
};

} // namespace lianxin::bench
