// SPDX-License-Identifier: GPL-3.0-or-later
// What a person did to a record, turned into writes. A save names only the fields the person changed, with
// the base that was shown on the page.
#pragma once

#include "sync/record/join.h"
#include "sync/record/record.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::sync {

struct FieldChange {
    std::string field;
    /// The new value; of a set: the elements that shall be present, as a JSON list of texts. Null clears the
    /// field.
    Value value;
    /// The dots the page showed: what this change has seen. Absent: everything the record holds now.
    std::optional<std::vector<Dot>> base;
};

enum class EditFault {
    UnknownField,
    HubGiven,    ///< only the hub writes this field
    WrittenOnce, ///< the field has its value already, for good
    WrongType,   ///< the value is not of the field's type
    Erased,
    BlobMissing, ///< the field names a blob that is not here
    Sealed, ///< several sealed heads and no base: only someone able to open them, who names them, may resolve
};

struct EditProblem {
    EditFault fault;
    std::string field;
};

/// Whether the value may stand in a field of this type (of a set: the list of its elements); null always may.
/// Texts are UTF-8.
bool fits(const Field& field, const Value& value);

/// Applies all changes under one dot, or none of them; no field is changed twice. `neverOffered` tells
/// whether nobody outside this device can have seen a dot: such a version of a text is replaced in place
/// instead of being kept.
std::optional<EditProblem> applyEdit(Record& record, const std::vector<FieldChange>& changes,
                                     const Cover& write, const std::function<bool(const Dot&)>& neverOffered,
                                     std::vector<Loser>& losers);

} // namespace lianxin::sync
