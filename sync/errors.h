// SPDX-License-Identifier: GPL-3.0-or-later
// Failures between a device and the hub, classed by what to do next and never by their text.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace lianxin::sync {

enum class NextAction : std::uint8_t {
    RetryLater,     ///< the hub is busy or restarting: try again after a pause
    WaitForNetwork, ///< nobody answered: try again when there is a network, or after a pause
    NeedsEnrolment, ///< the hub does not know this device (any more): a person must enrol it
    NeedsUpgrade,   ///< this program is too old or too new for the hub: a person must update it
    ClockWrong, ///< some stamps are in the hub's future: re-stamp the named writes, then pull from the start
    NewRound, ///< the hub's history changed under this device, or another round was opened: begin with hello
    Refused,  ///< the request itself is wrong; sending it again will not help
};

struct Failure {
    NextAction action = NextAction::RetryLater;
    /// A stable word for programs and logs, such as "unknown-device". Never shown to a person as it is.
    std::string code;
    /// For the log only.
    std::string detail;
    std::optional<std::chrono::seconds> retryAfter;
};

} // namespace lianxin::sync
