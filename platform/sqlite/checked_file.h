// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A database file or a log that is open below SQLite, see checked_vfs.h. SQLite allocates it and closes it;
// the file of the VFS below lies right behind it. SQLite calls it from one thread at a time.

#include "platform/sqlite/wal_format.h"

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <optional>

namespace lianxin::platform {

enum class Checksums : std::uint8_t { Unknown, None, Kept };

struct CheckedFile {
    sqlite3_file base{};

    // Of a database file.
    Checksums checksums = Checksums::Unknown;
    std::optional<LogMark> mark; ///< nothing: not looked at yet
    bool isInCheckpoint = false;
    bool toleratesDamage = false;
    std::int64_t damagedPagesRead = 0;

    // Of a log.
    CheckedFile* database = nullptr; ///< null: this is no log
    sqlite3_int64 frameHeadAt = -1;  ///< where the head stands that was written last, and nothing since
    sqlite3_int64 sumBefore = -1;    ///< the frame that begins here goes on from `sum`
    wal::Sum sum{};
    sqlite3_int64 askedBefore = -1; ///< SQLite's own sums go on from `asked` in the frame that begins here
    wal::Sum asked{};
    std::uint32_t framesWritten = 0; ///< up to the last one that this connection wrote
    std::uint32_t framesDurable = 0; ///< of these, since this connection's last sync

    /// A page under way to the medium; in a log with the head of its frame before it.
    std::array<unsigned char, wal::frameBytes> frame{};

    sqlite3_file* below() noexcept { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

const sqlite3_io_methods* checkedMethods();
/// Nothing where the file is none of these.
CheckedFile* asChecked(sqlite3_file* file);
/// Looks at the file's first bytes where that is not known yet.
bool keepsChecksums(CheckedFile& file);
/// Every page of its log is in the file, durably, and the log is about to go. Gives SQLite's code.
int noteNoLog(CheckedFile& file);

} // namespace lianxin::platform
