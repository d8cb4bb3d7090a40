// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a record holds what a record of its type must and may hold. The command line asks before a save,
// the hub at admission, the import for every entry: one answer for all three.
//
// Rules look at one field at a time, or at fields that are written once. Two people may each change another
// field of one record, offline and rightly; what comes of joining both must never be refused.
#pragma once

#include "app/domain/codes.h"
#include "sync/record/record.h"

#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lianxin::domain {

enum class ContentFault : std::uint8_t {
    Missing,       ///< a field that every record of this type has is empty
    WrongType,     ///< the value is not of the field's type
    UnknownCode,   ///< not one of the words the field may hold
    TooLong,       ///< more characters (text) or bytes (JSON, sealed) than the field takes
    NotPlainText,  ///< not UTF-8, or with control characters
    NotJson,       ///< not one JSON value, or nested too deeply
    OutOfRange,    ///< a time or number that nothing in a hospital has
    NotAPhone,     ///< cannot be dialled: see looksLikePhone
    WrongResource, ///< not the FHIR resource that belongs here
    Contradiction, ///< at odds with another field, which the detail names
};

/// A stable word such as "unknown-code", for programs and logs.
std::string_view nameOf(ContentFault fault);

struct ContentProblem {
    ContentFault fault = ContentFault::Missing;
    std::string field;
    /// The limit or the other field in question; may be empty. For a person it is put into words at the edge.
    std::string detail;

    bool operator==(const ContentProblem&) const = default;
};

/// Whether a text can be dialled: 3 to 30 digits, spaces, hyphens and brackets, a plus at most in front.
bool looksLikePhone(std::string_view text);

/// Whether every record of this type has this field from its first save on.
bool isRequired(std::string_view type, std::string_view field);

/// The words that a field may hold; empty when it may hold others.
Codes codesOf(std::string_view type, std::string_view field);

/// Made once for a schema, which outlives it. Not thread-safe: it keeps a parser's memory between calls.
class ContentRules {
public:
    explicit ContentRules(const sync::Schema& schema);

    /// Every problem, in field order. Each value counts, shown or not: a version that lost is still read.
    /// Fields that the hub gives are passed over, and so are erased records and types without rules. What a
    /// matter needs to be registered is not asked for here: see missingForRegistration.
    std::vector<ContentProblem> check(const sync::Record& record);

private:
    struct FieldRule {
        bool required = false;
        bool phone = false;
        bool isId = false;   ///< the id of a record, as text
        bool isBlob = false; ///< the address of a blob
        std::size_t most = 0;
        Codes codes;
        std::string_view resourceType;
    };

    std::optional<ContentProblem> checkValue(const sync::Field& field, const FieldRule& rule,
                                             const sync::Value& value);
    std::optional<ContentProblem> checkShown(const sync::Field& field, const FieldRule& rule,
                                             const sync::Value& shown);
    std::optional<ContentProblem> checkJson(const sync::Field& field, const FieldRule& rule,
                                            const std::string& text);

    std::unordered_map<const sync::RecordType*, std::vector<FieldRule>> rules_;
    simdjson::dom::parser parser_;
};

} // namespace lianxin::domain
