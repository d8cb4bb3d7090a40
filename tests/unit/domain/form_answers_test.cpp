// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/domain/forms.h"

#include <QtTest>

using namespace lianxin::tests;
using lianxin::domain::AnswerFault;
using lianxin::domain::Coding;
using lianxin::domain::Value;

namespace {

std::string faultOf(const json& item, const json& value) {
    FormAnswers answers = fillIn({item});
    const auto problems =
        lianxin::domain::putPlainAnswers(answers, {{item["linkId"].get<std::string>(), value}});
    return problems.empty() ? "none" : std::string(nameOf(problems.front().fault));
}

json limited(const std::string& type, const std::string& url, const std::string& valueName,
             const json& limit) {
    return question("a", type,
                    {{"extension", json::array({extension("http://hl7.org/fhir/StructureDefinition/" + url,
                                                          valueName, limit)})}});
}

std::vector<RowId> headingsOf(const FormAnswers& answers) {
    std::vector<RowId> found = answers.rows();
    std::erase_if(found, [&answers](RowId row) { return answers.copyOf(row) == 0; });
    return found;
}

json repeatingGroup(json more = json::object()) {
    more["repeats"] = true;
    more["item"] = {question("name", "string", {{"required", true}}), question("dose", "integer")};
    return question("drug", "group", more);
}

} // namespace

