// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/record_json.h"

#include "tests/unit/domain/records.h"

#include <QtTest>

using namespace lianxin;
using nlohmann::json;
using sync::EditFault;
using sync::Field;
using sync::FieldType;
using sync::MergeRule;
using sync::Value;

namespace {

Field field(FieldType type) {
    return {"f", type, MergeRule::Latest, false};
}

const Field setField{"f", FieldType::Text, MergeRule::Set, false};

} // namespace

class RecordJsonTest : public QObject {
    Q_OBJECT

    const sync::Schema schema_ = domain::makeHospitalSchema();

    static void beginRows() {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("text");
    }
    static void add(const char* name, FieldType type, const char* text) {
        QTest::newRow(name) << static_cast<int>(type) << QByteArray(text);
    }

private slots:
    void everyKindOfValueGoesInAndComesOut_data() {
        beginRows();
        add("true", FieldType::Boolean, "true");
        add("false", FieldType::Boolean, "false");
        add("integer", FieldType::Integer, "-3");
        add("largest", FieldType::Integer, "9223372036854775807");
        add("real", FieldType::Real, "4.5");
        add("text", FieldType::Text, "\"等候太久\"");
        add("empty text", FieldType::Text, "\"\"");
        add("object", FieldType::Json, R"({"a":[1,null]})");
        add("a text as JSON", FieldType::Json, "\"x\"");
        add("time", FieldType::Time, "\"2026-03-02T00:00:00.000Z\"");
        add("reference", FieldType::Reference, "\"01980000-000b-7000-8000-000000000001\"");
        add("sealed", FieldType::Sealed, R"({"sealed":"00ff"})");
        add("nothing", FieldType::Text, "null");
    }
    void everyKindOfValueGoesInAndComesOut() {
        QFETCH(int, type);
        QFETCH(QByteArray, text);
        const Field described = field(static_cast<FieldType>(type));
        const json given = json::parse(text.toStdString());
        const auto value = ctl::valueFromInput(described, given);
        QVERIFY(value.has_value());
        QCOMPARE(ctl::valueToOutput(described, *value).dump(), given.dump());
    }

    void aValueOfAnotherKindIsRefused_data() {
        beginRows();
        add("a number for a boolean", FieldType::Boolean, "1");
        add("a text for a number", FieldType::Integer, "\"3\"");
        add("a real for an integer", FieldType::Integer, "3.5");
        add("more than fits", FieldType::Integer, "9223372036854775808");
        add("a number for a text", FieldType::Text, "3");
        add("a time without an offset", FieldType::Time, "\"2026-03-02T00:00:00\"");
        add("no such day", FieldType::Time, "\"2026-02-30T00:00:00Z\"");
        add("a name for a reference", FieldType::Reference, "\"内科\"");
        add("a plain text for a sealed one", FieldType::Sealed, "\"王\"");
        add("a reference for a sealed one", FieldType::Sealed,
            R"({"reference":"01980000-000b-7000-8000-000000000001"})");
    }
    void aValueOfAnotherKindIsRefused() {
        QFETCH(int, type);
        QFETCH(QByteArray, text);
        QVERIFY(!ctl::valueFromInput(field(static_cast<FieldType>(type)), json::parse(text.toStdString())));
    }

    void aSetIsAListOfTextsEachOnce() {
        const auto value = ctl::valueFromInput(setField, json::array({"门诊", "等候", "门诊"}));
        QVERIFY(value.has_value());
        QCOMPARE(sync::elementsOf(*value).size(), std::size_t{2});
        QVERIFY(!ctl::valueFromInput(setField, "等候"));
        QVERIFY(!ctl::valueFromInput(setField, json::array({1})));
    }

    void everyFieldThatIsWrongIsNamed() {
        sync::Record matter = sync::emptyRecord(*schema_.find("matter"), {});
        const auto problems = ctl::putFields(
            matter,
            {{"kind", "complaint"}, {"raised_at", "yesterday"}, {"number", "TS1"}, {"colour", "red"}});
        QCOMPARE(problems.size(), std::size_t{3});
        QVERIFY(problems[0].fault == EditFault::UnknownField);
        QCOMPARE(problems[0].field, std::string("colour"));
        QVERIFY(problems[1].fault == EditFault::HubGiven);
        QVERIFY(problems[2].fault == EditFault::WrongType);
        QVERIFY(matter.value("kind") == Value(std::string("complaint")));
    }

    void aChangeMayNameWhatItHasSeen() {
        const auto read = ctl::readChanges(
            *schema_.find("matter"),
            json::parse(R"({"content":{"value":"新","base":["00000000000000ab:3"]},"respondent":"某科"})"));
        const auto& changes = std::get<std::vector<sync::FieldChange>>(read);
        QCOMPARE(changes.size(), std::size_t{2});
        QVERIFY(changes[0].base == (std::vector<sync::Dot>{{sync::WriterId{0xab}, 3}}));
        QVERIFY(!changes[1].base.has_value());
    }

    void aBaseThatIsNoListOfDotsIsRefused() {
        for (const char* base : {R"("00000000000000ab:3")", R"(["ab:3"])", "[3]"}) {
            const auto read =
                ctl::readChanges(*schema_.find("matter"), json::parse(R"({"content":{"value":"新","base":)" +
                                                                      std::string(base) + "}}"));
            QVERIFY(std::holds_alternative<std::vector<sync::EditProblem>>(read));
        }
    }

    void anObjectIsAWrapperOnlyWithAValueAndPerhapsABase() {
        const auto& type = *schema_.find("policy_profile");
        const auto valueOf = [&type](const char* text) {
            const auto read = ctl::readChanges(type, json::parse(text));
            return std::get<std::string>(std::get<std::vector<sync::FieldChange>>(read).front().value);
        };
        QCOMPARE(valueOf(R"({"content":{"value":{"a":1}}})"), std::string(R"({"a":1})"));
        QCOMPARE(valueOf(R"({"content":{"value":1,"unit":"day"}})"),
                 std::string(R"({"unit":"day","value":1})"));
    }

    void anExportHoldsTheWritesThatTheCoverDoesNotCover() {
        sync::Record matter = domain::recordOf(schema_, "matter", {{"kind", domain::textValue("complaint")}});
        sync::Write write;
        write.dot = {sync::WriterId{9}, 4};
        write.stamp = sync::Stamp{1};
        write.base = {{sync::WriterId{7}, 1}};
        write.value = std::string("改过");
        sync::setWrites(matter, matter.type->indexOf("content").value(), {write});
        const json exported = ctl::recordToExport(matter);
        QCOMPARE(exported["cover"]["dot"], json("0000000000000007:1"));
        QCOMPARE(exported["own"]["content"][0]["dot"], json("0000000000000009:4"));
        QCOMPARE(exported["own"]["content"][0]["base"], json::array({"0000000000000007:1"}));
        QCOMPARE(exported["fields"]["content"], json("改过"));
    }
};

QTEST_GUILESS_MAIN(RecordJsonTest)
#include "record_json_test.moc"
