// SPDX-License-Identifier: GPL-3.0-or-later
// What kinds of record there are, which fields they have, and how two writes to a field merge.
// A schema is built once at start by the program's domain and outlives everything that refers to it.
// A rule or a type never changes once released: a field that must behave differently takes a new name.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::sync {

enum class MergeRule : std::uint8_t {
    Once,     ///< written once, by its creator or the hub; a second value is a fault for a person to look at
    Latest,   ///< the later stamp is shown, the other is kept as history
    Versions, ///< concurrent texts stay side by side until a person resolves them
    Set,      ///< elements come and go; an add that a removal had not seen survives
};

enum class FieldType : std::uint8_t {
    Boolean,
    Integer,
    Real,
    Text,
    Json,      ///< text that holds one JSON value
    Time,      ///< milliseconds since 1970, UTC
    Reference, ///< the id of another record
    Sealed,    ///< encrypted; opaque to everything in sync
};

std::string_view nameOf(MergeRule rule);
std::string_view nameOf(FieldType type);
std::optional<MergeRule> mergeRuleNamed(std::string_view name);
std::optional<FieldType> fieldTypeNamed(std::string_view name);

struct Field {
    std::string name; ///< lower-case ASCII with underscores; it is the column name, too
    FieldType type = FieldType::Text;
    MergeRule rule = MergeRule::Once;
    /// Only the hub writes it (a verdict, an official number). What a device sends for it is ignored.
    bool hubGiven = false;

    bool operator==(const Field&) const = default;
};

/// The type of records whose type this program version does not know: see Schema::unknown().
inline constexpr std::string_view unknownTypeName = "unknown_record";

/// The number of a field within its record type.
using FieldIndex = std::uint16_t;

class RecordType {
public:
    /// `parent` names the Reference field that holds the record's parent, `blob` the Text field that holds
    /// the address of its blob (see sync/blobs); either may be empty.
    RecordType(std::string name, std::vector<Field> fields, std::string_view parent,
               std::string_view blob = {});

    const std::string& name() const { return name_; }
    const std::vector<Field>& fields() const { return fields_; }
    const Field& field(FieldIndex index) const { return fields_[index]; }
    std::optional<FieldIndex> indexOf(std::string_view fieldName) const;
    /// A child is seen by whoever sees its parent, and erased with it.
    std::optional<FieldIndex> parentField() const { return parent_; }
    /// A record has one blob at most: it is whole when its blob is.
    std::optional<FieldIndex> blobField() const { return blob_; }
    bool hasHubGiven() const { return hasHubGiven_; }

private:
    std::string name_;
    std::vector<Field> fields_;
    std::optional<FieldIndex> parent_;
    std::optional<FieldIndex> blob_;
    bool hasHubGiven_ = false;
};

/// The record types of one program version. Types never move in memory: records hold pointers to them.
class Schema {
public:
    Schema(std::int64_t version, std::vector<RecordType> types);

    std::int64_t version() const { return version_; }
    const std::vector<std::unique_ptr<const RecordType>>& types() const { return types_; }
    const RecordType* find(std::string_view typeName) const;
    /// The record of a value that lost: every schema has it, after its own types. See history.h.
    const RecordType& history() const { return *types_[types_.size() - 1]; }
    /// Holds records of types that this program version does not know: the type's name in the field
    /// `record_type`, every field as an UnknownField. They are kept and passed on until an upgrade gives them
    /// their table.
    const RecordType& unknown() const { return *types_[types_.size() - 2]; }

private:
    std::int64_t version_;
    std::vector<std::unique_ptr<const RecordType>> types_;
};

} // namespace lianxin::sync
