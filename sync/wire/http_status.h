// SPDX-License-Identifier: GPL-3.0-or-later
// How a failure's next action stands in HTTP: the status for those who only look at that, the body for our
// devices.
#pragma once

#include "sync/errors.h"

#include <string>

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

/// What an answer without a readable body asks for: it came from the hub's HTTP layer, or from something in
/// between. Without the message nobody knows which stamps a 412 means, or what a 400 found wrong; only of a
/// body that is too large the status says enough.
inline NextAction actionOfHttpStatus(unsigned status) {
    switch (status) {
    case 401:
    case 403:
        return NextAction::NeedsEnrolment;
    case 426:
        return NextAction::NeedsUpgrade;
    case 409:
        return NextAction::NewRound;
    case 413:
        return NextAction::Refused;
    default:
        return NextAction::RetryLater;
    }
}

/// The code of such an answer.
inline std::string codeOfHttpStatus(unsigned status) {
    return status == 413 ? "too-large" : "http-" + std::to_string(status);
}

} // namespace lianxin::sync
