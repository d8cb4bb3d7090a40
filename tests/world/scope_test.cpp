// SPDX-License-Identifier: GPL-3.0-or-later
// Who sees what, and what happens when that changes.
#include "tests/world/fake_ward.h"

#include <QtTest>

using namespace lianxin::world;
using namespace lianxin::sync;

class ScopeTest : public QObject {
    Q_OBJECT

private slots:
    void aDeviceSeesItsOwnScopesOnly() {
        FakeWard ward({.devices = {{"A"}, {"B"}, {"*"}}});
        const Uuid here = ward.writeNote(0, "A", "here");
        const Uuid there = ward.writeNote(1, "B", "there");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(!ward.note(0, there));
        QVERIFY(!ward.note(1, here));
        QVERIFY(ward.note(2, here) && ward.note(2, there));
        QCOMPARE(ward.differences(), std::string());
    }

    void aNoteThatMovesLeavesOneWardAndComesToTheOtherWithItsChildren() {
        FakeWard ward({.devices = {{"A"}, {"B"}}});
        const Uuid note = ward.writeNote(0, "A", "moves");
        QVERIFY(ward.edit(0, note, "phone", "1"));
        QVERIFY(ward.edit(0, note, "phone", "2"));
        const Uuid step = ward.writeStep(0, note, "move", "B");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(!ward.note(0, note));
        QVERIFY(!ward.step(0, step));
        QVERIFY(ward.note(1, note));
        QVERIFY(ward.step(1, step));
        QCOMPARE(ward.lost(1, note, "phone"), std::vector<std::string>{"\"1\""});
        QCOMPARE(ward.differences(), std::string());
    }

