// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a folder that somebody wants to import: where, what, and enough detail to say it to a
// person. The words are found at the edge.
#pragma once

#include "app/domain/validation.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lianxin::domain {

enum class ImportFault : std::uint8_t {
    MissingFile,  ///< a file that belongs to the folder is not there
    UnknownFile,  ///< a JSON file that nobody reads: most likely its name is misspelt
    Unreadable,   ///< not an ordinary file, or no permission
    TooLarge,     ///< more bytes, values, or names in one object than are taken
    NotUtf8,      ///< saved in another encoding
    Syntax,       ///< not JSON; the detail is the last thing that was read
    TooDeep,      ///< nested too deeply
    RepeatedKey,  ///< one object gives the same name twice
    WrongShape,   ///< a list where an object belongs, or the reverse
    UnknownField, ///< a record of this type has no such field
    MissingField, ///< a field that every record of this type has
    WrongType,    ///< the value is not of the field's type
    BadId,        ///< not a UUID
    BadTime,      ///< not a time with an offset
    RepeatedId,   ///< two entries have one id; the detail is where the first stands
    RepeatedName, ///< two entries have one job number, code, label ...; the detail is where the first stands
    DanglingReference, ///< no entry of the right type has this id
    Circle,            ///< a category that is broader than itself
    UnknownCode,       ///< not one of the words the field may hold
    TooLong,           ///< more than the field takes; the detail is the limit
    NotPlainText,      ///< control characters
    OutOfRange,        ///< a number nothing in a hospital has
    NotAPhone,         ///< cannot be dialled
    WrongResource,     ///< not a FHIR Questionnaire
    Contradiction,     ///< at odds with another field, which the detail names
    NeverChanges,      ///< the store holds another value for a field that is written once
    Erased,            ///< the store holds this id as erased
};

/// A stable word such as "dangling-reference".
std::string_view nameOf(ImportFault fault);

ImportFault importFaultOf(ContentFault fault);

struct ImportProblem {
    std::string file;     ///< within the folder, with forward slashes
    std::size_t line = 0; ///< from 1; 0: the file as a whole
    ImportFault fault = ImportFault::Syntax;
    std::string field;  ///< or empty
    std::string detail; ///< the value, limit or place in question, or empty

    bool operator==(const ImportProblem&) const = default;
};

} // namespace lianxin::domain
