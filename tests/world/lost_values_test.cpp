// SPDX-License-Identifier: GPL-3.0-or-later
// Values that lost are readable on every device that may see them, whatever happened on the way.
#include "tests/world/fake_ward.h"

#include <QtTest>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

class LostValuesTest : public QObject {
    Q_OBJECT

    struct TwoCopies {
        Uuid note;
        std::size_t early;
        std::size_t late;
    };
    /// Both hold a telephone number of a boot whose clock nobody knows: each gives it the time at which it
    /// first hears the hub.
    static TwoCopies writeOnTwoCopies(FakeWard& ward) {
        const Uuid note = ward.writeNote(0, "A", "copied");
        ward.syncUntilQuiet();
        ward.clock(0).restartMachine("without a battery");
        ward.clock(0).setWall(ward.hubClock().wall() + 1h);
        ward.crash(0);
        ward.edit(0, note, "phone", "corrected");
        ward.clock(0).restartMachine("with the right time");
        ward.clock(0).setWall(ward.hubClock().wall());
        ward.crash(0);
        return {note, ward.copyDevice(0), ward.copyDevice(0)};
    }

private slots:
    /// The model's scenario. A history record that a device let go of and wrote again changes nothing at the
    /// hub and takes no sequence, so no pull brings it: only the receipt can tell the device where it
    /// belongs.
    void aHistoryRecordWrittenAgainAfterACleanUpComesBackWithTheReceipt() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "scenario");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.edit(0, note, "phone", "x"));
        QVERIFY(
            !ward.sync(0, {Fate::Deliver, Fate::LoseAnswer}).done()); // A does not know that the hub has x
        QVERIFY(ward.sync(1).done());

        // 1. A overwrites x. Of its two batches only the one with the history record H(x) arrives.
        QVERIFY(ward.edit(0, note, "phone", "y"));
        pushOnlyHistory(ward, 0);
        QVERIFY(ward.sync(1).done());
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"x\""));
        const auto histories = ward.device(1).historiesOf(note);
        QCOMPARE(histories.size(), std::size_t{1});

        // 2. Every kept backup covers H(x), and B cleans it up.
        ward.backupHub();
        TypeTable& table = ward.device(1).tables().history();
        table.remove(table.find(histories.front().id)->position);

        // 3. At B a person overwrites x, so B writes H(x) again. Something of the record is waiting there
        // already, so B cannot rely on the hub's making it. A pushes the record, then B pushes H(x).
        QVERIFY(ward.edit(1, note, "text", "waits"));
        QVERIFY(ward.edit(1, note, "phone", "z"));
        const Push push = ward.device(1).nextPush(ward.device(1).state().receivedThrough, {});
        QVERIFY(
            std::any_of(push.records.begin(), push.records.end(), [&histories](const PushedRecord& pushed) {
                return pushed.record.id == histories.front().id;
            }));
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.syncUntilQuiet());
        // 4. No pull brings H(x) to B again.
        ward.backupHub(); // what is in no scope leaves now
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.lost(1, note, "phone"), (std::vector<std::string>{"\"x\"", "\"y\""}));
        QCOMPARE(ward.differences(), std::string());
    }

    void aLoserThatManyWriteDownIsOneRecord() {
        FakeWard ward({.devices = {{"A"}, {"A"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "one loser");
        QVERIFY(ward.edit(0, note, "phone", "loser"));
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(ward.edit(i, note, "phone", "winner " + std::to_string(i)));
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(ward.lost(i, note, "phone").size(), std::size_t{3});
        QCOMPARE(ward.differences(), std::string());
    }

    /// Three copies of a disk give one write three stamps. Which of them a history record tells is for the
    /// hub to say, whatever a device went through on its way there.
    void aLoserThatCopiesCorrectedDifferentlyIsTheSameEverywhere() {
        WardOptions options{.devices = {{"A"}, {"A"}}};
        options.page.records = 2;
        FakeWard ward(options);
        ward.clock(0).setWall(ward.hubClock().wall() + 1h);
        const Uuid note = ward.writeNote(0, "A", "copied");
        QVERIFY(ward.edit(0, note, "phone", "corrected"));
        ward.clock(0).restartMachine("second boot");
        ward.clock(0).setWall(ward.hubClock().wall());
        ward.crash(0);
        const std::size_t early = ward.copyDevice(0);
        const std::size_t late = ward.copyDevice(0);
        ward.syncCutAfter(early, 1); // it corrects, and nothing leaves it
        ward.advance(1min);
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.sync(1).done());
        ward.advance(1min);
        QVERIFY(ward.edit(early, note, "phone", "between"));
        ward.advance(1min);
        QVERIFY(ward.sync(late).done());
        QVERIFY(ward.sync(early).done());
        QVERIFY(ward.edit(early, note, "text", "moves the note behind its history"));
        QVERIFY(ward.sync(early).done());
        QVERIFY(ward.sync(1).done());
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"corrected\""));
        QCOMPARE(ward.differsFromHub(1), std::string());
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.differences(), std::string());
    }

    /// One copy's stamp lets the value lose, the other's lets it win again. Who reads only then joins no edit
    /// in which it lost, and is told so by its history record; seed 6148.
    void aLoserThatWonAgainIsToldToWhoDidNotSeeItLose() {
        FakeWard ward({.devices = {{"A"}, {"A"}, {"A"}}});
        const auto [note, early, late] = writeOnTwoCopies(ward);
        QVERIFY(ward.sync(early).done());
        QVERIFY(ward.sync(1).done() && ward.sync(2).done());
        ward.advance(1min);
        QVERIFY(ward.edit(1, note, "phone", "between"));
        QVERIFY(ward.sync(1).done());
        ward.advance(1min);
        QVERIFY(ward.sync(late).done());
        QVERIFY(ward.sync(2).done());
        QCOMPARE(ward.shown(2, note, "phone"), std::string("\"corrected\""));
        QCOMPARE(ward.differsFromHub(2), std::string());
    }

    /// It lost on one device alone, won again with a later stamp, and loses with that; seed 1008053.
    void aLoserThatWonAgainOnADeviceAloneLosesWithTheLaterStamp() {
        WardOptions options{.devices = {{"A"}, {"A"}}};
        options.page.records = 1;
        FakeWard ward(options);
        const auto [note, early, late] = writeOnTwoCopies(ward);
        ward.syncCutAfter(early, 1); // it corrects, and nothing leaves it
        ward.advance(1min);
        QVERIFY(ward.edit(1, note, "phone", "between"));
        QVERIFY(ward.sync(1).done());
        ward.advance(1min);
        QVERIFY(ward.sync(late).done());
        QVERIFY(ward.sync(1).done());
        QVERIFY(ward.edit(1, note, "text", "moves the note behind its history"));
        QVERIFY(ward.sync(1).done());
        QVERIFY(ward.sync(early).done());
        QCOMPARE(ward.shown(early, note, "phone"), std::string("\"corrected\""));
        QVERIFY(ward.edit(1, note, "phone", "last"));
        QVERIFY(ward.sync(1).done());
        QVERIFY(ward.sync(early).done());
        QCOMPARE(ward.differsFromHub(early), std::string());
    }

    /// The record that displaced it is lost with a disk and with the hub; history still says what is the
    /// latest.
    void whatOnlyHistoryHoldsIsShownAgain() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "only history");
        QVERIFY(ward.edit(0, note, "phone", "first"));
        QVERIFY(ward.syncUntilQuiet());
        const Image backup = ward.backupHub();
        QVERIFY(ward.edit(1, note, "phone", "second"));
        QVERIFY(ward.edit(1, note, "phone", "third"));
        pushOnlyHistory(ward, 1);
        QVERIFY(ward.sync(0).done());
        QCOMPARE(ward.shown(0, note, "phone"), std::string("\"second\""));
        QCOMPARE(ward.shown(0, note, "phone"), valueToJson(ward.hubNote(note)->value("phone")));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(0, note, "phone"), std::string("\"third\""));
        QCOMPARE(ward.differences(), std::string());
    }

    void aRoundInWhichNothingHappenedMovesNoSequence() {
        FakeWard ward({.devices = {{"A"}, {"*"}}});
        const Uuid note = ward.writeNote(0, "A", "rest");
        QVERIFY(ward.edit(0, note, "phone", "1"));
        QVERIFY(ward.edit(0, note, "phone", "2"));
        ward.writeStep(0, note, "close", "");
        QVERIFY(ward.syncUntilQuiet());
        const Mark mark = ward.hub().mark();
        const DeviceState state = ward.device(0).state();
        const LocalSequence last = ward.device(0).lastSequence();
        const auto cursors = ward.device(0).nextPull(std::chrono::seconds(0)).cursors;
        const RoundReport report = ward.sync(0);
        QVERIFY(report.done());
        QCOMPARE(report.requests, (std::vector<std::string>{"hello", "pull"}));
        QVERIFY(ward.hub().mark() == mark);
        QVERIFY(ward.device(0).state() == state);
        QCOMPARE(ward.device(0).lastSequence(), last);
        QVERIFY(ward.device(0).nextPull(std::chrono::seconds(0)).cursors == cursors);
    }

    void whatTheHubHoldsAlreadyTakesNoSequenceWhenItComesAgain() {
        FakeWard ward({.devices = {{"A"}}});
        const Image before = ward.imageOf(0);
        ward.writeNote(0, "A", "again");
        const Image unsent = ward.imageOf(0);
        QVERIFY(ward.syncUntilQuiet());
        const HubSequence last = ward.hub().lastSequence();
        ward.putBack(0, unsent);
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.hub().lastSequence(), last);
        QCOMPARE(ward.differences(), std::string());
    }

private:
    /// Of what this device has to push, the hub gets the history records and nothing else, and the device no
    /// receipt.
    static void pushOnlyHistory(FakeWard& ward, std::size_t i) {
        Replica& replica = ward.device(i);
        const Milliseconds asked = replica.sinceBoot();
        const HubAnswer opened = serve(ward.hub(), ward.number(i), replica.hello(), {});
        replica.applyHello(std::get<HelloAnswer>(opened), asked);
        Push push = replica.nextPush(replica.state().receivedThrough, {});
        std::erase_if(push.records, [&replica](const PushedRecord& pushed) {
            return pushed.record.type != &replica.schema().history();
        });
        QVERIFY(!push.records.empty());
        push.round = std::get<HelloAnswer>(opened).round;
        serve(ward.hub(), ward.number(i), push, {});
    }
};

QTEST_GUILESS_MAIN(LostValuesTest)
#include "lost_values_test.moc"
