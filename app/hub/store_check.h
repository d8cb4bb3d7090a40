// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a store, or a backup of one, agrees with itself: the file, the history's marks, the feed against
// the rows it names, children against their parents, and verdicts against the states they led to.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/hub/backups.h"
#include "sync/hub/rules.h"
#include "sync/record/schema.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace lianxin::hub {

struct StoreReport {
    std::vector<std::string> problems; ///< for the log and whoever mends it; empty when all is well
    std::int64_t records = 0;          ///< content records; history not counted
    sync::Mark mark;
    std::string epoch;
    std::map<std::int64_t, sync::LocalSequence> ledgers; ///< by device number

    bool isSound() const { return problems.empty(); }
};

/// Reads everything in one read transaction of its own; takes time in proportion to the store. Others may
/// write meanwhile. Throws platform::StorageError when the medium fails.
StoreReport checkStore(platform::Database& reader, const sync::Schema& schema, const sync::HubRules& rules);

} // namespace lianxin::hub
