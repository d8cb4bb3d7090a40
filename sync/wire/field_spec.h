// SPDX-License-Identifier: GPL-3.0-or-later
// How a field declares itself on the wire, "name.tl": a letter for its type, one for its rule, and "h" where
// only the hub writes it. Every field says it every time, so that a replica that does not know it can still
// keep and join it.
#pragma once

#include "sync/record/record.h"

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::sync {

inline constexpr std::string_view unknownRecordType = "unknown_record"; ///< of Schema::unknown()
inline constexpr std::string_view unknownTypeField = "record_type";

/// By WriteKind.
inline constexpr std::string_view kindLetters = "vmr";

std::string fieldSpec(const Field& field);
/// Nothing when it is not of this form, or the name could not be a column's.
std::optional<Field> fieldFromSpec(std::string_view spec);

/// Lower-case ASCII, digits and underscores, beginning with a letter: what the name of a type or a field may
/// be.
bool isPlainName(std::string_view name);

/// The stamp of a write at `wall` where none is said: the next after the one before it if that is of the same
/// millisecond, as a hybrid clock gives out, and otherwise the first of the millisecond.
inline Stamp usualStamp(Stamp before, WallTime wall) {
    return before.wall() == wall ? before.next() : Stamp::at(wall);
}

} // namespace lianxin::sync
