// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/wire_samples.h"

#include <QtTest>

#include <map>

using namespace lianxin::sync;
using namespace lianxin::tests;

namespace {

PulledRecord pulled(Record record, HubSequence sequence) {
    return {std::move(record), {"office"}, sequence, false};
}

PullAnswer page(std::vector<PulledRecord> records) {
    PullAnswer answer;
    answer.mark = {99, 1};
    answer.records = std::move(records);
    return answer;
}

PullAnswer readBy(const Schema& schema, const PullAnswer& answer) {
    auto read = decodePullAnswer(encode(answer), schema, WireLimits());
    if (!read)
        throw std::runtime_error(outcome(read).toStdString());
    return std::move(*read);
}

} // namespace

class WireRecordsTest : public QObject {
    Q_OBJECT

private slots:
    void typesThatAreInterleavedKeepTheirOrder() {
        std::vector<PulledRecord> records;
        for (int i = 0; i < 40; ++i) {
            const Cover cover = coverAt(static_cast<std::uint64_t>(1 + i % 3), 100 - i, someTime + i * 1000);
            Record record = typed(i % 3 == 0 ? "kinds" : "note",
                                  timedId(someTime + i, static_cast<std::uint64_t>(i)), cover);
            with(record, i % 3 == 0 ? "number" : "once_number", std::int64_t{i});
            records.push_back(pulled(record, 500 + i * i));
        }
        const PullAnswer read = readBy(wireSchema(), page(records));
        QCOMPARE(read.records.size(), records.size());
        for (std::size_t i = 0; i < records.size(); ++i) {
            QCOMPARE(read.records[i].record, records[i].record);
            QCOMPARE(read.records[i].sequence, records[i].sequence);
        }
    }

    void everyFormOfAColumnGivesTheSameValues_data() {
        QTest::addColumn<int>("rows");
        for (const int rows : {1, 7, 8, 64, 65, 300, 2000})
            QTest::addRow("%d", rows) << rows;
    }
    void everyFormOfAColumnGivesTheSameValues() {
        QFETCH(int, rows);
        std::vector<PulledRecord> records;
        for (int i = 0; i < rows; ++i) {
            // Few, many, ascending, jumping and missing values, and times near the id's and far from it.
            Record record = typed("kinds", timedId(someTime + i * 977, static_cast<std::uint64_t>(i * i)),
                                  coverAt(static_cast<std::uint64_t>(1 + i % 100), 1 + i, someTime + i / 3));
            record.cover.stamp.packed += static_cast<std::uint64_t>(i % 3);
            record.cover.claimed = i % 5 == 0 ? wallAt(i - 3) : wallAt(0);
            if (i % 4 != 0)
                with(record, "yes", std::int64_t{i % 2});
            if (i % 7 != 0)
                with(record, "number", std::int64_t{i % 2 == 0 ? 1'000'000 + i : -i});
            with(record, "real", 1.0 / (1 + i % 90));
            with(record, "words", asText("第" + std::to_string(i % 70) + "位"));
            with(record, "moment", std::int64_t{someTime + i * 900});
            if (i % 2 == 0)
                with(record, "other", timedId(someTime, static_cast<std::uint64_t>(i % 5)));
            if (i % 9 == 0)
                with(record, "tags", elementList({std::to_string(i % 3), "a"}));
            if (i % 9 == 0 && i % 3 != 0)
                with(record, "closed", Sealed{std::string(static_cast<std::size_t>(i % 4), '\xfe')});
            records.push_back(pulled(record, 1 + i));
            records.back().scopes =
                i % 11 == 0 ? std::vector<Scope>{"office", "ward"} : std::vector<Scope>{"office"};
        }
        const PullAnswer read = readBy(wireSchema(), page(records));
        QCOMPARE(read.records.size(), records.size());
        for (std::size_t i = 0; i < records.size(); ++i) {
            QCOMPARE(read.records[i].record, records[i].record);
            QCOMPARE(read.records[i].scopes, records[i].scopes);
        }
    }

    void extremeNumbersComeBack() {
        std::vector<PulledRecord> records;
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        const std::int64_t least = std::numeric_limits<std::int64_t>::min();
        for (int i = 0; i < 100; ++i) {
            Record record = typed("kinds", idOf(static_cast<std::uint8_t>(i + 1)), coverAt(9, 1 + i, i));
            with(record, "number",
                 std::vector<std::int64_t>{least, most, 0, -1, 1 + i}[static_cast<std::size_t>(i % 5)]);
            with(record, "moment", i % 2 == 0 ? least : most - i);
            with(record, "real",
                 std::vector<double>{1e308, 5e-324, 1e22, 123456789012345680000.0,
                                     -0.0}[static_cast<std::size_t>(i % 5)]);
            records.push_back(pulled(record, i));
        }
        const PullAnswer read = readBy(wireSchema(), page(records));
        for (std::size_t i = 0; i < records.size(); ++i) {
            QCOMPARE(read.records[i].record, records[i].record);
            QVERIFY(compareValues(read.records[i].record.value("real"), records[i].record.value("real")) ==
                    0);
        }
    }

