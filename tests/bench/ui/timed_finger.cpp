// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ui/timed_finger.h"

#include <iterator>
#include <stdexcept>

namespace lianxin::bench {

namespace {

/// A finger lies on the glass for a moment, and the eye needs one before the next touch.
constexpr std::chrono::milliseconds held{30};
constexpr std::chrono::milliseconds between{60};
constexpr int mostLooks = 50;

} // namespace

void TimedFinger::note(std::optional<Milliseconds> time, const QString& name) {
    if (!time)
        return; // nothing on the screen changed
    times_.push_back(time->count());
    byTime_.emplace(time->count(), name);
}

void TimedFinger::tap(QPointF place, const QString& name) {
    note(clock_.untilFrame([&] { finger_.press(place); }), name + QStringLiteral(" (down)"));
    clock_.run(held);
    note(clock_.untilFrame([&] { finger_.release(place); }), name);
    clock_.run(between);
}

void TimedFinger::tap(const QString& name) {
    const QQuickItem* item = finger_.find(name);
    for (int look = 0; !item && look < mostLooks; ++look) {
        clock_.run(between);
        item = finger_.find(name);
    }
    if (!item)
        throw std::runtime_error("nothing is called " + name.toStdString());
    tap(tests::Finger::middleOf(*item), name);
}

void TimedFinger::type(const QString& keys) {
    for (const QChar key : keys)
        tap(QString(key));
}

void TimedFinger::swipe(QPointF from, QPointF to, std::chrono::milliseconds runOut) {
    constexpr int steps = 8;
    constexpr std::chrono::milliseconds step{8};
    finger_.press(from);
    for (int i = 1; i <= steps; ++i) {
        finger_.move(from + (to - from) * i / steps);
        clock_.run(step);
    }
    finger_.release(to);
    clock_.run(runOut);
}

std::string TimedFinger::slowest() const {
    constexpr int shown = 6;
    std::string text;
    auto at = byTime_.rbegin();
    for (int i = 0; i < shown && at != byTime_.rend(); ++i, ++at)
        text += (i > 0 ? ", " : "slowest: ") + std::to_string(std::lround(at->first)) + " " +
                at->second.toStdString();
    return text;
}

} // namespace lianxin::bench
