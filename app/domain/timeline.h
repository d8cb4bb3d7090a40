// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to a matter, as this device knows it: the steps the hub has judged, and on top of them the
// device's own that it has not, folded with the same code and marked provisional.
#pragma once

#include "app/domain/matter_steps.h"
#include "sync/record/record.h"

#include <vector>

namespace lianxin::domain {

struct TimelineStep {
    sync::Record event;
    std::int64_t place = 0; ///< within the matter; 0: not judged yet
    StepVerdict verdict;

    bool isProvisional() const { return place == 0; }
};

struct Timeline {
    std::vector<TimelineStep> steps;
    MatterState state;
    /// A step that the hub has not judged had a part in the state.
    bool isProvisional = false;
};

/// `events` are the matter's, in any order.
Timeline timelineOf(const sync::Record& matter, const std::vector<sync::Record>& events);

} // namespace lianxin::domain
