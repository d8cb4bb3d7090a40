// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the machine can do at best with the same rows: SQLite's own calls on a bare typed STRICT table,
// write-ahead log, synchronous=FULL, everything else as SQLite has it by default. Ours is measured against
// this and never in bare time.

#include "tests/bench/data.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace lianxin::bench {

using Seconds = std::chrono::duration<double>;

/// How long it takes to do something.
template <class Action>
Seconds timed(Action action) {
    const auto start = std::chrono::steady_clock::now();
    action();
    return std::chrono::steady_clock::now() - start;
}

struct CloseSqlite {
    void operator()(sqlite3* connection) const noexcept;
    void operator()(sqlite3_stmt* statement) const noexcept;
};
using SqliteConnection = std::unique_ptr<sqlite3, CloseSqlite>;
using SqliteStatement = std::unique_ptr<sqlite3_stmt, CloseSqlite>;

/// Responses in a bare table of 34 typed columns. The file is `folder`/bare.sqlite; the caller removes the
/// folder. All calls throw std::runtime_error when SQLite refuses.
class BareResponses {
public:
    explicit BareResponses(const std::filesystem::path& folder);

    /// One transaction, durable when it returns.
    void insert(const SurveyResponse& response);
    /// All of them in one transaction, durable when it returns.
    void insertAll(std::span<const SurveyResponse> responses);
    /// Bytes on disk once everything has been moved out of the write-ahead log.
    [[nodiscard]] std::uintmax_t bytesAfterCheckpoint();

private:
    std::filesystem::path file_;
    SqliteConnection connection_;
    SqliteStatement insert_;
};

/// Cases in a bare table, to be edited: one field of one row, one transaction.
class BareCases {
public:
    BareCases(const std::filesystem::path& folder, std::span<const Case> cases);

    /// Sets one case's status; durable when it returns.
    void setStatus(const sync::Uuid& id, std::string_view status);

private:
    SqliteConnection connection_;
    SqliteStatement update_;
};

/// One bulk insert of these rows into a fresh table in a fresh folder; opening and closing are not counted.
[[nodiscard]] Seconds bulkInsertTime(std::span<const SurveyResponse> responses);

/// What zstd makes of the bytes at its default level 3.
[[nodiscard]] std::size_t zstdBytes(std::string_view bytes);

} // namespace lianxin::bench
