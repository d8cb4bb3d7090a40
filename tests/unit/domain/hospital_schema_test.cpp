// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/schema.h"
#include "app/domain/scopes.h"
#include "sync/record/history.h"
#include "tests/unit/domain/records.h"

#include <QtTest>

using namespace lianxin::domain;
using lianxin::sync::Field;
using lianxin::sync::FieldType;
using lianxin::sync::MergeRule;
using lianxin::sync::RecordType;
using lianxin::sync::Uuid;

class HospitalSchemaTest : public QObject {
    Q_OBJECT

    const lianxin::sync::Schema schema_ = makeHospitalSchema();

    const Field& field(const char* type, const char* name) const {
        const RecordType* found = schema_.find(type);
        return found->field(found->indexOf(name).value());
    }

private slots:
    void holdsTheTypesOfTheHospital() {
        for (const char* type : {"hospital", "department", "ward", "bed", "staff", "roster_entry", "stay",
                                 "category", "questionnaire", "policy_profile", "survey_response", "matter",
                                 "matter_event", "evidence", "visit", "card_handout"})
            QVERIFY2(schema_.find(type), type);
        QCOMPARE(schema_.version(), hospitalSchemaVersion);
    }

    void whatSomebodyTypedIsNeverOverwritten() {
        for (const char* name : {"content", "problem", "opinion", "suggestion", "demand"})
            QVERIFY2(field("matter", name).rule == MergeRule::Versions, name);
        for (const char* name : {"opinions", "suggestions", "note"})
            QVERIFY2(field("visit", name).rule == MergeRule::Versions, name);
    }

    void answersAreWrittenOnce_R086() {
        for (const Field& each : schema_.find("survey_response")->fields())
            QVERIFY2(each.rule == MergeRule::Once, each.name.c_str());
    }

    void eventsAreWrittenOnceAndJudgedByTheHub() {
        const RecordType& event = *schema_.find("matter_event");
        for (const Field& each : event.fields())
            QVERIFY2(each.rule == MergeRule::Once, each.name.c_str());
        QCOMPARE(event.field(event.parentField().value()).name, std::string("matter"));
        const auto isFromHub = [this](const char* name, FieldType type) {
            const Field& each = field("matter_event", name);
            return each.hubGiven && each.type == type;
        };
        QVERIFY(isFromHub("place", FieldType::Integer));
        QVERIFY(isFromHub("effective", FieldType::Boolean));
        QVERIFY(isFromHub("without_effect_because", FieldType::Text));
        QVERIFY(field("matter", "number").hubGiven);
    }

    void evidenceBelongsToItsMatterAndNamesItsBlob() {
        const RecordType& evidence = *schema_.find("evidence");
        for (const Field& each : evidence.fields())
            QVERIFY2(each.rule == MergeRule::Once, each.name.c_str());
        QCOMPARE(evidence.field(evidence.parentField().value()).name, std::string("matter"));
        QCOMPARE(evidence.field(evidence.blobField().value()).name, std::string("content"));
    }

    void whoComplainedIsSealed() {
        QVERIFY(field("matter", "complainant_name").type == FieldType::Sealed);
        QVERIFY(field("matter", "complainant_phone").type == FieldType::Sealed);
    }

    void nameAndUnitAreWithheldSeparately() {
        QVERIFY(field("matter", "name_withheld").type == FieldType::Boolean);
        QVERIFY(field("matter", "unit_withheld").type == FieldType::Boolean);
    }

    void identityCanBeSealedAtAnyTime() {
        QVERIFY(field("matter", "identity_sealed").rule == MergeRule::Latest);
    }

    void everyDepartmentHasAPhoneThatCanChange() {
        QVERIFY(field("department", "phone").rule == MergeRule::Latest);
    }

    void referenceDataGoesEverywhere() {
        for (const char* type :
             {"hospital", "department", "ward", "category", "questionnaire", "policy_profile"})
            QVERIFY2(scopesOf(recordOf(schema_, type, {})) == std::vector<std::string>{"reference"}, type);
    }

    void noKioskHoldsWhoWorksHere() {
        const auto kiosk = scopesFor(DeviceRole::Kiosk, {});
        for (const char* type : {"staff", "roster_entry", "bed"})
            for (const bool onAWard : {false, true}) {
                const auto record =
                    onAWard ? recordOf(schema_, type, {{"ward", testId(3)}}) : recordOf(schema_, type, {});
                for (const std::string& scope : scopesOf(record))
                    QVERIFY2(std::find(kiosk.begin(), kiosk.end(), scope) == kiosk.end(), type);
            }
    }

    void aWardHoldsItsOwnStaffAndThoseWhoBelongToNoWard() {
        for (const char* type : {"staff", "roster_entry"}) {
            QVERIFY2(scopesOf(recordOf(schema_, type, {})) == std::vector<std::string>{"staff"}, type);
            QVERIFY2(scopesOf(recordOf(schema_, type, {{"ward", testId(3)}})) ==
                         std::vector<std::string>{wardScope(testId(3))},
                     type);
        }
    }

