// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/transaction.h"

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

    void transactionsDoNotNest() {
        Database database = Database::openMemory();
        const Transaction outer(database);
        QVERIFY_EXCEPTION_THROWN(const Transaction inner(database), StorageError);
        QVERIFY(database.inTransaction());
    }
};

QTEST_GUILESS_MAIN(TransactionTest)
#include "transaction_test.moc"
