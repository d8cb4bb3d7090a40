// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Waiting for file descriptors up to a point in time, also when signals interrupt the wait.

#include <poll.h>

#include <chrono>
#include <optional>
#include <span>

namespace lianxin::platform {

/// Returns how many are ready; 0 when the time came first. Without an end it waits as long as it takes.
/// Throws std::system_error.
int pollUntil(std::span<pollfd> watched, std::optional<std::chrono::steady_clock::time_point> end);

} // namespace lianxin::platform
