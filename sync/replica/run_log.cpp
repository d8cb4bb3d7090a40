// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/run_log.h"

#include <algorithm>

namespace lianxin::sync {

RunLog::RunLog(platform::Database& database) : database_(database) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS _stretch(first INTEGER PRIMARY KEY,writer INTEGER NOT NULL,boot TEXT NOT "
        "NULL,"
        "drift INTEGER NOT NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _seen(first INTEGER PRIMARY KEY,stamp INTEGER NOT NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _boot(boot TEXT PRIMARY KEY,at_least INTEGER NOT NULL,at_most INTEGER "
        "NOT "
        "NULL)STRICT");
    reload();
}

void RunLog::reload() {
    stretches_.clear();
    seen_.clear();
    boots_.clear();
    auto stretches = database_.prepare("SELECT first,writer,boot,drift FROM _stretch");
    while (stretches.step()) {
        const Stretch stretch{stretches.integer(0),
                              WriterId{static_cast<std::uint64_t>(stretches.integer(1))},
                              std::string(stretches.text(2)), Milliseconds{stretches.integer(3)}};
        stretches_[stretch.first] = stretch;
        writers_.insert(stretch.writer.value);
    }
    auto seen = database_.prepare("SELECT first,stamp FROM _seen");
    while (seen.step())
        seen_[seen.integer(0)] = Stamp{static_cast<std::uint64_t>(seen.integer(1))};
    auto boots = database_.prepare("SELECT boot,at_least,at_most FROM _boot");
    while (boots.step())
        boots_[std::string(boots.text(0))] = {Milliseconds{boots.integer(1)}, Milliseconds{boots.integer(2)}};
}

void RunLog::begin(WriterId writer, LocalSequence first) {
    writer_ = writer;
    begins_ = first;
}

bool RunLog::wrote(const Dot& dot) const {
    if (dot.writer == writer_)
        return true;
    if (dot.sequence >= begins_)
        return false;
    const Stretch* stretch = stretchOf(dot.sequence);
    return stretch ? stretch->writer == dot.writer : writers_.contains(dot.writer.value);
}

void RunLog::noteSave(LocalSequence first, WriterId writer, const platform::Clock& clock) {
    const Milliseconds drift = clock.wall().time_since_epoch() - clock.sinceBoot();
    if (!stretches_.empty()) {
        const Stretch& latest = stretches_.rbegin()->second;
        const bool sameClock =
            latest.writer == writer && std::chrono::abs(latest.drift - drift) <= clockTolerance / 2;
        // A run never outlives the boot of its machine, so the boot id need not be compared for each save.
        if (sameClock)
            return;
    }
    const Stretch stretch{first, writer, clock.bootId(), drift};
    auto insert = database_.prepare("INSERT INTO _stretch VALUES(?,?,?,?)");
    insert.bind(1, first);
    insert.bind(2, static_cast<std::int64_t>(writer.value));
    insert.bindText(3, stretch.bootId);
    insert.bind(4, drift.count());
    insert.run();
    stretches_[first] = stretch;
    writers_.insert(writer.value);
}

void RunLog::noteSeen(LocalSequence first, Stamp stamp) {
    auto insert = database_.prepare("INSERT OR REPLACE INTO _seen VALUES(?,?)");
    insert.bind(1, first);
    insert.bind(2, static_cast<std::int64_t>(stamp.packed));
    insert.run();
    seen_[first] = stamp;
}

Stamp RunLog::seenAt(LocalSequence sequence) const {
    const auto after = seen_.upper_bound(sequence);
    return after == seen_.begin() ? Stamp{} : std::prev(after)->second;
}

bool RunLog::Offset::allows(Milliseconds drift) const {
    return drift >= atLeast - clockTolerance && drift <= atMost + clockTolerance;
}

void RunLog::learn(const platform::Clock& clock, WallTime hubTime, Milliseconds asked) {
    constexpr Milliseconds slack = clockTolerance / 2;
    Offset offset{hubTime.time_since_epoch() - clock.sinceBoot(), hubTime.time_since_epoch() - asked};
    const std::string boot = clock.bootId();
    if (const auto known = boots_.find(boot); known != boots_.end()) {
        const Offset& old = known->second;
        // What two answers say holds together, unless the clocks ran apart since: then the newer is right.
        if (offset.atLeast <= old.atMost + slack && old.atLeast <= offset.atMost + slack)
            offset = {std::max(offset.atLeast, old.atLeast), std::min(offset.atMost, old.atMost)};
        if (std::chrono::abs(offset.atLeast - old.atLeast) <= slack &&
            std::chrono::abs(offset.atMost - old.atMost) <= slack)
            return;
    }
    auto insert = database_.prepare("INSERT OR REPLACE INTO _boot VALUES(?,?,?)");
    insert.bindText(1, boot);
    insert.bind(2, offset.atLeast.count());
    insert.bind(3, offset.atMost.count());
    insert.run();
    boots_[boot] = offset;
}

