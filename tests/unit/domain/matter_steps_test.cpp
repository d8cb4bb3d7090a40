// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/matter.h"
#include "app/domain/matter_steps.h"
#include "tests/unit/domain/records.h"

#include <QtTest>

#include <set>

using namespace lianxin::domain;
using lianxin::sync::Record;
using lianxin::sync::Uuid;

namespace {

// A step and the fields that the transition table asks of it, so that only the stage decides.
Record fullEvent(const lianxin::sync::Schema& schema, Step step) {
    Record event = recordOf(schema, "matter_event",
                            {{"matter", testId(200)},
                             {"step", std::string(toCode(step))},
                             {"occurred_at", numberValue(1)},
                             {"text", textValue("已说明情况")},
                             {"reason", textValue("需要协调")},
                             {"department", testId(1)},
                             {"phone_given", textValue("0000-555-1001")},
                             {"kind", textValue("complaint")},
                             {"nature", textValue("attitude")},
                             {"direction", textValue("one_department")},
                             {"feedback_form", textValue("spoken")},
                             {"addressee", textValue("complainant")},
                             {"due_at", numberValue(2)}});
    return event;
}

void clear(Record& record, std::string_view field) {
    record.shown.at(record.type->indexOf(field).value()) = {};
}

} // namespace

class MatterStepsTest : public QObject {
    Q_OBJECT

    const lianxin::sync::Schema schema_ = makeHospitalSchema();

    Record complaint() const {
        return recordOf(schema_, "matter",
                        {{"kind", textValue("complaint")},
                         {"content", textValue("等了很久")},
                         {"raised_at", numberValue(1)},
                         {"problem", textValue("候诊时间长")},
                         {"respondent", textValue("门诊部")},
                         {"complaint_time", numberValue(1)}});
    }

    void judgeAll(MatterState& state, const Record& matter, std::initializer_list<Step> path) const {
        for (const Step step : path) {
            const StepVerdict verdict = judgeStep(state, matter, fullEvent(schema_, step));
            QVERIFY2(verdict.effective,
                     (std::string(toCode(step)) + ": " + verdict.withoutEffectBecause).c_str());
        }
    }

private slots:
    void aComplaintWalksFromDraftToTheArchive() {
        MatterState state;
        const Record matter = complaint();
        judgeAll(state, matter,
                 {Step::Submit, Step::Register, Step::Classify, Step::IssueSlip, Step::ConfirmReceipt,
                  Step::Answer, Step::AskOpinion, Step::Satisfied, Step::File});
        QCOMPARE(toCode(state.stage), std::string_view("archived"));
        QCOMPARE(state.round, 1);
    }

    void everyStepActsExactlyInTheStagesOfTheTable_data() {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QStringList>("from");
        QTest::addColumn<QString>("to"); // empty: the stage stays
        const auto row = [](const char* id, const char* step, const char* from, const char* to) {
            QTest::newRow(id) << QString(step) << QString(from).split(' ') << QString(to);
        };
        row("T-02", "submit", "draft", "received");
        row("T-03", "register", "received", "registered");
        row("T-04", "not_proceed", "registered", "not_proceeded");
        row("T-05", "answer_on_spot", "received registered", "settled_on_spot");
        row("T-06", "lead_to_office", "received", "");
        row("T-07", "guide_by_phone", "registered", "guided");
        row("T-08", "confirm_outcome", "guided", "answered");
        row("T-09", "classify", "registered", "classified");
        row("T-14", "issue_slip", "classified", "dispatched");
        row("T-18", "confirm_receipt", "dispatched", "in_progress");
        row("T-19", "return_assignment", "dispatched", "classified");
        row("T-24", "answer", "in_progress", "answered");
        row("T-25", "ask_opinion", "settled_on_spot answered", "opinion_asked");
        row("T-26", "satisfied", "opinion_asked", "completed");
        row("T-27", "dissatisfied_quality", "opinion_asked", "redo_ordered");
        row("T-28", "reissue", "redo_ordered", "dispatched");
        row("T-35", "file", "completed not_proceeded transferred_out", "archived");
        row("T-37", "urge",
            "received registered settled_on_spot guided classified awaiting_order awaiting_president "
            "dispatched "
            "in_progress plan_in_review feedback_in_review answered opinion_asked redo_ordered "
            "limited_explained "
            "tracking rectifying",
            "");
        row("T-41", "pass_on_praise", "registered", "completed");
        row("T-42", "reopen", "archived", "registered");
    }

