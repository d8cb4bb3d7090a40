// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One SQL statement. It is compiled when it is first used: whoever opens a store has hundreds of them ready,
// and a day needs few. When it ends, its compiled form goes back to the connection for the next one with this
// text. It must be destroyed before its Database, and is used by the thread that uses the Database. The calls
// of the hot path are inline and add next to nothing to SQLite's own.

#include "platform/sqlite/statement_cache.h"
#include "platform/sqlite/storage_error.h"

#include <sqlite3.h>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace lianxin::platform {

/// One column of the row that a statement stands on: several looks at it cost one look-up. Valid until the
/// next step() or reset(). The connection has no mutex, so SQLite's distinction of protected values does not
/// apply.
class Cell {
public:
    explicit Cell(sqlite3_value* value) noexcept : value_(value) {}

    /// One of SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB, SQLITE_NULL.
    [[nodiscard]] int type() const noexcept { return sqlite3_value_type(value_); }
    [[nodiscard]] std::int64_t integer() const noexcept { return sqlite3_value_int64(value_); }
    [[nodiscard]] double real() const noexcept { return sqlite3_value_double(value_); }
    [[nodiscard]] std::string_view text() const noexcept {
        const auto* first = reinterpret_cast<const char*>(sqlite3_value_text(value_));
        return first == nullptr ? std::string_view() : std::string_view(first, size());
    }
    [[nodiscard]] std::string_view blob() const noexcept {
        const auto* first = static_cast<const char*>(sqlite3_value_blob(value_));
        return first == nullptr ? std::string_view() : std::string_view(first, size());
    }

private:
    [[nodiscard]] std::size_t size() const noexcept {
        return static_cast<std::size_t>(sqlite3_value_bytes(value_));
    }

    sqlite3_value* value_;
};

/// Parameters are numbered from 1 and columns from 0, as in SQLite. All calls that can fail throw
/// StorageError.
class Statement {
public:
    Statement(StatementCache* cache, std::string_view sql) : cache_(cache), sql_(sql) {}
    Statement(Statement&& other) noexcept
        : cache_(other.cache_),
          sql_(std::move(other.sql_)),
          statement_(std::exchange(other.statement_, nullptr)) {}
    Statement& operator=(Statement&& other) noexcept {
        std::swap(cache_, other.cache_);
        std::swap(sql_, other.sql_);
        std::swap(statement_, other.statement_);
        return *this;
    }
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement() {
        if (statement_ != nullptr) {
            cache_->giveBack(statement_);
        }
    }

    void bindNull(int parameter) { check(sqlite3_bind_null(compiled(), parameter)); }
    void bind(int parameter, double value) { check(sqlite3_bind_double(compiled(), parameter, value)); }
    template <std::integral Integer>
    void bind(int parameter, Integer value) {
        static_assert(std::is_signed_v<Integer> || sizeof(Integer) < sizeof(std::int64_t),
                      "SQLite holds signed 64-bit integers: say how the value fits");
        check(sqlite3_bind_int64(compiled(), parameter, static_cast<std::int64_t>(value)));
    }
    /// The bytes are not copied: the caller keeps them unchanged until reset() or the next bind of this
    /// parameter.
    void bindText(int parameter, std::string_view text) {
        check(sqlite3_bind_text64(compiled(), parameter, addressOf(text), text.size(), SQLITE_STATIC,
                                  SQLITE_UTF8));
    }
    /// A text that is gone before the statement runs.
    template <std::same_as<std::string> Gone>
    void bindText(int parameter, Gone&& text) = delete;
    /// The bytes are not copied: the caller keeps them unchanged until reset() or the next bind of this
    /// parameter.
    void bindBlob(int parameter, std::string_view bytes) {
        check(sqlite3_bind_blob64(compiled(), parameter, addressOf(bytes), bytes.size(), SQLITE_STATIC));
    }
    void bindBlob(int parameter, std::span<const std::byte> bytes) {
        bindBlob(parameter, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    }

    /// Runs to the next row. True: a row is there to be read. False: finished.
    /// After a failure the statement is reset, so that it never holds a lock.
    bool step() {
        const int code = sqlite3_step(compiled());
        if (code == SQLITE_ROW) [[likely]] {
            return true;
        }
        if (code == SQLITE_DONE) [[likely]] {
            return false;
        }
        failStep(code);
    }
    /// Makes the statement ready to run again. Bindings stay as they are.
    void reset() noexcept { sqlite3_reset(statement_); }
    /// Runs a statement that answers no rows, and resets it.
    void run() {
        while (step()) {
        }
        reset();
    }

    [[nodiscard]] Cell cell(int column) const noexcept {
        return Cell(sqlite3_column_value(statement_, column));
    }
    /// One of SQLITE_INTEGER, SQLITE_FLOAT, SQLITE_TEXT, SQLITE_BLOB, SQLITE_NULL.
    [[nodiscard]] int columnType(int column) const noexcept {
        return sqlite3_column_type(statement_, column);
    }
    [[nodiscard]] bool isNull(int column) const noexcept { return columnType(column) == SQLITE_NULL; }
    [[nodiscard]] std::int64_t integer(int column) const noexcept {
        return sqlite3_column_int64(statement_, column);
    }
    [[nodiscard]] double real(int column) const noexcept { return sqlite3_column_double(statement_, column); }
    /// Valid until the next step(), reset() or read of this column as another type. NULL reads as empty.
    [[nodiscard]] std::string_view text(int column) const {
        const auto* first = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return viewOf(first, column);
    }
    /// Valid until the next step(), reset() or read of this column as another type. NULL reads as empty.
    [[nodiscard]] std::string_view blob(int column) const {
        return viewOf(static_cast<const char*>(sqlite3_column_blob(statement_, column)), column);
    }

    /// For calls that this class does not wrap.
    [[nodiscard]] sqlite3_stmt* handle() { return compiled(); }

private:
    // SQLite takes a null address for SQL's NULL, and an empty view may have one.
    static const char* addressOf(std::string_view bytes) noexcept {
        return bytes.data() == nullptr ? "" : bytes.data();
    }
    [[nodiscard]] std::string_view viewOf(const char* first, int column) const noexcept {
        return first == nullptr
                   ? std::string_view()
                   : std::string_view(first,
                                      static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
    }
    void check(int code) {
        if (code != SQLITE_OK) [[unlikely]] {
            throwStorageError(cache_->connection(), code);
        }
    }
    sqlite3_stmt* compiled() {
        if (statement_ == nullptr) [[unlikely]] {
            compile();
        }
        return statement_;
    }
    void compile();
    [[noreturn]] void failStep(int code);

    StatementCache* cache_;
    std::string sql_; ///< until it is compiled
    sqlite3_stmt* statement_ = nullptr;
};

} // namespace lianxin::platform
