// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One schedule: some hundred things that happen in an order that the seed decides, and then rest. All
// schedules begin on the same morning, so that whoever plays many of them opens the stores once (see
// schedule_runs.h).

#include "tests/simulation/people.h"
#include "tests/simulation/situations.h"

#include <cstdint>
#include <string>

namespace lianxin::simulation {

struct ScheduleOptions {
    int steps = 160;
    bool onDisk = false;
    bool print = false;
};

struct ScheduleOutcome {
    std::string failure; ///< empty: every invariant held
    int step = 0;        ///< after which it failed; `steps` is the rest
    std::uint64_t digest = 0;
};

class Schedule {
public:
    /// The hub and the devices, opened; everyone has written, changed, pushed and pulled once.
    explicit Schedule(const ScheduleOptions& options);

    /// Once, since the world is another one afterwards.
    ScheduleOutcome play(std::uint64_t seed);

private:
    void spendFirstMorning();
    void playSteps(ScheduleOutcome& outcome);

    int steps_;
    SimulatedWorld world_;
    People people_{world_};
    Situations situations_{world_, people_};
};

} // namespace lianxin::simulation
