// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/transaction.h"

#include "platform/files/temporary_folder.h"

#include <QtTest>

using namespace lianxin::platform;

class TransactionTest : public QObject {
    Q_OBJECT

private slots:
    void aTransactionThatIsNotCommittedLeavesNothing() {
        Database database = Database::openMemory();
        database.exec("CREATE TABLE item(id INTEGER PRIMARY KEY) STRICT");
        {
            const Transaction transaction(database);
            database.exec("INSERT INTO item VALUES (1)");
            QVERIFY(database.inTransaction());
        }
        QVERIFY(!database.inTransaction());
        {
            Transaction transaction(database);
            database.exec("INSERT INTO item VALUES (2)");
            transaction.commit();
        }
        Statement select = database.prepare("SELECT id FROM item");
        QVERIFY(select.step());
        QCOMPARE(select.integer(0), 2);
        QVERIFY(!select.step());
    }

    void onlyATransactionThatAsksForItDoesNotWaitForTheMedium() {
        Database database = Database::openMemory();
        const auto level = [&database] {
            Statement pragma = database.prepare("PRAGMA synchronous");
            pragma.step();
            return pragma.integer(0);
        };
        constexpr std::int64_t normal = 1;
        constexpr std::int64_t full = 2;
        {
            Transaction transaction(database, Durability::WithTheNext);
            QCOMPARE(level(), normal);
            transaction.commit();
        }
        QCOMPARE(level(), full);
        { const Transaction undone(database, Durability::WithTheNext); }
        QCOMPARE(level(), full);
        const Transaction outer(database);
        QVERIFY_EXCEPTION_THROWN(const Transaction inner(database, Durability::WithTheNext), StorageError);
        QCOMPARE(level(), full);
    }

    void noLevelIsLeftBehindWhereATransactionCannotBegin() {
        const TemporaryFolder folder;
        const auto file = folder.path() / "store.db";
        Database database = Database::openWriter(file, OpenMode::Create);
        database.exec("CREATE TABLE item(id INTEGER PRIMARY KEY) STRICT");
        sqlite3_busy_timeout(database.handle(), 0);
        sqlite3* other = nullptr; // as a person's own tool does, it asks for no lock of ours
        QCOMPARE(sqlite3_open(file.c_str(), &other), SQLITE_OK);
        QCOMPARE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
        QVERIFY_EXCEPTION_THROWN(const Transaction none(database, Durability::WithTheNext), StorageError);
        sqlite3_close(other);
        Statement pragma = database.prepare("PRAGMA synchronous");
        QVERIFY(pragma.step());
        QCOMPARE(pragma.integer(0), 2);
    }

    void itHoldsTheWriteLockFromItsBeginning() {
        Database database = Database::openMemory();
        const Transaction transaction(database);
        QCOMPARE(sqlite3_txn_state(database.handle(), nullptr), SQLITE_TXN_WRITE);
    }

    /// There may be no memory for either, and then what follows must not rest on it.
    void whatItsEndCouldNotDoTheNextOneDoesFirst() {
        Database database = Database::openMemory();
        database.exec("CREATE TABLE item(id INTEGER PRIMARY KEY) STRICT");
        const auto refuse = [&database](bool refuses) {
            sqlite3_set_authorizer(
                database.handle(),
                refuses ? [](void*, int action, const char*, const char*, const char*, const char*) {
                    return action == SQLITE_PRAGMA || action == SQLITE_TRANSACTION ? SQLITE_DENY : SQLITE_OK;
                } : static_cast<int (*)(void*, int, const char*, const char*, const char*, const char*)>(nullptr),
                nullptr);
        };
        {
            const Transaction transaction(database, Durability::WithTheNext);
            database.exec("INSERT INTO item VALUES (1)");
            refuse(true);
        }
        QVERIFY(database.inTransaction());
        QVERIFY_EXCEPTION_THROWN(const Transaction none(database), StorageError);
        refuse(false);
        Transaction next(database);
        database.exec("INSERT INTO item VALUES (2)");
        next.commit();
        Statement rows = database.prepare("SELECT group_concat(id) FROM item");
        QVERIFY(rows.step());
        QCOMPARE(rows.text(0), std::string_view("2"));
        Statement level = database.prepare("PRAGMA synchronous");
        QVERIFY(level.step());
        QCOMPARE(level.integer(0), 2);
    }

    void transactionsDoNotNest() {
        Database database = Database::openMemory();
        const Transaction outer(database);
        QVERIFY_EXCEPTION_THROWN(const Transaction inner(database), StorageError);
        QVERIFY(database.inTransaction());
    }
};

QTEST_GUILESS_MAIN(TransactionTest)
#include "transaction_test.moc"