    void aReplicaThatDoesNotKnowTheTypePassesTheRecordOn() {
        const PullAnswer sent =
            page({pulled(noteOfAllRules(), 3), pulled(kindsRecord(), 4), pulled(erasedNote(), 5)});
        const PullAnswer passed = readBy(oldSchema(), sent);
        const Record& unknown = passed.records[0].record;
        QCOMPARE(unknown.type, &oldSchema().unknown());
        QCOMPARE(unknown.value("record_type"), asText("note"));
        QCOMPARE(unknown.cover, sent.records[0].record.cover);
        QCOMPARE(unknown.unknown.size(), std::size_t{7});
        for (const UnknownField& field : unknown.unknown) {
            const FieldIndex index = indexIn(sent.records[0].record, field.field.name);
            QCOMPARE(field.field, sent.records[0].record.type->field(index));
            QCOMPARE(field.writes, writesOf(sent.records[0].record, index));
        }
        const PullAnswer read = readBy(wireSchema(), passed);
        for (std::size_t i = 0; i < sent.records.size(); ++i)
            QCOMPARE(read.records[i].record, sent.records[i].record);
    }

    void aReplicaThatDoesNotKnowAFieldPassesItOn() {
        const RecordType olderNote(
            "note", {definitionOf("parent"), definitionOf("once"), definitionOf("set")}, "parent");
        const Schema older(6, {olderNote});
        const PullAnswer sent = page({pulled(noteOfAllRules(), 3)});
        const PullAnswer passed = readBy(older, sent);
        QCOMPARE(passed.records[0].record.type, older.find("note"));
        QCOMPARE(passed.records[0].record.unknown.size(), std::size_t{5});
        QCOMPARE(readBy(wireSchema(), passed).records[0].record, sent.records[0].record);
    }

    void coveredElementsOfAnUnknownSetComeBack() {
        const PullAnswer sent = page({pulled(kindsRecord(), 3)});
        const PullAnswer passed = readBy(oldSchema(), sent);
        const auto tags =
            std::find_if(passed.records[0].record.unknown.begin(), passed.records[0].record.unknown.end(),
                         [](const UnknownField& field) { return field.field.name == "tags"; });
        QCOMPARE(tags->writes.size(), std::size_t{2});
        QCOMPARE(readBy(wireSchema(), passed).records[0].record, sent.records[0].record);
    }

    void theElementsOfASetAreReadInAnyOrderAndKeptInOne() {
        PullAnswer sent = page({pulled(kindsRecord(), 3)});
        with(sent.records[0].record, "tags", asText("[ \"b\", \"a\",\"b\"]"));
        QCOMPARE(readBy(wireSchema(), sent).records[0].record.value("tags"), elementList({"a", "b"}));
        with(sent.records[0].record, "tags", asText("[]"));
        QVERIFY(isNull(readBy(wireSchema(), sent).records[0].record.value("tags")));
    }

    void anErasedRecordOfATypeThatNobodyKnowsAnyMoreStillTravels() {
        Record erased = emptyRecord(oldSchema().unknown(), timedId(someTime, 1));
        eraseContent(erased);
        const PullAnswer read = readBy(oldSchema(), page({pulled(erased, 3)}));
        QVERIFY(read.records[0].record.erased);
        QCOMPARE(read.records[0].record.id, erased.id);
    }

    void recordsThatDeclareAnUnknownFieldDifferentlyTravelApart() {
        Record one = typed("note", idOf(1), coverAt(1, 1, 5));
        Record other = typed("note", idOf(2), coverAt(1, 2, 6));
        one.unknown.push_back({{"later", FieldType::Text, MergeRule::Latest}, {text(dot(1, 1), 5, "a")}});
        other.unknown.push_back(
            {{"later", FieldType::Integer, MergeRule::Latest}, {put(dot(1, 2), 6, std::int64_t{1})}});
        const PullAnswer read = readBy(wireSchema(), page({pulled(one, 1), pulled(other, 2)}));
        QCOMPARE(read.records[0].record, one);
        QCOMPARE(read.records[1].record, other);
    }

    void anEditOfOneFieldSaysNothingElse() {
        Push push;
        push.writer = {0xa1};
        push.through = 44;
        push.after = 43;
        push.records.push_back({editedNote(), 44, 0, true});
        QCOMPARE(
            written(push),
            R"({"round":"AAAAAAAAAAA","through":44,"types":[{"type":"note",)"
            R"("id":["AaBaQ_u6AAAAAAAAAAAACA"],"partial":[0],"own":{"latest.tl":{"stamp":{"ago":[-150]},)"
            R"("value":["edited"],"base":[[1,33]]}}}],"writers":["AAAAAAAAAKE","AAAAAAAAALI"]})");
    }

    void manyAlikeRecordsTakeFewBytes() {
        Push push;
        push.writer = {0xa1};
        push.through = 500;
        for (int i = 0; i < 500; ++i) {
            Record record = typed("kinds",
                                  timedId(someTime + i * 60'000, std::uint64_t{0x9e37'79b9'7f4a'7c15} *
                                                                     static_cast<std::uint64_t>(i)),
                                  coverAt(0xa1, 1 + i, someTime + i * 60'000));
            for (const char* field : {"yes", "number"})
                with(record, field, std::int64_t{i % 2});
            with(record, "words", asText("opd"));
            push.records.push_back({record, 1 + i, 0, false});
        }
        // An id's random part alone takes ten.
        QVERIFY(Packer(wireSchema()).pack(encode(push), BodyForm::Frame).size() < 500 * 16);
    }
};

QTEST_APPLESS_MAIN(WireRecordsTest)
#include "wire_records_test.moc"
