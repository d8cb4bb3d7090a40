// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/response.h"
#include "app/domain/time_text.h"

#include <QtTest>

#include <fstream>

using namespace lianxin::domain;
using nlohmann::json;

class SurveyResponseTest : public QObject {
    Q_OBJECT

    json outpatient_;
    json inpatient_;
    const lianxin::sync::WallTime authored_ = parseTime("2026-03-02T09:30:00+08:00").value();

    static json formOf(const char* name) {
        std::ifstream in(std::string(LIANXIN_SOURCE_DIR) + "/app/domain/sample/questionnaires/" + name);
        return json::parse(in);
    }

    static json answers() {
        return {{"care.registration", "satisfied"},    {"care.waiting", "dissatisfied"},
                {"care.doctor", "very_satisfied"},     {"care.nurse", "satisfied"},
                {"care.environment", "fair"},          {"overall.satisfaction", "satisfied"},
                {"care.waiting.wrong", {"waiting.seat", "空调太冷"}},
                {"suggestion", "候诊区多放几把椅子。"}};
    }

    QStringList problemsOf(const json& form, const json& given) const {
        QStringList found;
        const auto result = answerSurvey(form, given, authored_);
        if (!result)
            for (const AnswerProblem& problem : result.error())
                found << QString::fromStdString(std::string(nameOf(problem.fault)) + " " + problem.linkId);
        return found;
    }

private slots:
    void initTestCase() {
        outpatient_ = formOf("outpatient_satisfaction.json");
        inpatient_ = formOf("inpatient_opinion.json");
    }

    void answersBecomeAQuestionnaireResponse_R073() {
        const auto result = answerSurvey(outpatient_, answers(), authored_);
        QVERIFY(result);
        const json response = json::parse(result.value().json);
        QCOMPARE(response["resourceType"], json("QuestionnaireResponse"));
        QCOMPARE(response["status"], json("completed"));
        QCOMPARE(response["authored"], json("2026-03-02T01:30:00.000Z"));
        QCOMPARE(response["questionnaire"].get<std::string>(),
                 outpatient_["url"].get<std::string>() + "|" + outpatient_["version"].get<std::string>());
        QCOMPARE(response["item"].size(), std::size_t{3});
        const json& care = response["item"][0];
        QCOMPARE(care["linkId"], json("care"));
        QCOMPARE(care["item"].size(), std::size_t{5}); // the pharmacy and two others were not answered
        QCOMPARE(care["item"][0]["answer"][0]["valueCoding"]["code"], json("satisfied"));
        QCOMPARE(care["item"][0]["answer"][0]["valueCoding"]["display"], json("满意"));
        const json& wrong = care["item"][1]["answer"][0]["item"][0]["answer"]; // below the low mark
        QCOMPARE(wrong[0]["valueCoding"]["display"], json("没地方坐"));
        QCOMPARE(wrong[1]["valueString"], json("空调太冷"));
        QCOMPARE(response["item"][2]["answer"][0]["valueString"], json("候诊区多放几把椅子。"));
    }

    void theScoreIsTheMeanOfTheChosenOptions() {
        const auto result = answerSurvey(outpatient_, answers(), authored_);
        QCOMPARE(result.value().score.value(), (4 + 2 + 5 + 4 + 3 + 4) / 6.0);
        const json form = {{"resourceType", "Questionnaire"}, {"url", "urn:x"}, {"version", "1"}};
        QVERIFY(!answerSurvey(form, json::object(), authored_).value().score);
    }

    void theSameAnswersGiveTheSameText() {
        QCOMPARE(answerSurvey(outpatient_, answers(), authored_).value().json,
                 answerSurvey(outpatient_, answers(), authored_).value().json);
    }

    void everyProblemIsNamedByItsQuestion() {
        json given = answers();
        given.erase("care.registration");
        given["care.waiting"] = "delighted";
        given["care.nurse"] = 4;
        given["overall.satisfaction"] = {"fair", "satisfied"};
        given["suggestion"] = std::string(2001, 'x');
        given["weather"] = "fine";
        QCOMPARE(problemsOf(outpatient_, given),
                 QStringList({"unanswered care.registration", "unknown-option care.waiting",
                              "unknown-option care.nurse", "wrong-type overall.satisfaction",
                              "too-long suggestion", "unknown-question weather"}));
    }

