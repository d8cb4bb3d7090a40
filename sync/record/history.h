// SPDX-License-Identifier: GPL-3.0-or-later
// Values that lost, as records of their own: nothing that left a device is ever gone.
//
// A history record *is* the losing write: its cover is the write's dot and stamp, its id is a digest of
// (record, field, dot). So the same loser, written down by any number of replicas, is one record. It travels
// like any child of its content record, and it is joined back into that record wherever both are held, so
// that the shown value is the latest of row and history even where the displacer was lost with a disk.
// Conflicts are derived here, never stored.
#pragma once

#include "sync/record/join.h"
#include "sync/record/record.h"

#include <optional>
#include <string>

namespace lianxin::sync {

/// The record type every schema has: content record, its type, field, the value as JSON, and what the write
/// had seen.
RecordType historyType();

Uuid historyId(const Uuid& contentRecord, std::string_view field, const Dot& dot);

/// `historyRecordType` is Schema::history() of the schema in use.
Record historyRecord(const RecordType& historyRecordType, const Record& contentRecord, const Loser& loser);

struct HistoricWrite {
    std::string recordType;
    Uuid record;
    std::string field;
    Write write;
};

/// Reads a history record back; nothing when it was erased or does not hold what a history record holds.
/// Whatever others wrote to it is not read: the id is the digest of the one dot that counts.
std::optional<HistoricWrite> historicWrite(const Record& history);

/// Joins what a history record holds into its content record. True when the content record changed.
bool joinHistory(Record& contentRecord, const Record& history, std::vector<Loser>& losers);

struct Conflict {
    std::string field;
    Write shown;
    Write other; ///< neither saw the other: it is in no base chain of the shown write
};

/// The conflicts of a record: Latest values that nobody who overwrote them had seen, and Versions with
/// several heads. `histories` are the history records of this record, in any order.
std::vector<Conflict> conflictsOf(const Record& record, const std::vector<Record>& histories);

/// JSON of a value for a person or another tool; a reference and a sealed value become small objects.
std::string valueToJson(const Value& value);
std::optional<Value> valueFromJson(std::string_view json);

std::string dotToText(const Dot& dot); ///< "writer:sequence", the writer in 16 hexadecimal digits
std::optional<Dot> dotFromText(std::string_view text);

} // namespace lianxin::sync
