// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/validation.h"

#include "sync/blobs/blob_address.h"
#include "tests/unit/domain/records.h"

#include <QtTest>

#include <algorithm>

using namespace lianxin::domain;
using lianxin::sync::Record;
using lianxin::sync::Value;

class ContentRulesTest : public QObject {
    Q_OBJECT

    const lianxin::sync::Schema schema_ = makeHospitalSchema();
    ContentRules rules_{schema_};

    Record matter() const {
        return recordOf(schema_, "matter",
                        {{"kind", textValue("complaint")},
                         {"channel", textValue("internal")},
                         {"source", textValue("opinion_box")},
                         {"raised_at", numberValue(1'700'000'000'000)},
                         {"content", textValue("病房夜里太吵。")}});
    }

    std::vector<ContentProblem> checkWith(const char* field, const Value& value) {
        Record record = matter();
        record.shown.at(record.type->indexOf(field).value()) = value;
        return rules_.check(record);
    }

    static bool isOnly(const std::vector<ContentProblem>& problems, ContentFault fault, const char* field) {
        return problems.size() == 1 && problems[0].fault == fault && problems[0].field == field;
    }

private slots:
    void aMatterAsAPersonRaisesItIsInOrder() { QVERIFY(rules_.check(matter()).empty()); }

    void raisingDoesNotAskForTheKeyElementsOfRegistration() {
        // No complaint_time, problem or respondent: the office completes them (R-120).
        QVERIFY(lianxin::sync::isNull(matter().value("respondent")));
        QVERIFY(rules_.check(matter()).empty());
    }

    void everyMissingFieldIsNamed() {
        const auto problems = rules_.check(recordOf(schema_, "matter", {}));
        QStringList fields;
        for (const ContentProblem& problem : problems) {
            QVERIFY(problem.fault == ContentFault::Missing);
            fields << QString::fromStdString(problem.field);
        }
        QCOMPARE(fields, QStringList({"kind", "channel", "source", "raised_at"}));
    }

    void channelAndSourceAreRequired_R057() {
        QVERIFY(isOnly(checkWith("channel", {}), ContentFault::Missing, "channel"));
        QVERIFY(isOnly(checkWith("source", {}), ContentFault::Missing, "source"));
        QVERIFY(
            isOnly(checkWith("source", textValue("hotline_12345")), ContentFault::Contradiction, "channel"));
    }

