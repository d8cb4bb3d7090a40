// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's own clock decides every stamp's upper bound, so the hub must not trust it blindly: it compares
// wall with monotonic time inside a run, and with its last heartbeat at start. When they disagree nothing is
// admitted until a person has looked at the clock, or, where it went forward, a time service vouches for it.
#pragma once

#include "platform/clock/clock.h"
#include "platform/sqlite/database.h"
#include "sync/record/dot.h"

#include <string>

namespace lianxin::sync {

/// The caller holds the transaction for everything that writes.
class ClockGuard {
public:
    ClockGuard(platform::Database& database, const platform::Clock& clock);

    /// Empty when the clock can be trusted; otherwise a stable word for the log: "clock-went-back",
    /// "clock-gap", "clock-jumped".
    const std::string& doubt();
    /// Notes that the hub was alive now, at most once a minute, or what it doubts. True when it noted the
    /// former.
    bool heartbeat();
    /// A person says that the clock is right.
    void confirm();

private:
    void raise(std::string doubt, bool isForward);
    void trust();
    void store();
    void storeDoubt();
    Milliseconds drift() const { return clock_.wall().time_since_epoch() - clock_.sinceBoot(); }

    platform::Database& database_;
    const platform::Clock& clock_;
    std::string doubt_;
    bool isForward_ = false; // the doubt is that the clock may be ahead
    bool isStored_ = false;  // the doubt outlives this run
    WallTime lastHeartbeat_{};
    Milliseconds drift_{}; // wall minus monotonic, when last trusted
};

} // namespace lianxin::sync
