// SPDX-License-Identifier: GPL-3.0-or-later
// How long a window's frames take, measured on the thread that makes them.
//
// In software rendering everything of a frame happens on the window's own thread: what the program does about
// an event, polishing, synchronizing, painting. Nothing else can happen meanwhile. So a *frame time* here is
// all the time for which that thread was busy from one shown frame to the next: handlers, models, bindings,
// waiting for a lock, and painting; only the time in which it had nothing to do and slept is left out. It is
// how soon the thread could have shown the next frame. A tap is timed by the clock on the wall, from the
// touch to the frame that was painted after the program had acted on it, with the 5 ms for which the platform
// waits before it asks for a frame.
#pragma once

#include <QQuickWindow>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace lianxin::bench {

using Milliseconds = std::chrono::duration<double, std::milli>;

class FrameClock : public QObject {
    Q_OBJECT

public:
    /// The window outlives it. It must be on this thread.
    explicit FrameClock(QQuickWindow& window);

    /// Runs the program for so long, and notes every frame.
    void run(std::chrono::milliseconds time);
    /// Runs it until that holds; false when it does not within two minutes.
    bool runUntil(const std::function<bool()>& holds);
    /// Does it, and gives the time until the next frame has been shown; nothing when none came within 200 ms.
    std::optional<Milliseconds> untilFrame(const std::function<void()>& act);

    /// The frame times since the last call of this.
    std::vector<double> takeFrames();

private:
    using Clock = std::chrono::steady_clock;
    void turn();
    void noteFrame();

    Clock::time_point busySince_;
    Milliseconds busy_{0};
    std::vector<double> frames_;
    quint64 shown_ = 0;
    Clock::time_point shownAt_;
};

/// The value below which so many of a hundred lie. Throws std::invalid_argument without any.
double percentile(std::vector<double> numbers, int percent);

} // namespace lianxin::bench
