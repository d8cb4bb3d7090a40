// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/timeline.h"

#include "app/domain/matter.h"
#include "sync/hub/rules.h"

#include <algorithm>
#include <limits>

namespace lianxin::domain {

namespace {

TimelineStep stepOf(const sync::Record& event) {
    TimelineStep step{event, 0, {}};
    if (const auto* place = std::get_if<std::int64_t>(&event.value(sync::placeField)))
        step.place = *place;
    step.verdict.effective = isTrue(event, sync::effectiveField);
    if (const auto* reason = std::get_if<std::string>(&event.value(sync::reasonField)))
        step.verdict.withoutEffectBecause = *reason;
    return step;
}

/// The hub's order first; then, in the order of their writing, what the hub has not seen.
bool comesBefore(const TimelineStep& a, const TimelineStep& b) {
    const auto placeOrLast = [](const TimelineStep& step) {
        return step.isProvisional() ? std::numeric_limits<std::int64_t>::max() : step.place;
    };
    return std::pair(placeOrLast(a), a.event.cover.stamp) < std::pair(placeOrLast(b), b.event.cover.stamp);
}

} // namespace

Timeline timelineOf(const sync::Record& matter, const std::vector<sync::Record>& events) {
    Timeline timeline;
    for (const sync::Record& event : events)
        if (!event.erased)
            timeline.steps.push_back(stepOf(event));
    std::sort(timeline.steps.begin(), timeline.steps.end(), comesBefore);
    for (TimelineStep& step : timeline.steps) {
        if (!step.isProvisional() && !step.verdict.effective)
            continue;
        const StepVerdict here = judgeStep(timeline.state, matter, step.event);
        if (!step.isProvisional())
            continue;
        step.verdict = here;
        timeline.isProvisional = timeline.isProvisional || here.effective;
    }
    return timeline;
}

} // namespace lianxin::domain
