// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hospital_rules.h"

#include "app/domain/matter.h"
#include "tests/unit/domain/records.h"

#include <QtTest>

#include <set>

using namespace lianxin;
using domain::numberValue;
using domain::recordOf;
using domain::textValue;
using sync::Record;
using sync::RefusalReason;
using sync::Value;

namespace {

sync::Stamp stampAt(std::chrono::sys_days day, std::chrono::hours hour) {
    return sync::Stamp::at(std::chrono::time_point_cast<sync::Milliseconds>(day + hour));
}

} // namespace

class HospitalRulesTest : public QObject {
    Q_OBJECT

    const sync::Schema schema_ = domain::makeHospitalSchema();
    const hub::HospitalRules rules_{schema_};

    Record complaint() const {
        return recordOf(schema_, "matter",
                        {{"kind", textValue("complaint")},
                         {"channel", textValue("internal")},
                         {"source", textValue("visit")},
                         {"content", textValue("等候太久。")},
                         {"problem", textValue("等候超过一小时。")},
                         {"respondent_unnamed", numberValue(1)},
                         {"complaint_time", numberValue(1'700'000'000'000)},
                         {"raised_at", numberValue(1'700'000'000'000)}});
    }

    Record event(const char* step) const {
        Record record = recordOf(schema_, "matter_event",
                                 {{"matter", Value(domain::testId(200))},
                                  {"step", textValue(step)},
                                  {"occurred_at", numberValue(1'700'000'000'000)}});
        record.cover.stamp = stampAt(std::chrono::year(2026) / 3 / 1, std::chrono::hours(0));
        return record;
    }

    /// What the hub asks about of a record it holds: the one field that a push would change.
    Record change(const char* type, const char* field, const Value& value) const {
        Record record = sync::emptyRecord(*schema_.find(type), domain::testId(200));
        sync::Write write;
        write.dot = {sync::WriterId{7}, 2};
        write.value = value;
        sync::setWrites(record, record.type->indexOf(field).value(), {write});
        return record;
    }

    bool isRefused(std::string_view role, const Record& record, bool isNew, RefusalReason reason) const {
        const auto refusal = rules_.refuse(role, record, isNew);
        return refusal && refusal->reason == reason;
    }

private slots:
    void aMatterIsTakenFromEveryRole() {
        for (const char* role : {"kiosk", "ward", "desk"})
            QVERIFY(!rules_.refuse(role, complaint(), true));
    }

    void aDeviceOfNoKnownRoleMayWriteNothing() {
        QVERIFY(isRefused("visitor", complaint(), true, RefusalReason::NotAllowed));
    }

    void ofSomeoneWhomABackupDoesNotKnowTheContentIsJudged() {
        QVERIFY(!rules_.refuse("", complaint(), true));
        QVERIFY(isRefused("", recordOf(schema_, "department", {}), true, RefusalReason::WrongContent));
    }

    void onlyTheDeskWritesReferenceData() {
        const Record department =
            recordOf(schema_, "department", {{"name", textValue("内科")}, {"kind", textValue("clinical")}});
        QVERIFY(isRefused("kiosk", department, true, RefusalReason::NotAllowed));
        QVERIFY(isRefused("ward", department, true, RefusalReason::NotAllowed));
        QVERIFY(!rules_.refuse("desk", department, true));
        const Record phone = change("department", "phone", textValue("0000-555-1001"));
        QVERIFY(isRefused("kiosk", phone, false, RefusalReason::NotAllowed));
        QVERIFY(!rules_.refuse("desk", phone, false));
    }

    void aKioskSubmitsAndDoesNotRegister() {
        QVERIFY(!rules_.refuse("kiosk", event("submit"), true));
        QVERIFY(isRefused("kiosk", event("register"), true, RefusalReason::NotAllowed));
        QVERIFY(!rules_.refuse("desk", event("register"), true));
    }

