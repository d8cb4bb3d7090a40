// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that still knows on which line everything stood, so that a person can be told where to look. It is a
// copy of what was read and lives on its own.
#pragma once

#include "app/domain/import/problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace lianxin::domain {

struct JsonMember;

struct LocatedJson {
    enum class Kind : std::uint8_t { Null, Boolean, Integer, Real, Text, List, Object };

    Kind kind = Kind::Null;
    std::size_t line = 0;
    std::variant<std::monostate, bool, std::int64_t, double, std::string> scalar;
    std::vector<LocatedJson> elements; ///< of a list
    std::vector<JsonMember> members;   ///< of an object, in the order of the file

    const LocatedJson* find(std::string_view key) const;
    const std::string* text() const { return std::get_if<std::string>(&scalar); }
};

struct JsonMember {
    std::string key;
    std::size_t line = 0;
    LocatedJson value;
};

/// What a file may not exceed.
struct JsonLimits {
    std::size_t bytes = std::size_t{4} << 20;
    std::size_t depth = 40;
    std::size_t values = 200'000;
    std::size_t membersPerObject = 1000;
};

/// Reads the text of a file; `file` is its name in the problems. Nothing when it cannot be read to the end. A
/// byte order mark is taken for what it is.
std::optional<LocatedJson> readLocatedJson(const std::string& file, std::string_view text,
                                           const JsonLimits& limits, std::vector<ImportProblem>& problems);

/// The value as compact JSON, the members in the order of the file: the same text for the same file, every
/// time.
std::string compactJson(const LocatedJson& value);

} // namespace lianxin::domain
