// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Time as the machine tells it. Everything that needs the time is given a Clock by its owner, who keeps the
// clock alive for as long; tests give a clock that stands still until it is moved.

#include <chrono>
#include <string>
#include <utility>

namespace lianxin::platform {

using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;

/// SystemClock may be read by any thread; ManualClock belongs to one.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    /// The time of day. It may be wrong and may jump either way.
    [[nodiscard]] virtual WallTime wall() const = 0;
    /// Whether a time service vouches for wall() at this moment.
    [[nodiscard]] virtual bool isSynchronised() const = 0;
    /// Time since the machine started, sleep included. It never runs backwards, and starts anew with
    /// bootId().
    [[nodiscard]] virtual std::chrono::milliseconds sinceBoot() const = 0;
    /// Names this run of the machine; readings of sinceBoot() can be compared only under one name.
    [[nodiscard]] virtual std::string bootId() const = 0;
};

class SystemClock final : public Clock {
public:
    /// Throws std::system_error when the kernel does not tell its boot id.
    SystemClock();

    [[nodiscard]] WallTime wall() const override;
    /// What the kernel was told by the service that follows a source. Whoever sets the clock by hand ends
    /// that.
    [[nodiscard]] bool isSynchronised() const override;
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override;
    [[nodiscard]] std::string bootId() const override;

private:
    std::string bootId_;
};

/// A clock that moves only when told.
class ManualClock final : public Clock {
public:
    explicit ManualClock(WallTime wall) : wall_(wall) {}

    [[nodiscard]] WallTime wall() const override { return wall_; }
    [[nodiscard]] bool isSynchronised() const override { return isSynchronised_; }
    [[nodiscard]] std::chrono::milliseconds sinceBoot() const override { return sinceBoot_; }
    [[nodiscard]] std::string bootId() const override { return bootId_; }

    /// Time passes.
    void advance(std::chrono::milliseconds by) {
        wall_ += by;
        sinceBoot_ += by;
    }
    /// Someone sets the time of day; no time passes.
    void setWall(WallTime wall) { wall_ = wall; }
    void setSynchronised(bool isSynchronised) { isSynchronised_ = isSynchronised; }
    /// The machine starts again.
    void restartMachine(std::string bootId) {
        bootId_ = std::move(bootId);
        sinceBoot_ = std::chrono::milliseconds(0);
    }

private:
    WallTime wall_;
    bool isSynchronised_ = false;
    std::chrono::milliseconds sinceBoot_{0};
    std::string bootId_ = "first-boot";
};

} // namespace lianxin::platform
