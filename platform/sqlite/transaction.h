// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A write transaction as a scope: it begins with the object and is rolled back with it unless it was
// committed.

#include "platform/sqlite/database.h"

namespace lianxin::platform {

enum class Durability {
    AtCommit,
    /// A power cut may undo it, as a whole and with all that came after it, until a transaction that is
    /// durable at commit has followed. For what can be learnt again; it spares the wait for the medium.
    WithTheNext,
};

class Transaction {
public:
    /// Takes the write lock at once (BEGIN IMMEDIATE). Throws StorageError; transactions do not nest.
    explicit Transaction(Database& database) : Transaction(database, Durability::AtCommit) {}
    Transaction(Database& database, Durability durability);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    /// Returns when the transaction is as durable as was asked for. When it throws StorageError nothing was
    /// kept and the destructor cleans up. Must be called at most once.
    void commit();

private:
    void clearUp();
    void waitForTheMediumAgain() noexcept;

    Database& database_;
    bool open_ = true;
};

} // namespace lianxin::platform
