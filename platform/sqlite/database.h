// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One connection to one SQLite file, whose pages carry checksums (checked_vfs.h). The object owns the
// connection and, when it writes, the file's writer lock; both end with it. It is used by one thread at a
// time; a second thread opens a reader of its own.

#include "platform/files/file_lock.h"
#include "platform/sqlite/statement.h"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::platform {

enum class OpenMode {
    Create,   ///< makes the file when there is none
    MustExist ///< a missing or empty file is a fault, never a new beginning
};

struct OpenOptions {
    std::string vfs; ///< the name of a registered SQLite VFS, on which checksums go; empty: the system's own
    /// Pages that are not as they were written are read all the same, and counted: to save what can be.
    bool readsDamagedPages = false;
};

/// How hard a checkpoint tries; the words are SQLite's.
enum class CheckpointMode { Passive, Full, Restart, Truncate };

struct CheckpointOutcome {
    bool finished;  ///< false when a reader kept some pages from being moved; nothing is lost
    int pagesInWal; ///< pages in the write-ahead log before it was reset
    int pagesMoved; ///< of these, pages that are in the database file now
};

/// Every call that can fail throws StorageError. Statements must be destroyed before their Database.
class Database {
public:
    /// The one writer of the file: write-ahead log, durable at every commit (synchronous=FULL). SQLite
    /// before 3.51.3 can corrupt a file that two connections write and checkpoint at once, so the writer
    /// holds an exclusive lock on
    /// "<path>.lock" for its whole life; AlreadyOpen is thrown when someone else has it.
    [[nodiscard]] static Database openWriter(const std::filesystem::path& path, OpenMode mode);
    [[nodiscard]] static Database openWriter(const std::filesystem::path& path, OpenMode mode,
                                             const OpenOptions& options);
    /// A connection that can only read, for a second thread. The file must exist.
    [[nodiscard]] static Database openReader(const std::filesystem::path& path);
    [[nodiscard]] static Database openReader(const std::filesystem::path& path, const OpenOptions& options);
    /// A database in memory that ends with the object.
    [[nodiscard]] static Database openMemory();

    /// One statement that will be kept and run many times. What is wrong with it is told when it is first
    /// used.
    [[nodiscard]] Statement prepare(std::string_view sql) { return {statements_.get(), sql}; }
    /// Runs one or more statements; rows are ignored.
    void exec(const std::string& sql);

    /// Rows that the last INSERT, UPDATE or DELETE changed.
    [[nodiscard]] std::int64_t changes() const noexcept { return sqlite3_changes64(connection_.get()); }
    [[nodiscard]] bool inTransaction() const noexcept {
        return sqlite3_get_autocommit(connection_.get()) == 0;
    }

    /// Looks for damage: reads every page of the file, and what they say of each other (PRAGMA quick_check);
    /// empty when the file is sound. Takes time in proportion to its size.
    [[nodiscard]] std::vector<std::string> quickCheck();
    /// How many reads met a page that was not as it was written.
    [[nodiscard]] std::int64_t damagedPagesRead() const;
    CheckpointOutcome checkpoint(CheckpointMode mode);
    /// Copies the database as it is now to a new, self-contained file, which appears under its name only when
    /// it is whole and durable. Others may read and write meanwhile.
    void backupTo(const std::filesystem::path& path);

    /// The number that a program keeps in the file's header for its own schema version.
    [[nodiscard]] int userVersion();
    void setUserVersion(int version);

    /// For calls that this class does not wrap.
    [[nodiscard]] sqlite3* handle() const noexcept { return connection_.get(); }

private:
    friend class Transaction;

    struct CloseConnection {
        void operator()(sqlite3* connection) const noexcept { sqlite3_close_v2(connection); }
    };
    using Connection = std::unique_ptr<sqlite3, CloseConnection>;

    Database(std::optional<FileLock> lock, Connection connection);
    static Connection connect(const std::string& name, int flags, const OpenOptions& options);
    void configure();
    void lookAtEveryPage(std::vector<std::string>& problems);
    void enableWriteAheadLog();

    // The order matters: statements end before the connection, and it closes before the lock is let go.
    std::optional<FileLock> lock_;
    Connection connection_;
    std::unique_ptr<StatementCache> statements_ = std::make_unique<StatementCache>(handle());
    Statement begin_ = prepare("BEGIN IMMEDIATE");
    Statement commit_ = prepare("COMMIT");

    // What a Transaction changed, until it is as it was.
    bool isRelaxed_ = false;  ///< commits do not wait for the medium
    bool isLeftOpen_ = false; ///< there was no memory for rolling one back
};

} // namespace lianxin::platform
