// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The compiled statements of one connection that nobody uses at the moment. Compiling one costs more than
// running most of them, and the same few hundred texts come again and again: whoever prepares a statement
// takes a compiled one from here, and gives it back. It lives as long as its Database, and is used by the
// same thread.

#include <sqlite3.h>

#include <string_view>
#include <unordered_map>

namespace lianxin::platform {

class StatementCache {
public:
    explicit StatementCache(sqlite3* connection) : connection_(connection) {}
    StatementCache(const StatementCache&) = delete;
    StatementCache& operator=(const StatementCache&) = delete;
    ~StatementCache() { letAllGo(); }

    [[nodiscard]] sqlite3* connection() const noexcept { return connection_; }

    /// Null is never answered. Throws StorageError, Misuse where the text is not exactly one statement.
    [[nodiscard]] sqlite3_stmt* take(std::string_view sql);
    void giveBack(sqlite3_stmt* statement) noexcept;

private:
    sqlite3_stmt* compile(std::string_view sql);
    void letAllGo() noexcept;

    sqlite3* connection_;
    std::unordered_map<std::string_view, sqlite3_stmt*> idle_; ///< by the text that SQLite keeps of each
};

} // namespace lianxin::platform
