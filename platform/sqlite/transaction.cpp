// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/transaction.h"

namespace lianxin::platform {

Transaction::Transaction(Database& database) : database_(database) {
    database_.exec("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    // A full disk or a failing medium has already made SQLite roll back by itself. A rollback that fails
    // leaves nothing more to do: what was not committed is not in the file, and the next statement meets the
    // fault again.
    if (open_ && database_.inTransaction()) {
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit() {
    database_.exec("COMMIT");
    open_ = false;
}

} // namespace lianxin::platform
