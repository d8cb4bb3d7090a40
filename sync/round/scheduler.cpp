// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/round/scheduler.h"

#include <algorithm>

namespace lianxin::sync {

Milliseconds Backoff::nextPause(platform::Random& random) {
    constexpr int mostDoublings = 20;
    const Milliseconds bound =
        std::min(longest_, first_ * (std::int64_t{1} << std::min(failures_, mostDoublings)));
    ++failures_;
    return Milliseconds{
        static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(bound.count()) + 1))};
}

void Scheduler::roundEnded(Milliseconds now, const std::optional<Failure>& failure) {
    constexpr Milliseconds idlePause = std::chrono::seconds(30);
    endsOnSave_ = true;
    if (!failure) {
        backoff_.succeeded();
        dueAt_ = now + idlePause;
        return;
    }
    switch (failure->action) {
    case NextAction::NewRound:
    case NextAction::ClockWrong:
        // The reason is gone by now; the pause only keeps a hub that says so for ever from being asked for
        // ever.
        dueAt_ = now + backoff_.nextPause(random_) / 8;
        return;
    case NextAction::WaitForNetwork:
        dueAt_ = now + backoff_.nextPause(random_);
        return;
    case NextAction::RetryLater: {
        endsOnSave_ = false;
        const Milliseconds pause = backoff_.nextPause(random_);
        dueAt_ = now + pause + failure->retryAfter.value_or(std::chrono::seconds(0));
        return;
    }
    case NextAction::NeedsEnrolment:
    case NextAction::NeedsUpgrade:
    case NextAction::Refused:
        endsOnSave_ = false;
        dueAt_ = std::nullopt;
        return;
    }
}

void Scheduler::somethingSaved(Milliseconds now) {
    if (dueAt_ && endsOnSave_)
        dueAt_ = std::min(*dueAt_, now);
}

void Scheduler::networkReturned(Milliseconds now) {
    if (dueAt_ && endsOnSave_) {
        backoff_.succeeded();
        dueAt_ = std::min(*dueAt_, now);
    }
}

std::optional<Milliseconds> Scheduler::dueIn(Milliseconds now) const {
    if (!dueAt_)
        return std::nullopt;
    return std::max(Milliseconds{0}, *dueAt_ - now);
}

} // namespace lianxin::sync