    void aWordOutsideItsListIsRefused_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("good");
        QTest::newRow("kind") << "kind"
                              << "praise";
        QTest::newRow("subject") << "subject"
                                 << "facility";
        QTest::newRow("complainant_type") << "complainant_type"
                                          << "staff";
        QTest::newRow("contact_mode") << "contact_mode"
                                      << "letter";
        QTest::newRow("language") << "language"
                                  << "zh-TW";
    }

    void aWordOutsideItsListIsRefused() {
        QFETCH(QString, field);
        QFETCH(QString, good);
        const std::string name = field.toStdString();
        QVERIFY(checkWith(name.c_str(), good.toStdString()).empty());
        QVERIFY(
            isOnly(checkWith(name.c_str(), textValue("banana")), ContentFault::UnknownCode, name.c_str()));
        QVERIFY(isOnly(checkWith(name.c_str(), good.toUpper().toStdString()), ContentFault::UnknownCode,
                       name.c_str()));
    }

    void dissatisfactionIsTakenByAnyModeOnAnySubjectWithItsDemand_R063() {
        for (const char* subject : {"medical", "healthcare", "nursing", "environment", "facility"})
            for (const char* mode : {"letter", "phone", "visit", "other"}) {
                Record record = matter();
                record.shown.at(record.type->indexOf("subject").value()) = textValue(subject);
                record.shown.at(record.type->indexOf("contact_mode").value()) = textValue(mode);
                record.shown.at(record.type->indexOf("demand").value()) = textValue("换一间病房");
                QVERIFY2(rules_.check(record).empty(), subject);
            }
    }

    void criticismOpinionsSuggestionsAndPraiseAreTaken_R064() {
        for (const char* kind : {"criticism", "opinion", "suggestion", "praise"})
            QVERIFY2(checkWith("kind", textValue(kind)).empty(), kind);
        for (const char* subject :
             {"medical", "nursing", "service", "conduct", "environment", "prices", "other"})
            QVERIFY2(checkWith("subject", textValue(subject)).empty(), subject);
    }

    void callsLettersAndVisitsAreTaken_R066() {
        for (const char* mode : {"phone", "letter", "visit"})
            QVERIFY2(checkWith("contact_mode", textValue(mode)).empty(), mode);
    }

    void aStaffComplaintIsTaken_R065() { QVERIFY(checkWith("complainant_type", textValue("staff")).empty()); }

    void lengthIsCountedInCharacters() {
        std::string text;
        for (int i = 0; i < 10'000; ++i)
            text += "好";
        QVERIFY(checkWith("content", text).empty());
        const auto problems = checkWith("content", text + "好");
        QVERIFY(isOnly(problems, ContentFault::TooLong, "content"));
        QCOMPARE(problems[0].detail, std::string("10000"));
        QVERIFY(isOnly(checkWith("content", std::string(std::size_t{1} << 20, 'a')), ContentFault::TooLong,
                       "content"));
        QVERIFY(isOnly(checkWith("respondent", std::string(201, 'a')), ContentFault::TooLong, "respondent"));
    }

    void textIsUtf8WithoutControlCharacters() {
        QVERIFY(checkWith("content", textValue("一行\n两行\t。\r\n")).empty());
        for (const std::string& bad : {std::string("a\0b", 3), std::string("\x1b[2J"),
                                       std::string("\xff\xfe"), std::string("\xe5\xa5"), std::string("\x7f")})
            QVERIFY(isOnly(checkWith("content", bad), ContentFault::NotPlainText, "content"));
    }

    void aVersionThatIsNotShownIsReadToo() {
        using namespace lianxin::sync;
        Record record = matter();
        const FieldIndex content = record.type->indexOf("content").value();
        Writes writes{{{WriterId{1}, 1}, Stamp{1}, {}, {}, WriteKind::Value, std::string("\x01")},
                      {{WriterId{2}, 1}, Stamp{2}, {}, {}, WriteKind::Value, std::string("后来的")}};
        setWrites(record, content, writes);
        QCOMPARE(std::get<std::string>(record.value("content")), std::string("后来的"));
        QVERIFY(isOnly(rules_.check(record), ContentFault::NotPlainText, "content"));
    }

    void timesOfADeadClockAreTaken() {
        QVERIFY(checkWith("raised_at", numberValue(0)).empty());
        QVERIFY(isOnly(checkWith("raised_at", numberValue(-1)), ContentFault::OutOfRange, "raised_at"));
        QVERIFY(isOnly(checkWith("raised_at", numberValue(253'402'300'800'000)), ContentFault::OutOfRange,
                       "raised_at"));
    }

    void aValueOfAnotherKindIsRefused() {
        QVERIFY(isOnly(checkWith("anonymous", numberValue(2)), ContentFault::WrongType, "anonymous"));
        QVERIFY(isOnly(checkWith("content", numberValue(2)), ContentFault::WrongType, "content"));
        QVERIFY(isOnly(checkWith("ward", textValue("x")), ContentFault::WrongType, "ward"));
    }

    void departmentsInvolvedAreIds() {
        using lianxin::sync::elementList;
        QVERIFY(checkWith("departments_involved", elementList({testId(1).toString(), testId(2).toString()}))
                    .empty());
        QVERIFY(isOnly(checkWith("departments_involved", elementList({testId(1).toString(), "骨科"})),
                       ContentFault::WrongType, "departments_involved"));
        std::vector<std::string> many;
        for (std::uint8_t i = 0; i < 100; ++i)
            many.push_back(testId(i).toString());
        QVERIFY(checkWith("departments_involved", elementList(many)).empty());
    }

    void whatTheHubGivesIsPassedOver() { QVERIFY(checkWith("number", std::string(5000, 'x')).empty()); }

    void anErasedRecordHasNoProblems() {
        Record record = matter();
        lianxin::sync::eraseContent(record);
        QVERIFY(rules_.check(record).empty());
    }

    void typesWithoutRulesHaveNoProblems() {
        QVERIFY(rules_.check(lianxin::sync::emptyRecord(schema_.history(), testId(1))).empty());
        QVERIFY(rules_.check(lianxin::sync::emptyRecord(schema_.unknown(), testId(1))).empty());
    }

    void answersAreAQuestionnaireResponse() {
        const auto response = [this](std::string answers) {
            return rules_.check(recordOf(schema_, "survey_response",
                                         {{"questionnaire", testId(1)},
                                          {"questionnaire_version", textValue("1.0")},
                                          {"survey_kind", textValue("outpatient_satisfaction")},
                                          {"channel", textValue("internal")},
                                          {"source", textValue("outpatient_survey")},
                                          {"submitted_at", numberValue(5)},
                                          {"answers", std::move(answers)}}));
        };
        QVERIFY(response(R"({"resourceType":"QuestionnaireResponse","status":"completed"})").empty());
        QVERIFY(
            isOnly(response(R"({"resourceType":"Questionnaire"})"), ContentFault::WrongResource, "answers"));
        QVERIFY(isOnly(response("[1]"), ContentFault::WrongResource, "answers"));
        QVERIFY(isOnly(response(R"({"resourceType":)"), ContentFault::NotJson, "answers"));
        const std::string deep = std::string(60, '[') + std::string(60, ']');
        QVERIFY(isOnly(response(deep), ContentFault::NotJson, "answers"));
        QVERIFY(isOnly(response(std::string(600'000, ' ')), ContentFault::TooLong, "answers"));
    }

    void aVisitTellsWardTimeAndOutcome() {
        const auto problems = rules_.check(recordOf(schema_, "visit", {{"outcome", textValue("asleep")}}));
        QStringList found;
        for (const ContentProblem& problem : problems)
            found << QString::fromStdString(problem.field + " " + std::string(nameOf(problem.fault)));
        QCOMPARE(found, QStringList({"ward missing", "visited_at missing", "outcome unknown-code"}));
        for (const char* outcome : {"visited", "refused", "absent"})
            QVERIFY(rules_
                        .check(recordOf(schema_, "visit",
                                        {{"ward", testId(1)},
                                         {"visited_at", numberValue(1)},
                                         {"outcome", textValue(outcome)}}))
                        .empty());
    }

    void phonesCanBeDialled() {
        for (const char* good : {"0000-555-1001", "+86 (000) 555", "120", "600 6000"})
            QVERIFY2(looksLikePhone(good), good);
        for (const char* bad :
             {"", "12", "5-", "转 8001", "12+34", "0000-555-1001;rm", "1234567890123456789012345678901"})
            QVERIFY2(!looksLikePhone(bad), bad);
        const auto department = recordOf(
            schema_, "department",
            {{"name", textValue("骨科")}, {"kind", textValue("clinical")}, {"phone", textValue("找护士站")}});
        QVERIFY(isOnly(rules_.check(department), ContentFault::NotAPhone, "phone"));
    }

    void listsOfKindsUseTheKindsThereAre() {
        const auto category = [this](const char* tree, const char* code) {
            return rules_.check(
                recordOf(schema_, "category",
                         {{"tree", textValue(tree)}, {"code", textValue(code)}, {"name", textValue("类")}}));
        };
        QVERIFY(category("kind", "praise").empty());
        QVERIFY(isOnly(category("kind", "gossip"), ContentFault::UnknownCode, "code"));
        QVERIFY(isOnly(category("subject", "gossip"), ContentFault::UnknownCode, "code"));
        QVERIFY(category("nature", "gossip").empty());
    }

    void evidenceIsOfAFormatThatEveryoneCanOpenAndNamesABlob() {
        const auto evidence = [this](const char* mediaType, const std::string& content) {
            return rules_.check(recordOf(schema_, "evidence",
                                         {{"matter", testId(1)},
                                          {"kind", textValue("photo")},
                                          {"media_type", textValue(mediaType)},
                                          {"content", textValue(content.c_str())},
                                          {"added_at", std::int64_t{1'770'000'000'000}}}));
        };
        const std::string address = lianxin::sync::toText(lianxin::sync::addressOf("a picture"));
        QVERIFY(evidence("image/png", address).empty());
        QVERIFY(isOnly(evidence("image/svg+xml", address), ContentFault::UnknownCode, "media_type"));
        QVERIFY(isOnly(evidence("image/png", address.substr(1)), ContentFault::WrongType, "content"));
        QVERIFY(isOnly(evidence("image/png", address + "0000000"), ContentFault::WrongType, "content"));
    }

    void noRuleNamesAFieldThatIsNotThere() {
        // Each rule above is found by name: a rule for a misspelt field would silently never apply. Every
        // type with a required field must say so when it is empty.
        for (const char* type : {"hospital", "department", "ward", "bed", "staff", "roster_entry", "stay",
                                 "category", "questionnaire", "policy_profile", "survey_response", "matter",
                                 "matter_event", "evidence", "visit", "card_handout"})
            QVERIFY2(!rules_.check(recordOf(schema_, type, {})).empty(), type);
    }
};

QTEST_GUILESS_MAIN(ContentRulesTest)
#include "content_rules_test.moc"