    void nothingIsAnsweredForThePerson_R086() {
        const auto result = answerSurvey(outpatient_, json::object(), authored_);
        QVERIFY(!result);
        QCOMPARE(result.error().size(), std::size_t{6}); // every required question, none filled in by itself
    }

    void aQuestionThatRepeatsTakesSeveralAnswers() {
        json given = {{"filled_by", "family"}, {"doctor", "satisfied"}, {"nurse", "satisfied"},
                      {"ward", "fair"},        {"card", false},         {"opinion", "被子薄"}};
        given["care_link"] = {"inpatient_meals", "payment"};
        const auto result = answerSurvey(inpatient_, given, authored_);
        QVERIFY2(result, qPrintable(problemsOf(inpatient_, given).join(", ")));
        const json response = json::parse(result.value().json);
        for (const json& item : response["item"])
            if (item["linkId"] == "care_link")
                QCOMPARE(item["answer"].size(), std::size_t{2});
        given["doctor"] = {"satisfied", "fair"};
        given["card"] = "yes";
        QCOMPARE(problemsOf(inpatient_, given), QStringList({"wrong-type doctor", "wrong-type card"}));
    }

    void whatCannotBeAnsweredIsSaid() {
        const json form = {{"resourceType", "Questionnaire"},
                           {"url", "urn:x"},
                           {"version", "1"},
                           {"item", {{{"linkId", "photo"}, {"type", "attachment"}}}}};
        QCOMPARE(problemsOf(form, {{"photo", "x"}}), QStringList("unsupported-type photo"));
        QCOMPARE(problemsOf(form, json::object()), QStringList());
    }

    void otherJsonIsNoForm() {
        for (const char* text :
             {"[]", "7", "{}", R"({"resourceType":"Patient"})", R"({"resourceType":"Questionnaire"})",
              R"({"resourceType":["Questionnaire"],"url":"a","version":"1"})"})
            QCOMPARE(problemsOf(json::parse(text), json::object()), QStringList("not-a-questionnaire "));
        QCOMPARE(problemsOf(outpatient_, json::array()), QStringList("wrong-type "));
    }

    void aBrokenFormDoesNotBreakTheProgram() {
        for (const char* items :
             {R"([1,"x",null])", R"({"linkId":"a"})", R"([{"item":[{}]}])",
              R"([{"linkId":"a","type":"choice","answerOption":[7,{},{"valueCoding":9}]}])",
              R"([{"linkId":"a","type":"choice","answerOption":{"x":1}}])"}) {
            json form = {{"resourceType", "Questionnaire"}, {"url", "urn:x"}, {"version", "1"}};
            form["item"] = json::parse(items);
            QVERIFY2(!answerSurvey(form, {{"a", "b"}}, authored_), items);
        }
    }

    void timesAreReadWithTheirOffset() {
        QCOMPARE(formatTime(parseTime("2026-03-02T08:00:00+08:00").value()),
                 std::string("2026-03-02T00:00:00.000Z"));
        QCOMPARE(formatTime(parseTime("1969-12-31T23:59:59.5Z").value()),
                 std::string("1969-12-31T23:59:59.500Z"));
        QCOMPARE(formatTime(parseTime("2024-02-29T00:00:00.1239-03:30").value()),
                 std::string("2024-02-29T03:30:00.123Z"));
        for (const char* bad : {"", "2026-03-02", "2026-03-02T08:00:00", "2026-03-02 08:00:00Z",
                                "2026-02-29T08:00:00Z", "2026-13-01T08:00:00Z", "2026-03-02T24:00:00Z",
                                "2026-03-02T08:00:00+8:00", "2026-03-02T08:00:00.Z", "2026-03-02T08:00:00ZZ",
                                "+026-03-02T08:00:00Z", "2026-03-02T08:00:00+15:00"})
            QVERIFY2(!parseTime(bad), bad);
    }
};

QTEST_GUILESS_MAIN(SurveyResponseTest)
#include "survey_response_test.moc"
