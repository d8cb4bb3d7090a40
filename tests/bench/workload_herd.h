// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The power was away, and all devices of a region come back at once: two thousand, each with ten batches of
// twenty records. Steady is what the hub takes when four devices bring as much in batches of two hundred.

#include "sync/record/schema.h"
#include "tests/bench/data.h"
#include "tests/bench/report.h"

namespace lianxin::bench {

/// Adds herd_rate, herd_p99_over_p50, herd_errors and rss_hub_herd_mb to the report.
void measureHerd(const Workload& workload, const sync::Schema& schema, int runs, Report& report);

} // namespace lianxin::bench
