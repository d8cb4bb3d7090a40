// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/database.h"

#include "platform/files/durable_file.h"
#include "platform/sqlite/checked_vfs.h"
#include "platform/sqlite/wal_file.h"

#include <fcntl.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace lianxin::platform {

namespace {

StorageError asStorageError(const std::system_error& error) {
    const int code = error.code().value();
    StorageFault fault = StorageFault::Io;
    if (code == ENOSPC || code == EDQUOT) {
        fault = StorageFault::Full;
    } else if (code == EROFS || code == EACCES || code == EPERM) {
        fault = StorageFault::ReadOnly;
    }
    return {fault, 0, error.what()};
}

const char* nameOrDefault(const std::string& vfs) {
    return vfs.empty() ? nullptr : vfs.c_str();
}

void requireExisting(const std::string& name, const OpenOptions& options) {
    sqlite3_vfs* vfs = sqlite3_vfs_find(nameOrDefault(options.vfs));
    if (vfs == nullptr) {
        throw StorageError(StorageFault::Misuse, 0, "no such SQLite VFS: " + options.vfs);
    }
    int exists = 0;
    // The check takes an empty file for a missing one, which is right here.
    vfs->xAccess(vfs, name.c_str(), SQLITE_ACCESS_EXISTS, &exists);
    if (exists == 0) {
        throw StorageError(StorageFault::NotADatabase, 0, "missing or empty: " + name);
    }
}

FileLock takeWriterLock(const std::string& name) {
    try {
        std::optional<FileLock> lock = FileLock::tryTake(name + ".lock");
        if (!lock) {
            throw AlreadyOpen(name);
        }
        return std::move(*lock);
    } catch (const std::system_error& error) {
        throw asStorageError(error);
    }
}

int sqliteModeOf(CheckpointMode mode) {
    switch (mode) {
    case CheckpointMode::Passive:
        return SQLITE_CHECKPOINT_PASSIVE;
    case CheckpointMode::Full:
        return SQLITE_CHECKPOINT_FULL;
    case CheckpointMode::Restart:
        return SQLITE_CHECKPOINT_RESTART;
    case CheckpointMode::Truncate:
        return SQLITE_CHECKPOINT_TRUNCATE;
    }
    throw std::logic_error("unknown checkpoint mode");
}

void removeWithJournals(const std::filesystem::path& path) {
    std::error_code ignored; // what cannot be removed here fails the open that follows, with a better message
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) {
        std::filesystem::remove(path.string() + ending, ignored);
    }
}

void copyPages(sqlite3* from, sqlite3* to) {
    sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr) {
        throwStorageError(to, sqlite3_extended_errcode(to));
    }
    sqlite3_backup_step(backup, -1);
    const int code = sqlite3_backup_finish(backup);
    if (code != SQLITE_OK) {
        throwStorageError(to, code);
    }
}

void syncFile(const std::filesystem::path& path) {
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file || ::fsync(file.get()) != 0) {
        throw std::system_error(errno, std::generic_category(), path.string());
    }
}

} // namespace

Database::Database(std::optional<FileLock> lock, Connection connection)
    : lock_(std::move(lock)), connection_(std::move(connection)) {}

Database::Connection Database::connect(const std::string& name, int flags, const OpenOptions& options) {
    const std::string vfs = checkedVfs(options.vfs);
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(name.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX, vfs.c_str());
    Connection connection(opened); // SQLite gives a connection to close even when opening it failed
    if (code != SQLITE_OK) {
        throwStorageError(opened, opened == nullptr ? code : sqlite3_extended_errcode(opened));
    }
    sqlite3_extended_result_codes(opened, 1);
    if (options.readsDamagedPages) {
        readDamagedPages(opened);
    }
    return connection;
}

Database Database::openWriter(const std::filesystem::path& path, OpenMode mode) {
    return openWriter(path, mode, OpenOptions{});
}

Database Database::openWriter(const std::filesystem::path& path, OpenMode mode, const OpenOptions& options) {
    const std::string name = path.string();
    int flags = SQLITE_OPEN_READWRITE;
    if (mode == OpenMode::Create) {
        flags |= SQLITE_OPEN_CREATE;
    } else {
        requireExisting(name, options);
    }
    FileLock lock = takeWriterLock(name);
    std::error_code unknown; // is told by opening it
    const bool isNew =
        mode == OpenMode::Create && !(std::filesystem::file_size(path, unknown) > 0 && !unknown);
    Database database(std::move(lock), connect(name, flags, options));
    if (isNew) {
        beginChecksums(database.handle());
    }
    database.configure();
    database.enableWriteAheadLog();
    return database;
}

Database Database::openReader(const std::filesystem::path& path) {
    return openReader(path, OpenOptions{});
}

