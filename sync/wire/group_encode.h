// SPDX-License-Identifier: GPL-3.0-or-later
// The records of one type in a message: what is covered by their covers in one column a field, and the writes
// of the fields that have a state of their own in a table a field.
#pragma once

#include "sync/wire/batch_encode.h"

namespace lianxin::sync {

/// The name under which the records of a group travel, which may be one this program version does not know.
std::string_view wireType(const Record& record);

/// Whether the record declares a field otherwise than the unknown fields of `group`, by name, do.
bool differsFrom(const std::map<std::string_view, const Field*>& group, const Record& record);
void declareIn(std::map<std::string_view, const Field*>& group, const Record& record);

/// What the columns of a group lean on, for each row of it or, in a table of writes, for the row of each
/// write.
struct RowFacts {
    std::vector<std::int64_t> idTimes;
    std::vector<std::int64_t> positions; ///< empty for records on their way from the hub
};

/// Writes writer, sequence, stamp, counter and claimed columns, each where it is not as usual.
struct Stamped {
    Dot dot;
    Stamp stamp;
    WallTime claimed;
};
void appendStamped(std::string& out, std::span<const Stamped> stamped, const RowFacts& facts,
                   BatchEncoder& encoder);

/// Writes `,"fields":{…}` and `,"own":{…}`, each where there is anything in it.
void appendFields(std::string& out, std::span<const BatchRow* const> rows, const RowFacts& facts,
                  BatchEncoder& encoder);

} // namespace lianxin::sync
