// SPDX-License-Identifier: GPL-3.0-or-later
// Clocks are wrong by years, and a wrong clock neither wins nor loses.
#include "tests/world/fake_ward.h"

#include <QtTest>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds tenYears = std::chrono::hours(24 * 3650);

std::chrono::milliseconds offBy(FakeWard& ward, const Uuid& note, const std::string& field,
                                WallTime trueTime) {
    const auto record = ward.hubNote(note);
    const Writes writes = writesOf(*record, record->type->indexOf(field).value());
    return std::chrono::abs(writes.back().stamp.wall() - trueTime);
}

/// The next request of the round and its answer, with the time that each of them is under way.
void exchange(FakeWard& ward, std::size_t i, Round& round, std::chrono::milliseconds there,
              std::chrono::milliseconds back) {
    const auto request = round.next();
    ward.advance(there);
    const HubAnswer answer = serve(ward.hub(), ward.number(i), request->message, {});
    ward.advance(back);
    round.answered(request->ticket, answer);
    while (round.work()) {
    }
}

constexpr std::chrono::milliseconds slow = 15s;

} // namespace

class WrongClockTest : public QObject {
    Q_OBJECT

private slots:
    void aWriteUnderAWrongClockIsReStampedToItsTrueTime() {
        for (const auto wrong :
             {tenYears, -tenYears, std::chrono::milliseconds(-60s), std::chrono::milliseconds(60s)}) {
            FakeWard ward({.devices = {{"A"}, {"A"}}});
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            const Uuid note = ward.writeNote(0, "A", "wrong clock");
            const WallTime trueTime = ward.hubClock().wall();
            const WallTime claimed = ward.clock(0).wall();
            ward.advance(1h);
            QVERIFY(ward.sync(0).done());
            QVERIFY(offBy(ward, note, "title", trueTime) <= 1s);
            const Writes writes = writesOf(*ward.hubNote(note), 1);
            QCOMPARE(writes.front().claimed.time_since_epoch().count(), claimed.time_since_epoch().count());
        }
    }

