// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/clock_guard.h"

namespace lianxin::sync {

namespace {

constexpr Milliseconds heartbeatEvery = std::chrono::minutes(1);
// Daylight saving does not move UTC, and time services step by less; more than this is somebody's hand.
constexpr Milliseconds toleratedJump = std::chrono::seconds(5);
// A hub that was switched off over a long holiday is nothing unusual.
constexpr Milliseconds toleratedGap = std::chrono::days(14);

} // namespace

ClockGuard::ClockGuard(platform::Database& database, const platform::Clock& clock)
    : database_(database), clock_(clock) {
    database.exec("CREATE TABLE IF NOT EXISTS _heartbeat(one INTEGER PRIMARY KEY CHECK(one=1),wall INTEGER "
                  "NOT NULL)STRICT");
    auto last = database.prepare("SELECT wall FROM _heartbeat");
    const WallTime now = clock.wall();
    drift_ = now.time_since_epoch() - clock.sinceBoot();
    if (!last.step())
        return;
    lastHeartbeat_ = WallTime{Milliseconds{last.integer(0)}};
    if (now + toleratedJump < lastHeartbeat_)
        doubt_ = "clock-went-back";
    else if (now > lastHeartbeat_ + toleratedGap)
        doubt_ = "clock-gap";
}

const std::string& ClockGuard::doubt() {
    const Milliseconds drift = clock_.wall().time_since_epoch() - clock_.sinceBoot();
    if (doubt_.empty() && std::chrono::abs(drift - drift_) > toleratedJump)
        doubt_ = "clock-jumped";
    return doubt_;
}

bool ClockGuard::heartbeat() {
    if (!doubt().empty() || clock_.wall() < lastHeartbeat_ + heartbeatEvery)
        return false;
    store();
    return true;
}

void ClockGuard::confirm() {
    doubt_.clear();
    drift_ = clock_.wall().time_since_epoch() - clock_.sinceBoot();
    store();
}

void ClockGuard::store() {
    lastHeartbeat_ = clock_.wall();
    auto insert = database_.prepare("INSERT OR REPLACE INTO _heartbeat VALUES(1,?)");
    insert.bind(1, lastHeartbeat_.time_since_epoch().count());
    insert.run();
}

} // namespace lianxin::sync
