// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ui/frame_clock.h"

#include <poll.h>

#include <QCoreApplication>
#include <QEventLoop>

#include <algorithm>
#include <stdexcept>

namespace lianxin::bench {

namespace {

constexpr timespec nap{0, 250'000};
constexpr std::chrono::milliseconds noFrameComes{200};
constexpr std::chrono::minutes longestWait{2};

} // namespace

FrameClock::FrameClock(QQuickWindow& window) : busySince_(Clock::now()) {
    connect(&window, &QQuickWindow::frameSwapped, this, &FrameClock::noteFrame, Qt::DirectConnection);
}

void FrameClock::noteFrame() {
    shownAt_ = Clock::now();
    ++shown_;
    frames_.push_back(Milliseconds(busy_ + (shownAt_ - busySince_)).count());
    busy_ = Milliseconds{0};
    busySince_ = shownAt_;
}

/// Events are handled without waiting for any, so that all of it is work; the nap after them is not.
void FrameClock::turn() {
    busySince_ = Clock::now();
    QCoreApplication::processEvents(QEventLoop::AllEvents);
    busy_ += Clock::now() - busySince_;
    ::ppoll(nullptr, 0, &nap, nullptr);
}

void FrameClock::run(std::chrono::milliseconds time) {
    const auto end = Clock::now() + time;
    while (Clock::now() < end)
        turn();
}

bool FrameClock::runUntil(const std::function<bool()>& holds) {
    const auto end = Clock::now() + longestWait;
    while (!holds()) {
        if (Clock::now() > end)
            return false;
        turn();
    }
    return true;
}

std::optional<Milliseconds> FrameClock::untilFrame(const std::function<void()>& act) {
    const auto begin = Clock::now();
    const quint64 before = shown_;
    busySince_ = begin;
    act();
    busy_ += Clock::now() - busySince_;
    while (shown_ == before) {
        if (Clock::now() - begin > noFrameComes)
            return std::nullopt;
        turn();
    }
    return shownAt_ - begin;
}

std::vector<double> FrameClock::takeFrames() {
    busy_ = Milliseconds{0};
    return std::exchange(frames_, {});
}

double percentile(std::vector<double> numbers, int percent) {
    if (numbers.empty())
        throw std::invalid_argument("a percentile of nothing was asked for");
    std::sort(numbers.begin(), numbers.end());
    const std::size_t place = (numbers.size() - 1) * static_cast<std::size_t>(percent) / 100;
    return numbers[place];
}

} // namespace lianxin::bench
