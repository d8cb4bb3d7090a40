// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// W2 and W3: one device pushes all responses to an empty hub, another pulls them; and what all of it takes of
// memory and disk.

#include "sync/record/schema.h"
#include "tests/bench/data.h"
#include "tests/bench/report.h"

#include <filesystem>

namespace lianxin::bench {

/// Adds W2_push, W2_wire, W3_pull and the disk and rss figures to the report. `data` is the folder of the
/// workload's files. Throws std::runtime_error when the pulling device does not end up with every response.
void measureExchange(const Workload& workload, const std::filesystem::path& data, const sync::Schema& schema,
                     int runs, Report& report);

} // namespace lianxin::bench
