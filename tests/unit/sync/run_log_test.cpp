// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/run_log.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr WallTime noon{1'750'000'000'000ms};
constexpr WriterId first{11};
constexpr WriterId second{22};
constexpr WriterId third{33};

} // namespace

class RunLogTest : public QObject {
    Q_OBJECT

    platform::Database database_ = platform::Database::openMemory();
    std::optional<RunLog> log_;
    std::optional<platform::ManualClock> clock_;

    std::int64_t lines(const char* sql) {
        auto count = database_.prepare(sql);
        count.step();
        return count.integer(0);
    }
    std::int64_t stretches() { return lines("SELECT count(*) FROM _stretch"); }

    void startAgain() {
        log_.reset();
        log_.emplace(database_);
    }
    /// The hub, whose clock is right, answers at once.
    void hear(WallTime hubTime) { log_->learn(*clock_, hubTime, clock_->sinceBoot()); }

private slots:
    void init() {
        log_.reset();
        database_ = platform::Database::openMemory();
        log_.emplace(database_);
        clock_.emplace(noon);
        clock_->advance(1h);
        clock_->setWall(noon);
    }
    void cleanup() { log_.reset(); }

    void aWriteIsThisDisksOwnWhereTheWritersRunWasAtWork() {
        log_->begin(first, 1);
        log_->noteSave(1, first, *clock_);
        QVERIFY(log_->wrote({first, 1}) && log_->wrote({first, 7}));
        startAgain();
        log_->begin(second, 5);
        QVERIFY(log_->wrote({first, 4}) && log_->wrote({second, 5}));
        QVERIFY(!log_->wrote({first, 5}) && !log_->wrote({third, 2}));
        log_->noteSave(5, second, *clock_);
        startAgain();
        log_->begin(third, 9);
        QVERIFY(log_->wrote({first, 4}) && log_->wrote({second, 8}));
        QVERIFY(!log_->wrote({first, 5}) && !log_->wrote({second, 4}) && !log_->wrote({second, 9}));
    }

    void onlyAnotherWriterOrAnotherClockIsNoted() {
        for (LocalSequence n = 1; n <= 50; ++n) {
            log_->noteSave(n, first, *clock_);
            clock_->advance(1min);
        }
        QCOMPARE(stretches(), 1);
        log_->noteSave(51, second, *clock_);
        QCOMPARE(stretches(), 2);
        clock_->setWall(clock_->wall() + 10s);
        log_->noteSave(52, second, *clock_);
        QCOMPARE(stretches(), 3);
        clock_->setWall(clock_->wall() + 300ms); // the time service breathes
        log_->noteSave(53, second, *clock_);
        QCOMPARE(stretches(), 3);
    }

    void whatHadBeenSeenIsKnownOfEverySequence() {
        log_->noteSeen(5, Stamp::at(noon));
        log_->noteSeen(9, Stamp::at(noon + 1min));
        startAgain();
        QCOMPARE(log_->seenAt(4), Stamp{});
        QCOMPARE(log_->seenAt(5), Stamp::at(noon));
        QCOMPARE(log_->seenAt(8), Stamp::at(noon));
        QCOMPARE(log_->seenAt(100), Stamp::at(noon + 1min));
    }

    void aClockThatIsRightIsLeftAlone() {
        hear(noon + 500ms); // less than the network may make of it
        QCOMPARE(log_->trueNow(*clock_), noon);
    }

    void aWrongClockIsCorrectedOnceTheHubWasHeardInThisBoot() {
        QCOMPARE(log_->trueNow(*clock_), noon);
        hear(noon + 24h);
        QCOMPARE(log_->trueNow(*clock_), noon + 24h);
        clock_->advance(1min);
        startAgain();
        QCOMPARE(log_->trueNow(*clock_), noon + 24h + 1min);
        clock_->restartMachine("the next boot");
        QCOMPARE(log_->trueNow(*clock_), clock_->wall());
    }

    void theTruthLiesBetweenTheAskingAndTheAnswer() {
        const Milliseconds asked = clock_->sinceBoot();
        clock_->advance(30s);
        log_->learn(*clock_, noon + 24h, asked);
        QCOMPARE(log_->boundsNow(*clock_).atLeast, noon + 24h);
        QCOMPARE(log_->boundsNow(*clock_).atMost, noon + 24h + 30s);
        hear(noon + 24h + 10s); // two answers hold together
        QCOMPARE(log_->boundsNow(*clock_).atLeast, noon + 24h + 10s);
        QCOMPARE(log_->boundsNow(*clock_).atMost, noon + 24h + 10s);
    }