Database Database::openReader(const std::filesystem::path& path, const OpenOptions& options) {
    const std::string name = path.string();
    requireExisting(name, options);
    Database database(std::nullopt, connect(name, SQLITE_OPEN_READONLY, options));
    database.configure();
    return database;
}

Database Database::openMemory() {
    Database database(std::nullopt,
                      connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, OpenOptions{}));
    database.configure();
    return database;
}

void Database::configure() {
    // A misspelt column in double quotes would be taken for a text, and a hostile file could bring code of
    // its own along in its schema.
    for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DQS_DDL, 0},
                                        {SQLITE_DBCONFIG_DQS_DML, 0},
                                        {SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0}}) {
        const int code = sqlite3_db_config(handle(), option, value, nullptr);
        if (code != SQLITE_OK) {
            throwStorageError(handle(), code);
        }
    }
    sqlite3_busy_timeout(handle(), 0);
    // Mapped files turn a failing medium into a signal that kills the process: reading keeps it an error.
    // The cache is about 4 MB.
    exec("PRAGMA mmap_size = 0; PRAGMA cache_size = -4096; PRAGMA temp_store = MEMORY;"
         "PRAGMA foreign_keys = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL");
}

void Database::enableWriteAheadLog() {
    Statement pragma = prepare("PRAGMA journal_mode = WAL");
    if (!pragma.step() || pragma.text(0) != "wal") {
        throw StorageError(StorageFault::Misuse, 0, "the file system cannot hold a write-ahead log");
    }
}

void Database::exec(const std::string& sql) {
    const int code = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        throwStorageError(handle(), code);
    }
}

void Database::lookAtEveryPage(std::vector<std::string>& problems) {
    const char* name = sqlite3_db_filename(handle(), "main");
    if (name == nullptr || *name == '\0' || !hasChecksums(handle())) {
        return;
    }
    Statement count = prepare("PRAGMA page_count");
    count.step();
    const auto pages = static_cast<std::uint32_t>(count.integer(0));
    const std::uint32_t damaged = firstDamagedPage(handle(), pages, pagesInLog(std::string(name) + "-wal"));
    if (damaged != 0) {
        problems.push_back("page " + std::to_string(damaged) + " is not as it was written");
    }
}

std::vector<std::string> Database::quickCheck() {
    std::vector<std::string> problems;
    try {
        lookAtEveryPage(problems);
        Statement check = prepare("PRAGMA quick_check");
        while (check.step()) {
            if (check.text(0) != "ok") {
                problems.emplace_back(check.text(0));
            }
        }
    } catch (const StorageError& error) {
        // Damage can be bad enough to stop the check itself; that is a finding. A failing medium is not.
        if (error.fault() != StorageFault::Corrupt && error.fault() != StorageFault::NotADatabase) {
            throw;
        }
        problems.emplace_back(error.what());
    }
    return problems;
}

std::int64_t Database::damagedPagesRead() const {
    return platform::damagedPagesRead(handle());
}

CheckpointOutcome Database::checkpoint(CheckpointMode mode) {
    int pagesInWal = 0;
    int pagesMoved = 0;
    const int code =
        sqlite3_wal_checkpoint_v2(handle(), nullptr, sqliteModeOf(mode), &pagesInWal, &pagesMoved);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY) {
        throwStorageError(handle(), code);
    }
    return {code == SQLITE_OK && pagesInWal == pagesMoved, pagesInWal, pagesMoved};
}

void Database::backupTo(const std::filesystem::path& path) {
    const std::filesystem::path partial = path.string() + ".partial";
    removeWithJournals(partial);
    try {
        {
            const Connection copy =
                connect(partial.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, OpenOptions{});
            if (hasChecksums(handle())) {
                beginChecksums(copy.get());
            }
            copyPages(handle(), copy.get());
            // The copy says of itself that it has a write-ahead log; a backup must be one whole file.
            const int code =
                sqlite3_exec(copy.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
            if (code != SQLITE_OK) {
                throwStorageError(copy.get(), code);
            }
        }
        syncFile(partial);
        std::filesystem::rename(partial, path);
        syncFolder(std::filesystem::absolute(path).parent_path());
    } catch (const std::system_error& error) {
        removeWithJournals(partial);
        throw asStorageError(error);
    } catch (const StorageError&) {
        removeWithJournals(partial);
        throw;
    }
}

int Database::userVersion() {
    Statement pragma = prepare("PRAGMA user_version");
    pragma.step();
    return static_cast<int>(pragma.integer(0));
}

void Database::setUserVersion(int version) {
    exec("PRAGMA user_version = " + std::to_string(version));
}

} // namespace lianxin::platform
