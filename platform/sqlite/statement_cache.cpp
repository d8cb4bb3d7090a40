// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/statement_cache.h"

#include "platform/sqlite/storage_error.h"

#include <new>
#include <string>

namespace lianxin::platform {

namespace {

/// A store has about three hundred texts; each takes some kilobytes.
constexpr std::size_t mostIdle = 400;

} // namespace

sqlite3_stmt* StatementCache::take(std::string_view sql) {
    const auto idle = idle_.find(sql);
    if (idle == idle_.end()) {
        return compile(sql);
    }
    sqlite3_stmt* const statement = idle->second;
    idle_.erase(idle);
    return statement;
}

sqlite3_stmt* StatementCache::compile(std::string_view sql) {
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, &rest);
    if (code != SQLITE_OK) {
        throwStorageError(connection_, code);
    }
    const std::string_view unread = sql.substr(static_cast<std::size_t>(rest - sql.data()));
    if (statement == nullptr || unread.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
        sqlite3_finalize(statement);
        throw StorageError(StorageFault::Misuse, 0, "not exactly one statement: " + std::string(sql));
    }
    return statement;
}

void StatementCache::giveBack(sqlite3_stmt* statement) noexcept {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (idle_.size() >= mostIdle) {
        letAllGo(); // what is used will soon be here again
    }
    try {
        if (idle_.emplace(sqlite3_sql(statement), statement).second) {
            return;
        }
    } catch (const std::bad_alloc&) {
        // Then it is compiled again when it is wanted.
    }
    sqlite3_finalize(statement);
}

void StatementCache::letAllGo() noexcept {
    for (const auto& [text, statement] : idle_) {
        sqlite3_finalize(statement);
    }
    idle_.clear();
}

} // namespace lianxin::platform
