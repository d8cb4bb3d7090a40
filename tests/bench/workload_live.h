// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// W5: two devices are live on one hub; one change at the one until the other has it.

#include "sync/record/schema.h"
#include "tests/bench/data.h"
#include "tests/bench/report.h"

namespace lianxin::bench {

/// Adds W5_time, W5_bytes and W5_growth to the report.
void measureLive(const Workload& workload, const sync::Schema& schema, Report& report);

} // namespace lianxin::bench