    void whatHappensAtABedStaysOnItsWard() {
        const std::vector<std::string> scope{"ward:" + testId(3).toString()};
        for (const char* type : {"bed", "stay", "visit", "card_handout"})
            QVERIFY2(scopesOf(recordOf(schema_, type, {{"ward", testId(3)}})) == scope, type);
    }

    void aMatterIsTheOfficesAndThatOfTheWardWhereItWasRaised() {
        QVERIFY(scopesOf(recordOf(schema_, "matter", {})) == std::vector<std::string>{"office"});
        const auto scopes = scopesOf(recordOf(schema_, "matter", {{"ward", testId(3)}}));
        QVERIFY((scopes == std::vector<std::string>{"office", wardScope(testId(3))}));
        QVERIFY(scopesOf(recordOf(schema_, "survey_response", {{"ward", testId(3)}})) ==
                std::vector<std::string>{"office"});
    }

    void aChildHasNoScopeOfItsOwn() {
        QVERIFY(scopesOf(recordOf(schema_, "matter_event", {{"matter", testId(3)}})).empty());
        QVERIFY(scopesOf(lianxin::sync::emptyRecord(schema_.history(), testId(1))).empty());
    }

    void devicesAreGivenTheScopesOfTheirRole() {
        const std::vector<Uuid> wards{testId(3), testId(4)};
        QVERIFY(scopesFor(DeviceRole::Kiosk, wards) == std::vector<std::string>{"reference"});
        QVERIFY(scopesFor(DeviceRole::Desk, wards) == std::vector<std::string>{"*"});
        QVERIFY((scopesFor(DeviceRole::Ward, wards) ==
                 std::vector<std::string>{"reference", "staff", wardScope(testId(3)), wardScope(testId(4))}));
        for (const DeviceRole role : {DeviceRole::Kiosk, DeviceRole::Ward, DeviceRole::Desk})
            QVERIFY(deviceRoleFromCode(toCode(role)) == role);
        QVERIFY(!deviceRoleFromCode("admin"));
    }

    void authorityOverTypes() {
        const auto allowed = [this](DeviceRole role) {
            std::vector<std::string> types;
            for (const auto& type : schema_.types())
                if (maySubmit(role, *type))
                    types.push_back(type->name());
            return types;
        };
        QVERIFY((allowed(DeviceRole::Kiosk) ==
                 std::vector<std::string>{"survey_response", "matter", "matter_event", "field_history"}));
        QVERIFY((allowed(DeviceRole::Ward) == std::vector<std::string>{"stay", "survey_response", "matter",
                                                                       "matter_event", "evidence", "visit",
                                                                       "card_handout", "field_history"}));
        QCOMPARE(allowed(DeviceRole::Desk).size(), schema_.types().size());
    }

    void aKioskOnlySubmits() {
        const auto event = [this](const char* step) {
            return recordOf(schema_, "matter_event", {{"step", textValue(step)}});
        };
        QVERIFY(maySubmit(DeviceRole::Kiosk, event("submit")));
        QVERIFY(!maySubmit(DeviceRole::Kiosk, event("answer_on_spot")));
        QVERIFY(!maySubmit(DeviceRole::Kiosk, event("no_such_step")));
        QVERIFY(!maySubmit(DeviceRole::Kiosk, recordOf(schema_, "visit", {})));
        QVERIFY(!maySubmit(DeviceRole::Kiosk, recordOf(schema_, "department", {})));
        QVERIFY(maySubmit(DeviceRole::Kiosk, recordOf(schema_, "matter", {})));
    }

    void aWardReceivesAndLeadsButDoesNotDispatch() {
        const auto event = [this](const char* step) {
            return recordOf(schema_, "matter_event", {{"step", textValue(step)}});
        };
        QVERIFY(maySubmit(DeviceRole::Ward, event("submit")));
        QVERIFY(maySubmit(DeviceRole::Ward, event("answer_on_spot")));
        QVERIFY(maySubmit(DeviceRole::Ward, event("lead_to_office")));
        QVERIFY(!maySubmit(DeviceRole::Ward, event("issue_slip")));
        QVERIFY(maySubmit(DeviceRole::Desk, event("issue_slip")));
    }

    void overwrittenValuesFollowTheirRecord() {
        auto history = lianxin::sync::emptyRecord(schema_.history(), testId(1));
        history.shown.at(history.type->indexOf("record_type").value()) = textValue("department");
        QVERIFY(!maySubmit(DeviceRole::Kiosk, history));
        QVERIFY(maySubmit(DeviceRole::Desk, history));
        history.shown.at(history.type->indexOf("record_type").value()) = textValue("matter");
        QVERIFY(maySubmit(DeviceRole::Kiosk, history));
    }
};

QTEST_GUILESS_MAIN(HospitalSchemaTest)
#include "hospital_schema_test.moc"
