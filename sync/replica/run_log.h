// SPDX-License-Identifier: GPL-3.0-or-later
// Which writer wrote which local sequences, under which clock, and what it had seen by then: what re-stamping
// needs, kept per run and per change of the clock instead of per save.
#pragma once

#include "platform/clock/clock.h"
#include "platform/sqlite/database.h"
#include "sync/record/dot.h"

#include <cstdint>
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

    bool operator==(const Stretch&) const = default;
};

/// The hub's answers tell that the true time lies between these.
struct TimeBounds {
    WallTime atLeast{};
    WallTime atMost{};
};

/// What the hub's answers in one boot say of its clock: true time minus time since boot.
struct KnownBoot {
    std::string bootId;
    Milliseconds atLeast{};
    Milliseconds atMost{};

    bool operator==(const KnownBoot&) const = default;
};

/// What whoever corrects a device's stamps in its stead must know of its clock: goes with the pushes that a
/// person carries to the hub.
struct ClockAccount {
    WallTime time{}; ///< what the device took for the time
    Milliseconds sinceBoot{};
    std::string bootId;
    LocalSequence stampedThrough = 0; ///< stamps of writes up to here stay as they are
    Stamp above;                      ///< the highest of these
    std::vector<Stretch> stretches;
    std::vector<KnownBoot> boots;
    std::vector<std::pair<LocalSequence, Stamp>> seen; ///< as noteSeen() was told

    bool operator==(const ClockAccount&) const = default;
};

/// The caller holds the transaction for everything that writes.
class RunLog {
public:
    explicit RunLog(platform::Database& database);

    /// This run writes as `writer`, from `first` on, where no run before it has written.
    void begin(WriterId writer, LocalSequence first);
    /// Whether a run on this disk made that write. A disk and its copy have runs in common, and one of them
    /// may have gone on in such a run after it was copied: what it wrote then is not the other's own.
    bool wrote(const Dot& dot) const;

    /// Notes, if it is news, that sequences from `first` on are written by this writer under this clock.
    void noteSave(LocalSequence first, WriterId writer, const platform::Clock& clock);
    /// Forgets what an undone transaction noted.
    void reload();

    /// Notes that writes from `first` on were made by someone who had seen `stamp`.
    void noteSeen(LocalSequence first, Stamp stamp);
    /// What had been seen of other writers when this sequence was written.
    Stamp seenAt(LocalSequence sequence) const;

    /// The hub told its time at some moment since `asked`, which is counted from the start of this boot:
    /// gives every stretch of this boot its true time.
    void learn(const platform::Clock& clock, WallTime hubTime, Milliseconds asked);
    /// What was learnt of this boot was wrong: the hub's own clock had been ahead.
    void unlearn(const platform::Clock& clock);
    /// What was learnt in this boot says of this moment. Only where something was learnt.
    TimeBounds boundsNow(const platform::Clock& clock) const;
    /// The wall clock's time or, where it is known to be wrong in this boot, the true time.
    WallTime trueNow(const platform::Clock& clock) const;
    /// Whether the true time of the boot in which this sequence was written was learnt.
    bool knowsTimeOf(LocalSequence sequence) const;
    /// The true time of a write that was made before `now`: by what was learnt of its boot, else the lesser
    /// of its claim and what the hub's time is at least.
    WallTime trueTime(LocalSequence sequence, WallTime claimed, const TimeBounds& now) const;
    /// Whether writes above `sequence` may carry stamps that `trueTime` would correct.
    bool mayBeWrong(LocalSequence above, LocalSequence last, const TimeBounds& now, Stamp lastStamp) const;

    /// What is known of the writes above `sequence`, and of this moment.
    ClockAccount accountAbove(LocalSequence sequence, const platform::Clock& clock) const;
    /// Takes the account of another log for this one's own, in memory only.
    void adopt(const ClockAccount& account);

    /// Forgets what only re-stamping of writes at or below `through` would need.
    void forgetThrough(LocalSequence through);

private:
    /// True time minus time since boot lies between these.
    struct Offset {
        Milliseconds atLeast{};
        Milliseconds atMost{};

        /// Whether a wall clock that is this much before the time since boot may be right.
        bool allows(Milliseconds drift) const;
    };

    const Stretch* stretchOf(LocalSequence sequence) const;

    platform::Database& database_;
    std::map<LocalSequence, Stretch> stretches_;
    std::map<LocalSequence, Stamp> seen_;
    std::map<std::string, Offset> boots_;
    std::unordered_set<std::uint64_t> writers_; ///< also of stretches that are forgotten
    WriterId writer_;                           ///< of this run
    LocalSequence begins_ = INT64_MAX;          ///< this run
};

/// Differences of clocks below this are the network's and are left alone.
inline constexpr Milliseconds clockTolerance{1000};

} // namespace lianxin::sync
