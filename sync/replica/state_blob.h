// SPDX-License-Identifier: GPL-3.0-or-later
// What a row holds beside its typed columns, as bytes: states of fields that the row's cover does not cover,
// fields this program version does not know, and whether the record was erased. Nearly every row has none of
// it.
#pragma once

#include "sync/record/record.h"

#include <string>
#include <string_view>

namespace lianxin::sync {

/// Empty when the record's typed columns and cover say everything.
std::string encodeStateBlob(const Record& record);

/// Fills in own, unknown and erased of a record whose cover and shown values are already there. The bytes
/// come from our own file; damaged ones throw platform::StorageError (Corrupt).
void decodeStateBlob(std::string_view bytes, Record& record);

/// Numbers in 7-bit groups, low group first: what rows keep small sets of scopes in.
void appendVarint(std::string& bytes, std::uint64_t number);
/// Takes a number off the front; throws platform::StorageError (Corrupt) when there is none.
std::uint64_t takeVarint(std::string_view& bytes);

} // namespace lianxin::sync
