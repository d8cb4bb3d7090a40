// SPDX-License-Identifier: GPL-3.0-or-later
// The records of one type in a message: what is covered by their covers in one column a field, and the writes
// of the fields that have a state of their own in a table a field.
#pragma once

#include "sync/wire/batch_encode.h"
#include "sync/wire/row_facts.h"

namespace lianxin::sync {

/// The name under which the records of a group travel, which may be one this program version does not know.
std::string_view wireType(const Record& record);

/// Whether the record declares a field otherwise than the unknown fields of `group`, by name, do.
bool differsFrom(const std::map<std::string_view, const Field*>& group, const Record& record);
void declareIn(std::map<std::string_view, const Field*>& group, const Record& record);

/// Writes writer, sequence, stamp, counter and claimed columns, each where it is not as usual.
void appendStamped(std::string& out, std::span<const Stamped> stamped, const RowFacts& facts,
                   BatchEncoder& encoder);

/// Writes `,"fields":{…}` and `,"own":{…}`, each where there is anything in it.
void appendFields(std::string& out, std::span<const BatchRow* const> rows, const RowFacts& facts,
                  BatchEncoder& encoder);

} // namespace lianxin::sync
