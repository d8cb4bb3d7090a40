// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What storage throws. Classes of sync/ turn it into a value at their public boundary, so that nobody above
// them meets an exception for a full disk.

#include <stdexcept>
#include <string>

struct sqlite3;

namespace lianxin::platform {

/// What went wrong, by what the owner of the file has to do about it.
enum class StorageFault {
    Full,         ///< no room left on the medium; nothing of the transaction was kept
    ReadOnly,     ///< the file or its file system refuses writing
    Corrupt,      ///< the content contradicts itself: quarantine the file, rebuild from the hub
    Io,           ///< the medium failed; what was not yet acknowledged may be lost
    NotADatabase, ///< the file is missing, empty or of another kind; it must never be replaced silently
    Constraint,   ///< the schema refuses the value
    Misuse        ///< a mistake of the program, or someone else writing to our file
};

/// A storage operation failed. The transaction that it belonged to must be rolled back.
class StorageError : public std::runtime_error {
public:
    StorageError(StorageFault fault, int sqliteCode, const std::string& message)
        : std::runtime_error(message), fault_(fault), sqliteCode_(sqliteCode) {}

    [[nodiscard]] StorageFault fault() const noexcept { return fault_; }
    /// SQLite's extended result code, for diagnostics; 0 when the fault was found outside of SQLite.
    [[nodiscard]] int sqliteCode() const noexcept { return sqliteCode_; }

private:
    StorageFault fault_;
    int sqliteCode_;
};

/// The file already has its one writer, in this process or in another.
class AlreadyOpen : public StorageError {
public:
    explicit AlreadyOpen(const std::string& path)
        : StorageError(StorageFault::Misuse, 0, "already open for writing: " + path) {}
};

/// Throws what an SQLite result code means: StorageError, or std::bad_alloc when memory ran out.
/// The text comes from the connection; it may be null when there is none.
[[noreturn]] void throwStorageError(sqlite3* connection, int code);

} // namespace lianxin::platform
