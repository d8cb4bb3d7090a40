// SPDX-License-Identifier: GPL-3.0-or-later
// The only place in the program that decides who wins.
//
// join is commutative, associative, idempotent, monotone, and total on every input: device and hub call the
// same function, on push and on pull, so duplicated, reordered, replayed or re-sent records are harmless by
// construction. A value that loses is handed back as a Loser; whoever joined writes it down as a history
// record (history.h).
#pragma once

#include "sync/record/record.h"

#include <span>
#include <string_view>
#include <vector>

namespace lianxin::sync {

/// A value that a join displaced or refused. Its text stands nowhere else in the joined record.
struct Loser {
    std::string field;
    FieldType type = FieldType::Text;
    Write write;
};

/// Joins `other` into `record`; both are of one type and one id. True when what `record` says changed.
bool join(Record& record, const Record& other, std::vector<Loser>& losers);

/// Joins single writes into one field of a record: a person's edit, or a history record's content. True when
/// it changed.
bool joinWrites(Record& record, FieldIndex field, std::span<const Write> writes, std::vector<Loser>& losers);

/// The same for a field this program version does not know.
bool joinUnknown(Record& record, const Field& field, std::span<const Write> writes,
                 std::vector<Loser>& losers);

/// Joins two states of one field: `into` becomes the result. True when it changed.
bool joinStates(const Field& field, Writes& into, std::span<const Write> other, std::vector<Loser>& losers);

} // namespace lianxin::sync
