// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/schema.h"

#include "sync/record/history.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace lianxin::sync {

namespace {

constexpr std::array<std::string_view, 4> ruleNames{"once", "latest", "versions", "set"};
constexpr std::array<std::string_view, 8> typeNames{"boolean", "integer", "real",      "text",
                                                    "json",    "time",    "reference", "sealed"};

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end())
        return std::nullopt;
    return static_cast<Enum>(at - names.begin());
}

// A name becomes a column name in SQL text, so anything but these characters is refused at start.
bool isPlainName(std::string_view name) {
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

} // namespace

std::string_view nameOf(MergeRule rule) {
    return ruleNames[static_cast<std::size_t>(rule)];
}
std::string_view nameOf(FieldType type) {
    return typeNames[static_cast<std::size_t>(type)];
}
std::optional<MergeRule> mergeRuleNamed(std::string_view name) {
    return named<MergeRule>(ruleNames, name);
}
std::optional<FieldType> fieldTypeNamed(std::string_view name) {
    return named<FieldType>(typeNames, name);
}

RecordType::RecordType(std::string name, std::vector<Field> fields, std::string_view parent,
                       std::string_view blob)
    : name_(std::move(name)), fields_(std::move(fields)) {
    if (!isPlainName(name_))
        throw std::logic_error("record type with an unusable name: " + name_);
    for (const Field& field : fields_) {
        if (!isPlainName(field.name))
            throw std::logic_error("field with an unusable name: " + name_ + "." + field.name);
        if (field.rule == MergeRule::Set && field.type != FieldType::Text)
            throw std::logic_error("the elements of a set are texts: " + name_ + "." + field.name);
        // The hub has one say at a time; join keeps its latest, whatever the rule.
        if (field.hubGiven && field.rule != MergeRule::Once && field.rule != MergeRule::Latest)
            throw std::logic_error("the hub gives one value: " + name_ + "." + field.name);
        if (std::count_if(fields_.begin(), fields_.end(),
                          [&](const Field& f) { return f.name == field.name; }) > 1)
            throw std::logic_error("field twice: " + name_ + "." + field.name);
        hasHubGiven_ = hasHubGiven_ || field.hubGiven;
    }
    if (!parent.empty()) {
        parent_ = indexOf(parent);
        if (!parent_ || fields_[*parent_].type != FieldType::Reference ||
            fields_[*parent_].rule != MergeRule::Once)
            throw std::logic_error("a parent is a reference written once: " + name_);
    }
    if (!blob.empty()) {
        blob_ = indexOf(blob);
        if (!blob_ || fields_[*blob_].type != FieldType::Text || fields_[*blob_].rule != MergeRule::Once ||
            fields_[*blob_].hubGiven)
            throw std::logic_error("the address of a blob is a text written once: " + name_);
    }
}

std::optional<FieldIndex> RecordType::indexOf(std::string_view fieldName) const {
    for (std::size_t i = 0; i < fields_.size(); ++i)
        if (fields_[i].name == fieldName)
            return static_cast<FieldIndex>(i);
    return std::nullopt;
}

Schema::Schema(std::int64_t version, std::vector<RecordType> types) : version_(version) {
    types.push_back(
        RecordType(std::string(unknownTypeName), {{"record_type", FieldType::Text, MergeRule::Once}}, {}));
    types.push_back(historyType());
    for (RecordType& type : types) {
        if (find(type.name()))
            throw std::logic_error("record type twice: " + type.name());
        types_.push_back(std::make_unique<const RecordType>(std::move(type)));
    }
}

const RecordType* Schema::find(std::string_view typeName) const {
    for (const auto& type : types_)
        if (type->name() == typeName)
            return type.get();
    return nullptr;
}

} // namespace lianxin::sync
