// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// W4: three replicas hold the same cases, people edit them at all three with the cable out, then the cables
// go in.

#include "sync/record/schema.h"
#include "tests/bench/data.h"
#include "tests/bench/report.h"

namespace lianxin::bench {

/// Adds the W4 figures to the report. Throws std::runtime_error when the replicas do not become equal.
void measureMerge(const Workload& workload, const sync::Schema& schema, int runs, Report& report);

} // namespace lianxin::bench