void RunLog::unlearn(const platform::Clock& clock) {
    const std::string boot = clock.bootId();
    auto removal = database_.prepare("DELETE FROM _boot WHERE boot=?");
    removal.bindText(1, boot);
    removal.run();
    boots_.erase(boot);
}

TimeBounds RunLog::boundsNow(const platform::Clock& clock) const {
    const Offset& offset = boots_.at(clock.bootId());
    return {WallTime{offset.atLeast + clock.sinceBoot()}, WallTime{offset.atMost + clock.sinceBoot()}};
}

WallTime RunLog::trueNow(const platform::Clock& clock) const {
    const WallTime wall = clock.wall();
    const auto known = boots_.find(clock.bootId());
    if (known == boots_.end() || known->second.allows(wall.time_since_epoch() - clock.sinceBoot()))
        return wall;
    return WallTime{known->second.atLeast + clock.sinceBoot()};
}

const Stretch* RunLog::stretchOf(LocalSequence sequence) const {
    const auto after = stretches_.upper_bound(sequence);
    return after == stretches_.begin() ? nullptr : &std::prev(after)->second;
}

bool RunLog::knowsTimeOf(LocalSequence sequence) const {
    const Stretch* stretch = stretchOf(sequence);
    return stretch && boots_.contains(stretch->bootId);
}

WallTime RunLog::trueTime(LocalSequence sequence, WallTime claimed, const TimeBounds& now) const {
    const Stretch* stretch = stretchOf(sequence);
    const auto boot = stretch ? boots_.find(stretch->bootId) : boots_.end();
    if (boot == boots_.end())
        return std::min(claimed, now.atLeast);
    const bool right = boot->second.allows(stretch->drift);
    return std::min(right ? claimed : claimed + (boot->second.atLeast - stretch->drift), now.atMost);
}

bool RunLog::mayBeWrong(LocalSequence above, LocalSequence last, const TimeBounds& now,
                        Stamp lastStamp) const {
    if (last <= above)
        return false;
    if (lastStamp.wall() > now.atMost + clockTolerance)
        return true;
    auto at = stretches_.upper_bound(above + 1);
    if (at != stretches_.begin())
        --at;
    // A clock that nobody knows may have been ahead, and what was written after it stamped above it.
    bool unknownBefore = false;
    for (; at != stretches_.end(); ++at) {
        const auto boot = boots_.find(at->second.bootId);
        const bool known = boot != boots_.end();
        if (known ? unknownBefore || !boot->second.allows(at->second.drift)
                  : lastStamp.wall() > now.atLeast + clockTolerance)
            return true;
        unknownBefore = unknownBefore || !known;
    }
    return false;
}

ClockAccount RunLog::accountAbove(LocalSequence sequence, const platform::Clock& clock) const {
    ClockAccount account;
    account.time = trueNow(clock);
    account.sinceBoot = clock.sinceBoot();
    account.bootId = clock.bootId();
    account.stampedThrough = sequence;
    // What was in force at the first of them was noted at or before it.
    const auto inForce = [sequence](const auto& entries) {
        auto at = entries.upper_bound(sequence + 1);
        return at == entries.begin() ? at : std::prev(at);
    };
    for (auto at = inForce(stretches_); at != stretches_.end(); ++at) {
        const auto known = boots_.find(at->second.bootId);
        const bool isNew = std::none_of(account.boots.begin(), account.boots.end(),
                                        [&](const auto& boot) { return boot.bootId == at->second.bootId; });
        if (known != boots_.end() && isNew)
            account.boots.push_back({known->first, known->second.atLeast, known->second.atMost});
        account.stretches.push_back(at->second);
    }
    for (auto at = inForce(seen_); at != seen_.end(); ++at)
        account.seen.emplace_back(at->first, at->second);
    return account;
}

void RunLog::adopt(const ClockAccount& account) {
    for (const Stretch& stretch : account.stretches) {
        stretches_[stretch.first] = stretch;
        writers_.insert(stretch.writer.value);
    }
    for (const KnownBoot& boot : account.boots)
        boots_[boot.bootId] = {boot.atLeast, boot.atMost};
    for (const auto& [first, stamp] : account.seen)
        seen_[first] = stamp;
}

void RunLog::forgetThrough(LocalSequence through) {
    // The stretch and the sight in force at `through + 1` must stay; writers stay owned for as long as the
    // run lasts.
    const auto trim = [this, through](auto& entries, const char* sql) {
        auto keep = entries.upper_bound(through + 1);
        if (keep != entries.begin())
            --keep;
        if (keep == entries.begin())
            return;
        auto removal = database_.prepare(sql);
        removal.bind(1, keep->first);
        removal.run();
        entries.erase(entries.begin(), keep);
    };
    trim(seen_, "DELETE FROM _seen WHERE first<?");
    trim(stretches_, "DELETE FROM _stretch WHERE first<?");
}

} // namespace lianxin::sync
