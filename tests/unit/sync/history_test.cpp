// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/record_builders.h"

#include <QtTest>

#include <cmath>
#include <limits>

namespace lianxin::tests {

namespace {

const Dot a1 = dot(1, 1);
const Dot b1 = dot(2, 1);
const Dot c1 = dot(3, 1);

Loser loserOf(std::string field, const Write& write) {
    return {std::move(field), FieldType::Text, write};
}

Record historyOf(const Loser& loser) {
    return historyRecord(noteSchema().history(), emptyNote(), loser);
}

} // namespace

class HistoryTest : public QObject {
    Q_OBJECT

private slots:
    void theSameLoserIsTheSameRecord() {
        const Record one = historyOf(loserOf("latest", text(a1, 10, "x")));
        const Record again = historyOf(loserOf("latest", text(a1, 10, "x")));
        QCOMPARE(one, again);
        QVERIFY(!joined(one, again).changed);
        // Other stamps are the same loser, seen before its time was corrected.
        QCOMPARE(historyOf(loserOf("latest", text(a1, 30, "x"))).id, one.id);
    }
    void anotherRecordFieldOrDotIsAnotherRecord() {
        const Uuid id = historyId(idOf(1), "latest", a1);
        QVERIFY(historyId(idOf(2), "latest", a1) != id);
        QVERIFY(historyId(idOf(1), "latest_number", a1) != id);
        QVERIFY(historyId(idOf(1), "latest", b1) != id);
        QVERIFY(historyId(idOf(1), "latest", dot(1, 2)) != id);
    }
    void theIdNeverChangesFromReleaseToRelease() {
        QCOMPARE(historyId(idOf(1), "latest", a1).toString(),
                 std::string("bca30fd5-f7c8-8e7d-a99a-5a1163322a10"));
    }
    void theIdIsAUuidOfVersionEight() {
        const Uuid id = historyId(idOf(1), "latest", a1);
        QCOMPARE(id.bytes[6] >> 4, 8);
        QCOMPARE(id.bytes[8] >> 6, 2);
    }
    void aHistoryRecordIsTheLosingWrite() {
        Write write = text(b1, 20, "two\nlines \xe5\xbf\x83", {c1, a1});
        write.claimed = WallTime{Milliseconds{5}};
        const Record history = historyOf(loserOf("versions", write));
        const auto historic = historicWrite(history);
        QVERIFY(historic.has_value());
        QCOMPARE(historic->record, idOf(1));
        QCOMPARE(historic->recordType, std::string("note"));
        QCOMPARE(historic->field, std::string("versions"));
        QCOMPARE(historic->write, write);
        QCOMPARE(history.parent(), idOf(1));
        QVERIFY(history.own.empty());
    }
    void everyKindOfValueSurvivesHistory() {
        const std::vector<Value> values{Value{},
                                        std::int64_t{0},
                                        std::numeric_limits<std::int64_t>::min(),
                                        std::numeric_limits<std::int64_t>::max(),
                                        0.1,
                                        2.0,
                                        -0.0,
                                        1e300,
                                        asText(""),
                                        Value{std::string("nul\0quote\"slash\\", 16)},
                                        asText("{\"sealed\":\"00\"}"),
                                        idOf(7),
                                        Sealed{std::string("\0\xff\1", 3)},
                                        Sealed{""}};
        for (const Value& value : values) {
            const auto back = valueFromJson(valueToJson(value));
            QVERIFY2(back.has_value(), valueToJson(value).c_str());
            QVERIFY2(compareValues(*back, value) == std::strong_ordering::equal, valueToJson(value).c_str());
        }
    }
    void aTypeThatThisProgramDoesNotKnowKeepsItsName() {
        Record record = emptyRecord(noteSchema().unknown(), idOf(1));
        record.cover = {a1, stampAt(10), {}};
        setWrites(record, 0, {text(a1, 10, "parcel")});
        const Record history =
            historyRecord(noteSchema().history(), record, loserOf("weight", text(b1, 5, "x")));
        QCOMPARE(history.value("record_type"), asText("parcel"));
    }