    void aNoteThatComesBackIsShownAgain() {
        FakeWard ward({.devices = {{"A"}, {"B"}}});
        const Uuid note = ward.writeNote(0, "A", "there and back");
        QVERIFY(ward.syncUntilQuiet());
        ward.writeStep(0, note, "move", "B");
        QVERIFY(ward.syncUntilQuiet());
        ward.writeStep(1, note, "move", "A");
        QVERIFY(ward.syncUntilQuiet());
        ward.backupHub(); // what is gone may leave the disk now
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.note(0, note));
        QVERIFY(!ward.note(1, note));
        QCOMPARE(ward.differences(), std::string());
    }

    /// Neither does it vanish between two pages.
    void whoWasAwayWhileItWasElsewhereSeesItAllTheTime() {
        WardOptions options{.devices = {{"*"}, {"A"}}};
        options.page.records = 1;
        FakeWard ward(options);
        const Uuid note = ward.writeNote(0, "A", "there and back");
        QVERIFY(ward.syncUntilQuiet());
        ward.writeStep(0, note, "move", "B");
        QVERIFY(ward.sync(0).done());
        ward.writeStep(0, note, "move", "A");
        QVERIFY(ward.sync(0).done());
        for (std::size_t requests = 0; requests < 6; ++requests) {
            ward.syncCutAfter(1, requests);
            QVERIFY(ward.note(1, note));
        }
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.note(1, note));
        QCOMPARE(ward.differences(), std::string());
    }

    void whatLeftIsStillOnTheDiskUntilEveryBackupHoldsIt() {
        FakeWard ward({.devices = {{"A"}, {"*"}}});
        const std::vector<Uuid> notes{ward.writeNote(0, "A", "ours"), ward.writeNote(1, "A", "theirs")};
        QVERIFY(ward.syncUntilQuiet());
        for (const Uuid& note : notes)
            ward.writeStep(0, note, "move", "B");
        QVERIFY(ward.syncUntilQuiet());
        TypeTable& table = ward.device(0).tables().of(*wardSchema().find(noteType));
        for (const Uuid& note : notes)
            QVERIFY(!ward.note(0, note) && table.contains(note));
        ward.backupHub();
        QVERIFY(ward.syncUntilQuiet());
        for (const Uuid& note : notes)
            QVERIFY(!table.contains(note));
    }

    void anEditOfWhatMovedMeanwhileIsAdmitted() {
        FakeWard ward({.devices = {{"A"}, {"B"}, {"*"}}});
        const Uuid note = ward.writeNote(2, "A", "moves");
        QVERIFY(ward.edit(2, note, "phone", "early"));
        QVERIFY(ward.syncUntilQuiet());
        ward.writeStep(2, note, "move", "B");
        QVERIFY(ward.sync(2).done());
        QVERIFY(ward.edit(0, note, "phone", "late"));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"late\""));
        QCOMPARE(ward.lost(1, note, "phone"), std::vector<std::string>{"\"early\""});
        QVERIFY(!ward.note(0, note));
        QCOMPARE(ward.differences(), std::string()); // the early value left with its note
    }

    void whoWroteItMayAddToItWithoutSeeingIt() {
        FakeWard ward({.devices = {{"A"}, {"B"}}});
        const Uuid note = ward.writeNote(0, "B", "for another ward");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(!ward.note(0, note));
        const Uuid step = ward.writeStep(0, note, "close", "");
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
        QVERIFY(ward.step(1, step));
    }

    void whatADeviceNeverSawItMayNotTouch() {
        FakeWard ward({.devices = {{"A"}, {"B"}}});
        const Uuid note = ward.writeNote(1, "B", "theirs");
        QVERIFY(ward.syncUntilQuiet());
        const Uuid step = ward.writeStep(0, note, "close", "");
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{1});
        QVERIFY(!ward.step(1, step));
    }

    void anEventIsJudgedByWhatWasSeenWhenItWasWrittenThoughItsParentLeftTheDisk() {
        FakeWard ward({.devices = {{"A"}, {"*"}}});
        const Uuid note = ward.writeNote(1, "A", "theirs");
        QVERIFY(ward.syncUntilQuiet());
        const Uuid step = ward.writeStep(0, note, "close", "");
        TypeTable& table = ward.device(0).tables().of(*wardSchema().find(noteType));
        table.remove(table.find(note)->position);
        ward.hub().begin();
        ward.hub().changeScopes(ward.number(0), {});
        ward.hub().commit();
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
        QVERIFY(ward.step(1, step));
    }

    void aScopeThatIsGainedStartsAtTheBeginning() {
        FakeWard ward({.devices = {{"A"}, {"B"}}});
        const Uuid note = ward.writeNote(1, "B", "old");
        QVERIFY(ward.syncUntilQuiet());
        ward.hub().begin();
        ward.hub().changeScopes(ward.number(0), {"A", "B"});
        ward.hub().commit();
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.note(0, note));
        ward.hub().begin();
        ward.hub().changeScopes(ward.number(0), {"A"});
        ward.hub().commit();
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(!ward.note(0, note));
        QCOMPARE(ward.differences(), std::string());
        TypeTable& table = ward.device(0).tables().of(*wardSchema().find(noteType));
        QVERIFY(table.contains(note));
        ward.backupHub();
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(!table.contains(note)); // what is not to be seen does not stay on the disk
    }

    void whatIsUnsentSurvivesTheLossOfItsScope() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(1, "A", "shared");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.edit(0, note, "phone", "unsent"));
        const Uuid fresh = ward.writeNote(0, "A", "unsent");
        ward.hub().begin();
        ward.hub().changeScopes(ward.number(0), {});
        ward.hub().commit();
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
        QCOMPARE(ward.shown(1, note, "phone"), std::string("\"unsent\""));
        QVERIFY(ward.note(1, fresh));
    }

    void eventsThatCameBeforeTheirParentAreJudgedOnceAndInOrder() {
        // The note takes a later place in the queue by an edit, so its steps travel first.
        WardOptions options{.devices = {{"*"}, {"A"}, {"B"}, {"C"}}};
        options.round.batch.records = 1;
        FakeWard ward(options);
        const Uuid note = ward.writeNote(0, "A", "late");
        const Uuid first = ward.writeStep(0, note, "move", "B");
        const Uuid second = ward.writeStep(0, note, "move", "C");
        const Uuid third = ward.writeStep(0, note, "close", "");
        QVERIFY(ward.edit(0, note, "phone", "1"));
        QVERIFY(ward.syncUntilQuiet());
        std::int64_t place = 0;
        for (const Uuid& id : {first, second, third}) {
            const auto step = ward.step(0, id);
            QVERIFY(step && !isNull(step->value(placeField)));
            QCOMPARE(std::get<std::int64_t>(step->value(placeField)), ++place);
            QCOMPARE(std::get<std::int64_t>(step->value(effectiveField)), std::int64_t{1});
        }
        QVERIFY(ward.note(3, note) && ward.step(3, first) && ward.step(3, second) && ward.step(3, third));
        QCOMPARE(ward.differences(), std::string());
    }

    void closingReopeningAndMovingAtOnceFoldTheSameEverywhere() {
        FakeWard ward({.devices = {{"*"}, {"A", "B"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "three at once");
        QVERIFY(ward.syncUntilQuiet());
        const std::vector<Uuid> steps{ward.writeStep(0, note, "close", ""),
                                      ward.writeStep(1, note, "reopen", ""),
                                      ward.writeStep(2, note, "move", "B")};
        const std::vector<std::size_t> order{2, 0, 1}; // in which the hub hears of them
        for (const std::size_t i : order)
            QVERIFY(ward.sync(i).done());
        QVERIFY(ward.syncUntilQuiet());
        std::int64_t place = 0;
        for (const std::size_t i : order) {
            const auto step = ward.step(1, steps[i]);
            QVERIFY(step && !isNull(step->value(placeField)));
            QCOMPARE(std::get<std::int64_t>(step->value(placeField)), ++place);
            QCOMPARE(std::get<std::int64_t>(step->value(effectiveField)), std::int64_t{1});
        }
        QVERIFY(!ward.note(2, note)); // it moved
        QCOMPARE(ward.differences(), std::string());
    }

    void anEventWithoutEffectStandsWithItsReason() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "closed twice");
        QVERIFY(ward.syncUntilQuiet());
        const Uuid one = ward.writeStep(0, note, "close", "");
        const Uuid other = ward.writeStep(1, note, "close", "");
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(std::get<std::int64_t>(ward.step(1, one)->value(effectiveField)), std::int64_t{1});
        QCOMPARE(std::get<std::int64_t>(ward.step(0, other)->value(effectiveField)), std::int64_t{0});
        QCOMPARE(std::get<std::string>(ward.step(0, other)->value(reasonField)), std::string("closed"));
        QCOMPARE(ward.shown(1, note, "number"), std::string("\"N-00001\""));
        QCOMPARE(ward.differences(), std::string());
    }
};

QTEST_GUILESS_MAIN(ScopeTest)
#include "scope_test.moc"
