// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/type_table.h"

#include "tests/unit/sync/record_builders.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::tests;

class TypeTableTest : public QObject {
    Q_OBJECT

    platform::Database database_ = platform::Database::openMemory();
    std::optional<TypeTable> table_;

    static Row rowOf(std::uint8_t number, Position position) {
        Row row{emptyRecord(noteType(), idOf(number)), position, std::nullopt, 0};
        row.record.cover = {dot(7, 1), Stamp{1U << 16U}, {}};
        row.record.shown[fieldOf("once_number")] = std::int64_t{number};
        return row;
    }

    std::vector<Position> visited(const std::vector<Position>& positions) {
        std::vector<Position> seen;
        table_->visitAt(positions, [&seen](Row&& row) { seen.push_back(row.position); });
        return seen;
    }

private slots:
    void init() {
        table_.reset();
        database_ = platform::Database::openMemory();
        table_.emplace(database_, noteType());
    }
    void cleanup() { table_.reset(); }

    void aRowComesBackAsItWasWritten() {
        Row row = rowOf(1, 10);
        row.record.shown[fieldOf("once")] = std::string("\xE6\x82\xA3");
        row.record.shown[fieldOf("latest_sealed")] = Sealed{std::string("\0secret", 7)};
        row.record.shown[fieldOf("parent")] = idOf(9);
        row.scopes = {3, 300};
        row.seen = 12;
        QVERIFY(table_->insertNew(row));
        const auto found = table_->find(row.record.id);
        QVERIFY(found.has_value());
        QVERIFY(found->record == row.record);
        QVERIFY(found->scopes == row.scopes);
        QCOMPARE(found->seen, row.seen);
        QCOMPARE(*table_->seenOf(row.record.id), row.seen);
        QVERIFY(!table_->seenOf(idOf(2)));
        QCOMPARE(table_->childrenOf(idOf(9)).size(), std::size_t{1});
    }

    void anIdThatIsThereIsNotInsertedAgain() {
        QVERIFY(table_->insertNew(rowOf(1, 10)));
        QVERIFY(!table_->insertNew(rowOf(1, 11)));
        QCOMPARE(table_->find(idOf(1))->position, Position{10});
        table_->put(rowOf(1, 12));
        QVERIFY(!table_->at(10));
        QCOMPARE(table_->at(12)->record.id, idOf(1));
    }

    void onlyTheRowsThatWereAskedForAreVisited() {
        for (const std::uint8_t number : {std::uint8_t{1}, std::uint8_t{2}, std::uint8_t{5}, std::uint8_t{60},
                                          std::uint8_t{61}, std::uint8_t{200}})
            table_->insertNew(rowOf(number, number));
        QCOMPARE(visited({}), std::vector<Position>{});
        QCOMPARE(visited({3, 4}), std::vector<Position>{});
        QCOMPARE(visited({1, 5}), (std::vector<Position>{1, 5}));
        QCOMPARE(visited({2, 4, 60, 62, 200, 201}), (std::vector<Position>{2, 60, 200}));
    }

    void theBoundOfLocalPositionsIsNeverTooLow() {
        QVERIFY(!table_->mayHoldRows());
        table_->insertNew(rowOf(1, firstPulledPosition + 5));
        QVERIFY(table_->mayHoldRows());
        QCOMPARE(table_->localBound(), Position{0});
        table_->insertNew(rowOf(2, 40));
        table_->put(rowOf(2, 41));
        QCOMPARE(table_->localBound(), Position{41});
        table_.emplace(database_, noteType()); // as after a restart
        QCOMPARE(table_->localBound(), Position{41});
        QVERIFY(table_->mayHoldRows());
    }
};

QTEST_GUILESS_MAIN(TypeTableTest)
#include "type_table_test.moc"
