// SPDX-License-Identifier: GPL-3.0-or-later
// A device that was taken out of service may still say what it has to say; it waits until a person accepts
// it.
#include "tests/world/carrier.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

void revoke(FakeWard& ward, std::size_t i) {
    ward.hub().begin();
    ward.hub().revoke(ward.number(i));
    ward.hub().commit();
}

AcceptedPush accept(FakeWard& ward, std::int64_t number) {
    ward.hub().begin();
    const auto accepted = ward.hub().acceptQuarantined(number);
    ward.hub().commit();
    return accepted.value();
}

} // namespace

class QuarantineTest : public QObject {
    Q_OBJECT

private slots:
    void whatARevokedDeviceSendsWaitsAndIsSeenByNobody() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "unsent when it was revoked");
        revoke(ward, 0);
        const RoundReport report = ward.sync(0);
        QVERIFY(report.failure && report.failure->action == NextAction::NeedsEnrolment);
        QCOMPARE(report.failure->code, std::string("revoked"));
        QCOMPARE(ward.device(0).ledger().waiting, 0); // the receipt is as good as any
        QVERIFY(ward.note(0, note).has_value());
        QVERIFY(!ward.hubNote(note).has_value());
        QVERIFY(ward.sync(1).done());
        QVERIFY(!ward.note(1, note).has_value());
        const auto waiting = ward.hub().quarantine().all();
        QCOMPARE(waiting.size(), std::size_t{1});
        QCOMPARE(waiting.front().records, 1);
        QCOMPARE(waiting.front().device, ward.number(0));
    }

    void acceptedItIsAsIfItHadBeenPushed() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(1, "A", "of another");
        QVERIFY(ward.syncUntilQuiet());
        const Uuid mine = ward.writeNote(0, "A", "mine");
        QVERIFY(ward.edit(0, note, "phone", "1"));
        ward.writeStep(0, note, "close", "");
        revoke(ward, 0);
        ward.sync(0);
        ward.crashHub();
        QCOMPARE(accept(ward, 1).records, 3);
        QVERIFY(ward.sync(1).done());
        QVERIFY(ward.note(1, mine).has_value());
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"1\""));
        QVERIFY(ward.hub().quarantine().all().empty());
        QVERIFY(ward.sync(1).done());
        QCOMPARE(ward.differsFromHub(1), std::string());
    }

    void itSeesNothingMore() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        QVERIFY(ward.syncUntilQuiet());
        revoke(ward, 0);
        const Uuid note = ward.writeNote(1, "A", "after the revocation");
        QVERIFY(ward.sync(1).done());
        ward.sync(0);
        QVERIFY(!ward.note(0, note).has_value());
    }

    void theSamePushTwiceWaitsOnce() {
        FakeWard ward({.devices = {{"A"}}});
        ward.writeNote(0, "A", "its receipt was lost");
        revoke(ward, 0);
        ward.sync(0, {Fate::Deliver, Fate::LoseAnswer});
        QCOMPARE(ward.device(0).ledger().waiting, 1);
        ward.sync(0);
        QCOMPARE(ward.device(0).ledger().waiting, 0);
        QCOMPARE(ward.hub().quarantine().all().size(), std::size_t{1});
    }

    void whatTheRulesRefuseWaitsOn() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid good = ward.writeNote(0, "A", "good");
        const Uuid bad = ward.writeNote(0, "A", "poison");
        revoke(ward, 0);
        ward.sync(0);
        const AcceptedPush first = accept(ward, 1);
        QCOMPARE(first.refused.size(), std::size_t{1});
        QVERIFY(first.refused.front().id == bad);
        QVERIFY(ward.hubNote(good).has_value());
        QCOMPARE(ward.hub().quarantine().all().front().records, 1);
        ward.rules().refusedTitle = "something else";
        QVERIFY(accept(ward, 1).refused.empty());
        QVERIFY(ward.hubNote(bad).has_value());
        QVERIFY(ward.hub().quarantine().all().empty());
    }

    void withoutRoomTheDeviceKeepsIt() {
        FakeWard ward({.devices = {{"A"}}});
        revoke(ward, 0);
        ward.hub().begin();
        auto fill = ward.hub().database().prepare(
            "INSERT INTO _quarantine(device,taken,records,hash,body) VALUES(?,0,1,x'00',zeroblob(?))");
        fill.bind(1, ward.number(0));
        fill.bind(2, Quarantine::mostBytesOfDevice);
        fill.run();
        ward.hub().commit();
        ward.writeNote(0, "A", "no room");
        const RoundReport report = ward.sync(0);
        QCOMPARE(report.failure->code, std::string("quarantine-full"));
        QCOMPARE(ward.device(0).ledger().waiting, 1);
    }

    void whatTheLawWantsGoneGoesFromThereToo() {
        FakeWard ward({.devices = {{"A"}}});
        const Uuid note = ward.writeNote(0, "A", "to be erased");
        const Uuid other = ward.writeNote(0, "A", "other");
        ward.writeStep(0, note, "close", "");
        revoke(ward, 0);
        ward.sync(0);
        ward.hub().begin();
        ward.hub().erase(note);
        ward.hub().commit();
        QCOMPARE(ward.hub().quarantine().all().front().records, 1);
        QVERIFY(ward.hub().quarantine().read(1).records.front().record.id == other);
    }

    void aStickOfARevokedDeviceIsKeptAsideAsWell() {
        FakeWard ward({.devices = {{"A"}}});
        Carrier carrier(ward);
        const Uuid note = ward.writeNote(0, "A", "on a stick");
        const std::string file = carrier.save(0);
        revoke(ward, 0);
        QVERIFY(*carrier.read(0, carrier.answerTo(file)) == ReceiptsOutcome::Taken);
        QCOMPARE(ward.device(0).ledger().waiting, 0);
        QVERIFY(!ward.hubNote(note).has_value());
        QCOMPARE(accept(ward, 1).records, 1);
        QVERIFY(ward.hubNote(note).has_value());
    }

    /// What came before it was revoked is the hub's, and a clock that is wrong is corrected before anything
    /// is kept.
    void aWrongClockIsCorrectedBeforeItIsKept() {
        FakeWard ward({.devices = {{"A"}}});
        ward.clock(0).setWall(ward.hubClock().wall() + 24h * 3650);
        const Uuid note = ward.writeNote(0, "A", "ten years ahead");
        revoke(ward, 0);
        ward.sync(0);
        accept(ward, 1);
        QVERIFY(std::chrono::abs(ward.hubNote(note)->cover.stamp.wall() - ward.hubClock().wall()) < 1min);
    }
};

QTEST_GUILESS_MAIN(QuarantineTest)
#include "quarantine_test.moc"
