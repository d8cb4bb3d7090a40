// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/round/scheduler.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr int draws = 200;

Failure failureOf(NextAction action) {
    return {action, "code", {}, std::nullopt};
}

} // namespace

class SchedulerTest : public QObject {
    Q_OBJECT

    platform::SeededRandom random_{1};

private slots:
    void thePauseIsDrawnFromNothingToABoundThatDoublesUpToTheLongest() {
        constexpr Milliseconds longest = 300s;
        for (int failures = 0; failures < 30; ++failures) {
            const Milliseconds bound = failures < 9 ? Milliseconds(1s) * (1 << failures) : longest;
            Milliseconds shortest = longest;
            Milliseconds highest{0};
            for (int n = 0; n < draws; ++n) {
                Backoff backoff(1s, longest);
                for (int i = 0; i < failures; ++i)
                    backoff.nextPause(random_);
                const Milliseconds pause = backoff.nextPause(random_);
                shortest = std::min(shortest, pause);
                highest = std::max(highest, pause);
            }
            QVERIFY(highest <= bound);
            QVERIFY(highest > bound * 9 / 10);
            QVERIFY(shortest < bound / 10);
        }
    }

    void afterASuccessThePauseBeginsSmallAgain() {
        Backoff backoff(1s, 300s);
        for (int n = 0; n < draws; ++n)
            backoff.nextPause(random_);
        backoff.succeeded();
        QVERIFY(backoff.nextPause(random_) <= 1s);
    }

    void theFirstRoundIsDueAtOnce() {
        const Scheduler scheduler(random_);
        QCOMPARE(scheduler.dueIn(5min), std::optional<Milliseconds>(0ms));
    }

    void afterARoundThatEndedWellASaveEndsThePause() {
        Scheduler scheduler(random_);
        scheduler.roundEnded(1min, std::nullopt);
        QCOMPARE(scheduler.dueIn(1min), std::optional<Milliseconds>(30s));
        scheduler.somethingSaved(1min + 3s);
        QCOMPARE(scheduler.dueIn(1min + 3s), std::optional<Milliseconds>(0ms));
        scheduler.somethingSaved(5min); // it does not move what is due already
        QCOMPARE(scheduler.dueIn(1min + 4s), std::optional<Milliseconds>(0ms));
    }

    void withoutANetworkTheReturnOfTheNetworkOrASaveEndsThePause() {
        for (const bool saved : {false, true}) {
            Scheduler scheduler(random_);
            for (int n = 0; n < 12; ++n)
                scheduler.roundEnded(1h, failureOf(NextAction::WaitForNetwork));
            if (saved)
                scheduler.somethingSaved(1h);
            else
                scheduler.networkReturned(1h);
            QCOMPARE(scheduler.dueIn(1h), std::optional<Milliseconds>(0ms));
        }
    }

    void theReturnOfTheNetworkMakesTheNextPauseSmallAgain() {
        Scheduler scheduler(random_);
        for (int n = 0; n < draws; ++n)
            scheduler.roundEnded(1h, failureOf(NextAction::WaitForNetwork));
        scheduler.networkReturned(1h);
        scheduler.roundEnded(1h, failureOf(NextAction::WaitForNetwork));
        QVERIFY(*scheduler.dueIn(1h) <= 1s);
    }

    void aBusyHubIsLeftInPeaceForAsLongAsItAsks() {
        Scheduler scheduler(random_);
        Failure busy = failureOf(NextAction::RetryLater);
        busy.retryAfter = 60s;
        scheduler.roundEnded(1h, busy);
        const auto due = scheduler.dueIn(1h);
        QVERIFY(due && *due >= 60s && *due <= 61s);
        scheduler.somethingSaved(1h);
        scheduler.networkReturned(1h);
        QVERIFY(scheduler.dueIn(1h) == due);
    }

    void anOpenRoundEndsTheGrowthOfThePause() {
        Scheduler scheduler(random_);
        for (int n = 0; n < draws; ++n)
            scheduler.roundEnded(1h, failureOf(NextAction::RetryLater));
        scheduler.roundOpened();
        scheduler.roundEnded(1h, failureOf(NextAction::RetryLater));
        QVERIFY(*scheduler.dueIn(1h) <= 1s);
    }

    void whatTheRoundMendedIsTriedSoonButNotForEverAtOnce() {
        for (const NextAction action : {NextAction::NewRound, NextAction::ClockWrong}) {
            Scheduler scheduler(random_);
            scheduler.roundEnded(1h, failureOf(action));
            QVERIFY(*scheduler.dueIn(1h) <= 125ms);
            Milliseconds highest{0};
            for (int n = 0; n < draws; ++n) {
                scheduler.roundEnded(1h, failureOf(action));
                highest = std::max(highest, *scheduler.dueIn(1h));
            }
            QVERIFY(highest > 30s);
        }
    }

    void whatOnlyAPersonCanMendIsNotTriedAgain() {
        for (const NextAction action :
             {NextAction::NeedsEnrolment, NextAction::NeedsUpgrade, NextAction::Refused}) {
            Scheduler scheduler(random_);
            scheduler.roundEnded(1h, failureOf(action));
            scheduler.somethingSaved(2h);
            scheduler.networkReturned(2h);
            QVERIFY(!scheduler.dueIn(100h));
        }
    }
};

QTEST_APPLESS_MAIN(SchedulerTest)
#include "scheduler_test.moc"
