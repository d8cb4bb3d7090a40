// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The hub's disk is lost, and its last backup is as old as the hub: a hundred devices of a thousand records
// each bring everything again. Measured against their first push of the same.

#include "sync/record/schema.h"
#include "tests/bench/data.h"
#include "tests/bench/report.h"

namespace lianxin::bench {

/// Adds restore_drill to the report. Throws std::runtime_error when a record is missing at the end.
void measureRestore(const Workload& workload, const sync::Schema& schema, int runs, Report& report);

} // namespace lianxin::bench