    /// The next boot's clock is right, but its writes have to stand above the wrong ones.
    void whatWasWrittenAfterAWrongClockIsCorrectedWithIt() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        ward.clock(0).setWall(ward.hubClock().wall() + 400s);
        ward.writeNote(0, "A", "under a clock that is ahead");
        ward.clock(0).restartMachine("second boot");
        ward.clock(0).setWall(ward.hubClock().wall());
        ward.crash(0);
        ward.advance(1min);
        const Uuid note = ward.writeNote(0, "A", "under one that is right");
        const WallTime written = ward.hubClock().wall();
        ward.advance(10min);
        QVERIFY(ward.sync(0).done());
        QVERIFY(offBy(ward, note, "title", written) <= 1s);
    }

    /// What is offered again stands last in the queue, and is older than what was written here before it.
    void ownWritesAscendThroughARollbackOfTheHubAndARestart() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        ward.writeNote(1, "A", "theirs");
        QVERIFY(ward.syncUntilQuiet());
        const Image before = ward.imageOfHub();
        ward.advance(1min);
        const Uuid note = ward.writeNote(0, "A", "ours");
        QVERIFY(ward.edit(0, note, "phone", "1"));
        QVERIFY(ward.sync(0).done());
        ward.rollBackHub(before);
        ward.syncCutAfter(0, 1);
        ward.clock(0).restartMachine("second boot");
        ward.clock(0).setWall(ward.hubClock().wall() - tenYears);
        ward.crash(0);
        QVERIFY(ward.edit(0, note, "phone", "2"));
        QCOMPARE(ward.shown(0, note, "phone"), std::string("\"2\""));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"2\""));
        QCOMPARE(ward.differences(), std::string());
    }

    void itNeitherWinsNorLoses() {
        for (const auto wrong : {tenYears, -tenYears}) {
            FakeWard ward({.devices = {{"A"}, {"A"}}});
            const Uuid first = ward.writeNote(1, "A", "the wrong one is earlier");
            const Uuid second = ward.writeNote(1, "A", "the wrong one is later");
            QVERIFY(ward.syncUntilQuiet());
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            QVERIFY(ward.edit(0, first, "phone", "wrong"));
            QVERIFY(ward.edit(1, second, "phone", "right"));
            ward.advance(1min);
            QVERIFY(ward.edit(1, first, "phone", "right"));
            QVERIFY(ward.edit(0, second, "phone", "wrong"));
            QVERIFY(ward.syncUntilQuiet());
            QCOMPARE(ward.shown(1, first, "phone"), std::string("\"right\""));
            QCOMPARE(ward.shown(1, second, "phone"), std::string("\"wrong\""));
            QCOMPARE(ward.differences(), std::string());
        }
    }

    void theOrderOfOwnWritesIsKeptThroughJumps() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "jumps");
        QVERIFY(ward.syncUntilQuiet());
        int value = 0;
        for (const auto jump : {tenYears, -tenYears, std::chrono::milliseconds(0), -tenYears, tenYears}) {
            ward.clock(0).setWall(ward.hubClock().wall() + jump);
            QVERIFY(ward.edit(0, note, "phone", std::to_string(++value)));
            ward.advance(5s);
        }
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"5\""));
        QCOMPARE(ward.conflicts(1, note), std::size_t{0});
        QVERIFY(offBy(ward, note, "phone", ward.hubClock().wall()) <= 10s);
    }

    /// Of boots in which the hub was never heard nobody knows how wrong their clocks were.
    void soItIsThroughBootsThatNeverHeardTheHub() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        std::vector<Uuid> notes;
        int boot = 0;
        for (const auto wrong : {std::chrono::milliseconds(0), -tenYears, tenYears, -tenYears}) {
            ward.clock(0).restartMachine("boot " + std::to_string(++boot));
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            ward.crash(0);
            notes.push_back(ward.writeNote(0, "A", "of boot " + std::to_string(boot)));
            ward.advance(5s);
        }
        ward.clock(0).restartMachine("last boot");
        ward.crash(0);
        QVERIFY(ward.sync(0).done());
        Stamp last;
        for (const Uuid& note : notes) {
            const Stamp stamp = highestStamp(*ward.hubNote(note));
            QVERIFY(stamp > last && stamp.wall() <= ward.hubClock().wall());
            last = stamp;
        }
    }

    /// Whatever its clock says: it was written with that on the page.
    void aWriteIsLaterThanWhatItsWriterHadSeen() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(1, "A", "seen");
        QVERIFY(ward.edit(1, note, "phone", "theirs"));
        QVERIFY(ward.syncUntilQuiet());
        const Stamp theirs = highestStamp(*ward.note(0, note));
        ward.clock(0).restartMachine("second boot");
        ward.clock(0).setWall(ward.hubClock().wall() - tenYears);
        ward.crash(0);
        QVERIFY(ward.edit(0, note, "phone", "ours"));
        QVERIFY(highestStamp(*ward.note(0, note)) > theirs);
        ward.clock(0).restartMachine("third boot");
        ward.clock(0).setWall(ward.hubClock().wall() + tenYears);
        ward.crash(0);
        ward.writeNote(0, "A", "makes everything before it be corrected");
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 2; ++i)
            QCOMPARE(ward.shown(i, note, "phone"), std::string("\"ours\""));
        QCOMPARE(ward.differences(), std::string());
    }

    void aBootThatNeverHeardTheHubTakesTheLesserOfClaimAndHubTime() {
        for (const auto wrong : {tenYears, -tenYears}) {
            FakeWard ward({.devices = {{"A"}, {"A"}}, .onDisk = true});
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            const Uuid note = ward.writeNote(0, "A", "another boot");
            const WallTime claimed = ward.clock(0).wall();
            ward.clock(0).restartMachine("second boot");
            ward.crash(0);
            ward.advance(1min);
            QVERIFY(ward.sync(0).done());
            const Writes writes = writesOf(*ward.hubNote(note), 1);
            QVERIFY(writes.front().stamp.wall() <= ward.hubClock().wall());
            if (wrong < 0ms)
                QCOMPARE(writes.front().stamp.wall().time_since_epoch().count(),
                         claimed.time_since_epoch().count());
        }
    }

    /// A boot that was ahead has everything corrected, and one that was behind before it keeps its claim.
    void soDoesEachOfSeveralSuchBoots() {
        FakeWard ward({.devices = {{"A"}}});
        ward.clock(0).setWall(ward.hubClock().wall() - tenYears);
        const Uuid behind = ward.writeNote(0, "A", "behind");
        const WallTime claimed = ward.clock(0).wall();
        ward.clock(0).restartMachine("second boot");
        ward.clock(0).setWall(ward.hubClock().wall() + tenYears);
        ward.crash(0);
        const Uuid ahead = ward.writeNote(0, "A", "ahead");
        ward.clock(0).restartMachine("third boot");
        ward.crash(0);
        ward.advance(1min);
        QVERIFY(ward.sync(0).done());
        QVERIFY(offBy(ward, behind, "title", claimed) == 0ms);
        QVERIFY(offBy(ward, ahead, "title", ward.hubClock().wall()) <= 1s);
    }

    /// Between an answer and the next push the clock is as wrong as before.
    void aSaveWhileARoundIsOpenIsStampedRightAtOnce() {
        for (const auto wrong : {std::chrono::milliseconds(-1h), std::chrono::milliseconds(1h)}) {
            WardOptions options{.devices = {{"A"}, {"A"}}};
            FakeWard ward(options);
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            const Uuid note = ward.writeNote(0, "A", "open");
            Round round(ward.device(0), options.round);
            for (const char* value : {"1", "2"}) {
                exchange(ward, 0, round, 1ms, 1ms); // hello, then push
                ward.advance(1min);
                QVERIFY(ward.edit(0, note, "phone", value));
                QVERIFY(std::chrono::abs(highestStamp(*ward.note(0, note)).wall() - ward.hubClock().wall()) <=
                        1s);
            }
            QVERIFY(ward.syncUntilQuiet());
            QVERIFY(offBy(ward, note, "phone", ward.hubClock().wall()) <= 1s);
            QCOMPARE(ward.shown(1, note, "phone"), std::string("\"2\""));
        }
    }

    /// What the hub said on a slow network was true some seconds ago.
    void aRightClockIsNotCorrectedByASlowNetwork() {
        for (const auto there : {std::chrono::milliseconds(0s), slow}) {
            FakeWard ward({.devices = {{"A"}, {"A"}}});
            const Uuid note = ward.writeNote(0, "A", "slow network");
            const WallTime written = ward.hubClock().wall();
            Round round(ward.device(0), {});
            exchange(ward, 0, round, there, slow - there);
            QVERIFY(highestStamp(*ward.note(0, note)) == Stamp::at(written));
            ward.advance(1min);
            QVERIFY(ward.edit(0, note, "phone", "1"));
            QVERIFY(highestStamp(*ward.note(0, note)) == Stamp::at(ward.hubClock().wall()));
            QVERIFY(ward.syncUntilQuiet());
            QVERIFY(offBy(ward, note, "title", written) == 0ms);
            QCOMPARE(ward.differences(), std::string());
        }
    }

    void aClockThatIsWrongByMoreThanTheNetworkIsSlowIsCorrected() {
        for (const auto wrong : {tenYears, -tenYears, std::chrono::milliseconds(-1h)}) {
            FakeWard ward({.devices = {{"A"}, {"A"}}});
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            const Uuid note = ward.writeNote(0, "A", "slow network");
            const WallTime written = ward.hubClock().wall();
            Round round(ward.device(0), {});
            exchange(ward, 0, round, 0s, slow);
            QVERIFY(std::chrono::abs(highestStamp(*ward.note(0, note)).wall() - written) <= slow);
        }
    }

    /// A quick answer tells more than the slow one before it.
    void aClockThatASlowAnswerLeftInDoubtIsCorrectedByAQuickOne() {
        for (const auto wrong : {-slow / 2, slow / 2}) {
            FakeWard ward({.devices = {{"A"}, {"A"}}});
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            const Uuid note = ward.writeNote(0, "A", "in doubt");
            const WallTime written = ward.hubClock().wall();
            Round slowRound(ward.device(0), {});
            exchange(ward, 0, slowRound, slow / 2 + 1s, slow / 2 + 1s);
            QVERIFY(highestStamp(*ward.note(0, note)) == Stamp::at(written + wrong));
            Round quickRound(ward.device(0), {});
            exchange(ward, 0, quickRound, 10ms, 10ms);
            QVERIFY(std::chrono::abs(highestStamp(*ward.note(0, note)).wall() - written) <= 1s);
            QVERIFY(ward.syncUntilQuiet());
            QCOMPARE(ward.differences(), std::string());
        }
    }

    /// What an open round saves is counted as offered ahead of time; what is saved long after it is not.
    void whatIsSavedLongAfterAPushCanStillBeCorrected() {
        for (const auto wrong : {-slow / 2, slow / 2}) {
            FakeWard ward({.devices = {{"A"}, {"A"}}});
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            ward.writeNote(0, "A", "pushed");
            Round slowRound(ward.device(0), {});
            exchange(ward, 0, slowRound, slow / 2 + 1s, slow / 2 + 1s);
            exchange(ward, 0, slowRound, slow / 2 + 1s, slow / 2 + 1s);
            QCOMPARE(ward.device(0).ledger().waiting, 0);
            ward.advance(1min);
            const Uuid note = ward.writeNote(0, "A", "in doubt");
            const WallTime written = ward.hubClock().wall();
            QVERIFY(highestStamp(*ward.note(0, note)) == Stamp::at(written + wrong));
            ward.advance(1min);
            Round quickRound(ward.device(0), {});
            exchange(ward, 0, quickRound, 10ms, 10ms);
            QVERIFY(std::chrono::abs(highestStamp(*ward.note(0, note)).wall() - written) <= 1s);
        }
    }

    /// The clock is ahead by less than the network is slow, so it was believed; the hub knows better.
    void aClockThatWasBelievedTooLongIsCorrectedWhenTheHubRefusesIt() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "ahead");
        QVERIFY(ward.syncUntilQuiet());
        ward.clock(0).restartMachine("second boot");
        ward.crash(0);
        ward.clock(0).setWall(ward.hubClock().wall() + slow / 2);
        QVERIFY(ward.edit(0, note, "phone", "waiting"));
        Round round(ward.device(0), {});
        exchange(ward, 0, round, slow, 0s);
        QVERIFY(ward.edit(0, note, "phone", "ahead"));
        const WallTime written = ward.hubClock().wall();
        exchange(ward, 0, round, 10ms, 10ms);
        QCOMPARE(round.failure()->action, NextAction::ClockWrong);
        const Uuid next = ward.writeNote(0, "A", "after the refusal");
        QVERIFY(std::chrono::abs(highestStamp(*ward.note(0, next)).wall() - ward.hubClock().wall()) <= 1s);
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(offBy(ward, note, "phone", written) <= 1s);
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"ahead\""));
        QCOMPARE(ward.differences(), std::string());
    }

    void stampsInTheHubsFutureAreRefusedReStampedAndAdmitted() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "future");
        QVERIFY(ward.syncUntilQuiet());
        // Someone sets the clock while the last answer still counts as fresh, and the machine does not
        // notice.
        ward.device(0).database().exec("DELETE FROM _boot");
        ward.crash(0);
        ward.clock(0).setWall(ward.hubClock().wall() + tenYears);
        QVERIFY(ward.edit(0, note, "phone", "future"));
        ward.device(0).database().exec("UPDATE _device SET offered_through=1000000");
        ward.crash(0);
        const RoundReport refused = ward.sync(0);
        QCOMPARE(refused.failure->action, NextAction::ClockWrong);
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"future\""));
        QVERIFY(offBy(ward, note, "phone", ward.hubClock().wall()) <= 2s);
        QCOMPARE(ward.differences(), std::string());
    }

    /// The hub has it and the device does not know, when it learns how wrong the clock was.
    void whatWasOfferedIsNeverReStamped() {
        for (const auto wrong : {-slow / 2, slow / 2}) {
            FakeWard ward({.devices = {{"A"}, {"A"}}});
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            const Uuid note = ward.writeNote(0, "A", "offered");
            Round slowRound(ward.device(0), {});
            exchange(ward, 0, slowRound, slow / 2 + 1s, slow / 2 + 1s);
            const auto push = slowRound.next();
            serve(ward.hub(), ward.number(0), push->message, {});
            const Stamp stamp = highestStamp(*ward.hubNote(note));
            QCOMPARE(highestStamp(*ward.note(0, note)), stamp);
            Round quickRound(ward.device(0), {});
            exchange(ward, 0, quickRound, 10ms, 10ms);
            QCOMPARE(highestStamp(*ward.note(0, note)), stamp);
            QVERIFY(ward.syncUntilQuiet());
            QCOMPARE(highestStamp(*ward.hubNote(note)), stamp);
            QCOMPARE(ward.differences(), std::string());
        }
    }

    /// The last thing written here was erased, and its stamp with it; seed 2002846.
    void behindWhatWasErasedASaveIsLaterThanTheOneItReplaces() {
        FakeWard ward({.devices = {{"A"}}});
        const Uuid note = ward.writeNote(0, "A", "stays");
        QVERIFY(ward.edit(0, note, "phone", "first"));
        const Uuid gone = ward.writeNote(0, "A", "goes");
        QVERIFY(ward.syncUntilQuiet());
        ward.hub().begin();
        ward.hub().erase(gone);
        ward.hub().commit();
        QVERIFY(ward.syncUntilQuiet());
        ward.clock(0).restartMachine("without a battery");
        ward.clock(0).setWall(ward.hubClock().wall() - tenYears);
        ward.crash(0);
        QVERIFY(ward.edit(0, note, "phone", "second"));
        QCOMPARE(ward.shown(0, note, "phone"), std::string("\"second\""));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(valueToJson(ward.hubNote(note)->value("phone")), std::string("\"second\""));
        QCOMPARE(ward.differences(), std::string());
    }
};

QTEST_GUILESS_MAIN(WrongClockTest)
#include "wrong_clock_test.moc"
