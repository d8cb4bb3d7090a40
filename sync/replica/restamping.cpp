// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/restamping.h"

#include <algorithm>

namespace lianxin::sync {

void collect(Corrections& corrections, const Record& record,
             const std::function<bool(const Dot&)>& correctable) {
    const auto note = [&](const Dot& dot, Stamp stamp, WallTime claimed) {
        if (!correctable(dot))
            return;
        Correction& correction = corrections[dot.sequence];
        correction.dot = dot;
        correction.claimed = claimOf(stamp, claimed);
        correction.old = stamp;
    };
    forEachStamped(record, [&](const auto& stamped) { note(stamped.dot, stamped.stamp, stamped.claimed); });
}

Stamp workOut(Corrections& corrections, const std::map<LocalSequence, Stamp>& fixed, const RunLog& runs,
              const TimeBounds& now) {
    // Nothing was written later than what was written after it, which tells something of boots with no learnt
    // offset.
    TimeBounds latest = now;
    for (auto at = corrections.rbegin(); at != corrections.rend(); ++at) {
        at->second.trueTime = runs.trueTime(at->first, at->second.claimed, latest);
        if (runs.knowsTimeOf(at->first))
            latest = {at->second.trueTime, at->second.trueTime};
    }
    Stamp previous;
    auto nextFixed = fixed.begin();
    for (auto& [sequence, correction] : corrections) {
        for (; nextFixed != fixed.end() && nextFixed->first < sequence; ++nextFixed)
            previous = std::max(previous, nextFixed->second);
        const Stamp seen = runs.seenAt(sequence);
        const Stamp wanted = std::max({Stamp::at(correction.trueTime), previous.next(), seen.next()});
        // A stamp that is as good as true already stays: no row is rewritten for the network's few
        // milliseconds.
        const bool fine = correction.old > previous && correction.old > seen &&
                          std::chrono::abs(correction.old.wall() - wanted.wall()) <= clockTolerance;
        correction.stamp = fine ? correction.old : wanted;
        previous = correction.stamp;
    }
    for (; nextFixed != fixed.end(); ++nextFixed)
        previous = std::max(previous, nextFixed->second);
    return previous;
}

bool correct(Record& record, const Corrections& corrections) {
    bool changed = false;
    forEachStamped(record, [&](auto& stamped) {
        const auto at = corrections.find(stamped.dot.sequence);
        if (at == corrections.end() || at->second.dot != stamped.dot || at->second.stamp == stamped.stamp)
            return;
        stamped.stamp = at->second.stamp;
        stamped.claimed = at->second.claimed;
        changed = true;
    });
    return changed;
}

} // namespace lianxin::sync
