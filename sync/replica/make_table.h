// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a record type, as type_table.h describes it.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/record/schema.h"

namespace lianxin::sync {

/// Makes the table and the index of a child's parent, or adds the columns that a table of before lacks.
void makeTable(platform::Database& database, const RecordType& type);

} // namespace lianxin::sync
