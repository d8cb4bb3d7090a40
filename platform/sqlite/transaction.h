// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A write transaction as a scope: it begins with the object and is rolled back with it unless it was
// committed.

#include "platform/sqlite/database.h"

namespace lianxin::platform {

class Transaction {
public:
    /// Takes the write lock at once (BEGIN IMMEDIATE). Throws StorageError; transactions do not nest.
    explicit Transaction(Database& database);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    /// Returns when the transaction is durable. When it throws StorageError nothing was kept and the
    /// destructor cleans up. Must be called at most once.
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

} // namespace lianxin::platform
