// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's history changes, a disk is copied or put back, a person has something erased.
#include "tests/world/fake_ward.h"

#include <QtTest>

#include <set>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

class RestoreTest : public QObject {
    Q_OBJECT

private slots:
    void afterABackupIsRestoredTheDevicesBringBackWhatItLacks() {
        for (const bool onDisk : {false, true}) {
            FakeWard ward({.devices = {{"A"}, {"A"}}, .onDisk = onDisk});
            const Uuid old = ward.writeNote(0, "A", "old");
            QVERIFY(ward.syncUntilQuiet());
            const Image backup = ward.backupHub();
            const Uuid fresh = ward.writeNote(0, "A", "fresh");
            QVERIFY(ward.edit(1, old, "phone", "1"));
            QVERIFY(ward.syncUntilQuiet());
            const StateText before = visibleState(ward.device(0));
            ward.restoreHub(backup, "b");
            QVERIFY(!ward.hubNote(fresh));
            QVERIFY(ward.syncUntilQuiet());
            QVERIFY(ward.hubNote(fresh));
            QCOMPARE(visibleState(ward.device(0)), before);
            QCOMPARE(ward.differences(), std::string());
        }
    }

    void whatOnlyAnotherDeviceStillHoldsComesBackToo() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        ward.writeNote(0, "A", "old");
        const Image backup = ward.backupHub();
        const Image empty = ward.imageOf(0);
        const Uuid fresh = ward.writeNote(0, "A", "fresh");
        QVERIFY(ward.edit(0, fresh, "phone", "1"));
        QVERIFY(ward.edit(0, fresh, "phone", "2"));
        QVERIFY(ward.syncUntilQuiet());
        ward.restoreHub(backup, "b");
        ward.putBack(0, empty);
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(0, fresh, "phone"), std::string("\"2\""));
        QCOMPARE(ward.lost(0, fresh, "phone"), std::vector<std::string>{"\"1\""});
        QCOMPARE(ward.differences(), std::string());
    }

    /// The author's disk is gone as well, and the backup knows nothing of the run in which it was written.
    void whatOnlyAReaderStillHoldsComesBackAndNothingIsParked() {
        FakeWard ward({.devices = {{"A"}, {"A"}}, .roles = {"ward", "reader"}});
        const Uuid old = ward.writeNote(0, "A", "old");
        QVERIFY(ward.syncUntilQuiet());
        const Image backup = ward.backupHub();
        ward.crash(0);
        const Uuid fresh = ward.writeNote(0, "A", "fresh");
        const Uuid close = ward.writeStep(0, fresh, "close", "");
        QVERIFY(ward.edit(0, old, "phone", "1"));
        QVERIFY(ward.edit(0, old, "phone", "2"));
        QVERIFY(ward.syncUntilQuiet());
        for (const char* letter : {"b", "c"}) {
            ward.restoreHub(backup, letter);
            QVERIFY(!ward.hubNote(fresh));
            ward.crash(1);
            for (int round = 0; round < 3; ++round)
                QVERIFY(ward.sync(1).done());
            QVERIFY(ward.hubNote(fresh));
            QVERIFY(ward.step(1, close));
            QCOMPARE(ward.shown(1, old, "phone"), std::string("\"2\""));
            QCOMPARE(ward.lost(1, old, "phone"), std::vector<std::string>{"\"1\""});
            QCOMPARE(ward.device(1).ledger().parked, 0);
            QCOMPARE(ward.device(1).ledger().records, 0);
            QCOMPARE(ward.differsFromHub(1), std::string());
        }
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.differences(), std::string());
    }

    void whatAReaderWroteItselfIsRefusedAfterARestoreToo() {
        FakeWard ward({.devices = {{"A"}, {"A"}}, .roles = {"ward", "reader"}});
        const Image backup = ward.backupHub();
        const Uuid before = ward.writeNote(1, "A", "before");
        QVERIFY(ward.sync(1).done());
        ward.restoreHub(backup, "b");
        ward.crash(1);
        const Uuid offline = ward.writeNote(1, "A", "offline");
        ward.crash(1);
        QVERIFY(ward.sync(1).done());
        QVERIFY(ward.sync(1).done());
        QVERIFY(!ward.hubNote(before) && !ward.hubNote(offline));
        QCOMPARE(ward.device(1).ledger().parked, 2);
    }

    void aReaderBringsBackNothingOfAScopeThatIsNotItsOwnAnyMore() {
        FakeWard ward({.devices = {{"A", "B"}, {"A", "B"}}, .roles = {"ward", "reader"}});
        const Image backup = ward.backupHub();
        const Uuid kept = ward.writeNote(0, "A", "kept");
        const Uuid taken = ward.writeNote(0, "B", "taken");
        QVERIFY(ward.syncUntilQuiet());
        ward.restoreHub(backup, "b");
        ward.hub().begin();
        ward.hub().changeScopes(ward.number(1), {"A"});
        ward.hub().commit();
        QVERIFY(ward.sync(1).done());
        QVERIFY(ward.hubNote(kept) && !ward.hubNote(taken));
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.hubNote(taken));
    }

    void aHubThatKnowsOfNoRestoreTakesNothingAtSecondHand() {
        FakeWard ward({.devices = {{"A"}, {"A"}}, .roles = {"ward", "reader"}});
        const Image image = ward.imageOfHub();
        const Uuid fresh = ward.writeNote(0, "A", "fresh");
        QVERIFY(ward.syncUntilQuiet());
        ward.rollBackHub(image);
        QVERIFY(ward.sync(1).done());
        QVERIFY(!ward.hubNote(fresh));
        QCOMPARE(ward.device(1).ledger().parked, 1);
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.hubNote(fresh));
    }

    void aRollbackThatNobodyToldOfIsFoundByTheMark() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        ward.writeNote(0, "A", "old");
        QVERIFY(ward.syncUntilQuiet());
        const Image image = ward.imageOfHub();
        const Uuid fresh = ward.writeNote(0, "A", "fresh");
        QVERIFY(ward.sync(0).done());
        ward.rollBackHub(image);
        // Another device brings the hub to the same number again, with another history behind it.
        const Uuid other = ward.writeNote(1, "A", "other");
        QVERIFY(ward.sync(1).done());
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.note(1, fresh) && ward.note(0, other));
        QCOMPARE(ward.differences(), std::string());
    }

    void aRollbackInTheMiddleOfARoundIsFoundByTheNextRequest() {
        WardOptions options{.devices = {{"A"}}};
        FakeWard ward(options);
        ward.writeNote(0, "A", "old");
        QVERIFY(ward.syncUntilQuiet());
        const Image image = ward.imageOfHub();
        ward.writeNote(0, "A", "fresh");
        QVERIFY(ward.sync(0).done());
        const Pull pull = ward.device(0).nextPull(0s);
        ward.rollBackHub(image);
        const HubAnswer answer = serve(ward.hub(), ward.number(0), pull, {});
        QCOMPARE(std::get<FailureAnswer>(answer).failure.action, NextAction::NewRound);
    }

    void anOfficialNumberIsNeverGivenTwiceEvenAfterARestore() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Image backup = ward.backupHub();
        std::set<std::string> numbers;
        const Uuid first = ward.writeNote(0, "A", "first");
        ward.writeStep(0, first, "close", "");
        QVERIFY(ward.syncUntilQuiet());
        numbers.insert(ward.shown(0, first, "number"));
        ward.restoreHub(backup, "b");
        const Uuid second = ward.writeNote(1, "A", "second");
        ward.writeStep(1, second, "close", "");
        QVERIFY(ward.syncUntilQuiet());
        numbers.insert(ward.shown(0, first, "number"));
        numbers.insert(ward.shown(0, second, "number"));
        QCOMPARE(numbers.size(), std::size_t{3});
        QCOMPARE(ward.differences(), std::string());
    }

    void bothBranchesOfACopiedDataFolderSurvive() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "shared");
        QVERIFY(ward.edit(0, note, "text", "before"));
        const std::size_t copy = ward.copyDevice(0);
        QVERIFY(ward.edit(0, note, "text", "here"));
        QVERIFY(ward.edit(copy, note, "text", "there"));
        const Uuid here = ward.writeNote(0, "A", "here");
        const Uuid there = ward.writeNote(copy, "A", "there");
        QVERIFY(!ward.hub().directory().find(ward.number(0))->copyAlarm);
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(ward.note(i, here) && ward.note(i, there));
        QVERIFY(ward.hub().directory().find(ward.number(0))->copyAlarm);
        QCOMPARE(ward.differences(), std::string());
    }

    void aRestartIsNoCopy() {
        FakeWard ward({.devices = {{"A"}}});
        for (int n = 0; n < 3; ++n) {
            ward.writeNote(0, "A", "note");
            QVERIFY(ward.syncUntilQuiet());
            ward.crash(0);
        }
        QVERIFY(!ward.hub().directory().find(ward.number(0))->copyAlarm);
    }

    void aDiskThatWasPutBackLosesNothingThatReachedTheHub() {
        FakeWard ward({.devices = {{"A"}, {"A"}}, .onDisk = true});
        ward.writeNote(0, "A", "old");
        const Image image = ward.imageOf(0);
        const Uuid note = ward.writeNote(0, "A", "sent");
        QVERIFY(ward.edit(0, note, "phone", "1"));
        QVERIFY(ward.syncUntilQuiet());
        ward.putBack(0, image);
        const Uuid again = ward.writeNote(0, "A", "written after");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.note(0, note) && ward.note(1, again));
        QCOMPARE(ward.differences(), std::string());
    }

    /// The copy counts its own writes, and the original's ledger says nothing about them.
    void whatACopyWroteStaysOnItsDiskUntilABackupHoldsIt() {
        FakeWard ward({.devices = {{"A"}, {"B"}}});
        ward.writeNote(0, "A", "before the copy");
        QVERIFY(ward.syncUntilQuiet());
        const std::size_t copy = ward.copyDevice(0);
        for (int n = 0; n < 200; ++n)
            ward.writeNote(0, "A", "the original goes on");
        QVERIFY(ward.sync(0).done());
        const Image backup = ward.backupHub();
        const Uuid note = ward.writeNote(copy, "A", "of the copy");
        ward.writeStep(copy, note, "move", "B");
        for (int n = 0; n < 3; ++n)
            QVERIFY(ward.sync(copy).done());
        QVERIFY(!ward.note(copy, note));
        ward.restoreHub(backup, "b");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hubNote(note));
        QVERIFY(ward.note(1, note));
    }

    /// Both disks hold the run in which the original went on; seed 1005543.
    void whatTheOriginalWroteSinceIsNotTheCopysOwn() {
        FakeWard ward({.devices = {{"A"}}});
        ward.writeNote(0, "A", "before the copy");
        QVERIFY(ward.syncUntilQuiet());
        const std::size_t copy = ward.copyDevice(0);
        const Uuid note = ward.writeNote(0, "A", "the original goes on");
        QVERIFY(ward.edit(0, note, "text", "of the original"));
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.sync(copy).done());
        QVERIFY(ward.edit(copy, note, "text", "of the copy"));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.conflicts(0, note), std::size_t{0});
        QCOMPARE(ward.lost(0, note, "text"), std::vector<std::string>{"\"of the original\""});
        QCOMPARE(ward.differences(), std::string());
    }

    void whatADiskThatWasPutBackWroteStaysUntilABackupHoldsIt() {
        FakeWard ward({.devices = {{"A"}, {"B"}}});
        const Image disk = ward.imageOf(0);
        for (int n = 0; n < 20; ++n)
            ward.writeNote(0, "A", "before");
        QVERIFY(ward.sync(0).done());
        const Image backup = ward.backupHub();
        ward.putBack(0, disk);
        const Uuid note = ward.writeNote(0, "A", "after");
        ward.writeStep(0, note, "move", "B");
        for (int n = 0; n < 3; ++n)
            QVERIFY(ward.sync(0).done());
        ward.restoreHub(backup, "b");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.note(1, note));
    }

    /// A backup of a history that was given up holds other records under the same numbers.
    void aKeptBackupOfAnotherHistoryCoversNothing() {
        FakeWard ward({.devices = {{"A"}, {"*"}}});
        const Image first = ward.backupHub();
        const Image disk = ward.imageOf(1);
        for (int n = 0; n < 9; ++n)
            ward.writeNote(1, "C", "given up");
        QVERIFY(ward.sync(1).done());
        const Mark mark = ward.hub().mark();
        const Image second = ward.backupHub();
        ward.putBack(1, disk);
        ward.restoreHub(first, "b");
        noteBackup(ward.hub(), "backup-2", mark, ward.hubClock().wall()); // its file is still there
        const Uuid note = ward.writeNote(1, "A", "moves");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.note(0, note));
        ward.writeStep(1, note, "move", "B");
        QVERIFY(ward.syncUntilQuiet());
        ward.putBack(1, disk); // what only the first device holds now, it must not have let go of
        ward.restoreHub(second, "c");
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.note(1, note));
    }

    /// The history of an event, as devices offer it again after a restore, has the event as its parent. The
    /// round is cut after each of its requests: what counts is that the event is back and its history is not
    /// yet when a person has them erased.
    void theHistoryOfAnErasedChildComesInErased() {
        int cameAfterTheErase = 0;
        for (std::size_t requests = 0; requests < 8; ++requests) {
            WardOptions options{.devices = {{"A"}, {"A"}}};
            options.round.batch.records = 1;
            FakeWard ward(options);
            const Uuid note = ward.writeNote(0, "A", "private");
            QVERIFY(ward.syncUntilQuiet());
            const Image backup = ward.backupHub();
            const Uuid step = ward.writeStep(1, note, "close", "");
            QVERIFY(ward.syncUntilQuiet());
            ward.restoreHub(backup, "b");
            ward.syncCutAfter(0, requests);
            const auto stands = ward.hub().tables().of(*wardSchema().find(stepType)).contains(step);
            const bool alone = stands && ward.hub().tables().historiesOf(step).empty();
            ward.hub().begin();
            ward.hub().erase(note);
            ward.hub().commit();
            QVERIFY(ward.syncUntilQuiet());
            const auto histories = ward.hub().tables().historiesOf(step);
            for (const auto& row : histories)
                QVERIFY(row.record.erased);
            cameAfterTheErase += alone && !histories.empty() ? 1 : 0;
            for (std::size_t i = 0; i < 2; ++i)
                for (const Record& history : ward.device(i).historiesOf(step))
                    QVERIFY(history.erased);
        }
        QVERIFY(cameAfterTheErase > 0);
    }

    /// The erase list was applied to a backup that does not know the record; a device brings its child back.
    void aChildOfWhatTheHubOnlyKnowsAsErasedComesInErased() {
        FakeWard ward({.devices = {{"A"}}});
        const Image backup = ward.backupHub();
        const Uuid note = ward.writeNote(0, "A", "private");
        const Uuid step = ward.writeStep(0, note, "close", "");
        QVERIFY(ward.syncUntilQuiet());
        ward.restoreHub(backup, "b");
        ward.hub().begin();
        ward.hub().erase(note);
        ward.hub().commit();
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(!ward.hubNote(note));
        const auto brought = ward.hub().tables().of(*wardSchema().find(stepType)).find(step);
        QVERIFY(!brought || brought->record.erased);
        QVERIFY(!ward.step(0, step) || ward.step(0, step)->erased);
        QCOMPARE(ward.differences(), std::string());
    }

    /// No pull tells of it: it went straight to where this device sees nothing.
    void aChildThatComesInErasedIsErasedOnTheDeviceThatWroteIt() {
        FakeWard ward({.devices = {{"A"}, {"*"}}});
        const Uuid note = ward.writeNote(1, "A", "private");
        QVERIFY(ward.syncUntilQuiet());
        ward.writeStep(1, note, "move", "B");
        QVERIFY(ward.syncUntilQuiet());
        ward.backupHub();
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(!ward.device(0).tables().of(*wardSchema().find(noteType)).contains(note));
        const Uuid step = ward.writeStep(0, note, "close", "");
        ward.hub().begin();
        ward.hub().erase(note);
        ward.hub().commit();
        QVERIFY(ward.sync(0).done());
        const auto row = ward.device(0).tables().of(*wardSchema().find(stepType)).find(step);
        QVERIFY(!row || row->record.erased);
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
    }

    void anEraseReachesEveryDeviceAndIsNeverUndone() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid note = ward.writeNote(0, "A", "private");
        QVERIFY(ward.edit(0, note, "phone", "1"));
        QVERIFY(ward.edit(0, note, "phone", "2"));
        QVERIFY(ward.syncUntilQuiet());
        const Image backup = ward.backupHub();
        QVERIFY(ward.edit(1, note, "phone", "unsent"));
        const Uuid step = ward.writeStep(1, note, "close", "");
        ward.hub().begin();
        ward.hub().erase(note);
        ward.hub().commit();
        QVERIFY(ward.syncUntilQuiet());
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(!ward.note(i, note) || ward.note(i, note)->erased);
            QVERIFY(!ward.step(i, step) || ward.step(i, step)->erased);
            QVERIFY(ward.lost(i, note, "phone").empty());
        }
        ward.restoreHub(backup, "b");
        ward.hub().begin();
        ward.hub().erase(note); // from the list kept outside the backups
        ward.hub().commit();
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hubNote(note)->erased);
        for (std::size_t i = 0; i < 2; ++i) {
            QVERIFY(!ward.note(i, note) || ward.note(i, note)->erased);
            QCOMPARE(ward.device(i).parked().size(), std::size_t{0});
        }
    }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "restore_test.moc"
