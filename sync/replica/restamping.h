// SPDX-License-Identifier: GPL-3.0-or-later
// Gives writes the stamps that a right clock would have given them. A device does it to what it has not
// offered yet, and the hub to what was carried to it from a device that had not heard its time.
#pragma once

#include "sync/record/record.h"
#include "sync/replica/run_log.h"

#include <functional>
#include <map>

namespace lianxin::sync {

struct Correction {
    Dot dot;
    WallTime claimed{}; ///< by the device's own clock
    Stamp old;
    Stamp stamp;
    WallTime trueTime{};
};

/// By local sequence: of one device.
using Corrections = std::map<LocalSequence, Correction>;

/// The time that a write's own clock told, of its stamp and what is noted beside it.
inline WallTime claimOf(const Stamp& stamp, WallTime claimed) {
    return claimed == WallTime{} ? stamp.wall() : claimed;
}

/// Adds those of a record's writes that may be corrected.
void collect(Corrections& corrections, const Record& record,
             const std::function<bool(const Dot&)>& correctable);

/// Gives every correction its stamp, in local order; returns the highest stamp of all these writes. `fixed`:
/// stamps among them that stay as they are. `now`: what is known of the time at which `runs` speaks.
Stamp workOut(Corrections& corrections, const std::map<LocalSequence, Stamp>& fixed, const RunLog& runs,
              const TimeBounds& now);

/// Whether it changed anything.
bool correct(Record& record, const Corrections& corrections);

} // namespace lianxin::sync
