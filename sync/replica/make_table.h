// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a record type, as type_table.h describes it.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/record/schema.h"

namespace lianxin::sync {

/// Makes the table and its indexes, or adds the columns and indexes that a table of before lacks.
void makeTable(platform::Database& database, const RecordType& type);

} // namespace lianxin::sync
