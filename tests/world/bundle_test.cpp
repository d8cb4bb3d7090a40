// SPDX-License-Identifier: GPL-3.0-or-later
// A ward without a network: what waits goes to the hub on a stick, and the receipts come back on it.
#include "tests/world/carrier.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

WardOptions twoDevices() {
    return {.devices = {{"A"}, {"A"}}};
}

std::int64_t waiting(FakeWard& ward, std::size_t i) {
    return ward.device(i).ledger().waiting;
}

/// The refusal's word.
std::string codeOf(const platform::Result<TakenBundle, BundleRefusal>& taken) {
    if (taken)
        return "taken";
    const auto* fault = std::get_if<BundleFault>(&taken.error());
    return fault ? std::string(nameOf(*fault)) : std::get<FailureAnswer>(taken.error()).failure.code;
}

} // namespace

class BundleTest : public QObject {
    Q_OBJECT

private slots:
    void whatWaitsIsCarriedAndItsReceiptsComeBack() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        const Uuid note = ward.writeNote(0, "A", "carried");
        QCOMPARE(waiting(ward, 0), 1);
        ward.advance(24h * 20);
        QVERIFY(carrier.carry(0));
        QCOMPARE(waiting(ward, 0), 0);
        QVERIFY(ward.hubNote(note).has_value());
        QVERIFY(carrier.save(0).empty());
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.differences(), std::string());
        QVERIFY(ward.note(1, note).has_value());
    }

    void broughtTwiceItChangesNothing() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        ward.clock(0).setWall(ward.hubClock().wall() + 24h * 3650);
        const Uuid note = ward.writeNote(0, "A", "twice");
        QVERIFY(ward.edit(0, note, "phone", "1"));
        const std::string file = carrier.save(0);
        const std::string first = carrier.answerTo(file);
        const HubSequence sequence = ward.hub().lastSequence();
        const Record before = *ward.hubNote(note);
        ward.advance(24h * 3);
        const auto again = carrier.bring(file);
        QVERIFY(again && again->cameBefore);
        QCOMPARE(ward.hub().lastSequence(), sequence);
        QVERIFY(*ward.hubNote(note) == before);
        QVERIFY(*carrier.read(0, first) == ReceiptsOutcome::Taken);
        QVERIFY(*carrier.read(0, first) == ReceiptsOutcome::TooLate);
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.differences(), std::string());
    }

    void whatALostOneHeldGoesIntoTheNext() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        const Uuid first = ward.writeNote(0, "A", "on the stick that was lost");
        QVERIFY(!carrier.save(0).empty());
        ward.crash(0);
        const Uuid second = ward.writeNote(0, "A", "later");
        QVERIFY(carrier.carry(0));
        QVERIFY(ward.hubNote(first) && ward.hubNote(second));
        QCOMPARE(waiting(ward, 0), 0);
    }

    /// The lost stick turns up after all, when its successor was there already.
    void theOrderOfTwoDoesNotMatter() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        const Uuid note = ward.writeNote(0, "A", "on both");
        const std::string older = carrier.save(0);
        QVERIFY(ward.edit(0, note, "phone", "2"));
        const std::string newer = carrier.save(0);
        const std::string answer = carrier.answerTo(newer);
        QVERIFY(carrier.bring(older));
        QVERIFY(*carrier.read(0, answer) == ReceiptsOutcome::Taken);
        QCOMPARE(waiting(ward, 0), 0);
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"2\""));
        QCOMPARE(ward.differences(), std::string());
    }

    void whatIsEditedMeanwhileGoesOnWaiting() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        const Uuid note = ward.writeNote(0, "A", "edited while the stick was away");
        QVERIFY(ward.edit(0, note, "text", "a first version"));
        const std::string file = carrier.save(0);
        QVERIFY(ward.edit(0, note, "text", "a second version"));
        QVERIFY(*carrier.read(0, carrier.answerTo(file)) == ReceiptsOutcome::Taken);
        QCOMPARE(waiting(ward, 0), 1);
        QVERIFY(carrier.carry(0));
        QVERIFY(ward.syncUntilQuiet());
        // What was on the stick was offered: its text is replaced by name and not silently rewritten.
        const Record held = *ward.hubNote(note);
        const Writes writes = writesOf(held, held.type->indexOf("text").value());
        QCOMPARE(headsOf(held.type->field(held.type->indexOf("text").value()), writes).size(),
                 std::size_t{1});
        QCOMPARE(ward.shown(1, note, "text"), std::string("\"a second version\""));
        QCOMPARE(ward.differences(), std::string());
    }

    void theNetworkThatCameBackMakesTheAnswerSuperfluous() {
        for (const auto wrong : {0h, 24h * 3650, -24h * 3650}) {
            FakeWard ward(twoDevices());
            Carrier carrier(ward);
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            const Uuid note = ward.writeNote(0, "A", "both ways");
            const std::string file = carrier.save(0);
            ward.advance(2h);
            const std::string answer = carrier.answerTo(file);
            QVERIFY(ward.syncUntilQuiet());
            QVERIFY(*carrier.read(0, answer) == ReceiptsOutcome::TooLate);
            QVERIFY(ward.syncUntilQuiet());
            QCOMPARE(waiting(ward, 0), 0);
            QCOMPARE(ward.differences(), std::string());
            QVERIFY(ward.note(1, note).has_value());
        }
    }

    /// The stick is lost for good, and the network comes back: what only a stick has carried is corrected
    /// like anything that never left.
    void underAWrongClockTheNetworkCorrectsWhatALostStickHeld() {
        for (const auto wrong : {24h * 3650, -24h * 3650}) {
            FakeWard ward(twoDevices());
            Carrier carrier(ward);
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            const WallTime written = ward.hubClock().wall();
            const Uuid note = ward.writeNote(0, "A", "lost");
            QVERIFY(!carrier.save(0).empty());
            ward.crash(0);
            ward.advance(1h);
            QVERIFY(ward.syncUntilQuiet());
            const Stamp stamp = ward.hubNote(note)->cover.stamp;
            QVERIFY(std::chrono::abs(stamp.wall() - written) <= 2s);
            QCOMPARE(ward.differences(), std::string());
        }
    }

    void aWrongClockIsCorrectedWhereTheStickComesIn() {
        for (const auto wrong : {24h * 3650, -24h * 3650}) {
            FakeWard ward(twoDevices());
            Carrier carrier(ward);
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            const WallTime written = ward.hubClock().wall();
            const WallTime claimed = ward.clock(0).wall();
            const Uuid first = ward.writeNote(0, "A", "three days before the stick");
            ward.advance(24h * 3);
            const Uuid second = ward.writeNote(0, "A", "right before it");
            const std::string file = carrier.save(0);
            ward.advance(10min); // on the way
            const std::string answer = carrier.answerTo(file);
            const auto offBy = [&](const Uuid& id, WallTime trueTime) {
                return std::chrono::abs(ward.hubNote(id)->cover.stamp.wall() - trueTime);
            };
            QVERIFY(offBy(first, written) <= 10min);
            QVERIFY(offBy(second, written + 24h * 3) <= 10min);
            QVERIFY(ward.hubNote(first)->cover.claimed == claimed);
            ward.advance(1h);
            QVERIFY(*carrier.read(0, answer) == ReceiptsOutcome::Taken);
            QVERIFY(ward.note(0, first)->cover.stamp == ward.hubNote(first)->cover.stamp);
            const Uuid third = ward.writeNote(0, "A", "after the answer");
            QVERIFY(carrier.carry(0));
            QVERIFY(std::chrono::abs(ward.hubNote(third)->cover.stamp.wall() - ward.hubClock().wall()) <= 2h);
            QVERIFY(ward.syncUntilQuiet());
            QCOMPARE(ward.differences(), std::string());
        }
    }

    void aWrongClockNeitherWinsNorLosesByTheStick() {
        for (const auto wrong : {24h * 3650, -24h * 3650}) {
            FakeWard ward(twoDevices());
            Carrier carrier(ward);
            const Uuid first = ward.writeNote(1, "A", "the wrong one is earlier");
            const Uuid second = ward.writeNote(1, "A", "the wrong one is later");
            QVERIFY(ward.syncUntilQuiet());
            ward.clock(0).restartMachine("without a battery");
            ward.clock(0).setWall(ward.hubClock().wall() + wrong);
            ward.crash(0);
            QVERIFY(ward.edit(0, first, "phone", "wrong"));
            QVERIFY(ward.edit(1, second, "phone", "right"));
            ward.advance(24h);
            QVERIFY(ward.edit(1, first, "phone", "right"));
            QVERIFY(ward.edit(0, second, "phone", "wrong"));
            QVERIFY(ward.sync(1).done());
            QVERIFY(carrier.carry(0));
            QVERIFY(ward.syncUntilQuiet());
            QCOMPARE(ward.shown(1, first, "phone"), std::string("\"right\""));
            QCOMPARE(ward.shown(1, second, "phone"), std::string("\"wrong\""));
            QCOMPARE(ward.differences(), std::string());
        }
    }

    /// Days in a drawer are no fault of the clock.
    void aRightClockIsLeftAloneHoweverLongTheStickTravels() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        const Uuid note = ward.writeNote(0, "A", "in a drawer");
        const Stamp stamp = ward.note(0, note)->cover.stamp;
        const std::string file = carrier.save(0);
        ward.advance(24h * 30);
        const std::string answer = carrier.answerTo(file);
        QVERIFY(ward.hubNote(note)->cover.stamp == stamp);
        QVERIFY(*carrier.read(0, answer) == ReceiptsOutcome::Taken);
        QVERIFY(ward.note(0, note)->cover.stamp == stamp);
    }

    void aHubThatWasRestoredTakesNothingAndIsOfferedEverything() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        const Image backup = ward.imageOfHub();
        const Uuid received = ward.writeNote(0, "A", "received, and lost with the hub");
        QVERIFY(ward.sync(0).done());
        ward.restoreHub(backup, "B");
        const Uuid note = ward.writeNote(0, "A", "new");
        const std::string answer = carrier.answerTo(carrier.save(0));
        QVERIFY(!ward.hubNote(note).has_value());
        QVERIFY(*carrier.read(0, answer) == ReceiptsOutcome::OfferAgain);
        QVERIFY(carrier.carry(0));
        QVERIFY(ward.hubNote(note) && ward.hubNote(received));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.differences(), std::string());
    }

    /// The receipts are of a history that was given up since, and the device does not know yet. Where the hub
    /// stands as it stood before, the mark that comes with them tells at the next hello.
    void receiptsThatAreOlderThanARestoreProveNothing() {
        for (const bool wentOn : {true, false}) {
            FakeWard ward(twoDevices());
            Carrier carrier(ward);
            ward.writeNote(0, "A", "first contact");
            QVERIFY(ward.syncUntilQuiet());
            const Image backup = ward.imageOfHub();
            const Uuid note = ward.writeNote(0, "A", "carried");
            const std::string answer = carrier.answerTo(carrier.save(0));
            ward.restoreHub(backup, "B");
            if (wentOn) {
                ward.writeNote(1, "A", "since the restore");
                QVERIFY(ward.sync(1).done());
            }
            ward.syncCutAfter(0, 1); // the hub's hello came through, and no push
            QVERIFY(*carrier.read(0, answer) == (wentOn ? ReceiptsOutcome::TooLate : ReceiptsOutcome::Taken));
            QCOMPARE(waiting(ward, 0), wentOn ? 1 : 0);
            QVERIFY(ward.syncUntilQuiet());
            QVERIFY(ward.hubNote(note).has_value());
            QCOMPARE(ward.differences(), std::string());
        }
    }

    /// What was saved on the disk since it was put back stands where the stick's records stood.
    void aDiskThatWasPutBackTakesNoReceiptsForWhatItNeverWrote() {
        for (const bool copied : {false, true}) {
            FakeWard ward(twoDevices());
            Carrier carrier(ward);
            const Image before = ward.imageOf(0);
            const std::size_t copy = copied ? ward.copyDevice(0) : 0;
            const Uuid carried = ward.writeNote(0, "A", "on the stick");
            const std::string answer = carrier.answerTo(carrier.save(0));
            if (!copied)
                ward.putBack(0, before);
            const Uuid other = ward.writeNote(copy, "A", "at the same local sequence");
            const auto outcome =
                takeReceipts(ward.device(copy), Packer(wardSchema()), Carrier::keyOf(0), answer);
            QVERIFY(outcome && *outcome == ReceiptsOutcome::NotOurs);
            QCOMPARE(waiting(ward, copy), 1);
            QVERIFY(ward.syncUntilQuiet());
            QVERIFY(ward.hubNote(other) && ward.hubNote(carried));
            QCOMPARE(ward.differences(), std::string());
        }
    }

    void whatTheHubDoesNotTakeIsParkedHere() {
        FakeWard ward({.devices = {{"A"}, {"A"}}, .roles = {"reader"}});
        Carrier carrier(ward);
        const Uuid note = ward.writeNote(0, "A", "may not");
        QVERIFY(carrier.carry(0));
        QCOMPARE(ward.device(0).parked().count(note), std::size_t{1});
        QCOMPARE(waiting(ward, 0), 0);
    }

    void moreThanOneHoldsGoesInSeveral() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        for (int i = 0; i < 40; ++i)
            ward.writeNote(0, "A", "note " + std::to_string(i));
        const BundleLimits limits{.records = 10, .batch = {4, 1 << 20}};
        const std::string first = carrier.save(0, limits);
        QVERIFY(*carrier.read(0, carrier.answerTo(first)) == ReceiptsOutcome::Taken);
        QCOMPARE(waiting(ward, 0), 28);
        const BundleLimits narrow{.bytes = 4096, .batch = {40, 1 << 20}};
        for (int i = 0; i < 40 && waiting(ward, 0) > 0; ++i) {
            const std::string file = carrier.save(0, narrow);
            QVERIFY(file.size() <= narrow.bytes);
            QVERIFY(*carrier.read(0, carrier.answerTo(file)) == ReceiptsOutcome::Taken);
        }
        QCOMPARE(waiting(ward, 0), 0);
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.differences(), std::string());
    }

    void aRecordThatNoBundleHoldsIsInNobodysWay() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        std::string noise;
        platform::SeededRandom random(3);
        for (int i = 0; i < 8000; ++i)
            noise += static_cast<char>('!' + random.next() % 90);
        const Uuid large = ward.writeNote(0, "A", noise);
        const Uuid small = ward.writeNote(0, "A", "small");
        const std::string file = carrier.save(0, {.bytes = 4096});
        QVERIFY(*carrier.read(0, carrier.answerTo(file)) == ReceiptsOutcome::Taken);
        QVERIFY(ward.hubNote(small).has_value());
        QCOMPARE(ward.device(0).parked().count(large), std::size_t{1});
    }

    void anHonestDeviceRaisesNoAlarmByAStick() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        QVERIFY(ward.sync(0).done());
        ward.writeNote(0, "A", "of this run");
        const std::string file = carrier.save(0);
        ward.crash(0);
        QVERIFY(ward.sync(0).done());
        QVERIFY(carrier.bring(file));
        QVERIFY(ward.sync(0).done());
        QVERIFY(!ward.hub().directory().find(ward.number(0))->copyAlarm);
    }

    void whatWasCutOrChangedIsRefusedWhole() {
        FakeWard ward(twoDevices());
        Carrier carrier(ward);
        ward.writeNote(0, "A", "sealed");
        const std::string file = carrier.save(0);
        const std::string answer = carrier.answerTo(file);
        const HubSequence sequence = ward.hub().lastSequence();
        for (std::size_t size = 0; size < file.size(); size += 7)
            QVERIFY(!carrier.bring(file.substr(0, size)));
        QCOMPARE(codeOf(carrier.bring(file.substr(0, file.size() - 1))), std::string("torn"));
        QCOMPARE(codeOf(carrier.bring(file + "x")), std::string("torn"));
        for (std::size_t at = 0; at < file.size(); ++at) {
            std::string changed = file;
            changed[at] = static_cast<char>(changed[at] ^ 4);
            QVERIFY(!carrier.bring(changed));
        }
        QCOMPARE(codeOf(carrier.bring(answer)), std::string("other-kind"));
        QCOMPARE(codeOf(carrier.bring("holiday photos")), std::string("not-a-bundle"));
        QCOMPARE(ward.hub().lastSequence(), sequence);
        for (std::size_t at = 0; at < answer.size(); ++at) {
            std::string changed = answer;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            QVERIFY(!carrier.read(0, changed));
        }
        QVERIFY(!carrier.read(1, answer)); // it is another device's
        QCOMPARE(waiting(ward, 0), 1);
        QVERIFY(*carrier.read(0, answer) == ReceiptsOutcome::Taken);
    }
};

QTEST_GUILESS_MAIN(BundleTest)
#include "bundle_test.moc"
