// SPDX-License-Identifier: GPL-3.0-or-later
// Columns back to values, one a row, from any of the forms that PROTOCOL.md gives. Every value fits its
// field.
#pragma once

#include "sync/record/record.h"
#include "sync/wire/reader.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace lianxin::sync {

/// The times in the ids of the records that the cells of a column belong to. Only a column of times refers to
/// them.
using IdTimes = std::span<const std::int64_t>;

/// A column of exactly `rows` integers; a null becomes `forNull`. Without `idTimes` it is no column of times.
std::vector<std::int64_t> integersOf(Reader& reader, JsonNode column, std::size_t rows, std::int64_t forNull,
                                     IdTimes idTimes);

/// A column of values that fit the field, a set's elements as the one list; `put(row, Value &&)` is called
/// for those that are not null. The number of rows is that of `idTimes`.
using PutValue = std::function<void(std::size_t row, Value&& value)>;
void readValues(Reader& reader, JsonNode column, const Field& field, IdTimes idTimes, const PutValue& put);

/// How many cells a column has, without reading them.
std::size_t lengthOf(Reader& reader, JsonNode column);

/// At most `limit` ids; their number is the number of rows of the group.
std::vector<Uuid> idsOf(Reader& reader, JsonNode column, std::size_t limit);

} // namespace lianxin::sync