class FormAnswersTest : public QObject {
    Q_OBJECT

private slots:
    void eachTypeIsWrittenAsFhirNamesIt_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char* type, const char* given, const char* written) {
            QTest::addRow("%s %s", type, given)
                << QByteArray(type) << QByteArray(given) << QByteArray(written);
        };
        row("boolean", "false", R"({"valueBoolean":false})");
        row("integer", "-3", R"({"valueInteger":-3})");
        row("decimal", "3", R"({"valueDecimal":3})");
        row("decimal", "36.6", R"({"valueDecimal":36.6})");
        row("date", R"("2026-03")", R"({"valueDate":"2026-03"})");
        row("dateTime", R"("2026-03-02T08:00:00+08:00")", R"({"valueDateTime":"2026-03-02T08:00:00+08:00"})");
        row("time", R"("08:30")", R"({"valueTime":"08:30:00"})");
        row("string", R"("x")", R"({"valueString":"x"})");
        row("text", R"("x\ny")", R"({"valueString":"x\ny"})");
        row("url", R"("urn:a:b")", R"({"valueUri":"urn:a:b"})");
        row("quantity", R"({"value": 5, "unit": "kg"})", R"({"valueQuantity":{"unit":"kg","value":5}})");
        row("quantity", "5", R"({"valueQuantity":{"value":5}})");
    }

    void eachTypeIsWrittenAsFhirNamesIt() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, given);
        QFETCH(QByteArray, written);
        FormAnswers answers = fillIn({question("a", type.toStdString())});
        QCOMPARE(put(answers, {{"a", json::parse(given.toStdString())}}), QStringList());
        const json response = answers.response({});
        QCOMPARE(response["item"][0]["answer"][0].dump(), written.toStdString());
        QCOMPARE(response["questionnaire"], json("urn:form|1"));
        QCOMPARE(response["status"], json("completed"));
    }

    void valuesOfOtherTypesAreFaults() {
        for (const auto& [type, value] :
             std::vector<std::pair<const char*, json>>{{"boolean", "true"},
                                                       {"integer", 2.5},
                                                       {"integer", 3000000000},
                                                       {"decimal", "3"},
                                                       {"date", "2026-02-30"},
                                                       {"dateTime", "2026-03-02T08:00:00"},
                                                       {"time", "25:00"},
                                                       {"string", 3},
                                                       {"url", "a b"},
                                                       {"quantity", "5 kg"},
                                                       {"string", json::object()}})
            QVERIFY2(faultOf(question("a", type), value) == "wrong-type", type);
        QCOMPARE(faultOf(question("a", "string"), {"x", "y"}),
                 std::string("wrong-type")); // it does not repeat
    }

    void limitsAreChecked() {
        QCOMPARE(faultOf(question("a", "string", {{"maxLength", 2}}), "医患者"), std::string("too-long"));
        QCOMPARE(faultOf(question("a", "string", {{"maxLength", 2}}), "医患"), std::string("none"));
        QCOMPARE(faultOf(question("a", "integer", {{"maxLength", 2}}), 100), std::string("too-long"));
        QCOMPARE(faultOf(limited("string", "minLength", "valueInteger", 3), "ab"), std::string("too-short"));
        QCOMPARE(faultOf(limited("integer", "minValue", "valueInteger", 3), 2), std::string("too-small"));
        QCOMPARE(faultOf(limited("integer", "maxValue", "valueInteger", 3), 4), std::string("too-large"));
        QCOMPARE(faultOf(limited("decimal", "maxValue", "valueDecimal", 3.5), 3.5), std::string("none"));
        QCOMPARE(faultOf(limited("decimal", "maxDecimalPlaces", "valueInteger", 1), 3.25),
                 std::string("too-precise"));
        QCOMPARE(faultOf(limited("decimal", "maxDecimalPlaces", "valueInteger", 1), 0.3),
                 std::string("none"));
        QCOMPARE(faultOf(limited("date", "minValue", "valueDate", "2026-01-01"), "2025-12-31"),
                 std::string("too-small"));
        QCOMPARE(faultOf(limited("time", "maxValue", "valueTime", "12:00:00"), "12:01"),
                 std::string("too-large"));
    }

    void unitsAreThoseOfTheForm() {
        json item = question("a", "quantity");
        item["extension"] = {
            extension("http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "valueCoding",
                      {{"system", "urn:u"}, {"code", "cm"}, {"display", "厘米"}}),
            extension("http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption", "valueCoding",
                      {{"system", "urn:u"}, {"code", "m"}, {"display", "米"}})};
        FormAnswers answers = fillIn({item});
        put(answers, {{"a", 5}});
        QCOMPARE(answers.response({})["item"][0]["answer"][0]["valueQuantity"]["code"],
                 json("cm")); // the usual one
        put(answers, {{"a", {{"value", 5}, {"unit", "米"}}}});
        QCOMPARE(answers.response({})["item"][0]["answer"][0]["valueQuantity"]["code"], json("m"));
        QCOMPARE(faultOf(item, {{"value", 5}, {"unit", "kg"}}), std::string("unknown-unit"));
    }

    void aChoiceTakesItsOptionsAndAnOpenOneOwnWords() {
        json item = choice("a", {"x", "y"}, true);
        QCOMPARE(faultOf(item, "x"), std::string("none"));
        QCOMPARE(faultOf(item, "shown y"), std::string("none"));
        QCOMPARE(faultOf(item, "urn:s|y"), std::string("none"));
        QCOMPARE(faultOf(item, {{"code", "x"}}), std::string("none"));
        QCOMPARE(faultOf(item, "z"), std::string("unknown-option"));
        FormAnswers filled = fillIn({item});
        put(filled, {{"a", "shown y"}});
        const json written = filled.response({})["item"][0]["answer"][0]["valueCoding"];
        QCOMPARE(written["code"], json("y"));
        QCOMPARE(written["extension"][0]["valueDecimal"], json(2));
        item["type"] = "open-choice";
        FormAnswers open = fillIn({item});
        QCOMPARE(put(open, {{"a", "z"}}), QStringList());
        QCOMPARE(open.response({})["item"][0]["answer"][0]["valueString"], json("z"));
    }

    void anOptionThatStandsAloneDoes() {
        json item = choice("a", {"x", "y", "none"}, false);
        item["repeats"] = true;
        item["answerOption"][2]["extension"] = json::array({extension(
            "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive", "valueBoolean", true)});
        QCOMPARE(faultOf(item, {"x", "none"}), std::string("not-together"));
        FormAnswers answers = fillIn({item});
        const RowId row = rowOf(answers, "a");
        const auto& options = answers.item(row).options->all();
        for (const std::size_t touch : std::initializer_list<std::size_t>{1, 0, 2})
            answers.toggle(row, options[touch]);
        QCOMPARE(answers.values(row).size(), std::size_t{1});
        answers.toggle(row, options[1]);
        answers.toggle(row, options[0]);
        QVERIFY(answers.values(row) ==
                (std::vector<Value>{options[0].value, options[1].value})); // in their order
        answers.toggle(row, options[1]);
        QVERIFY(answers.values(row) == std::vector<Value>{options[0].value});
    }

    void theNumberOfAnswersIsChecked() {
        json item = question("a", "string", {{"repeats", true}});
        item["extension"] = {
            extension("http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs", "valueInteger", 2),
            extension("http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger", 3)};
        QCOMPARE(faultOf(item, {"x"}), std::string("too-few"));
        QCOMPARE(faultOf(item, {"x", "y"}), std::string("none"));
        QCOMPARE(faultOf(item, {"x", "y", "z", "w"}), std::string("too-many"));
    }

    void whatIsWrongStaysOnTheScreenAndOutOfTheResponse() {
        FormAnswers answers = fillIn({question("a", "string", {{"maxLength", 2}})});
        const RowId row = rowOf(answers, "a");
        QVERIFY(answers.set(row, {std::string("long")}) == AnswerFault::TooLong);
        QVERIFY(answers.values(row) == std::vector<Value>{std::string("long")});
        QVERIFY(!answers.response({}).contains("item"));
        QCOMPARE(answers.response({})["status"], json("in-progress"));
        QVERIFY(!answers.set(row, {std::string("ok")}));
        QCOMPARE(answers.response({})["status"], json("completed"));
        QVERIFY(answers.set(row, {std::string("\xff")}) == AnswerFault::WrongType); // could not be written
        answers.set(row, {std::string("  ")});
        QVERIFY(answers.values(row).empty()); // blanks are no answer
    }

    void disabledAnswersLeaveTheResponseAndComeBack() {
        FormAnswers answers =
            fillIn({question("a", "boolean"),
                    question("b", "string",
                             {{"required", true}, {"enableWhen", {when("a", "=", "answerBoolean", true)}}})});
        put(answers, {{"a", true}, {"b", "kept"}});
        QCOMPARE(answers.response({})["item"].size(), std::size_t{2});
        put(answers, {{"a", false}});
        QCOMPARE(answers.response({})["item"].size(), std::size_t{1});
        QVERIFY(answers.missing().empty()); // what is not asked is not missing
        put(answers, {{"a", true}});
        QCOMPARE(answers.response({})["item"][1]["answer"][0]["valueString"], json("kept"));
    }

    void requiredIsAskedForInGroupsToo() {
        FormAnswers answers =
            fillIn({question("g", "group", {{"required", true}, {"item", {question("a", "string")}}}),
                    question("b", "string", {{"required", true}}),
                    question("photo", "attachment", {{"required", true}})});
        QCOMPARE(linkIds(answers, answers.missing()), QStringList({"g", "b", "photo"}));
        put(answers, {{"a", "x"}, {"b", "y"}});
        QCOMPARE(linkIds(answers, answers.missing()), QStringList("photo"));
        QCOMPARE(put(answers, {{"photo", "x"}}), QStringList("unsupported-type photo"));
        QCOMPARE(answers.progress().asked, std::size_t{2});
        QCOMPARE(answers.progress().answered, std::size_t{2});
    }

    void theFormsOwnAnswersStandAtFirst() {
        json marked = choice("b", {"x", "y"}, false);
        marked["answerOption"][1]["initialSelected"] = true;
        FormAnswers answers = fillIn(
            {question("a", "string", {{"readOnly", true}, {"initial", {{{"valueString", "x"}}}}}), marked,
             question("then", "string", {{"enableWhen", {when("a", "exists", "answerBoolean", true)}}})});
        QVERIFY(answers.isEnabled(rowOf(answers, "then")));
        QCOMPARE(answers.response({})["item"][1]["answer"][0]["valueCoding"]["code"], json("y"));
        QCOMPARE(put(answers, {{"a", "x"}}), QStringList()); // the same may be said
        QCOMPARE(put(answers, {{"a", "y"}}), QStringList("read-only a"));
        put(answers, {{"b", nullptr}});
        QVERIFY(answers.values(rowOf(answers, "b")).empty());
    }

    void whatIsAskedBelowAnAnswerIsWrittenBelowIt() {
        FormAnswers answers = fillIn({question(
            "a", "boolean",
            {{"item", {question("why", "string"), question("note", "display", {{"text", "t"}})}}})});
        put(answers, {{"a", false}, {"why", "because"}});
        const json item = answers.response({})["item"][0];
        QCOMPARE(item["answer"][0]["item"][0]["linkId"], json("why"));
        QVERIFY(!item.contains("item"));
        put(answers, {{"a", nullptr}});
        QCOMPARE(answers.response({})["item"][0]["item"][0]["linkId"], json("why")); // not lost
    }

    void copiesOfAGroupComeAndGo() {
        FormAnswers answers =
            fillIn({question("before", "string"), repeatingGroup(), question("after", "string")});
        const RowId group = rowOf(answers, "drug");
        QCOMPARE(linkIds(answers, answers.rows()),
                 QStringList({"before", "drug", "drug", "name", "dose", "after"}));
        const RowId second = answers.addCopy(group).value();
        QCOMPARE(answers.copyOf(second), std::size_t{2});
        QVERIFY(answers.takeChanges().layout);
        answers.set(rowOf(answers, "name", 0), {std::string("a")});
        answers.set(rowOf(answers, "name", 1), {std::string("b")});
        const RowId kept = rowOf(answers, "name", 1);
        QCOMPARE(answers.response({})["item"].size(), std::size_t{2});
        QVERIFY(answers.removeCopy(headingsOf(answers).front()));
        QCOMPARE(rowOf(answers, "name", 0), kept); // rows keep their ids
        QCOMPARE(answers.copyOf(second), std::size_t{1});
        QCOMPARE(answers.response({})["item"][0]["item"][0]["answer"][0]["valueString"], json("b"));
        QVERIFY(!answers.removeCopy(second)); // one stays
        QCOMPARE(answers.response({}).dump().find("\"a\""), std::string::npos);
    }

    void copiesAreBounded() {
        const json twoToThree =
            repeatingGroup({{"extension",
                             {extension("http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs",
                                        "valueInteger", 2),
                              extension("http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs",
                                        "valueInteger", 3)}}});
        FormAnswers answers = fillIn({twoToThree});
        QCOMPARE(headingsOf(answers).size(), std::size_t{2});
        QVERIFY(!answers.removeCopy(headingsOf(answers).front()));
        QVERIFY(answers.addCopy(rowOf(answers, "drug")));
        QVERIFY(!answers.addCopy(rowOf(answers, "drug")));
        QCOMPARE(put(answers, {{"name", {"a", "b", "c", "d"}}}), QStringList("too-many name"));
        // Groups in groups that each want a hundred copies would be more rows than any machine holds.
        json nested = question("deepest", "string");
        for (int i = 0; i < 20; ++i)
            nested = question(
                "g" + std::to_string(i), "group",
                {{"repeats", true},
                 {"item", json::array({nested})},
                 {"extension",
                  json::array({extension("http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs",
                                         "valueInteger", 100)})}});
        const FormAnswers hostile = fillIn({nested});
        QVERIFY(hostile.rows().size() < FormAnswers::mostRows + 1000);
    }

    void groupsRepeatInGroups() {
        FormAnswers answers = fillIn({question(
            "outer", "group",
            {{"repeats", true},
             {"item",
              {question("day", "string"),
               question("inner", "group",
                        {{"repeats", true},
                         {"item",
                          {question("pill", "string"),
                           question("note", "string",
                                    {{"enableWhen", {when("day", "=", "answerString", "mon")}}})}}})}}})});
        put(answers, {{"day", {"mon", "tue"}}, {"pill", {"a", "b"}}});
        answers.addCopy(rowOf(answers, "inner", 0));
        answers.set(rowOf(answers, "pill", 1), {std::string("c")});
        QVERIFY(answers.isEnabled(rowOf(answers, "note", 0)) && answers.isEnabled(rowOf(answers, "note", 1)));
        QVERIFY(!answers.isEnabled(rowOf(answers, "note", 2)));
        const json response = answers.response({});
        QCOMPARE(response["item"].size(), std::size_t{2});
        QCOMPARE(response["item"][0]["item"].size(),
                 std::size_t{3}); // the day, and two copies of the inner group
        QCOMPARE(response["item"][1]["item"].size(), std::size_t{2});
    }

    void theScoreCountsWhatIsAskedAndCounts() {
        json first = choice("a", {"x", "y", "z"}, true);
        first["answerOption"].push_back({{"valueCoding", coding("not_met")}});
        json second = choice("b", {"x", "y"}, true);
        second["enableWhen"] = {when("go", "=", "answerBoolean", true)};
        FormAnswers answers = fillIn({question("go", "boolean"), first, second});
        QVERIFY(!answers.score());
        put(answers, {{"a", "z"}, {"b", "x"}});
        QCOMPARE(answers.score().value(), 3.0);
        put(answers, {{"go", true}});
        QCOMPARE(answers.score().value(), 2.0);
        put(answers, {{"a", "not_met"}});
        QCOMPARE(answers.score().value(), 1.0);
    }

    void onlyWhatIsAskedAndNotHiddenIsShown() {
        const json hidden =
            extension("http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean", true);
        FormAnswers answers = fillIn(
            {question("g", "group",
                      {{"extension", json::array({hidden})}, {"item", {question("in", "string")}}}),
             question("seen", "string"),
             question("off", "string", {{"enableWhen", {when("seen", "exists", "answerBoolean", true)}}})});
        QCOMPARE(linkIds(answers, answers.shownRows()), QStringList("seen"));
        QCOMPARE(enabled(answers), QStringList({"g", "in", "seen"}));
    }

    void whatIsTypedIsReadByItsType() {
        const auto form = formOf(
            questionnaire({question("i", "integer"), question("d", "decimal"), question("t", "time")}));
        const auto typed = [&form](const char* linkId, const char* text) {
            return lianxin::domain::readTyped(itemOf(*form, linkId), text);
        };
        QVERIFY(typed("i", "42") == Value(std::int64_t{42}));
        QVERIFY(!typed("i", "4.5") && !typed("i", "42x") && !typed("i", "") && !typed("i", "1e99"));
        QVERIFY(typed("d", "36.6") == Value(36.6));
        QVERIFY(!typed("d", "nan") && !typed("d", "inf"));
        QVERIFY(typed("t", "08:30").has_value());
    }

    void badCallsAreRefused() {
        FormAnswers answers = fillIn({question("g", "group"), repeatingGroup()});
        QVERIFY(answers.set(rowOf(answers, "g"), {true}) == AnswerFault::UnknownQuestion);
        QVERIFY(answers.set(9999, {true}) == AnswerFault::UnknownQuestion);
        QVERIFY(!answers.addCopy(rowOf(answers, "g")) && !answers.addCopy(9999));
        QVERIFY(!answers.removeCopy(rowOf(answers, "drug")) && !answers.removeCopy(9999));
        QCOMPARE(put(answers, {{"nobody", 1}, {"g", 1}}),
                 QStringList({"unknown-question g", "unknown-question nobody"}));
        QCOMPARE(put(answers, json::array()), QStringList("wrong-type "));
        QVERIFY(!answers.response({}).contains("authored"));
    }
};

QTEST_GUILESS_MAIN(FormAnswersTest)
#include "form_answers_test.moc"