    void everyStepActsExactlyInTheStagesOfTheTable() {
        QFETCH(QString, step);
        QFETCH(QStringList, from);
        QFETCH(QString, to);
        Record matter = complaint();
        if (step == "pass_on_praise")
            matter.shown.at(*matter.type->indexOf("kind")) = textValue("praise");
        const Record event = fullEvent(schema_, stepFromCode(step.toStdString()).value());
        for (const std::string_view code : matterStages) {
            const MatterState before{matterStageFromCode(code).value(), false, false, 3};
            MatterState state = before;
            const StepVerdict verdict = judgeStep(state, matter, event);
            const QString stage = QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size()));
            QCOMPARE(verdict.effective, from.contains(stage));
            if (verdict.effective) {
                QCOMPARE(std::string(toCode(state.stage)), (to.isEmpty() ? stage : to).toStdString());
            } else {
                QCOMPARE(verdict.withoutEffectBecause, std::string("not_in_this_stage"));
                QVERIFY(state == before);
            }
        }
    }

    void aStepWithoutAFieldItNeedsHasNoEffect_data() {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("stage");
        QTest::addColumn<QStringList>("needed");
        const auto row = [](const char* step, const char* stage, const char* needed) {
            QTest::newRow(step) << QString(step) << QString(stage) << QString(needed).split(' ');
        };
        row("not_proceed", "registered", "reason");
        row("lead_to_office", "received", "reason");
        row("guide_by_phone", "registered", "department phone_given");
        row("classify", "registered", "kind nature direction");
        row("issue_slip", "classified", "department");
        row("return_assignment", "dispatched", "reason");
        row("answer", "in_progress", "text feedback_form addressee");
        row("satisfied", "opinion_asked", "text");
        row("dissatisfied_quality", "opinion_asked", "reason");
        row("reissue", "redo_ordered", "due_at");
        row("reopen", "archived", "reason");
    }

    void aStepWithoutAFieldItNeedsHasNoEffect() {
        QFETCH(QString, step);
        QFETCH(QString, stage);
        QFETCH(QStringList, needed);
        for (const QString& field : needed) {
            Record event = fullEvent(schema_, stepFromCode(step.toStdString()).value());
            clear(event, field.toStdString());
            MatterState state{matterStageFromCode(stage.toStdString()).value(), false, false, 0};
            const MatterState before = state;
            const StepVerdict verdict = judgeStep(state, complaint(), event);
            QVERIFY(!verdict.effective);
            QCOMPARE(verdict.withoutEffectBecause, "missing:" + field.toStdString());
            QVERIFY(state == before);
            QVERIFY(missingForStep(event) == std::vector<std::string_view>{field.toStdString()});
        }
    }

    void registrationWaitsForTheThreeKeyElements_R120() {
        for (const char* element : {"complaint_time", "problem", "respondent"}) {
            Record matter = complaint();
            clear(matter, element);
            MatterState state{MatterStage::Received, false, false, 0};
            const StepVerdict verdict = judgeStep(state, matter, fullEvent(schema_, Step::Register));
            QVERIFY(!verdict.effective);
            QCOMPARE(verdict.withoutEffectBecause, std::string("matter_missing:") + element);
            QVERIFY(state.stage == MatterStage::Received);
        }
    }

    void nobodyNamedStandsForTheRespondent_R120() {
        Record matter = complaint();
        clear(matter, "respondent");
        matter.shown.at(*matter.type->indexOf("respondent_unnamed")) = numberValue(1);
        MatterState state{MatterStage::Received, false, false, 0};
        QVERIFY(judgeStep(state, matter, fullEvent(schema_, Step::Register)).effective);
    }

    void anEmptyMatterIsNotSubmitted() {
        for (const char* field : {"content", "raised_at"}) {
            Record matter = complaint();
            clear(matter, field);
            MatterState state;
            QCOMPARE(judgeStep(state, matter, fullEvent(schema_, Step::Submit)).withoutEffectBecause,
                     std::string("matter_missing:") + field);
        }
    }

    void anAnswerOnTheSpotNeedsItsText_R123() {
        Record event = fullEvent(schema_, Step::AnswerOnSpot);
        clear(event, "text");
        MatterState state{MatterStage::Received, false, false, 0};
        QCOMPARE(judgeStep(state, complaint(), event).withoutEffectBecause, std::string("missing:text"));
        QVERIFY(judgeStep(state, complaint(), fullEvent(schema_, Step::AnswerOnSpot)).effective);
    }

    void aSlipGoesToADepartment() {
        Record event = fullEvent(schema_, Step::IssueSlip);
        clear(event, "department");
        MatterState state{MatterStage::Classified, false, false, 0};
        QCOMPARE(judgeStep(state, complaint(), event).withoutEffectBecause,
                 std::string("missing:department"));
        QVERIFY(judgeStep(state, complaint(), fullEvent(schema_, Step::IssueSlip)).effective);
        QVERIFY(state.stage == MatterStage::Dispatched);
    }

    void dissatisfiedForQuality_opensRedoRound_R160() {
        MatterState state;
        const Record matter = complaint();
        judgeAll(state, matter,
                 {Step::Submit, Step::Register, Step::Classify, Step::IssueSlip, Step::ConfirmReceipt,
                  Step::Answer, Step::AskOpinion});
        for (std::int64_t round = 2; round < 6; ++round) { // without limit
            judgeAll(state, matter, {Step::DissatisfiedQuality});
            QVERIFY(!judgeStep(state, matter, fullEvent(schema_, Step::File)).effective);
            judgeAll(state, matter, {Step::Reissue});
            QCOMPARE(state.round, round);
            QVERIFY(state.stage == MatterStage::Dispatched);
            judgeAll(state, matter, {Step::ConfirmReceipt, Step::Answer, Step::AskOpinion});
        }
        judgeAll(state, matter, {Step::Satisfied, Step::File});
    }

    void praiseTakesItsShortPath_R064() {
        Record praise = complaint();
        praise.shown.at(*praise.type->indexOf("kind")) = textValue("praise");
        MatterState state{MatterStage::Registered, false, false, 0};
        MatterState other = state;
        QCOMPARE(judgeStep(other, complaint(), fullEvent(schema_, Step::PassOnPraise)).withoutEffectBecause,
                 std::string("not_for_this_kind"));
        QVERIFY(judgeStep(state, praise, fullEvent(schema_, Step::PassOnPraise)).effective);
        QVERIFY(state.stage == MatterStage::Completed);
    }

    void urgingIsRememberedUntilTheNextSlip() {
        MatterState state{MatterStage::Dispatched, false, false, 1};
        judgeAll(state, complaint(), {Step::Urge});
        QVERIFY(state.urged);
        judgeAll(state, complaint(), {Step::ReturnAssignment});
        QVERIFY(state.urged);
        judgeAll(state, complaint(), {Step::IssueSlip});
        QVERIFY(!state.urged);
        QCOMPARE(state.round, 2);
    }

    void leadingToTheOfficeHandsTheMatterOver_R115() {
        MatterState state{MatterStage::Received, false, false, 0};
        judgeAll(state, complaint(), {Step::LeadToOffice});
        QVERIFY(state.withOffice);
        QVERIFY(state.stage == MatterStage::Received);
    }

    void aStepNobodyKnowsHasNoEffect() {
        Record event = fullEvent(schema_, Step::Submit);
        event.shown.at(*event.type->indexOf("step")) = textValue("teleport");
        MatterState state;
        QCOMPARE(judgeStep(state, complaint(), event).withoutEffectBecause, std::string("unknown_step"));
        QVERIFY(missingForStep(event).empty());
        clear(event, "step");
        QCOMPARE(judgeStep(state, complaint(), event).withoutEffectBecause, std::string("unknown_step"));
    }

    void everyStateComesBackFromItsText() {
        for (const std::string_view code : matterStages)
            for (const std::int64_t round : {0, 1, 12})
                for (const bool office : {false, true})
                    for (const bool urged : {false, true}) {
                        const MatterState state{matterStageFromCode(code).value(), office, urged, round};
                        QVERIFY(matterStateFromText(toText(state)) == state);
                    }
        QCOMPARE(toText(MatterState{}), std::string());
        QCOMPARE(toText({MatterStage::InProgress, true, true, 2}),
                 std::string("in_progress round=2 office urged"));
    }

    void aTextNobodyWroteIsNoState() {
        for (const char* text :
             {"asleep", "draft", " in_progress", "in_progress ", "in_progress round=", "in_progress x",
              "in_progress round=2x", "in_progress urged round=2", "in_progress round=02",
              "in_progress round=99999999999999999999", "in_progress  urged"})
            QVERIFY2(!matterStateFromText(text), text);
    }

    void everyCodeIsUniqueAndComesBack() {
        QCOMPARE(std::set(steps.begin(), steps.end()).size(), steps.size());
        QCOMPARE(std::set(matterStages.begin(), matterStages.end()).size(), matterStages.size());
        for (const std::string_view code : steps)
            QCOMPARE(toCode(stepFromCode(code).value()), code);
        for (const std::string_view code : matterStages)
            QCOMPARE(toCode(matterStageFromCode(code).value()), code);
        for (const std::string_view code : matterKinds)
            QCOMPARE(toCode(matterKindFromCode(code).value()), code);
        QCOMPARE(toCode(MatterStage::NotProceeded), std::string_view("not_proceeded"));
        QCOMPARE(toCode(Step::Reopen), std::string_view("reopen"));
        QCOMPARE(toCode(MatterKind::Praise), std::string_view("praise"));
        QVERIFY(!stepFromCode("Submit"));
    }
};

QTEST_GUILESS_MAIN(MatterStepsTest)
#include "matter_steps_test.moc"
