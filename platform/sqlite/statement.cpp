// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/statement.h"

namespace lianxin::platform {

void Statement::compile() {
    statement_ = cache_->take(sql_);
    sql_ = {};
}

void Statement::failStep(int code) {
    // The text of the error is gone after the reset, so the exception is made first.
    struct ResetAtEnd {
        Statement& statement;
        ~ResetAtEnd() { statement.reset(); }
    };
    const ResetAtEnd guard{*this};
    throwStorageError(cache_->connection(), code);
}

} // namespace lianxin::platform
