// SPDX-License-Identifier: GPL-3.0-or-later
// A record: a set of dotted, stamped writes to fields.
//
// Nearly every record is written once, in one save, and never again. So a record has one *cover*: the dot and
// stamp of the save that made it. A field whose value is not null and which has no state of its own was
// written by the cover, and nothing more needs to be stored or sent for it. Only fields that were written
// later carry their writes themselves. The row in the database and the batch on the wire are laid out in the
// same way.
#pragma once

#include "sync/record/dot.h"
#include "sync/record/schema.h"
#include "sync/record/value.h"

#include <string>
#include <vector>

namespace lianxin::sync {

enum class WriteKind : std::uint8_t {
    Value,   ///< carries the value; an explicit null clears the field
    Moved,   ///< a replaced version; its text now stands in a history record and no longer here
    Removal, ///< takes an element out of a set; `base` names the adds that it saw
};

struct Write {
    Dot dot;
    Stamp stamp;
    /// What the device's own clock said at the save, where that differs from the stamp; the epoch itself: it
    /// does not.
    WallTime claimed{};
    /// Latest: the one write its author saw. Versions: the versions it replaces. Removal: the adds it saw.
    /// Sorted.
    std::vector<Dot> base;
    WriteKind kind = WriteKind::Value;
    Value value;

    bool operator==(const Write&) const = default;
};

/// The state of one field: its writes in the order of their dots (one save may write several elements of a
/// set).
using Writes = std::vector<Write>;

/// A field that was written otherwise than by the record's cover alone.
struct OwnState {
    FieldIndex field = 0;
    Writes writes;

    bool operator==(const OwnState&) const = default;
};

/// A field that this program version does not know. Its states are joined by its rule, kept, and passed on.
struct UnknownField {
    Field field;
    Writes writes;

    bool operator==(const UnknownField&) const = default;
};

struct Cover {
    Dot dot;
    Stamp stamp;
    WallTime claimed{};

    bool operator==(const Cover&) const = default;
};

struct Record {
    const RecordType* type = nullptr;
    Uuid id;
    Cover cover;
    /// The shown value of each field of the type: the winner, the newest head, or a set's elements as a JSON
    /// list.
    std::vector<Value> shown;
    std::vector<OwnState> own;         // in field order
    std::vector<UnknownField> unknown; // in name order
    /// A person's legal right was exercised: nothing is left but the fact.
    bool erased = false;

    bool operator==(const Record&) const = default;

    const Value& value(std::string_view field) const;
    /// The parent's id, or the null id.
    Uuid parent() const;
};

/// A record of this type with nothing in it yet.
Record emptyRecord(const RecordType& type, const Uuid& id);

/// The writes of a field, whether it is covered or has a state of its own; empty when it was never written.
Writes writesOf(const Record& record, FieldIndex field);
const OwnState* ownState(const Record& record, FieldIndex field);

/// Puts a field's state in place and works out what is shown of it.
void setWrites(Record& record, FieldIndex field, Writes writes);

/// Versions: those that no other version replaces, newest first. Other rules: the shown write, if there is
/// one.
std::vector<const Write*> headsOf(const Field& field, const Writes& writes);

/// The value a state shows: see Record::shown.
Value shownValue(const Field& field, const Writes& writes);

/// Takes everything out of the record but the fact that it was erased and whose child it was.
void eraseContent(Record& record);

/// Whether both records say the same. Which save a record has as its cover is only a way to write that down.
bool sameContent(const Record& a, const Record& b);

/// The highest stamp in the record, the cover's included.
Stamp highestStamp(const Record& record);

/// A set's elements from and to the JSON list that is shown of it. Bad input gives no elements.
std::vector<std::string> elementsOf(const Value& shown);
Value elementList(const std::vector<std::string>& elements);

/// Calls `visit(Cover &)` or `visit(Write &)` for every dotted, stamped thing in the record.
template <class Visit>
void forEachStamped(Record& record, Visit visit) {
    if (record.cover.dot)
        visit(record.cover);
    for (OwnState& state : record.own)
        for (Write& write : state.writes)
            visit(write);
    for (UnknownField& field : record.unknown)
        for (Write& write : field.writes)
            visit(write);
}

template <class Visit>
void forEachStamped(const Record& record, Visit visit) {
    if (record.cover.dot)
        visit(record.cover);
    for (const OwnState& state : record.own)
        for (const Write& write : state.writes)
            visit(write);
    for (const UnknownField& field : record.unknown)
        for (const Write& write : field.writes)
            visit(write);
}

} // namespace lianxin::sync
