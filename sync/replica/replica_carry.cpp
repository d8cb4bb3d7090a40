// SPDX-License-Identifier: GPL-3.0-or-later
// What a person carries to the hub and back, where there is no network.
#include "sync/replica/replica.h"

#include <algorithm>

namespace lianxin::sync {

ClockAccount Replica::clockAccount() {
    const LocalSequence through = state_.stampedThrough();
    ClockAccount account = runs_.accountAbove(through, clock_);
    for (const auto& [sequence, stamp] : offeredStamps(through))
        account.above = std::max(account.above, stamp);
    return account;
}

Stamp Replica::highestOwnStamp() {
    Stamp highest;
    for (const auto& table : tables_.all())
        if (const auto row = lastWrittenHere(*table, firstPulledPosition - 1))
            highest = std::max(highest, highestStamp(row->record));
    return highest;
}

bool Replica::applyCarried(const CarriedReceipts& receipts) {
    if (receipts.seen != state_.seen)
        return false;
    // Of another boot it is not known how long ago that was.
    constexpr Milliseconds longAgo = -std::chrono::hours(24 * 365 * 100);
    const Milliseconds asked = receipts.bootId == clock_.bootId() ? receipts.left : longAgo;
    Change change(*this);
    if (receipts.historyChanged)
        forgetHubHistory();
    takeCorrected(receipts);
    learnTime(receipts.hubTime, asked);
    for (const auto& [batch, answer] : receipts.batches)
        takeReceipt(batch, answer, asked);
    state_.seen = receipts.mark;
    storeState();
    change.commit();
    ++timesCarried_;
    return true;
}

/// What was carried has the hub's stamps from here on: they are as good as any that left over the network.
void Replica::takeCorrected(const CarriedReceipts& receipts) {
    LocalSequence after = firstPulledPosition;
    LocalSequence through = 0;
    for (const auto& [batch, answer] : receipts.batches) {
        after = std::min(after, batch.after);
        through = std::max(through, batch.through);
    }
    if (state_.carriedAfter && through > *state_.carriedAfter)
        state_.carriedAfter = through < state_.offeredThrough ? std::optional(through) : std::nullopt;
    if (receipts.corrected.empty())
        return;
    std::map<LocalSequence, const CorrectedStamp*> listed;
    for (const CorrectedStamp& one : receipts.corrected)
        listed[one.sequence] = &one;
    Corrections corrections;
    std::vector<std::pair<TypeTable*, Row>> rows;
    for (const auto& table : tables_.all())
        for (Row& row : table->range(after + 1, firstPulledPosition - 1, SIZE_MAX >> 1)) {
            forEachStamped(std::as_const(row.record), [&](const auto& stamped) {
                const auto at = listed.find(stamped.dot.sequence);
                // One that was corrected here meanwhile stays as it is.
                if (at != listed.end() && runs_.wrote(stamped.dot) && stamped.stamp == at->second->before)
                    corrections[at->first] = {stamped.dot,
                                              claimOf(stamped.stamp, stamped.claimed),
                                              stamped.stamp,
                                              at->second->stamp,
                                              {}};
            });
            rows.emplace_back(table.get(), std::move(row));
        }
    rewrite(rows, corrections);
    hybrid_.restart(std::max(state_.highestSeen, highestOwnStamp()));
}

} // namespace lianxin::sync
