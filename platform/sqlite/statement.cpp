// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/statement.h"

namespace lianxin::platform {

void Statement::failStep(int code) {
    // The text of the error is gone after the reset, so the exception is made first.
    struct ResetAtEnd {
        Statement& statement;
        ~ResetAtEnd() { statement.reset(); }
    };
    const ResetAtEnd guard{*this};
    throwStorageError(sqlite3_db_handle(statement_), code);
}

} // namespace lianxin::platform