    void whatOthersAddToAHistoryRecordIsNotRead() {
        Record history = historyOf(loserOf("latest", text(b1, 20, "true")));
        const FieldIndex value = *history.type->indexOf("value");
        std::vector<Loser> losers;
        const Write forged = text(a1, 1, "\"forged\"");
        joinWrites(history, value, {&forged, 1}, losers);
        QCOMPARE(history.value("value"),
                 asText("\"forged\"")); // as of any Once field, the lowest stamp is shown
        QCOMPARE(historicWrite(history)->write, text(b1, 20, "true"));
    }
    void ofTwoValuesUnderOneDotTheLaterIsRead() {
        Record history = historyOf(loserOf("latest", text(b1, 20, "z")));
        std::vector<Loser> losers;
        join(history, historyOf(loserOf("latest", text(b1, 30, "a"))), losers);
        QCOMPARE(historicWrite(history)->write, text(b1, 30, "a"));
    }
    void aCorrectedStampIsReadFromAHistoryRecordJoinedFieldByField() {
        Record history = historyOf(loserOf("latest", text(b1, 20, "x", {a1})));
        std::vector<Loser> losers;
        join(history, historyOf(loserOf("latest", text(b1, 30, "x"))), losers);
        const auto historic = historicWrite(history);
        QVERIFY(historic.has_value());
        QCOMPARE(historic->write, text(b1, 30, "x", {a1}));
    }
    void aRecordThatIsNoHistoryIsNotRead() {
        QVERIFY(!historicWrite(emptyNote()));
        QVERIFY(!historicWrite(emptyRecord(noteSchema().history(), idOf(1))));
        Record erased = historyOf(loserOf("latest", text(a1, 10, "x")));
        eraseContent(erased);
        QVERIFY(!historicWrite(erased));
        Record renamed = historyOf(loserOf("latest", text(a1, 10, "x")));
        renamed.id = idOf(3);
        QVERIFY(!historicWrite(renamed));
        for (const char* base : {"{}", "[1]", "[\"x\"]", "broken", "[\"0000000000000001:0\"]"}) {
            Record bad = historyOf(loserOf("latest", text(a1, 10, "x")));
            setWrites(bad, *bad.type->indexOf("base"), {text(a1, 10, base)});
            QVERIFY2(!historicWrite(bad), base);
        }
        Record noValue = historyOf(loserOf("latest", text(a1, 10, "x")));
        setWrites(noValue, *noValue.type->indexOf("value"), {text(a1, 10, "no json")});
        QVERIFY(!historicWrite(noValue));
    }
    void historyOfAnotherRecordOrFieldIsNotJoined() {
        Record record = emptyNote();
        std::vector<Loser> losers;
        QVERIFY(!joinHistory(record, historyOf(loserOf("no_such", text(a1, 10, "x"))), losers));
        QVERIFY(!joinHistory(record, historyOf(loserOf("once", text(a1, 10, "x"))), losers));
        QVERIFY(!joinHistory(record, historyOf(loserOf("set", text(a1, 10, "x"))), losers));
        QVERIFY(!joinHistory(record, historyOf(loserOf("verdict", text(a1, 10, "x"))), losers));
        QVERIFY(!joinHistory(record, historyOf(loserOf("place", put(a1, 10, std::int64_t{1}))), losers));
        record.id = idOf(2);
        QVERIFY(!joinHistory(record, historyOf(loserOf("latest", text(a1, 10, "x"))), losers));
        QVERIFY(sameContent(record, emptyRecord(noteType(), idOf(2))));
    }

