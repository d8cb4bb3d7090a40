// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/draft.h"

#include "app/domain/import/folder.h"
#include "app/domain/schema.h"

#include <QtTest>

using namespace lianxin;
using nlohmann::json;
using sync::Record;

class DraftTest : public QObject {
    Q_OBJECT

    const sync::Schema schema_ = domain::makeHospitalSchema();
    platform::ManualClock clock_{sync::WallTime{sync::Milliseconds{1'770'000'000'000}}};
    platform::SeededRandom random_{1};
    sync::Replica replica_{platform::Database::openMemory(), schema_, clock_, random_};
    ctl::DraftReader reader_{replica_, clock_.wall()};

    std::optional<Record> read(const json& given) {
        problems_ = {};
        return reader_.read(given, "#1", problems_);
    }

    bool isRefusedFor(const json& given, const char* words) {
        const bool refused = !read(given);
        const std::string said = problems_.trouble("x", {}).message().english;
        return refused && said.find(words) != std::string::npos;
    }

    static json survey() {
        json given = {{"questionnaire", "门诊患者满意度调查"}, {"answers", json::object()}};
        for (const char* question : {"care.registration", "care.waiting", "care.doctor", "care.nurse",
                                     "care.environment", "overall.satisfaction"})
            given["answers"][question] = "satisfied";
        return given;
    }

    ctl::ProblemList problems_;

private slots:
    void initTestCase() {
        const auto sample = domain::readFolder(LIANXIN_SOURCE_DIR "/app/domain/sample", schema_);
        QVERIFY(bool(sample));
        for (const domain::ImportedRecord& imported : *sample) {
            Record draft = sync::emptyRecord(*imported.type, imported.id);
            for (const auto& [name, field] : imported.fields)
                draft.shown.at(imported.type->indexOf(name).value()) = field.value;
            QVERIFY(bool(replica_.create(draft)));
        }
    }

    void aRecordIsReadByItsFields() {
        const auto draft = read({{"type", "matter"},
                                 {"fields",
                                  {{"kind", "praise"},
                                   {"channel", "internal"},
                                   {"source", "visit"},
                                   {"raised_at", "2026-03-02T08:00:00+08:00"}}}});
        QVERIFY(draft.has_value());
        QVERIFY(draft->id.isNull());
        QVERIFY(draft->value("raised_at") == sync::Value(std::int64_t{1'772'409'600'000}));
    }

    void anIdMayBeGiven() {
        const char* id = "01980000-0000-7000-8000-000000000001";
        json given = {{"type", "card_handout"},
                      {"id", id},
                      {"fields", {{"ward", id}, {"given_at", "2026-03-02T08:00:00Z"}}}};
        QCOMPARE(read(given)->id.toString(), std::string(id));
        given["id"] = "x";
        QVERIFY(isRefusedFor(given, "id is not a UUID"));
    }

    void everythingThatIsWrongIsSaidAtOnce() {
        const json given = {{"type", "matter"}, {"fields", {{"kind", "shout"}}}};
        QVERIFY(isRefusedFor(given, "#1: kind: not one of its words: shout"));
        QVERIFY(isRefusedFor(given, "#1: raised_at: must be given"));
    }

    void whatHasNoPlaceIsNotPassedOver() {
        QVERIFY(isRefusedFor({{"type", "matter"}, {"field", json::object()}}, "field has no place here"));
        QVERIFY(
            isRefusedFor({{"type", "matter"}, {"fields", {{"colour", "red"}}}}, "there is no such field"));
        QVERIFY(
            isRefusedFor({{"type", "field_history"}, {"fields", json::object()}}, "no records of the type"));
        QVERIFY(isRefusedFor({{"type", "matter"}, {"fields", 3}}, "fields is not an object"));
        QVERIFY(isRefusedFor(3, "has neither type nor questionnaire"));
        QVERIFY(isRefusedFor(json::object(), "has neither type nor questionnaire"));
    }

    void aSurveyIsMadeFromItsAnswers_R073() {
        const auto draft = read(survey());
        QVERIFY2(draft.has_value(), problems_.trouble("x", {}).message().english.c_str());
        QCOMPARE(draft->type->name(), std::string("survey_response"));
        QVERIFY(draft->value("survey_kind") == sync::Value(std::string("outpatient_satisfaction")));
        QVERIFY(draft->value("source") == sync::Value(std::string("outpatient_survey")));
        QVERIFY(draft->value("score") == sync::Value(4.0));
        QVERIFY(draft->value("submitted_at") == sync::Value(std::int64_t{1'770'000'000'000}));
    }

    void aFormIsFoundByItsIdToo() {
        json given = survey();
        given["questionnaire"] = "01980000-000f-7000-8000-000000000001";
        QVERIFY(read(given).has_value());
    }

    void fieldsOfASurveyMayBeGivenBeside() {
        json given = survey();
        given["fields"] = {{"device_kind", "kiosk"}, {"source", "opinion_box"}};
        QVERIFY(read(given)->value("source") == sync::Value(std::string("opinion_box")));
    }

    void anUnansweredQuestionIsNamed() {
        json given = survey();
        given["answers"].erase("care.nurse");
        QVERIFY(isRefusedFor(given, "#1: care.nurse: must be answered"));
        given["questionnaire"] = "没有的问卷";
        QVERIFY(isRefusedFor(given, "holds no form"));
    }
};

QTEST_GUILESS_MAIN(DraftTest)
#include "draft_test.moc"
