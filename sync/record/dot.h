// SPDX-License-Identifier: GPL-3.0-or-later
// Who wrote, as which of their writes, and when: the three small values that everything else is built on.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>

namespace lianxin::sync {

using Milliseconds = std::chrono::milliseconds;
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// One run of the program on one device (at a kiosk: one sitting). Random and opaque; only the hub knows
/// whose it is. 0 is nobody.
struct WriterId {
    std::uint64_t value = 0;
    auto operator<=>(const WriterId&) const = default;
};

/// A count of local changes on one device. It continues across runs and is never reused; 0 is "none".
using LocalSequence = std::int64_t;

/// The hub's commit order: grows by one with each change of a record that the hub accepts; 0 is "none".
using HubSequence = std::int64_t;

/// Names one write for ever. Times may be corrected before anyone has seen them; a dot never changes.
struct Dot {
    WriterId writer;
    LocalSequence sequence = 0;

    auto operator<=>(const Dot&) const = default;
    explicit operator bool() const { return writer.value != 0; }
};

/// Hybrid logical time: 48 bits of wall milliseconds, 16 bits of counter. Equal stamps are told apart by the
/// dot.
struct Stamp {
    std::uint64_t packed = 0;

    auto operator<=>(const Stamp&) const = default;

    static Stamp at(WallTime wall) {
        const auto milliseconds = wall.time_since_epoch().count();
        return {milliseconds <= 0 ? 0 : static_cast<std::uint64_t>(milliseconds) << 16};
    }
    /// The counter runs over into the milliseconds, so there is always a next stamp.
    Stamp next() const { return {packed + 1}; }
    WallTime wall() const { return WallTime{Milliseconds{static_cast<std::int64_t>(packed >> 16)}}; }
};

/// Gives each write a stamp above everything this replica has seen or written. Not thread-safe.
class HybridClock {
public:
    Stamp tick(WallTime wall) {
        const Stamp fromWall = Stamp::at(wall);
        last_ = last_ < fromWall ? fromWall : last_.next();
        return last_;
    }
    void observe(Stamp seen) {
        if (last_ < seen)
            last_ = seen;
    }
    Stamp last() const { return last_; }
    /// After re-stamping, the clock may go back to the highest stamp that still exists.
    void restart(Stamp highest) { last_ = highest; }

private:
    Stamp last_;
};

} // namespace lianxin::sync
