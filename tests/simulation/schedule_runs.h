// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Plays many schedules, each in a process of its own that is a copy of this one: with the stores opened and
// their statements compiled, which would take longer than a schedule does. What ends a process, such as a
// sanitizer, is the failure of its seed and not the end of the run.

#include "tests/simulation/schedule.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>

namespace lianxin::simulation {

struct ScheduleRange {
    std::uint64_t firstSeed = 1;
    std::uint64_t count = 1;
    std::chrono::steady_clock::time_point end; ///< no schedule begins later
    std::size_t jobs = 1;                      ///< schedules at a time
    std::string_view mutant;                   ///< the fault that is switched on; empty for none
};

/// Tells every outcome in the order of the seeds. False: no more are wanted. Throws std::system_error when a
/// process cannot be started.
void playSchedules(const ScheduleOptions& options, const ScheduleRange& range,
                   const std::function<bool(std::uint64_t seed, const ScheduleOutcome&)>& take);

} // namespace lianxin::simulation
