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

    void transactionsDoNotNest() {
        Database database = Database::openMemory();
        const Transaction outer(database);
        QVERIFY_EXCEPTION_THROWN(const Transaction inner(database), StorageError);
        QVERIFY(database.inTransaction());
    }
};

QTEST_GUILESS_MAIN(TransactionTest)
#include "transaction_test.moc"
