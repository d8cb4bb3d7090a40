// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/statement.h"

namespace lianxin::platform {

void Statement::compile() {
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(connection_, sql_.data(), static_cast<int>(sql_.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement_, &rest);
    if (code != SQLITE_OK) {
        throwStorageError(connection_, code);
    }
    const std::string_view unread = std::string_view(sql_).substr(static_cast<std::size_t>(rest - sql_.data()));
    if (statement_ == nullptr || unread.find_first_not_of(" \t\r\n;") != std::string_view::npos) {
        sqlite3_finalize(std::exchange(statement_, nullptr));
        throw StorageError(StorageFault::Misuse, 0, "not exactly one statement: " + sql_);
    }
    sql_ = {};
}

void Statement::failStep(int code) {
    // The text of the error is gone after the reset, so the exception is made first.
    struct ResetAtEnd {
        Statement& statement;
        ~ResetAtEnd() { statement.reset(); }
    };
    const ResetAtEnd guard{*this};
    throwStorageError(connection_, code);
}

} // namespace lianxin::platform
