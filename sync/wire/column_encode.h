// SPDX-License-Identifier: GPL-3.0-or-later
// One value a row, in the shortest of the forms that PROTOCOL.md gives for a column. A batch is nothing but
// columns.
#pragma once

#include "sync/record/record.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace lianxin::sync {

using MaybeInteger = std::optional<std::int64_t>;

/// `idTimes`: of the record that each cell belongs to, for a column of times; empty for any other.
void appendIntegers(std::string& out, std::span<const MaybeInteger> cells,
                    std::span<const std::int64_t> idTimes);

/// A null pointer stands for null.
void appendValues(std::string& out, FieldType type, std::span<const Value* const> cells,
                  std::span<const std::int64_t> idTimes);

/// Ids by the time and the rest of each, since ids are made in the order of time.
void appendIds(std::string& out, std::span<const Uuid* const> ids);

} // namespace lianxin::sync
