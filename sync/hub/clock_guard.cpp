// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/clock_guard.h"

namespace lianxin::sync {

namespace {

constexpr Milliseconds heartbeatEvery = std::chrono::minutes(1);
// Daylight saving does not move UTC, and time services step by less; more than this is somebody's hand.
constexpr Milliseconds toleratedJump = std::chrono::seconds(5);
// Many hospitals have no time service, and their hub may be off for a night: that is no more than 16 hours
// and must need nobody. A date that was set wrongly is off by a day at least and must not pass. Between the
// two nothing can be told from the clock alone: an hour that was set wrongly overnight passes.
constexpr Milliseconds toleratedGap = std::chrono::hours(20);

} // namespace

ClockGuard::ClockGuard(platform::Database& database, const platform::Clock& clock)
    : database_(database), clock_(clock), drift_(drift()) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS _heartbeat(one INTEGER PRIMARY KEY CHECK(one=1),wall INTEGER "
        "NOT NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _clock_doubt(one INTEGER PRIMARY KEY CHECK(one=1),word TEXT NOT "
        "NULL)STRICT");
    auto last = database.prepare("SELECT wall FROM _heartbeat");
    if (!last.step())
        return;
    lastHeartbeat_ = WallTime{Milliseconds{last.integer(0)}};
    auto doubted = database.prepare("SELECT word FROM _clock_doubt");
    isStored_ = doubted.step();
    const WallTime now = clock.wall();
    if (now + toleratedJump < lastHeartbeat_)
        raise("clock-went-back", false);
    else if (isStored_)
        raise(std::string(doubted.text(0)), true);
    else if (now > lastHeartbeat_ + toleratedGap)
        raise("clock-gap", true);
}

const std::string& ClockGuard::doubt() {
    const Milliseconds jump = drift() - drift_;
    if (doubt_.empty() && std::chrono::abs(jump) > toleratedJump)
        raise("clock-jumped", jump > Milliseconds{0});
    // A time service often finds its source only after the hub has started.
    if (!doubt_.empty() && isForward_ && clock_.wall() >= lastHeartbeat_ && clock_.isSynchronised())
        trust();
    return doubt_;
}

bool ClockGuard::heartbeat() {
    if (!doubt().empty()) {
        storeDoubt();
        return false;
    }
    if (clock_.wall() < lastHeartbeat_ + heartbeatEvery && !isStored_)
        return false;
    // From here on anew: small steps of a time service add up over months.
    drift_ = drift();
    store();
    return true;
}

void ClockGuard::confirm() {
    trust();
    store();
}

void ClockGuard::raise(std::string doubt, bool isForward) {
    doubt_ = std::move(doubt);
    isForward_ = isForward;
}

void ClockGuard::trust() {
    doubt_.clear();
    drift_ = drift();
}

void ClockGuard::store() {
    lastHeartbeat_ = clock_.wall();
    auto insert = database_.prepare("INSERT OR REPLACE INTO _heartbeat VALUES(1,?)");
    insert.bind(1, lastHeartbeat_.time_since_epoch().count());
    insert.run();
    if (!isStored_)
        return;
    database_.exec("DELETE FROM _clock_doubt");
    isStored_ = false;
}

/// A clock that went ahead by less than a night would pass at the next start. One that went back is found
/// again by the heartbeat.
void ClockGuard::storeDoubt() {
    if (isStored_ || !isForward_)
        return;
    auto insert = database_.prepare("INSERT OR REPLACE INTO _clock_doubt VALUES(1,?)");
    insert.bindText(1, doubt_);
    insert.run();
    isStored_ = true;
}

} // namespace lianxin::sync
