// SPDX-License-Identifier: GPL-3.0-or-later
// Two people change one thing while neither sees the other.
#include "tests/world/fake_ward.h"

#include <QtTest>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

struct SharedNote {
    FakeWard ward{{.devices = {{"A"}, {"A"}, {"A"}}}};
    Uuid note = ward.writeNote(0, "A", "shared");

    SharedNote() { ward.syncUntilQuiet(); }
};

using Values = std::vector<std::string>;

const std::string redOnly = "[\"red\"]";
const std::string redAndBlue = "[\"red\",\"blue\"]";
const std::string blueAndRed = "[\"blue\",\"red\"]"; // shown in the order of the alphabet

std::size_t headsOfText(FakeWard& ward, std::size_t device, const Uuid& id) {
    const auto note = ward.note(device, id);
    const FieldIndex text = note->type->indexOf("text").value();
    const Writes writes = writesOf(*note, text);
    return headsOf(note->type->field(text), writes).size();
}

} // namespace

class ConflictTest : public QObject {
    Q_OBJECT

private slots:
    void ofTwoLatestTheLaterIsShownAndTheOtherIsHistoryEverywhere() {
        SharedNote shared;
        FakeWard& ward = shared.ward;
        QVERIFY(ward.edit(0, shared.note, "phone", "earlier"));
        ward.advance(5s);
        QVERIFY(ward.edit(1, shared.note, "phone", "later"));
        QVERIFY(ward.sync(1).done()); // the order of arrival does not matter
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(ward.shown(i, shared.note, "phone"), std::string("\"later\""));
            QCOMPARE(ward.lost(i, shared.note, "phone"), (Values{"\"earlier\""}));
            QCOMPARE(ward.conflicts(i, shared.note), std::size_t{1});
        }
        QCOMPARE(ward.differences(), std::string());
    }

    void anOverwriteOfWhatWasSeenIsNoConflict() {
        SharedNote shared;
        FakeWard& ward = shared.ward;
        QVERIFY(ward.edit(0, shared.note, "phone", "first"));
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.edit(1, shared.note, "phone", "second"));
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(ward.lost(i, shared.note, "phone"), (Values{"\"first\""}));
            QCOMPARE(ward.conflicts(i, shared.note), std::size_t{0});
        }
    }

    void overwritingAConflictSettlesItOnlyForWhatWasShown() {
        SharedNote shared;
        FakeWard& ward = shared.ward;
        QVERIFY(ward.edit(0, shared.note, "phone", "earlier"));
        ward.advance(5s);
        QVERIFY(ward.edit(1, shared.note, "phone", "later"));
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.edit(2, shared.note, "phone", "last"));
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(ward.lost(i, shared.note, "phone"), (Values{"\"earlier\"", "\"later\""}));
            QCOMPARE(ward.conflicts(i, shared.note), std::size_t{1});
        }
    }

    void equalStampsAreDecidedTheSameWayEverywhere() {
        for (std::uint64_t seed = 1; seed < 9; ++seed) {
            FakeWard ward({.devices = {{"A"}, {"A"}}, .seed = seed});
            const Uuid note = ward.writeNote(0, "A", "shared");
            ward.syncUntilQuiet();
            // Both save in the same millisecond, and neither clock has seen the other.
            ward.advance(10s);
            QVERIFY(ward.edit(0, note, "phone", "one"));
            QVERIFY(ward.edit(1, note, "phone", "two"));
            QCOMPARE(highestStamp(*ward.note(0, note)), highestStamp(*ward.note(1, note)));
            QVERIFY(ward.sync(seed % 2).done());
            QVERIFY(ward.syncUntilQuiet());
            QCOMPARE(ward.shown(0, note, "phone"), ward.shown(1, note, "phone"));
            QCOMPARE(ward.differences(), std::string());
            QCOMPARE(ward.conflicts(0, note), std::size_t{1});
        }
    }

    void bothTextsStayAsHeadsUntilSomeoneResolvesThoseTwo() {
        SharedNote shared;
        FakeWard& ward = shared.ward;
        QVERIFY(ward.edit(0, shared.note, "text", "mine"));
        QVERIFY(ward.edit(1, shared.note, "text", "yours"));
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(headsOfText(ward, i, shared.note), std::size_t{2});
        // A third text that the one who resolves has not seen survives the resolution.
        QVERIFY(ward.edit(1, shared.note, "text", "meanwhile"));
        QVERIFY(ward.edit(2, shared.note, "text", "resolved"));
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(headsOfText(ward, i, shared.note), std::size_t{2});
            QCOMPARE(ward.lost(i, shared.note, "text"), (Values{"\"mine\"", "\"yours\""}));
        }
        QVERIFY(ward.edit(0, shared.note, "text", "last word"));
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(headsOfText(ward, i, shared.note), std::size_t{1});
            QCOMPARE(ward.shown(i, shared.note, "text"), std::string("\"last word\""));
            QCOMPARE(ward.lost(i, shared.note, "text").size(), std::size_t{4});
        }
        QCOMPARE(ward.differences(), std::string());
    }

    void anAddThatARemovalHadNotSeenSurvives() {
        SharedNote shared;
        FakeWard& ward = shared.ward;
        QVERIFY(ward.edit(0, shared.note, "tags", redOnly));
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.edit(0, shared.note, "tags", "[]"));
        QVERIFY(ward.edit(1, shared.note, "tags", "[]"));
        QVERIFY(ward.edit(1, shared.note, "tags", redAndBlue));
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(ward.shown(i, shared.note, "tags"), valueToJson(blueAndRed));
        QCOMPARE(ward.differences(), std::string());
    }

    /// An edit moves the whole row to a later place in the queue, so that receipts pass it by.
    void aRecordEditedAgainAndAgainBetweenBatchesArrivesWhole() {
        WardOptions options{.devices = {{"A"}, {"A"}}};
        options.round.batch.records = 1;
        options.round.pushesInFlight = 1;
        FakeWard ward(options);
        const Uuid note = ward.writeNote(0, "A", "busy");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.edit(0, note, "phone", "1"));
        ward.writeNote(0, "A", "between");
        QVERIFY(ward.edit(0, note, "text", "words"));
        ward.writeNote(0, "A", "after");
        ward.syncCutAfter(0, 2); // the batch before the second edit is receipted
        QVERIFY(ward.edit(0, note, "tags", redOnly));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"1\""));
        QCOMPARE(ward.shown(1, note, "text"), std::string("\"words\""));
        QCOMPARE(ward.differences(), std::string());
    }

    void aRecordEditedBeforeItsFirstReceiptArrivesWhole() {
        WardOptions options{.devices = {{"A"}, {"A"}}};
        options.round.batch.records = 1;
        FakeWard ward(options);
        const Uuid note = ward.writeNote(0, "A", "edited at once");
        ward.writeNote(0, "A", "another");
        QVERIFY(ward.edit(0, note, "phone", "1"));
        QVERIFY(ward.sync(0).done());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(1, note, "title"), std::string("\"edited at once\""));
    }
};

QTEST_GUILESS_MAIN(ConflictTest)
#include "conflict_test.moc"
