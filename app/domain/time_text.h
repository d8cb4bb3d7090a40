// SPDX-License-Identifier: GPL-3.0-or-later
// Times as people and other programs write them in files: ISO 8601 with an explicit offset. A time without an
// offset is refused, since nobody could say which it is.
#pragma once

#include "sync/record/dot.h"

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::domain {

/// Reads "2026-03-02T08:00:00+08:00", with or without fractions of a second, "Z" for UTC. Anything else is
/// nothing.
std::optional<sync::WallTime> parseTime(std::string_view text);

/// Writes "2026-03-02T00:00:00.000Z".
std::string formatTime(sync::WallTime time);

} // namespace lianxin::domain
