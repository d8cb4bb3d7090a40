// SPDX-License-Identifier: GPL-3.0-or-later
// How a failure's next action stands in HTTP: the status for those who only look at that, the body for our
// devices.
#pragma once

#include "sync/errors.h"

namespace lianxin::sync {

inline unsigned httpStatusOf(NextAction action) {
    switch (action) {
    case NextAction::RetryLater:
    case NextAction::WaitForNetwork:
        return 503;
    case NextAction::NeedsEnrolment:
        return 401;
    case NextAction::NeedsUpgrade:
        return 426;
    case NextAction::ClockWrong:
        return 412;
    case NextAction::NewRound:
        return 409;
    case NextAction::Refused:
        return 400;
    }
    return 500;
}

/// What an answer without a readable body asks for.
inline NextAction actionOfHttpStatus(unsigned status) {
    switch (status) {
    case 401:
    case 403:
        return NextAction::NeedsEnrolment;
    case 426:
        return NextAction::NeedsUpgrade;
    case 409:
        return NextAction::NewRound;
    default:
        return NextAction::RetryLater;
    }
}

} // namespace lianxin::sync
