// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/transaction.h"

namespace lianxin::platform {

Transaction::Transaction(Database& database, Durability durability) : database_(database) {
    clearUp();
    // The level cannot be changed once the transaction has begun.
    if (durability == Durability::WithTheNext) {
        database_.exec("PRAGMA synchronous = NORMAL");
        database_.isRelaxed_ = true;
    }
    try {
        database_.begin_.run();
    } catch (...) {
        waitForTheMediumAgain();
        throw;
    }
}

/// What the end of the transaction before had no memory for.
void Transaction::clearUp() {
    if (database_.isLeftOpen_) {
        if (database_.inTransaction())
            database_.exec("ROLLBACK");
        database_.isLeftOpen_ = false;
    }
    if (database_.isRelaxed_) {
        database_.exec("PRAGMA synchronous = FULL");
        database_.isRelaxed_ = false;
    }
}

Transaction::~Transaction() {
    // A full disk or a failing medium has already made SQLite roll back by itself. A rollback that fails
    // leaves nothing more to do here: what was not committed is not in the file, and the next transaction
    // begins with it.
    if (open_ && database_.inTransaction()) {
        database_.isLeftOpen_ =
            sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr) != SQLITE_OK;
    }
    waitForTheMediumAgain();
}

void Transaction::waitForTheMediumAgain() noexcept {
    if (database_.isRelaxed_ &&
        sqlite3_exec(database_.handle(), "PRAGMA synchronous = FULL", nullptr, nullptr, nullptr) == SQLITE_OK)
        database_.isRelaxed_ = false;
}

void Transaction::commit() {
    database_.commit_.run();
    open_ = false;
}

} // namespace lianxin::platform
