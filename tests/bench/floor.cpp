// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/floor.h"

#include "platform/files/temporary_folder.h"

#include <sqlite3.h>
#include <zstd.h>

#include <stdexcept>
#include <string>

namespace lianxin::bench {

namespace {

constexpr const char* responsesTable = R"(
CREATE TABLE survey_response (
    id BLOB PRIMARY KEY, device TEXT, department TEXT, form TEXT, form_version INTEGER, lang TEXT, started_at INTEGER,
    submitted_at INTEGER, duration_ms INTEGER, channel TEXT, q01 INTEGER, q02 INTEGER, q03 INTEGER, q04 INTEGER,
    q05 INTEGER, q06 INTEGER, q07 INTEGER, q08 INTEGER, q09 INTEGER, q10 INTEGER, q11 INTEGER, q12 INTEGER,
    q13 INTEGER, q14 INTEGER, q15 INTEGER, q16 INTEGER, q17 TEXT, q18 TEXT, q19 TEXT, q20 REAL, text TEXT,
    score INTEGER, seq INTEGER, hash TEXT
) STRICT)";

constexpr const char* casesTable = R"(
CREATE TABLE complaint (
    id BLOB PRIMARY KEY, no TEXT, department TEXT, patient_ref TEXT, channel TEXT, category TEXT, severity INTEGER,
    status TEXT, assignee TEXT, title TEXT, description TEXT, opened_at INTEGER, due_at INTEGER, resolution TEXT
) STRICT)";

void require(bool fine, sqlite3* connection) {
    if (!fine) {
        throw std::runtime_error(std::string("bare SQLite: ") + sqlite3_errmsg(connection));
    }
}

void execute(sqlite3* connection, const char* sql) {
    require(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) == SQLITE_OK, connection);
}

SqliteConnection openBare(const std::filesystem::path& file, const char* table) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(
        file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    SqliteConnection connection(opened);
    require(code == SQLITE_OK, opened);
    execute(opened, "PRAGMA journal_mode=WAL");
    execute(opened, "PRAGMA synchronous=FULL");
    execute(opened, table);
    return connection;
}

SqliteStatement prepare(sqlite3* connection, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    require(sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) ==
                SQLITE_OK,
            connection);
    return SqliteStatement(statement);
}

void bindText(sqlite3_stmt* statement, int parameter, std::string_view text) {
    sqlite3_bind_text(statement, parameter, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
}

void bindId(sqlite3_stmt* statement, int parameter, const sync::Uuid& id) {
    sqlite3_bind_blob(statement, parameter, id.bytes.data(), static_cast<int>(id.bytes.size()),
                      SQLITE_STATIC);
}

void bindResponse(sqlite3_stmt* statement, const SurveyResponse& response) {
    bindId(statement, 1, response.id);
    bindText(statement, 2, response.device);
    bindText(statement, 3, response.department);
    bindText(statement, 4, response.form);
    sqlite3_bind_int64(statement, 5, response.formVersion);
    bindText(statement, 6, response.lang);
    sqlite3_bind_int64(statement, 7, response.startedAt);
    sqlite3_bind_int64(statement, 8, response.submittedAt);
    sqlite3_bind_int64(statement, 9, response.durationMs);
    bindText(statement, 10, response.channel);
    for (int question = 0; question < 15; ++question) {
        sqlite3_bind_int64(statement, 11 + question, response.ratings[static_cast<std::size_t>(question)]);
    }
    sqlite3_bind_int64(statement, 26, response.recommends ? 1 : 0);
    bindText(statement, 27, response.q17);
    bindText(statement, 28, response.q18);
    bindText(statement, 29, response.q19);
    if (response.q20) {
        sqlite3_bind_double(statement, 30, *response.q20);
    } else {
        sqlite3_bind_null(statement, 30);
    }
    bindText(statement, 31, response.text);
    sqlite3_bind_int64(statement, 32, response.score);
    sqlite3_bind_int64(statement, 33, response.seq);
    bindText(statement, 34, response.hash);
}

void bindCase(sqlite3_stmt* statement, const Case& one) {
    bindId(statement, 1, one.id);
    bindText(statement, 2, one.number);
    bindText(statement, 3, one.department);
    bindText(statement, 4, one.patientRef);
    bindText(statement, 5, one.channel);
    bindText(statement, 6, one.category);
    sqlite3_bind_int64(statement, 7, one.severity);
    bindText(statement, 8, one.status);
    bindText(statement, 9, one.assignee);
    bindText(statement, 10, one.title);
    bindText(statement, 11, one.description);
    sqlite3_bind_int64(statement, 12, one.openedAt);
    sqlite3_bind_int64(statement, 13, one.dueAt);
    bindText(statement, 14, one.resolution);
}

void run(sqlite3_stmt* statement) {
    const int code = sqlite3_step(statement);
    require(code == SQLITE_DONE, sqlite3_db_handle(statement));
    sqlite3_reset(statement);
}

} // namespace

void CloseSqlite::operator()(sqlite3* connection) const noexcept {
    sqlite3_close(connection);
}
void CloseSqlite::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}

BareResponses::BareResponses(const std::filesystem::path& folder)
    : file_(folder / "bare.sqlite"),
      connection_(openBare(file_, responsesTable)),
      insert_(prepare(connection_.get(),
                      "INSERT INTO survey_response VALUES "
                      "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {}

void BareResponses::insert(const SurveyResponse& response) {
    bindResponse(insert_.get(), response);
    run(insert_.get());
}

void BareResponses::insertAll(std::span<const SurveyResponse> responses) {
    execute(connection_.get(), "BEGIN");
    for (const SurveyResponse& response : responses) {
        bindResponse(insert_.get(), response);
        run(insert_.get());
    }
    execute(connection_.get(), "COMMIT");
}

std::uintmax_t BareResponses::bytesAfterCheckpoint() {
    execute(connection_.get(), "PRAGMA wal_checkpoint(TRUNCATE)");
    return std::filesystem::file_size(file_);
}

BareCases::BareCases(const std::filesystem::path& folder, std::span<const Case> cases)
    : connection_(openBare(folder / "bare_cases.sqlite", casesTable)),
      update_(prepare(connection_.get(), "UPDATE complaint SET status = ? WHERE id = ?")) {
    const SqliteStatement insert =
        prepare(connection_.get(), "INSERT INTO complaint VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    execute(connection_.get(), "BEGIN");
    for (const Case& one : cases) {
        bindCase(insert.get(), one);
        run(insert.get());
    }
    execute(connection_.get(), "COMMIT");
}

void BareCases::setStatus(const sync::Uuid& id, std::string_view status) {
    bindText(update_.get(), 1, status);
    bindId(update_.get(), 2, id);
    run(update_.get());
}

Seconds bulkInsertTime(std::span<const SurveyResponse> responses) {
    const platform::TemporaryFolder folder;
    BareResponses table(folder.path());
    return timed([&] { table.insertAll(responses); });
}

std::size_t zstdBytes(std::string_view bytes) {
    std::string compressed(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compress(compressed.data(), compressed.size(), bytes.data(), bytes.size(), 3);
    if (ZSTD_isError(size) != 0) {
        throw std::runtime_error(std::string("zstd: ") + ZSTD_getErrorName(size));
    }
    return size;
}

} // namespace lianxin::bench
