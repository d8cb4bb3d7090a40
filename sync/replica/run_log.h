// SPDX-License-Identifier: GPL-3.0-or-later
// Which writer wrote which local sequences, under which clock, and what it had seen by then: what re-stamping
// needs, kept per run and per change of the clock instead of per save.
#pragma once

#include "platform/clock/clock.h"
#include "platform/sqlite/database.h"
#include "sync/record/dot.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace lianxin::sync {

/// A stretch of local sequences written by one writer while the wall clock ran evenly.
struct Stretch {
    LocalSequence first = 0;
    WriterId writer;
    std::string bootId;
    Milliseconds drift{}; ///< wall clock minus time since boot
};

/// The caller holds the transaction for everything that writes.
class RunLog {
public:
    explicit RunLog(platform::Database& database);

    bool owns(WriterId writer) const { return writers_.contains(writer.value); }
    void adopt(WriterId writer) { writers_.insert(writer.value); }

    /// Notes, if it is news, that sequences from `first` on are written by this writer under this clock.
    void noteSave(LocalSequence first, WriterId writer, const platform::Clock& clock);
    /// Forgets what an undone transaction noted.
    void reload();

    /// Notes that writes from `first` on were made by someone who had seen `stamp`.
    void noteSeen(LocalSequence first, Stamp stamp);
    /// What had been seen of other writers when this sequence was written.
    Stamp seenAt(LocalSequence sequence) const;

    /// The hub's time at this moment: gives every stretch of this boot its true time.
    /// True when something was learnt that changes what stretches of this boot mean.
    bool learn(const platform::Clock& clock, WallTime hubTime);
    /// What was learnt of this boot was wrong: the hub's own clock had been ahead.
    void unlearn(const platform::Clock& clock);
    /// The wall clock's time or, where it is known to be wrong in this boot, the true time.
    WallTime trueNow(const platform::Clock& clock) const;
    /// Whether the true time of the boot in which this sequence was written was learnt.
    bool knowsTimeOf(LocalSequence sequence) const;
    /// The true time of a write: by what was learnt of its boot, else the lesser of its claim and the hub's
    /// time.
    WallTime trueTime(LocalSequence sequence, WallTime claimed, WallTime hubTime) const;
    /// Whether writes above `sequence` may carry stamps that `trueTime` would correct.
    bool mayBeWrong(LocalSequence above, LocalSequence last, WallTime hubTime, Stamp lastStamp) const;

    /// Forgets what only re-stamping of writes at or below `through` would need.
    void forgetThrough(LocalSequence through);

private:
    const Stretch* stretchOf(LocalSequence sequence) const;

    platform::Database& database_;
    std::map<LocalSequence, Stretch> stretches_;
    std::map<LocalSequence, Stamp> seen_;
    std::map<std::string, Milliseconds> boots_; ///< true time minus time since boot
    std::unordered_set<std::uint64_t> writers_;
};

/// Differences of clocks below this are the network's and are left alone.
inline constexpr Milliseconds clockTolerance{1000};

} // namespace lianxin::sync
