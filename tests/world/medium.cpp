// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/medium.h"

#include <sqlite3.h>

#include <utility>

namespace lianxin::world {

using platform::Database;

Database MemoryMedium::fresh() {
    return Database::openMemory();
}

Database MemoryMedium::copyOf(Database& source) {
    Database copy = Database::openMemory();
    sqlite3_backup* pages = sqlite3_backup_init(copy.handle(), "main", source.handle(), "main");
    if (pages == nullptr)
        platform::throwStorageError(copy.handle(), sqlite3_extended_errcode(copy.handle()));
    sqlite3_backup_step(pages, -1);
    const int code = sqlite3_backup_finish(pages);
    if (code != SQLITE_OK)
        platform::throwStorageError(copy.handle(), code);
    return copy;
}

Database MemoryMedium::afterDeath(Database& source) {
    return std::move(source);
}

std::filesystem::path FileMedium::nextPath() {
    return folder_.path() / (std::to_string(++files_) + ".db");
}

Database FileMedium::fresh() {
    return Database::openWriter(nextPath(), platform::OpenMode::Create);
}

Database FileMedium::copyOf(Database& source) {
    const std::filesystem::path from = sqlite3_db_filename(source.handle(), "main");
    const std::filesystem::path to = nextPath();
    std::filesystem::copy_file(from, to);
    if (std::filesystem::exists(from.string() + "-wal"))
        std::filesystem::copy_file(from.string() + "-wal", to.string() + "-wal");
    return Database::openWriter(to, platform::OpenMode::MustExist);
}

} // namespace lianxin::world