    void whenTheClocksRanApartTheNewerAnswerIsRight() {
        hear(noon + 24h);
        hear(noon + 48h);
        QCOMPARE(log_->boundsNow(*clock_).atLeast, noon + 48h);
    }

    void whatWasLearntOfThisBootCanBeTakenBack() {
        hear(noon + 24h);
        log_->unlearn(*clock_);
        QCOMPARE(log_->trueNow(*clock_), noon);
        startAgain();
        QCOMPARE(log_->trueNow(*clock_), noon);
    }

    void aWriteOfAKnownBootIsCorrectedByWhatWasLearntOfIt() {
        log_->noteSave(1, first, *clock_);
        hear(noon + 24h);
        QVERIFY(log_->knowsTimeOf(1));
        clock_->advance(2h);
        const TimeBounds now = log_->boundsNow(*clock_);
        QCOMPARE(log_->trueTime(1, noon + 1h, now), noon + 25h);
        QCOMPARE(log_->trueTime(1, noon + 72h, now), now.atMost); // it was made before now
    }

    void aWriteUnderAClockThatWasRightKeepsItsTime() {
        log_->noteSave(1, first, *clock_);
        hear(noon);
        clock_->advance(2h);
        QCOMPARE(log_->trueTime(1, noon + 1h, log_->boundsNow(*clock_)), noon + 1h);
    }

    void aWriteOfAnUnknownBootTakesTheLesserOfItsClaimAndNow() {
        log_->noteSave(1, first, *clock_);
        const TimeBounds now{noon + 24h, noon + 24h + 1s};
        QVERIFY(!log_->knowsTimeOf(1));
        QCOMPARE(log_->trueTime(1, noon, now), noon);
        QCOMPARE(log_->trueTime(1, noon + 72h, now), noon + 24h);
    }

    void stampsMayBeWrongUnderAWrongClockOrAheadOfTheHub() {
        log_->noteSave(1, first, *clock_);
        hear(noon);
        const TimeBounds now = log_->boundsNow(*clock_);
        QVERIFY(!log_->mayBeWrong(0, 1, now, Stamp::at(noon)));
        QVERIFY(log_->mayBeWrong(0, 1, now, Stamp::at(noon + 1h)));
        QVERIFY(!log_->mayBeWrong(1, 1, now, Stamp::at(noon + 1h))); // nothing lies above
        clock_->setWall(noon - 24h);
        log_->noteSave(2, first, *clock_);
        QVERIFY(log_->mayBeWrong(0, 2, now, Stamp::at(noon)));
    }

    void afterAnUnknownClockEvenAKnownOneMayHaveStampedWrongly() {
        log_->noteSave(1, first, *clock_);
        clock_->restartMachine("the next boot");
        log_->noteSave(2, second, *clock_);
        hear(noon);
        const TimeBounds now = log_->boundsNow(*clock_);
        QVERIFY(log_->mayBeWrong(0, 2, now, Stamp::at(noon)));
        QVERIFY(!log_->mayBeWrong(1, 2, now, Stamp::at(noon)));
    }

    void whatIsForgottenLeavesWhatIsInForceAfterIt() {
        log_->noteSave(1, first, *clock_);
        log_->noteSave(5, second, *clock_);
        log_->noteSeen(1, Stamp::at(noon));
        log_->noteSeen(4, Stamp::at(noon + 1min));
        hear(noon + 24h);
        log_->forgetThrough(7);
        QCOMPARE(stretches(), 1);
        startAgain();
        QVERIFY(log_->knowsTimeOf(8));
        QCOMPARE(log_->seenAt(8), Stamp::at(noon + 1min));
        QCOMPARE(lines("SELECT count(*) FROM _seen"), 1);
    }

    void whatAnUndoneTransactionNotedIsForgottenByAReload() {
        database_.exec("BEGIN");
        log_->noteSave(1, first, *clock_);
        database_.exec("ROLLBACK");
        log_->reload();
        log_->noteSave(1, first, *clock_);
        QCOMPARE(stretches(), 1);
    }
};

QTEST_GUILESS_MAIN(RunLogTest)
#include "run_log_test.moc"
