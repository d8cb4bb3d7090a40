// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/timeline.h"

#include "tests/unit/domain/records.h"

#include <QtTest>

using namespace lianxin;
using domain::numberValue;
using domain::textValue;
using sync::Record;

class TimelineTest : public QObject {
    Q_OBJECT

    const sync::Schema schema_ = domain::makeHospitalSchema();

    Record matter() const {
        return domain::recordOf(schema_, "matter",
                                {{"kind", textValue("praise")},
                                 {"content", textValue("谢谢。")},
                                 {"problem", textValue("无。")},
                                 {"respondent_unnamed", numberValue(1)},
                                 {"complaint_time", numberValue(1)},
                                 {"raised_at", numberValue(1)}});
    }

    Record unjudged(const char* step, std::uint64_t stamp) const {
        Record event = domain::recordOf(schema_, "matter_event", {{"step", textValue(step)}});
        event.cover.stamp = sync::Stamp{stamp};
        return event;
    }

    Record judged(const char* step, std::int64_t place, bool effective) const {
        Record event = unjudged(step, 1);
        event.shown.at(event.type->indexOf("place").value()) = place;
        event.shown.at(event.type->indexOf("effective").value()) = std::int64_t{effective ? 1 : 0};
        return event;
    }

private slots:
    void theHubsOrderComesFirstAndOwnStepsOnTop() {
        const auto timeline =
            domain::timelineOf(matter(), {unjudged("pass_on_praise", 9), judged("register", 2, true),
                                       judged("submit", 1, true)});
        QCOMPARE(timeline.steps.size(), std::size_t{3});
        QCOMPARE(timeline.steps[0].place, std::int64_t{1});
        QVERIFY(timeline.steps[2].isProvisional());
        QVERIFY(timeline.steps[2].verdict.effective);
        QVERIFY(timeline.state.stage == domain::MatterStage::Completed);
        QVERIFY(timeline.isProvisional);
    }

    void aStepWithoutEffectMovesNothing() {
        const auto timeline =
            domain::timelineOf(matter(), {judged("submit", 1, true), judged("register", 2, false)});
        QVERIFY(timeline.state.stage == domain::MatterStage::Received);
        QVERIFY(!timeline.isProvisional);
    }

    void anOwnStepThatDoesNotFitIsNotProvisionalNews() {
        const auto timeline = domain::timelineOf(matter(), {judged("submit", 1, true), unjudged("answer", 9)});
        QVERIFY(!timeline.steps[1].verdict.effective);
        QCOMPARE(timeline.steps[1].verdict.withoutEffectBecause, std::string("not_in_this_stage"));
        QVERIFY(!timeline.isProvisional);
    }

    void ownStepsStandInTheOrderOfTheirWriting() {
        const auto timeline = domain::timelineOf(matter(), {unjudged("register", 8), unjudged("submit", 7)});
        QVERIFY(timeline.state.stage == domain::MatterStage::Registered);
    }

    void erasedStepsAreGone() {
        Record erased = judged("submit", 1, true);
        sync::eraseContent(erased);
        QVERIFY(domain::timelineOf(matter(), {erased}).steps.empty());
    }
};

QTEST_GUILESS_MAIN(TimelineTest)
#include "timeline_test.moc"