    void anOverwriteOfWhatWasSeenIsNoConflict() {
        const Record record = noteWith("latest", {text(b1, 20, "new", {a1})});
        QVERIFY(conflictsOf(record, {historyOf(loserOf("latest", text(a1, 10, "old")))}).empty());
    }
    void whatWasSeenIsFollowedThroughHistory() {
        const Record record = noteWith("latest", {text(c1, 30, "third", {b1})});
        const Record first = historyOf(loserOf("latest", text(a1, 10, "first")));
        const Record second = historyOf(loserOf("latest", text(b1, 20, "second", {a1})));
        QVERIFY(conflictsOf(record, {first, second}).empty());
        QVERIFY(conflictsOf(record, {second, first}).empty());
        const Record unseeing = historyOf(loserOf("latest", text(b1, 20, "second")));
        const auto conflicts = conflictsOf(record, {first, unseeing});
        QCOMPARE(conflicts.size(), 1U);
        QCOMPARE(conflicts.front().other.value, asText("first"));
    }
    void aValueWhoseAuthorHadSeenTheShownOneIsNoConflict() {
        const Record record = noteWith("latest", {text(a1, 30, "stamp corrected upwards")});
        QVERIFY(conflictsOf(record, {historyOf(loserOf("latest", text(b1, 20, "saw it", {a1})))}).empty());
    }
    void aCircleOfBasesEnds() {
        const Record record = noteWith("latest", {text(c1, 30, "x", {b1})});
        const auto conflicts =
            conflictsOf(record, {historyOf(loserOf("latest", text(a1, 10, "y", {b1}))),
                                 historyOf(loserOf("latest", text(b1, 20, "z", {a1, b1})))});
        QVERIFY(conflicts.empty());
    }
    void conflictsOfOtherRecordsAndFieldsAreNotMixedIn() {
        Record record = noteWith("latest", {text(b1, 20, "x")});
        const Record elsewhere = historyOf(loserOf("latest_number", put(a1, 10, std::int64_t{1})));
        QVERIFY(conflictsOf(record, {elsewhere}).empty());
        record.id = idOf(2);
        QVERIFY(conflictsOf(record, {historyOf(loserOf("latest", text(a1, 10, "y")))}).empty());
    }
    void anErasedRecordHasNoConflicts() {
        Record record = noteWith("versions", {text(a1, 10, "x"), text(b1, 10, "y")});
        QCOMPARE(conflictsOf(record, {}).size(), 1U);
        eraseContent(record);
        QVERIFY(conflictsOf(record, {}).empty());
    }

    void hostileValues_data() {
        QTest::addColumn<QByteArray>("json");
        for (const char* json : {"", "x", "[]", "[1]", "{}", "{\"reference\":1}", "{\"reference\":\"00\"}",
                                 "{\"sealed\":\"0\"}", "{\"sealed\":\"zz\"}", "{\"sealed\":\"+1\"}",
                                 "{\"other\":\"00\"}", "{\"sealed\":\"00\",\"more\":\"\"}", "1e999", "NaN",
                                 "9223372036854775808", "\"\\ud800\"", "\"\xff\"", "1 2", "nul"})
            QTest::newRow(QByteArray(json).toPercentEncoding()) << QByteArray(json);
        QTest::newRow("deep") << QByteArray(200'000, '[');
        QTest::newRow("nul") << QByteArray("1\0", 2);
    }
    void hostileValues() {
        QFETCH(QByteArray, json);
        QVERIFY(!valueFromJson({json.constData(), static_cast<std::size_t>(json.size())}));
    }
    void dotsAreReadBackFromText() {
        for (const Dot& of : {a1, dot(0xffff'ffff'ffff'ffffULL, std::numeric_limits<LocalSequence>::max())})
            QCOMPARE(dotFromText(dotToText(of)), of);
        QCOMPARE(dotToText(dot(0xab, 12)), std::string("00000000000000ab:12"));
    }
    void hostileDots_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text :
             {"", ":", "1:1", "00000000000000ab", "00000000000000ab:", "00000000000000ab:0",
              "00000000000000ab:-1", "00000000000000ab:+1", "00000000000000ab: 1", "00000000000000ab:1 ",
              "00000000000000ab:1x", "00000000000000ab:9223372036854775808", "0000000000000000:1",
              "0x000000000000ab:1", "-0000000000000ab:1", "0000000000000 ab:1", "g0000000000000ab:1",
              "000000000000000ab:1"})
            QTest::newRow(QByteArray(text).toPercentEncoding()) << QByteArray(text);
    }
    void hostileDots() {
        QFETCH(QByteArray, text);
        QVERIFY(!dotFromText({text.constData(), static_cast<std::size_t>(text.size())}));
    }
};

} // namespace lianxin::tests

QTEST_APPLESS_MAIN(lianxin::tests::HistoryTest)
#include "history_test.moc"
