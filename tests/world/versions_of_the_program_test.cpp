// SPDX-License-Identifier: GPL-3.0-or-later
// Programs of different ages exchange records: what one does not know it keeps and passes on.
#include "platform/files/temporary_folder.h"
#include "tests/world/fake_ward.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::world;
using namespace lianxin::sync;

class VersionsOfTheProgramTest : public QObject {
    Q_OBJECT

private slots:
    void aFieldAnOlderDeviceDoesNotKnowSurvivesItsEdit() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        ward.upgradeHub(newerWardSchema());
        ward.upgrade(0, newerWardSchema());
        const Uuid note = ward.writeNote(0, "A", "new field");
        QVERIFY(ward.edit(0, note, "mood", "calm"));
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.edit(1, note, "phone", "1"));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.shown(0, note, "phone"), std::string("\"1\""));
        QCOMPARE(ward.shown(0, note, "mood"), std::string("\"calm\""));
    }

    void whatTheOlderDeviceHeldComesIntoItsPlaceWhenItIsUpgraded() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        ward.upgradeHub(newerWardSchema());
        ward.upgrade(0, newerWardSchema());
        const Uuid note = ward.writeNote(0, "A", "new field");
        QVERIFY(ward.edit(0, note, "mood", "calm"));
        Record memo = emptyRecord(*newerWardSchema().find("memo"), {});
        setShown(memo, "note", note);
        setShown(memo, "words", std::string("kept"));
        const Uuid id = ward.write(0, memo);
        QVERIFY(ward.syncUntilQuiet());
        ward.upgrade(1, newerWardSchema());
        QCOMPARE(ward.shown(1, note, "mood"), std::string("\"calm\""));
        const auto read = ward.device(1).find(*newerWardSchema().find("memo"), id);
        QVERIFY(read);
        QCOMPARE(valueToJson(read->value("words")), std::string("\"kept\""));
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.differences(), std::string());
    }

    void afterARestoreAnOlderDeviceOffersWhatItDoesNotKnow() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        ward.upgradeHub(newerWardSchema());
        ward.upgrade(0, newerWardSchema());
        const Image backup = ward.backupHub();
        const Image disk = ward.imageOf(0);
        const Uuid note = ward.writeNote(0, "A", "new field");
        QVERIFY(ward.edit(0, note, "mood", "calm"));
        QVERIFY(ward.edit(0, note, "mood", "glad"));
        QVERIFY(ward.syncUntilQuiet());
        ward.restoreHub(backup, "b");
        ward.putBack(0, disk);
        QVERIFY(ward.syncUntilQuiet()); // only the older device still has it
        QCOMPARE(ward.shown(0, note, "mood"), std::string("\"glad\""));
        QCOMPARE(ward.lost(0, note, "mood"), std::vector<std::string>{"\"calm\""});
    }

    void aNewerFileIsRefusedAndNotTouched() {
        platform::ManualClock clock(platform::WallTime{std::chrono::hours(480'000)});
        platform::SeededRandom random(1);
        const platform::TemporaryFolder folder;
        const auto path = folder.path() / "device.db";
        const auto open = [&path] {
            return platform::Database::openWriter(path, platform::OpenMode::Create);
        };
        {
            Replica made(open(), newerWardSchema(), clock, random);
            made.database().exec("DROP TABLE _leaving"); // as if no program of that version knew it
        }
        QVERIFY_EXCEPTION_THROWN(Replica(open(), wardSchema(), clock, random), NewerFile);
        auto database = open();
        auto found = database.prepare("SELECT count(*) FROM sqlite_master WHERE name='_leaving'");
        found.step();
        QCOMPARE(found.integer(0), 0);
    }

    void aNewerHubsFileIsRefusedAndNotTouched() {
        platform::ManualClock clock(platform::WallTime{std::chrono::hours(480'000)});
        platform::SeededRandom random(1);
        const platform::TemporaryFolder folder;
        const WardRules rules;
        const auto open = [path = folder.path() / "hub.db"] {
            return platform::Database::openWriter(path, platform::OpenMode::Create);
        };
        {
            Hub made(open(), newerWardSchema(), rules, clock, random);
            made.database().exec("DROP TABLE _unplaced"); // as if no program of that version knew it
        }
        QVERIFY_EXCEPTION_THROWN(Hub(open(), wardSchema(), rules, clock, random), NewerFile);
        auto database = open();
        auto found = database.prepare("SELECT count(*) FROM sqlite_master WHERE name='_unplaced'");
        found.step();
        QCOMPARE(found.integer(0), 0);
    }

    void anOlderHubParksWhatItDoesNotKnowUntilItIsUpgraded() {
        FakeWard ward({.devices = {{"A"}}});
        ward.upgrade(0, newerWardSchema());
        const Uuid note = ward.writeNote(0, "A", "known");
        Record memo = emptyRecord(*newerWardSchema().find("memo"), {});
        setShown(memo, "note", note);
        setShown(memo, "words", std::string("too new"));
        const Uuid id = ward.write(0, memo);
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.hubNote(note));
        QCOMPARE(ward.device(0).parked().at(id).reason, RefusalReason::UnknownType);
        ward.upgradeHub(newerWardSchema());
        ward.device(0).retryParked();
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(ward.device(0).parked().size(), std::size_t{0});
        QCOMPARE(ward.differences(), std::string());
    }
};

QTEST_GUILESS_MAIN(VersionsOfTheProgramTest)
#include "versions_of_the_program_test.moc"
