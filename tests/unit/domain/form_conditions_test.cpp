// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/domain/forms.h"

#include <QtTest>

using namespace lianxin::tests;

namespace {

/// Whether the second question is asked when the first, of this type, has this answer.
bool isAsked(const json& first, const json& condition, const json& answer) {
    FormAnswers answers = fillIn({first, question("then", "string", {{"enableWhen", {condition}}})});
    if (!put(answers, {{first["linkId"].get<std::string>(), answer}}).isEmpty())
        throw std::runtime_error("the answer was refused");
    return answers.isEnabled(rowOf(answers, "then"));
}

} // namespace

class FormConditionsTest : public QObject {
    Q_OBJECT

private slots:
    void eachTypeIsComparedByEachOperator_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("answerName");
        QTest::addColumn<QByteArray>("wanted");
        QTest::addColumn<QByteArray>("belowEqualAbove");
        const auto row = [](const char* name, const char* type, const char* answerName, const char* wanted,
                            const char* given) {
            QTest::newRow(name) << QByteArray(type) << QByteArray(answerName) << QByteArray(wanted)
                                << QByteArray(given);
        };
        row("integer", "integer", "answerInteger", "5", "[-7, 5, 6]");
        row("integer by decimal", "integer", "answerDecimal", "5.0", "[4, 5, 6]");
        row("decimal", "decimal", "answerDecimal", "1.5", "[1.49, 1.50, 2]");
        row("date", "date", "answerDate", R"("2026-03-02")", R"(["2026-02-28", "2026-03-02", "2027-01-01"])");
        row("partial date", "date", "answerDate", R"("2026-03")",
            R"(["2026-02-28", "2026-03-01", "2026-03-02"])");
        row("dateTime in other zones", "dateTime", "answerDateTime", R"("2026-03-02T08:00:00+08:00")",
            R"(["2026-03-01T23:59:59Z", "2026-03-02T00:00:00Z", "2026-03-02T09:00:00+08:00"])");
        row("time", "time", "answerTime", R"("08:30:00")", R"(["08:29:59", "08:30:00.000", "14:00"])");
        row("string", "string", "answerString", R"("m")", R"(["a", "m", "z"])");
        row("text", "text", "answerString", R"("m")", R"(["a", "m", "z"])");
        row("url", "url", "answerString", R"("urn:m")", R"(["urn:a", "urn:m", "urn:z"])");
        row("quantity", "quantity", "answerQuantity", R"({"value": 5, "unit": "kg"})",
            R"([{"value": 4, "unit": "kg"}, {"value": 5, "unit": "kg"}, {"value": 6, "unit": "kg"}])");
    }

    void eachTypeIsComparedByEachOperator() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, answerName);
        QFETCH(QByteArray, wanted);
        QFETCH(QByteArray, belowEqualAbove);
        const json first = question("first", type.toStdString());
        const json given = json::parse(belowEqualAbove.toStdString());
        const std::vector<std::pair<const char*, std::array<bool, 3>>> expected{
            {"=", {false, true, false}}, {"!=", {true, false, true}}, {">", {false, false, true}},
            {"<", {true, false, false}}, {">=", {false, true, true}}, {"<=", {true, true, false}}};
        for (const auto& [op, asked] : expected)
            for (std::size_t i = 0; i < 3; ++i)
                QVERIFY2(
                    isAsked(first,
                            when("first", op, answerName.toStdString(), json::parse(wanted.toStdString())),
                            given[i]) == asked[i],
                    (std::string(op) + ' ' + given[i].dump()).c_str());
    }

    void aBooleanIsEqualOrNot() {
        const json first = question("first", "boolean");
        QVERIFY(isAsked(first, when("first", "=", "answerBoolean", true), true));
        QVERIFY(!isAsked(first, when("first", "=", "answerBoolean", true), false));
        QVERIFY(isAsked(first, when("first", "!=", "answerBoolean", true), false));
        QVERIFY(!isAsked(first, when("first", "!=", "answerBoolean", true), nullptr));
    }

    void aCodingIsMatchedByCodeAndSystem() {
        const json first = choice("first", {"a", "b"}, false);
        QVERIFY(isAsked(first, when("first", "=", "answerCoding", coding("a")), "a"));
        QVERIFY(!isAsked(first, when("first", "=", "answerCoding", coding("a")), "b"));
        QVERIFY(isAsked(first, when("first", "!=", "answerCoding", coding("a")), "b"));
        QVERIFY(isAsked(first, when("first", "=", "answerCoding", {{"code", "a"}}), "a"));
        QVERIFY(!isAsked(first, when("first", "=", "answerCoding", {{"code", "a"}, {"system", "urn:other"}}),
                         "a"));
    }

    void codingsStandInTheOrderOfWhatTheyCount() {
        const json marks = choice("first", {"bad", "fair", "good"}, true);
        const auto condition = [](const char* op) {
            return when("first", op, "answerCoding", coding("fair"));
        };
        for (const auto& [op, asked] :
             std::vector<std::pair<const char*, std::array<bool, 3>>>{{"<", {true, false, false}},
                                                                      {"<=", {true, true, false}},
                                                                      {">", {false, false, true}},
                                                                      {">=", {false, true, true}}}) {
            QCOMPARE(isAsked(marks, condition(op), "bad"), asked[0]);
            QCOMPARE(isAsked(marks, condition(op), "fair"), asked[1]);
            QCOMPARE(isAsked(marks, condition(op), "good"), asked[2]);
        }
        const FormAnswers unordered =
            fillIn({choice("first", {"a", "b"}, false),
                    question("then", "string",
                             {{"enableWhen", {when("first", "<", "answerCoding", coding("a"))}}})});
        QCOMPARE(unsupported(unordered.form()), QStringList("then enableWhen"));
        QVERIFY(unordered.isEnabled(rowOf(unordered, "then"))); // rather asked in vain than not at all
    }

    void anOpenChoiceIsComparedWithOwnWords() {
        json open = choice("first", {"a"}, false);
        open["type"] = "open-choice";
        QVERIFY(isAsked(open, when("first", "=", "answerString", "mine"), "mine"));
        QVERIFY(!isAsked(open, when("first", "=", "answerString", "mine"), "a"));
        QVERIFY(isAsked(open, when("first", "=", "answerCoding", coding("a")), "a"));
    }

    void quantitiesOfOtherUnitsAreNotCompared() {
        const json first = question("first", "quantity");
        const json wanted = {{"value", 5}, {"unit", "kg"}};
        for (const char* op : {"=", ">", "<", ">=", "<="})
            QVERIFY(
                !isAsked(first, when("first", op, "answerQuantity", wanted), {{"value", 9}, {"unit", "cm"}}));
        QVERIFY(
            isAsked(first, when("first", "!=", "answerQuantity", wanted), {{"value", 9}, {"unit", "cm"}}));
    }

    void existsAsksWhetherThereIsAnAnswer() {
        for (const char* type : {"boolean", "integer", "string", "date"}) {
            const json first = question("first", type);
            const json answer = type == std::string("boolean")   ? json(false)
                                : type == std::string("integer") ? json(0)
                                : type == std::string("date")    ? json("2026-03-02")
                                                                 : json("x");
            QVERIFY(isAsked(first, when("first", "exists", "answerBoolean", true), answer));
            QVERIFY(!isAsked(first, when("first", "exists", "answerBoolean", true), nullptr));
            QVERIFY(!isAsked(first, when("first", "exists", "answerBoolean", false), answer));
            QVERIFY(isAsked(first, when("first", "exists", "answerBoolean", false), nullptr));
        }
    }

    void oneOfSeveralAnswersIsEnough() {
        json first = choice("first", {"a", "b", "c"}, false);
        first["repeats"] = true;
        QVERIFY(isAsked(first, when("first", "=", "answerCoding", coding("c")), {"a", "c"}));
        QVERIFY(!isAsked(first, when("first", "=", "answerCoding", coding("c")), {"a", "b"}));
        QVERIFY(isAsked(first, when("first", "!=", "answerCoding", coding("a")), {"a", "b"}));
        QVERIFY(!isAsked(first, when("first", "!=", "answerCoding", coding("a")), {"a"}));
    }

    void anyAndAllDecideBetweenConditions() {
        for (const bool all : {false, true}) {
            json then = question("then", "string");
            then["enableWhen"] = {when("a", "=", "answerBoolean", true),
                                  when("b", "=", "answerBoolean", true)};
            then["enableBehavior"] = all ? "all" : "any";
            FormAnswers answers = fillIn({question("a", "boolean"), question("b", "boolean"), then});
            const RowId row = rowOf(answers, "then");
            QVERIFY(!answers.isEnabled(row));
            put(answers, {{"a", true}});
            QCOMPARE(answers.isEnabled(row), !all);
            put(answers, {{"b", true}});
            QVERIFY(answers.isEnabled(row));
            put(answers, {{"a", false}, {"b", nullptr}});
            QVERIFY(!answers.isEnabled(row));
        }
    }

    void whatStandsInADisabledGroupIsDisabled() {
        FormAnswers answers = fillIn(
            {question("open", "boolean"),
             question("outer", "group",
                      {{"enableWhen", {when("open", "=", "answerBoolean", true)}},
                       {"item", {question("inner", "group", {{"item", {question("deep", "string")}}})}}}),
             question("after", "string", {{"enableWhen", {when("deep", "exists", "answerBoolean", true)}}})});
        put(answers, {{"deep", "x"}});
        QCOMPARE(enabled(answers), QStringList("open")); // an answer in a disabled group opens nothing
        put(answers, {{"open", true}});
        QCOMPARE(enabled(answers), QStringList({"open", "outer", "inner", "deep", "after"}));
        put(answers, {{"open", false}});
        QCOMPARE(enabled(answers), QStringList("open"));
    }

    void aChainIsFollowedToItsEnd() {
        json items = json::array({question("q0", "boolean")});
        for (int i = 1; i < 500; ++i)
            items.push_back(
                question("q" + std::to_string(i), "boolean",
                         {{"enableWhen", {when("q" + std::to_string(i - 1), "=", "answerBoolean", true)}}}));
        std::reverse(items.begin(), items.end()); // each before what it hangs on
        FormAnswers answers = fillIn(items);
        json all;
        for (int i = 0; i < 500; ++i)
            all["q" + std::to_string(i)] = true;
        put(answers, all);
        QCOMPARE(enabled(answers).size(), 500);
        put(answers, {{"q0", false}});
        QCOMPARE(enabled(answers), QStringList("q0"));
    }

    void aConditionLooksIntoItsOwnCopyFirst() {
        FormAnswers answers =
            fillIn({question("visit", "group",
                             {{"repeats", true},
                              {"item",
                               {question("pain", "boolean"),
                                question("where", "string",
                                         {{"enableWhen", {when("pain", "=", "answerBoolean", true)}}})}}})});
        QCOMPARE(put(answers, {{"pain", {false, true, false}}}), QStringList());
        QCOMPARE(answers.copies(rowOf(answers, "visit")), std::size_t{3});
        QVERIFY(!answers.isEnabled(rowOf(answers, "where", 0)));
        QVERIFY(answers.isEnabled(rowOf(answers, "where", 1)));
        QVERIFY(!answers.isEnabled(rowOf(answers, "where", 2)));
        answers.set(rowOf(answers, "pain", 0), {true});
        QVERIFY(answers.isEnabled(rowOf(answers, "where", 0)));
        QVERIFY(!answers.isEnabled(rowOf(answers, "where", 2)));
    }

    void aConditionInACopyLooksOutside() {
        FormAnswers answers =
            fillIn({question("outside", "boolean"),
                    question("visit", "group",
                             {{"repeats", true},
                              {"item",
                               {question("inside", "string",
                                         {{"enableWhen", {when("outside", "=", "answerBoolean", true)}}}),
                                question("note", "string")}}})});
        put(answers, {{"note", {"a", "b"}}});
        put(answers, {{"outside", true}});
        QVERIFY(answers.isEnabled(rowOf(answers, "inside", 0)));
        QVERIFY(answers.isEnabled(rowOf(answers, "inside", 1)));
        answers.addCopy(rowOf(answers, "visit"));
        QVERIFY(answers.isEnabled(rowOf(answers, "inside", 2)));
    }

    void fromOutsideAnyCopyWillDo() {
        FormAnswers answers =
            fillIn({question("child", "group", {{"repeats", true}, {"item", {question("age", "integer")}}}),
                    question("minor", "string", {{"enableWhen", {when("age", "<", "answerInteger", 18)}}})});
        const RowId minor = rowOf(answers, "minor");
        put(answers, {{"age", {30, 12, 40}}});
        QVERIFY(answers.isEnabled(minor));
        const RowId secondAge = rowOf(answers, "age", 1);
        const RowId heading = answers.rowsOf(answers.form().find("child").value()).front();
        QCOMPARE(answers.copies(heading), std::size_t{3});
        QVERIFY(answers.isEnabled(secondAge));
        for (const RowId row : answers.rows())
            if (answers.copyOf(row) == 2)
                QVERIFY(answers.removeCopy(row));
        QVERIFY(!answers.isEnabled(minor)); // what hung on the copy that went is looked at again
    }

    void aRepeatingGroupIsEnabledAsAWhole() {
        FormAnswers answers = fillIn(
            {question("any", "boolean"), question("item", "group",
                                                  {{"repeats", true},
                                                   {"enableWhen", {when("any", "=", "answerBoolean", true)}},
                                                   {"item", {question("name", "string")}}})});
        put(answers, {{"name", {"a", "b"}}});
        QCOMPARE(enabled(answers), QStringList("any"));
        put(answers, {{"any", true}});
        QCOMPARE(answers.response({})["item"].size(), std::size_t{3});
    }

    void circlesAreCutAndNamed() {
        const FormAnswers answers =
            fillIn({question("a", "boolean", {{"enableWhen", {when("b", "=", "answerBoolean", true)}}}),
                    question("b", "boolean", {{"enableWhen", {when("a", "=", "answerBoolean", true)}}}),
                    question("self", "boolean", {{"enableWhen", {when("self", "=", "answerBoolean", true)}}}),
                    question("group", "group",
                             {{"enableWhen", {when("below", "=", "answerBoolean", true)}},
                              {"item", {question("below", "boolean")}}}),
                    question("c", "boolean", {{"enableWhen", {when("a", "=", "answerBoolean", true)}}})});
        QCOMPARE(unsupported(answers.form()),
                 QStringList({"a enableWhen", "b enableWhen", "self enableWhen", "group enableWhen"}));
        QCOMPARE(enabled(answers), QStringList({"a", "b", "self", "group", "below"}));
    }

    void brokenConditionsAreLeftOutAndNamed() {
        for (const json& condition :
             {when("nobody", "=", "answerBoolean", true), when("group", "exists", "answerBoolean", true),
              when("first", "~", "answerBoolean", true), when("first", "=", "answerInteger", 3),
              when("first", "exists", "answerInteger", 1), json{{"question", "first"}, {"operator", "="}},
              json{{"question", 7}}, when("first", "=", "answerReference", {{"reference", "x"}})}) {
            const FormAnswers answers = fillIn({question("first", "boolean"), question("group", "group"),
                                                question("then", "string", {{"enableWhen", {condition}}})});
            QVERIFY2(unsupported(answers.form()).contains("then enableWhen"), condition.dump().c_str());
            QVERIFY(answers.isEnabled(rowOf(answers, "then")));
        }
    }

    void onlyWhatChangedIsNamed() {
        json items = json::array({question("first", "boolean")});
        for (int i = 0; i < 800; ++i)
            items.push_back(question("q" + std::to_string(i), "string"));
        items.push_back(
            question("then", "string", {{"enableWhen", {when("first", "=", "answerBoolean", true)}}}));
        FormAnswers answers = fillIn(items);
        QVERIFY(answers.takeChanges().rows.empty());
        answers.set(rowOf(answers, "q5"), {std::string("x")});
        auto changes = answers.takeChanges();
        QCOMPARE(linkIds(answers, changes.rows), QStringList("q5"));
        QVERIFY(!changes.layout);
        answers.set(rowOf(answers, "first"), {true});
        changes = answers.takeChanges();
        QCOMPARE(linkIds(answers, changes.rows), QStringList({"first", "then"}));
        QVERIFY(changes.layout);
        answers.set(rowOf(answers, "first"), {true});
        QVERIFY(answers.takeChanges().rows.empty());
    }
};

QTEST_GUILESS_MAIN(FormConditionsTest)
#include "form_conditions_test.moc"