    void contentIsRefusedByFieldAndFault() {
        Record matter = complaint();
        matter.shown.at(matter.type->indexOf("kind").value()) = {};
        const auto refusal = rules_.refuse("desk", matter, true);
        QVERIFY(refusal && refusal->reason == RefusalReason::WrongContent);
        QCOMPARE(refusal->detail, std::string("kind: missing"));
    }

    void aChangeIsNotAskedForWhatItDoesNotTouch() {
        QVERIFY(!rules_.refuse("ward", change("matter", "content", textValue("补充")), false));
        QVERIFY(isRefused("ward", change("matter", "contact_mode", textValue("shouting")), false,
                          RefusalReason::WrongContent));
    }

    void aRequiredFieldIsNotCleared() {
        QVERIFY(isRefused("desk", change("department", "name", {}), false, RefusalReason::WrongContent));
    }

    void whatSaysNothingNewIsNobodysFault() {
        const Record nothing = sync::emptyRecord(*schema_.find("matter_event"), domain::testId(200));
        QVERIFY(!rules_.refuse("kiosk", nothing, false));
        const Record department = sync::emptyRecord(*schema_.find("department"), domain::testId(200));
        QVERIFY(!rules_.refuse("kiosk", department, false));
    }

    void onlyStepsOfAMatterAreJudged() {
        QVERIFY(rules_.isEvent(*schema_.find("matter_event")));
        QVERIFY(!rules_.isEvent(*schema_.find("matter")));
    }

    void theStateIsCarriedFromStepToStep() {
        std::string state;
        QVERIFY(rules_.judge(event("submit"), complaint(), state).effective);
        const std::string received = state;
        const auto tooEarly = rules_.judge(event("issue_slip"), complaint(), state);
        QVERIFY(!tooEarly.effective);
        QCOMPARE(tooEarly.withoutEffectBecause, std::string("not_in_this_stage"));
        QCOMPARE(state, received);
        QVERIFY(rules_.judge(event("register"), complaint(), state).effective);
        QCOMPARE(state, std::string("registered"));
    }

    void registeringAloneGivesANumber() {
        std::string state;
        QVERIFY(!rules_.judge(event("submit"), complaint(), state).numberSeries);
        QCOMPARE(rules_.judge(event("register"), complaint(), state).numberSeries.value(),
                 std::string("TS2026"));
        QVERIFY(!rules_.judge(event("register"), complaint(), state).numberSeries); // without effect
    }

    void aMatterWithoutItsKeyElementsIsNotRegistered_R120() {
        std::string state = "received";
        Record matter = complaint();
        matter.shown.at(matter.type->indexOf("problem").value()) = {};
        const auto judgement = rules_.judge(event("register"), matter, state);
        QVERIFY(!judgement.effective);
        QVERIFY(!judgement.numberSeries);
        QCOMPARE(judgement.withoutEffectBecause, std::string("matter_missing:problem"));
    }

    void theYearOfANumberIsTheYearInChina() {
        Record registration = event("register");
        registration.cover.stamp = stampAt(std::chrono::year(2025) / 12 / 31, std::chrono::hours(15));
        QCOMPARE(hub::numberSeriesOf(complaint(), registration), std::string("TS2025"));
        registration.cover.stamp = stampAt(std::chrono::year(2025) / 12 / 31, std::chrono::hours(16));
        QCOMPARE(hub::numberSeriesOf(complaint(), registration), std::string("TS2026"));
    }

    void everyKindHasLettersOfItsOwn() {
        std::set<std::string> series;
        for (const std::string_view kind : domain::matterKinds) {
            Record matter = complaint();
            matter.shown.at(matter.type->indexOf("kind").value()) = std::string(kind);
            series.insert(hub::numberSeriesOf(matter, event("register")));
        }
        QCOMPARE(series.size(), domain::matterKinds.size());
    }

    void aStateThatCannotBeReadIsLeftAlone() {
        std::string state = "who knows";
        QVERIFY(!rules_.judge(event("submit"), complaint(), state).effective);
        QCOMPARE(state, std::string("who knows"));
    }
};

QTEST_GUILESS_MAIN(HospitalRulesTest)
#include "hospital_rules_test.moc"
