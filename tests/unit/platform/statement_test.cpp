// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/sqlite/database.h"

#include <QtTest>

#include <array>
#include <limits>

using namespace lianxin::platform;

class StatementTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsBoundIsReadBack() {
        Database database = Database::openMemory();
        Statement select = database.prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7");
        const std::array<std::byte, 3> bytes{std::byte{0}, std::byte{255}, std::byte{0}};
        select.bindNull(1);
        select.bind(2, std::numeric_limits<std::int64_t>::min());
        select.bind(3, 0.5);
        select.bindText(4, std::string_view("中\0文", 7));
        select.bindBlob(5, bytes);
        select.bindBlob(6, std::string_view("blob"));
        select.bind(7, true);
        QVERIFY(select.step());
        QVERIFY(select.isNull(0));
        QVERIFY(select.text(0).empty());
        QCOMPARE(select.integer(1), std::numeric_limits<std::int64_t>::min());
        QCOMPARE(select.real(2), 0.5);
        QVERIFY(select.text(3) == std::string_view("中\0文", 7));
        QVERIFY(select.blob(4) == std::string_view("\0\xff\0", 3));
        QCOMPARE(select.columnType(4), SQLITE_BLOB);
        QVERIFY(select.blob(5) == "blob");
        QCOMPARE(select.integer(6), 1);
        QVERIFY(!select.step());
    }

    void anEmptyTextIsNotNull() {
        Database database = Database::openMemory();
        Statement select = database.prepare("SELECT ?1, ?2");
        select.bindText(1, std::string_view());
        select.bindBlob(2, std::string_view());
        QVERIFY(select.step());
        QCOMPARE(select.columnType(0), SQLITE_TEXT);
        QCOMPARE(select.columnType(1), SQLITE_BLOB);
    }

    void bindingsOutliveAReset() {
        Database database = Database::openMemory();
        Statement select = database.prepare("SELECT ?1");
        select.bind(1, 42);
        QVERIFY(select.step());
        select.reset();
        QVERIFY(select.step());
        QCOMPARE(select.integer(0), 42);
    }

    void aRefusedValueIsAConstraintAndTheStatementCanGoOn() {
        Database database = Database::openMemory();
        database.exec("CREATE TABLE item(id INTEGER PRIMARY KEY) STRICT");
        Statement insert = database.prepare("INSERT INTO item VALUES (?1)");
        insert.bind(1, 1);
        insert.run();
        try {
            insert.run();
            QFAIL("the same key went in twice");
        } catch (const StorageError& error) {
            QCOMPARE(error.fault(), StorageFault::Constraint);
            QCOMPARE(error.sqliteCode(), SQLITE_CONSTRAINT_PRIMARYKEY);
            QVERIFY(QString(error.what()).contains("item.id"));
        }
        insert.bind(1, 2);
        insert.run();
        QCOMPARE(database.changes(), 1);
    }

    void aMissingParameterIsMisuse() {
        Database database = Database::openMemory();
        Statement select = database.prepare("SELECT ?1");
        QVERIFY_EXCEPTION_THROWN(select.bind(2, 1), StorageError);
    }

    void aStatementCanBeMoved() {
        Database database = Database::openMemory();
        Statement first = database.prepare("SELECT 1");
        Statement second = std::move(first);
        first = database.prepare("SELECT 2");
        QVERIFY(first.step() && second.step());
        QCOMPARE(first.integer(0) + second.integer(0), 3);
    }
};

QTEST_GUILESS_MAIN(StatementTest)
#include "statement_test.moc"
