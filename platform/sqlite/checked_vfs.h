// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The layer between SQLite and the files of the system in which pages get their checksums and are held
// against them. A page that is not as it was written is SQLITE_IOERR_DATA to SQLite: damage, and no passing
// fault of the medium. Any other VFS can lie below it.
//
//   database file   pages are written with a checksum and compared when they are read. In a checkpoint they
//                   are written as they stand in the log, so that what changed there is noticed, too.
//   log (-wal)      pages get their checksum here already, so that any SQLite may do the checkpoint: the
//                   plain sqlite3 tool as well. Since a frame's own checksum covers the page's, it is made
//                   again, and goes on from what stands in the file before it.
//   everything else goes to the VFS below as it is.
//
// A file without room for checksums is served as the VFS below would do it.

#include <sqlite3.h>

#include <cstdint>
#include <set>
#include <string>

namespace lianxin::platform {

/// The name of the VFS that checks the files of the VFS of this name; empty: of the system's own. Throws
/// StorageError when there is no such VFS, or SQLite takes no further one.
[[nodiscard]] std::string checkedVfs(const std::string& below);

/// Gives a new, still empty file room for checksums, and every page that is written to it gets one.
void beginChecksums(sqlite3* connection);
[[nodiscard]] bool hasChecksums(sqlite3* connection);

/// From here on this connection reads pages that are not as they were written, and counts them.
void readDamagedPages(sqlite3* connection);
[[nodiscard]] std::int64_t damagedPagesRead(sqlite3* connection);

/// Reads the first `pages` pages of the file itself; the number of the first that is not as it was written,
/// or 0. Pages in `newer` are passed over: what stands in the log counts, and a checkpoint that was cut off
/// may have left halves of them. Throws StorageError when the medium fails.
[[nodiscard]] std::uint32_t firstDamagedPage(sqlite3* connection, std::uint32_t pages,
                                             const std::set<std::uint32_t>& newer);

} // namespace lianxin::platform
