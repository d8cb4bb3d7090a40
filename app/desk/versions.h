// SPDX-License-Identifier: GPL-3.0-or-later
// What stands side by side in one field, and how two texts differ. No Qt.
#pragma once

#include "sync/record/history.h"

#include <string>
#include <string_view>
#include <vector>

namespace lianxin::desk {

struct Version {
    sync::Value value;
    sync::Dot dot;
    sync::WallTime at{};
};

struct VersionsOfField {
    std::vector<Version> versions; ///< distinct values, in the order of their writing
    /// Every write that stands there: what a decision of today has seen, and no other.
    std::vector<sync::Dot> seen;
};

VersionsOfField versionsOf(const sync::Record& record, const std::vector<sync::Record>& histories,
                           std::string_view field);

/// A stretch of a text that stands in the other text too, or does not.
struct Stretch {
    std::u32string text;
    bool differs = false;

    bool operator==(const Stretch&) const = default;
};

/// `text` in stretches, told apart from `other`; joined they are `text` again. Very long texts that differ in
/// the middle are told apart there as a whole.
std::vector<Stretch> differences(std::u32string_view text, std::u32string_view other);

} // namespace lianxin::desk
