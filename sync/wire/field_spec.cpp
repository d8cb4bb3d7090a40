// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/field_spec.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

constexpr std::string_view typeLetters =
    "birtjmus"; // by FieldType; m is a moment, u the id (UUID) of another record
constexpr std::string_view ruleLetters = "olvs"; // by MergeRule

} // namespace

std::string fieldSpec(const Field& field) {
    std::string spec = field.name;
    spec += '.';
    spec += typeLetters[static_cast<std::size_t>(field.type)];
    spec += ruleLetters[static_cast<std::size_t>(field.rule)];
    if (field.hubGiven)
        spec += 'h';
    return spec;
}

std::optional<Field> fieldFromSpec(std::string_view spec) {
    const std::size_t point = spec.find('.');
    if (point == std::string_view::npos || !isPlainName(spec.substr(0, point)))
        return std::nullopt;
    const std::string_view letters = spec.substr(point + 1);
    const bool hubGiven = letters.size() == 3 && letters[2] == 'h';
    if (letters.size() != 2 && !hubGiven)
        return std::nullopt;
    const std::size_t type = typeLetters.find(letters[0]);
    const std::size_t rule = ruleLetters.find(letters[1]);
    if (type == std::string_view::npos || rule == std::string_view::npos)
        return std::nullopt;
    Field field{std::string(spec.substr(0, point)), static_cast<FieldType>(type),
                static_cast<MergeRule>(rule), hubGiven};
    if (field.rule == MergeRule::Set && field.type != FieldType::Text)
        return std::nullopt;
    return field;
}

bool isPlainName(std::string_view name) {
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

} // namespace lianxin::sync
