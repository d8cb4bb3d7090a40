// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A write-ahead log as bytes. SQLite reads one up to the first frame whose checksum is wrong and takes that
// for the end: right after a power cut, which may leave any part of what was not synced, and a silent loss
// where a bit went over in what was. These tell the cases apart, and let SQLite read on behind the damage.

#include <cstdint>
#include <filesystem>
#include <set>

namespace lianxin::platform {

/// Whether something is not whole that was durable: a later frame says so. False where there is no log. What
/// a power cut tears is none. Throws std::system_error.
bool isDamagedInside(const std::filesystem::path& log);

/// Of a log that stands beside a database file, or should.
enum class LogKind : std::uint8_t {
    Own,      ///< or the file has none, or nothing is in it
    Outdated, ///< all of it is in the file already; SQLite had not begun the next one, or taken it away
    Foreign,  ///< of another file, or of this one at another moment
    Missing   ///< the file has one, and not even its head is there
};
LogKind logKind(const std::filesystem::path& log, const std::filesystem::path& database);

/// Leaves nothing in it but its head: SQLite begins it anew. Throws std::filesystem::filesystem_error.
void emptyLog(const std::filesystem::path& log);

/// The pages whose newest state stands in the log and not in the file. None where there is no log.
std::set<std::uint32_t> pagesInLog(const std::filesystem::path& log);

/// Writes the checksums anew, so that SQLite takes every frame up to the last whole one, the damaged ones
/// included: for a copy that is only read. Nothing happens to a log that is not damaged inside.
void mendChecksums(const std::filesystem::path& log);

} // namespace lianxin::platform
