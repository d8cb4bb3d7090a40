// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/transaction.h"

namespace lianxin::platform {

Transaction::Transaction(Database& database, Durability durability)
    : database_(database), durability_(durability) {
    // The level cannot be changed once the transaction has begun.
    if (durability_ == Durability::WithTheNext)
        database_.exec("PRAGMA synchronous = NORMAL");
    try {
        database_.exec("BEGIN IMMEDIATE");
    } catch (...) {
        waitForTheMediumAgain();
        throw;
    }
}

Transaction::~Transaction() {
    // A full disk or a failing medium has already made SQLite roll back by itself. A rollback that fails
    // leaves nothing more to do: what was not committed is not in the file, and the next statement meets the
    // fault again.
    if (open_ && database_.inTransaction()) {
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
    waitForTheMediumAgain();
}

void Transaction::waitForTheMediumAgain() noexcept {
    // Changing the level is a matter of memory alone and does not fail.
    if (durability_ == Durability::WithTheNext)
        sqlite3_exec(database_.handle(), "PRAGMA synchronous = FULL", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_.exec("COMMIT");
    open_ = false;
}

} // namespace lianxin::platform
