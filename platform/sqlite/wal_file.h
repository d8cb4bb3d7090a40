// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A write-ahead log as bytes. SQLite reads one up to the first frame whose checksum is wrong and takes that
// for the end: right after a power cut, which tears the end, and a silent loss where a bit went over in the
// middle. These two tell the cases apart, and let SQLite read on behind the damage.

#include <filesystem>

namespace lianxin::platform {

/// Whether whole frames stand behind one that is not. False where there is no log. Throws std::system_error.
bool isDamagedInside(const std::filesystem::path& log);

/// Writes the checksums anew, so that SQLite takes every frame up to the last whole one, the damaged ones
/// included: for a copy that is only read. Nothing happens to a log that is not damaged inside.
void mendChecksums(const std::filesystem::path& log);

} // namespace lianxin::platform
