// SPDX-License-Identifier: GPL-3.0-or-later
// What a field can hold. Six kinds are enough for every field type; what a number or a text means is the
// field's business.
#pragma once

#include "sync/record/uuid.h"

#include <cstdint>
#include <string>
#include <variant>

namespace lianxin::sync {

/// A value that only someone with the right key can read. The first byte names the cipher suite; to join it
/// is opaque.
struct Sealed {
    std::string bytes;
    auto operator<=>(const Sealed&) const = default;
};

/// Null is "nothing"; booleans and times are integers; JSON is text. Reals are finite.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Uuid, Sealed>;

inline bool isNull(const Value& value) {
    return value.index() == 0;
}

/// A total order over all values, the last tie-break of a join: by kind, then by content.
std::strong_ordering compareValues(const Value& a, const Value& b);

} // namespace lianxin::sync
