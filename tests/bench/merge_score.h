// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What became of everything that people wrote offline, as it can be read at the replicas afterwards. A loss
// at any one of them counts.

#include "tests/bench/data.h"
#include "tests/bench/local_device.h"

#include <vector>

namespace lianxin::bench {

struct MergeScore {
    /// Of the latest writes of each field of each case: those that are not what every replica shows.
    int fieldsLost = 0;
    /// Of all events, old and new: those that are missing or changed at any replica.
    int eventsLost = 0;
    /// Of the values that lost against a later one: those that cannot be read in the history at every
    /// replica.
    int losersUnreadable = 0;
    /// How many there were of each.
    int fields = 0;
    int events = 0;
    int losers = 0;
};

[[nodiscard]] MergeScore scoreOf(const Workload& workload, const std::vector<sync::Replica*>& replicas);

/// Whether all hold the same records in the same states, history included.
[[nodiscard]] bool holdTheSame(const std::vector<sync::Replica*>& replicas);

} // namespace lianxin::bench
