// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// W1: responses are saved on one device, each in its own durable transaction, then all in one.

#include "sync/record/schema.h"
#include "tests/bench/data.h"
#include "tests/bench/report.h"

namespace lianxin::bench {

/// Adds W1_each and W1_batch to the report.
void measureIngest(const Workload& workload, const sync::Schema& schema, int runs, Report& report);

} // namespace lianxin::bench
