// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/checked_vfs.h"

#include "platform/sqlite/checked_file.h"
#include "platform/sqlite/storage_error.h"

#include <array>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <string_view>

namespace lianxin::platform {

namespace {

/// One for every VFS below. SQLite keeps its address, so it is never taken away; the VFS below may be, and
/// may come again.
struct CheckedVfs {
    sqlite3_vfs vfs{};
    std::string name;
    std::string below; ///< empty: whichever is the default
};

sqlite3_vfs* belowOf(sqlite3_vfs* vfs) {
    const auto& self = *static_cast<CheckedVfs*>(vfs->pAppData);
    return sqlite3_vfs_find(self.below.empty() ? nullptr : self.below.c_str());
}

int openFile(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    sqlite3_vfs* below = belowOf(vfs);
    if (below == nullptr)
        return SQLITE_CANTOPEN;
    CheckedFile* database =
        (flags & SQLITE_OPEN_WAL) != 0 ? asChecked(sqlite3_database_file_object(name)) : nullptr;
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0 && database == nullptr)
        return below->xOpen(below, name, file, flags, outFlags);
    auto* open = new (file) CheckedFile{};
    open->database = database;
    open->below()->pMethods = nullptr;
    const int code = below->xOpen(below, name, open->below(), flags, outFlags);
    if (open->below()->pMethods != nullptr)
        open->base.pMethods = checkedMethods();
    return code;
}

int removeFile(sqlite3_vfs* vfs, const char* name, int syncFolder) {
    sqlite3_vfs* below = belowOf(vfs);
    if (below == nullptr)
        return SQLITE_IOERR_DELETE;
    // SQLite takes a log away by the name under which it opened it, and knows the file by that.
    if (std::string_view(name).ends_with("-wal"))
        if (CheckedFile* database = asChecked(sqlite3_database_file_object(name)))
            if (const int code = noteNoLog(*database); code != SQLITE_OK)
                return code;
    return below->xDelete(below, name, syncFolder);
}

int accessFile(sqlite3_vfs* vfs, const char* name, int flags, int* out) {
    sqlite3_vfs* below = belowOf(vfs);
    return below == nullptr ? SQLITE_IOERR_ACCESS : below->xAccess(below, name, flags, out);
}

int fullPathname(sqlite3_vfs* vfs, const char* name, int room, char* out) {
    sqlite3_vfs* below = belowOf(vfs);
    return below == nullptr ? SQLITE_CANTOPEN : below->xFullPathname(below, name, room, out);
}

/// What has nothing to do with files (time, chance, sleep) stays the VFS below's own.
void takeOver(CheckedVfs& checked, const sqlite3_vfs& below) {
    checked.vfs = below;
    checked.vfs.zName = checked.name.c_str();
    checked.vfs.pNext = nullptr;
    checked.vfs.pAppData = &checked;
    checked.vfs.szOsFile = static_cast<int>(sizeof(CheckedFile)) + below.szOsFile;
    checked.vfs.xOpen = openFile;
    checked.vfs.xDelete = removeFile;
    checked.vfs.xAccess = accessFile;
    checked.vfs.xFullPathname = fullPathname;
}

CheckedFile& fileOf(sqlite3* connection) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    CheckedFile* checked = asChecked(file);
    if (checked == nullptr)
        throw StorageError(StorageFault::Misuse, 0, "not a file that is checked");
    return *checked;
}

} // namespace

std::string checkedVfs(const std::string& below) {
    static std::mutex mutex;
    static auto& all = *new std::map<std::string, std::unique_ptr<CheckedVfs>>;
    sqlite3_vfs* found = sqlite3_vfs_find(below.empty() ? nullptr : below.c_str());
    if (found == nullptr)
        throw StorageError(StorageFault::Misuse, 0, "no such SQLite VFS: " + below);
    const std::string name = std::string("checked-") + found->zName;
    const std::lock_guard lock(mutex);
    auto& checked = all[name];
    if (!checked) {
        auto made = std::make_unique<CheckedVfs>();
        made->name = name;
        made->below = found->zName;
        takeOver(*made, *found);
        if (const int code = sqlite3_vfs_register(&made->vfs, 0); code != SQLITE_OK)
            throwStorageError(nullptr, code);
        checked = std::move(made);
    }
    return name;
}

void beginChecksums(sqlite3* connection) {
    int reserved = reservedBytes;
    const int code = sqlite3_file_control(connection, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
    if (code != SQLITE_OK)
        throwStorageError(connection, code);
    fileOf(connection).checksums = Checksums::Kept;
}

bool hasChecksums(sqlite3* connection) {
    sqlite3_file* file = nullptr;
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    CheckedFile* checked = asChecked(file);
    return checked != nullptr && keepsChecksums(*checked);
}

void readDamagedPages(sqlite3* connection) {
    fileOf(connection).toleratesDamage = true;
}

std::int64_t damagedPagesRead(sqlite3* connection) {
    return fileOf(connection).damagedPagesRead;
}

std::uint32_t firstDamagedPage(sqlite3* connection, std::uint32_t pages,
                               const std::set<std::uint32_t>& newer) {
    if (!hasChecksums(connection))
        return 0;
    sqlite3_file* below = fileOf(connection).below();
    std::array<unsigned char, pageBytes> page{};
    for (std::uint32_t number = 1; number <= pages; ++number) {
        if (newer.contains(number))
            continue;
        const int code =
            below->pMethods->xRead(below, page.data(), pageBytes, sqlite3_int64{number - 1} * pageBytes);
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
            throwStorageError(connection, code);
        if (!isAsWritten(page.data(), number))
            return number;
    }
    return 0;
}

} // namespace lianxin::platform
