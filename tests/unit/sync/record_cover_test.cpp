// SPDX-License-Identifier: GPL-3.0-or-later
// The cover is only a shorter way to write a record down: no content depends on it.
#include "tests/unit/sync/record_builders.h"

#include <QtTest>

namespace lianxin::tests {

namespace {

const Cover first{dot(1, 1), stampAt(10), {}};
const Cover second{dot(2, 1), stampAt(20), WallTime{Milliseconds{15}}};

std::map<std::string, Value> manyFields(const std::string& value) {
    return {{"parent", idOf(9)},
            {"once", asText(value)},
            {"once_number", std::int64_t{1}},
            {"latest", asText(value)},
            {"latest_number", std::int64_t{2}},
            {"versions", asText(value)},
            {"set", elementList({"p", "q"})}};
}

} // namespace

class RecordCoverTest : public QObject {
    Q_OBJECT

private slots:
    void whatOneSaveMadeIsCoveredWithoutStatesOfItsOwn() {
        const Record record = savedNote(first, {{"once", asText("x")}, {"latest", asText("y")}});
        QVERIFY(record.own.empty());
        QCOMPARE(writesIn(record, "latest"), Writes{text(first.dot, 10, "y")});
        QVERIFY(writesIn(record, "versions").empty());
    }
    void aWriteThatDiffersFromTheCoverInAnythingKeepsAStateOfItsOwn() {
        const Write covered = text(first.dot, 10, "x");
        std::vector<Write> others(5, covered);
        others[0].dot = dot(1, 2);
        others[1].stamp = stampAt(11);
        others[2].claimed = WallTime{Milliseconds{1}};
        others[3].base = {dot(3, 1)};
        others[4].value = {};
        for (const Write& write : others) {
            Record record = emptyNote();
            record.cover = first;
            setWrites(record, fieldOf("latest"), {write});
            QCOMPARE(record.own.size(), 1U);
            QCOMPARE(writesIn(record, "latest"), Writes{write});
            setWrites(record, fieldOf("latest"), {covered});
            QVERIFY(record.own.empty());
        }
    }
    void aSetOfOneSaveIsCovered() {
        Record record = emptyNote();
        record.cover = first;
        const Writes adds{text(first.dot, 10, "p"), text(first.dot, 10, "q")};
        setWrites(record, fieldOf("set"), adds);
        QVERIFY(record.own.empty());
        QCOMPARE(writesIn(record, "set"), adds);
    }
    void whatCannotBeReadBackFromTheShownListIsNotCovered() {
        for (const Value& element : {Value{std::int64_t{5}}, asText("\xff")}) {
            Record record = emptyNote();
            record.cover = first;
            const Writes adds{put(first.dot, 10, element), text(first.dot, 10, "q")};
            setWrites(record, fieldOf("set"), adds);
            QCOMPARE(writesIn(record, "set"), adds);
        }
    }
    void aRecordWithoutACoverCoversNothing() {
        Record record = emptyNote();
        setWrites(record, fieldOf("latest"), {text({}, 0, "x")});
        QCOMPARE(record.own.size(), 1U);
        Record shownOnly = emptyNote();
        shownOnly.shown[fieldOf("latest")] = asText("from nowhere");
        QVERIFY(writesIn(shownOnly, "latest").empty());
        QVERIFY(sameContent(joined(shownOnly, savedNote(first, {{"latest", asText("x")}})).record,
                            savedNote(first, {{"latest", asText("x")}})));
    }
    void joiningIntoAnEmptyRecordTakesOverTheCover() {
        const Record record = savedNote(second, manyFields("x"));
        const Joined copy = joined(emptyNote(), record);
        QVERIFY(copy.changed);
        QCOMPARE(copy.record, record);
    }
    void takingOverACoverAloneIsNoChange() {
        Record record = emptyNote();
        setWrites(record, fieldOf("latest"), {text(first.dot, 10, "x")});
        const Joined same = joined(record, savedNote(first, {{"latest", asText("x")}}));
        QVERIFY(!same.changed);
        QVERIFY(sameContent(same.record, record));
    }
    void aLaterSaveOfMostFieldsBecomesTheCover() {
        const Record before = savedNote(first, {{"latest", asText("x")}});
        const Joined both = joined(before, savedNote(second, manyFields("y")));
        QCOMPARE(both.record.cover, second);
        QVERIFY(both.record.own.size() <= 2);
        QVERIFY(sameContent(both.record, joined(savedNote(second, manyFields("y")), before).record));
        QCOMPARE(both.losers.size(), 1U);
    }
    void anotherCoverIsTheSameContent() {
        Record record = savedNote(first, manyFields("x"));
        Record same = emptyNote();
        for (const auto& [field, value] : manyFields("x"))
            setWrites(same, fieldOf(field), writesIn(record, field));
        QVERIFY(same.own.size() > record.own.size());
        QVERIFY(sameContent(record, same));
        same.erased = true;
        QVERIFY(!sameContent(record, same));
        setWrites(record, fieldOf("once"), {text(first.dot, 11, "x")});
        QVERIFY(!sameContent(record, savedNote(first, manyFields("x"))));
    }
    void theHighestStampCountsEveryWrite() {
        Record record = savedNote(first, {{"once", asText("x")}});
        QCOMPARE(highestStamp(record), stampAt(10));
        setWrites(record, fieldOf("latest"), {text(dot(2, 1), 30, "y")});
        QCOMPARE(highestStamp(record), stampAt(30));
        record.unknown = {UnknownField{{"later", FieldType::Text}, {text(dot(3, 1), 40, "z")}}};
        QCOMPARE(highestStamp(record), stampAt(40));
        QCOMPARE(highestStamp(emptyNote()), Stamp{});
    }
    void anErasedRecordHoldsNothingButWhoseChildItWas() {
        Record record = savedNote(first, manyFields("x"));
        record.unknown = {UnknownField{{"later", FieldType::Text}, {text(dot(3, 1), 40, "z")}}};
        setWrites(record, fieldOf("latest"), {text(dot(2, 1), 30, "y")});
        eraseContent(record);
        Record nothing = emptyNote();
        nothing.erased = true;
        nothing.shown[fieldOf("parent")] = idOf(9);
        QCOMPARE(record, nothing);
    }
    void badListsHaveNoElements() {
        for (const char* bad : {"", "{}", "5", "[", "\"x\"", "[1,2]"})
            QVERIFY2(elementsOf(asText(bad)).empty(), bad);
        QVERIFY(elementsOf({}).empty());
        QVERIFY(elementsOf(std::int64_t{1}).empty());
        QCOMPARE(elementsOf(asText("[\"a\",1,\"b\"]")), (std::vector<std::string>{"a", "b"}));
        QCOMPARE(elementsOf(elementList({"\"", "\xe5\xbf\x83", ""})),
                 (std::vector<std::string>{"\"", "\xe5\xbf\x83", ""}));
    }
    void valuesAreFoundByName() {
        const Record record = savedNote(first, manyFields("x"));
        QCOMPARE(record.value("once"), asText("x"));
        QCOMPARE(record.value("no_such"), Value{});
        QCOMPARE(record.parent(), idOf(9));
        QVERIFY(emptyNote().parent().isNull());
    }
};

} // namespace lianxin::tests

QTEST_APPLESS_MAIN(lianxin::tests::RecordCoverTest)
#include "record_cover_test.moc"
