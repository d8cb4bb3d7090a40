// SPDX-License-Identifier: GPL-3.0-or-later
// A field's shown value in its typed column: how it is written to a statement and read from a row. Nothing is
// held.
#pragma once

#include "platform/sqlite/statement.h"
#include "sync/record/schema.h"
#include "sync/record/value.h"

#include <vector>

namespace lianxin::sync {

/// The bytes of texts are not copied: the value stays as it is until the statement has run.
void bindValue(platform::Statement& statement, int parameter, const Value& value);
/// Appends what a cell of a field of this type holds.
void readValue(const platform::Cell& cell, FieldType type, std::vector<Value>& values);

} // namespace lianxin::sync
