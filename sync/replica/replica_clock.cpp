// SPDX-License-Identifier: GPL-3.0-or-later
// Device clocks are wrong, and a wrong clock must neither win nor lose: before anyone else sees a write, its
// stamp is corrected by what the hub's answers teach about this device's clock.
#include "sync/replica/replica.h"

#include "sync/mutants.h"
#include "sync/replica/restamping.h"

#include <algorithm>

namespace lianxin::sync {

void Replica::learnTime(WallTime hubTime, Milliseconds asked) {
    runs_.learn(clock_, hubTime, asked);
    hubHeardAt_ = clock_.sinceBoot();
    if (MUTANT(no_restamp))
        return;
    const LocalSequence above = MUTANT(restamp_received) ? 0 : state_.stampedThrough();
    if (const TimeBounds now = runs_.boundsNow(clock_);
        runs_.mayBeWrong(above, lastSequence_, now, hybrid_.last()))
        restamp(now, {});
}

/// What was only received and is offered again stands among what was written here, and has stamps of any age.
/// What was erased has none any more.
std::optional<Row> Replica::lastWrittenHere(TypeTable& table, Position through) {
    for (;;) {
        Position last = table.highestPosition(through);
        for (auto at = returned_.rbegin(); at != returned_.rend(); ++at)
            if (last >= at->first && last <= at->second)
                last = table.highestPosition(at->first - 1);
        auto row = last > 0 ? table.at(last) : std::nullopt;
        if (!row || !row->record.erased)
            return row;
        through = last - 1;
    }
}

/// The stamps that must stay as they are because someone may have seen them: at least the last one before
/// `offered`.
std::map<LocalSequence, Stamp> Replica::offeredStamps(LocalSequence offered) {
    std::map<LocalSequence, Stamp> stamps;
    for (const auto& table : tables_.all()) {
        if (const auto row = lastWrittenHere(*table, std::min(offered, firstPulledPosition - 1)))
            forEachStamped(row->record, [&](const auto& stamped) {
                if (runs_.wrote(stamped.dot) && stamped.dot.sequence <= offered)
                    stamps[stamped.dot.sequence] = stamped.stamp;
            });
    }
    return stamps;
}

void Replica::restamp(const TimeBounds& now, const std::unordered_set<LocalSequence>& refused) {
    const LocalSequence offered = MUTANT(restamp_received) ? 0 : state_.stampedThrough();
    const auto correctable = [&](const Dot& dot) {
        return runs_.wrote(dot) && (dot.sequence > offered || refused.contains(dot.sequence));
    };
    std::vector<std::pair<TypeTable*, Row>> rows;
    Corrections corrections;
    std::map<LocalSequence, Stamp> fixed = offeredStamps(offered);
    std::erase_if(fixed, [&refused](const auto& stamp) { return refused.contains(stamp.first); });
    for (const auto& table : tables_.all())
        for (Row& row :
             table->range((refused.empty() ? offered : 0) + 1, firstPulledPosition - 1, SIZE_MAX >> 1)) {
            collect(corrections, row.record, correctable);
            forEachStamped(std::as_const(row.record), [&](const auto& stamped) {
                if (runs_.wrote(stamped.dot) && !correctable(stamped.dot))
                    fixed[stamped.dot.sequence] = stamped.stamp;
            });
            rows.emplace_back(table.get(), std::move(row));
        }
    hybrid_.restart(std::max(state_.highestSeen, workOut(corrections, fixed, runs_, now)));
    rewrite(rows, corrections);
}

void Replica::rewrite(std::vector<std::pair<TypeTable*, Row>>& rows, const Corrections& corrections) {
    for (auto& [table, row] : rows) {
        if (!correct(row.record, corrections))
            continue;
        table->put(row);
        if (table == &tables_.history())
            noteFold(row.record);
        else if (tables_.hasHistory())
            folds_.push_back({table, row.record.id});
    }
    // A corrected write may have to give way to one that stands in history, or the other way round.
    if (MUTANT(no_rejoin_after_restamp))
        folds_.clear();
    foldHistories();
}

void Replica::applyClockWrong(const std::vector<Dot>& dots, WallTime hubTime) {
    Change change(*this);
    std::unordered_set<LocalSequence> refused;
    for (const Dot& dot : dots)
        if (runs_.wrote(dot))
            refused.insert(dot.sequence);
    runs_.unlearn(clock_);
    // Whatever was taken for right is too late: nothing is stamped above this answer's time.
    runs_.learn(clock_, hubTime, clock_.sinceBoot());
    restamp({hubTime, hubTime}, refused);
    // What was pulled meanwhile was joined with stamps that are gone now.
    pullFromTheStart();
    change.commit();
}

} // namespace lianxin::sync
