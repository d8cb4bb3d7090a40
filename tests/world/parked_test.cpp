// SPDX-License-Identifier: GPL-3.0-or-later
// What the hub refuses is kept beside the queue, and what counts adds up.
#include "tests/world/fake_ward.h"

#include <QtTest>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

class ParkedTest : public QObject {
    Q_OBJECT

private slots:
    void aRefusedRecordIsParkedAndTheOthersMoveOn() {
        WardOptions options{.devices = {{"A"}, {"A"}}};
        options.round.batch.records = 1;
        FakeWard ward(options);
        const Uuid before = ward.writeNote(0, "A", "before");
        const Uuid refused = ward.writeNote(0, "A", "poison");
        const Uuid after = ward.writeNote(0, "A", "after");
        const RoundReport report = ward.sync(0);
        QVERIFY(report.done());
        QCOMPARE(report.progress.refused, 1);
        QVERIFY(ward.sync(1).done());
        QVERIFY(ward.note(1, before) && ward.note(1, after) && !ward.note(1, refused));
        QVERIFY(ward.note(0, refused));
        const ParkedRecord& parked = ward.device(0).parked().at(refused);
        QCOMPARE(parked.reason, RefusalReason::WrongContent);
        QCOMPARE(parked.detail, std::string("title"));
    }

    void itStaysOnTheDiskWhateverBackupsHold() {
        FakeWard ward({.devices = {{"A"}}});
        ward.writeNote(0, "A", "before");
        const Uuid refused = ward.writeNote(0, "A", "poison");
        QVERIFY(ward.syncUntilQuiet());
        ward.backupHub();
        for (int n = 0; n < 3; ++n)
            QVERIFY(ward.sync(0).done());
        QVERIFY(ward.note(0, refused));
    }

    void itIsTriedAgainByItselfWhenTheCauseMayBeGone() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid refused = ward.writeNote(0, "A", "poison");
        QVERIFY(ward.sync(0).done());
        ward.rules().refusedTitle = "something else";
        QVERIFY(ward.sync(0).done());
        QVERIFY(!ward.hubNote(refused)); // its pause is not over
        ward.advance(2min);
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.note(1, refused));
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
    }

    void aPersonMayHaveItTriedAtOnce() {
        FakeWard ward({.devices = {{"A"}}});
        const Uuid refused = ward.writeNote(0, "A", "poison");
        QVERIFY(ward.sync(0).done());
        ward.rules().refusedTitle = "something else";
        ward.device(0).retryParked();
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.hubNote(refused));
    }

    void itsPauseGrowsWithEveryRefusal() {
        FakeWard ward({.devices = {{"A"}}});
        const Uuid refused = ward.writeNote(0, "A", "poison");
        for (int n = 1; n <= 4; ++n) {
            QVERIFY(ward.sync(0).done());
            const ParkedRecord& parked = ward.device(0).parked().at(refused);
            QCOMPARE(parked.attempts, n);
            QCOMPARE(parked.retryAt - ward.clock(0).wall() > 1min, n > 1);
            ward.advance(parked.retryAt - ward.clock(0).wall());
        }
    }

    void whereThereAreManyEachGetsItsTurn() {
        FakeWard ward({.devices = {{"A"}}});
        for (int n = 0; n < 120; ++n)
            ward.writeNote(0, "A", "poison");
        QVERIFY(ward.sync(0).done());
        for (int round = 0; round < 3; ++round) {
            ward.device(0).retryParked(); // a person asks for it before each round
            QVERIFY(ward.sync(0).done());
        }
        for (const auto& [id, parked] : ward.device(0).parked())
            QVERIFY(parked.attempts >= 2);
    }

    void oneThatWasEditedBetweenTwoRefusalsIsTriedBesideOlderOnes() {
        FakeWard ward({.devices = {{"A"}}});
        const Uuid first = ward.writeNote(0, "A", "poison");
        ward.writeNote(0, "A", "poison");
        QVERIFY(ward.edit(0, first, "phone", "1")); // now the older of the two is the later in the queue
        QVERIFY(ward.sync(0).done());
        ward.rules().refusedTitle = "something else";
        ward.device(0).retryParked();
        QVERIFY(ward.sync(0).done());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
    }

    void anEditMakesItPendingAgain() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid refused = ward.writeNote(0, "A", "poison");
        QVERIFY(ward.sync(0).done());
        ward.rules().refusedTitle = "something else";
        QVERIFY(ward.edit(0, refused, "phone", "1"));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(1, refused, "phone"), std::string("\"1\""));
        QCOMPARE(ward.shown(1, refused, "title"), std::string("\"poison\""));
    }

    void anEditWhileTheRefusalIsOnItsWayIsNotForgotten() {
        WardOptions options{.devices = {{"A"}, {"A"}}};
        FakeWard ward(options);
        const Uuid refused = ward.writeNote(0, "A", "poison");
        Round round(ward.device(0), options.round);
        const auto hello = round.next();
        round.answered(hello->ticket, serve(ward.hub(), ward.number(0), hello->message, {}));
        QVERIFY(round.work());
        const auto push = round.next();
        const HubAnswer receipt = serve(ward.hub(), ward.number(0), push->message, {});
        QVERIFY(ward.edit(0, refused, "phone", "1"));
        round.answered(push->ticket, receipt);
        QVERIFY(round.work());
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{1});
        ward.rules().refusedTitle = "something else";
        ward.device(0).retryParked();
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(1, refused, "phone"), std::string("\"1\""));
        QCOMPARE(ward.shown(1, refused, "title"), std::string("\"poison\""));
    }

    void theLedgerCloses() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        for (int n = 0; n < 12; ++n)
            ward.writeNote(0, "A", n == 5 ? "poison" : "note");
        Ledger ledger = ward.device(0).ledger();
        QCOMPARE(ledger.records, 12);
        QCOMPARE(ledger.waiting, 12);
        QVERIFY(ward.sync(0).done());
        ledger = ward.device(0).ledger();
        QCOMPARE(ledger.waiting, 0);
        QCOMPARE(ledger.parked, 1);
        QCOMPARE(ledger.receivedThrough, ledger.lastSequence);
        const Device* known = ward.hub().directory().find(ward.number(0));
        QCOMPARE(known->records, 11);
        QCOMPARE(known->receivedThrough, ledger.receivedThrough);
    }
};

QTEST_GUILESS_MAIN(ParkedTest)
#include "parked_test.moc"
