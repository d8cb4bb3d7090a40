// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Many devices that talk to a hub at once, all from one thread: each says hello and then pushes its batches,
// one after the other, on a connection that it keeps. What they push was made before, so that the hub is
// measured and not those who write.

#include "sync/record/schema.h"
#include "tests/bench/data.h"
#include "tests/bench/device_process.h"
#include "tests/bench/floor.h"

#include <cstddef>
#include <string>
#include <vector>

namespace lianxin::bench {

struct HerdShape {
    std::size_t devices = 0;
    std::size_t batches = 0; ///< of each device
    std::size_t records = 0; ///< in each batch
};

struct HerdTimes {
    Seconds hellos{};          ///< from the first connection until the last answer to a hello
    Seconds pushes{};          ///< from the first push until the last receipt
    std::vector<double> waits; ///< of each push, in seconds, until its receipt
    int errors = 0;            ///< requests without the answer that they should have
};

/// Device n has the n-th secret. Records are the workload's over and over, each under an id of its own; no
/// two calls may share a hub. Throws boost::system::system_error when a connection cannot be made.
[[nodiscard]] HerdTimes runHerd(std::uint16_t port, const std::vector<std::string>& secrets,
                                const HerdShape& shape, const Workload& workload, const sync::Schema& schema);

} // namespace lianxin::bench
