// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One schedule: some hundred things that happen in an order that the seed decides, and then rest.

#include <cstdint>
#include <string>

namespace lianxin::simulation {

struct ScheduleOptions {
    std::uint64_t seed = 0;
    int steps = 160;
    bool onDisk = false;
    bool print = false;
};

struct ScheduleOutcome {
    std::string failure; ///< empty: every invariant held
    int step = 0;        ///< after which it failed; `steps` is the rest
    std::uint64_t digest = 0;
};

ScheduleOutcome runSchedule(const ScheduleOptions& options);

} // namespace lianxin::simulation
