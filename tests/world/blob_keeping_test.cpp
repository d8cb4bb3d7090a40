// SPDX-License-Identifier: GPL-3.0-or-later
// Who has a picture, who gets it, and who lets it go.
#include "tests/world/pictures.h"

#include <QtTest>

using namespace lianxin::world;
using namespace lianxin::sync;

class BlobKeepingTest : public QObject {
    Q_OBJECT

    static bool holdsPicture(FakeWard& ward, const Picture& picture) {
        return ward.device(0).tables().of(*wardSchema().find(pictureType)).contains(picture.id);
    }

    static void dropBackups(FakeWard& ward) {
        ward.hub().begin();
        for (const Backup& backup : std::vector<Backup>(ward.hub().backups().kept()))
            ward.hub().backups().forget(backup.number);
        ward.hub().commit();
    }

private slots:
    void aHubThatWasPutBackIsAskedAgainAndGetsItAgain() {
        for (const bool silently : {false, true}) {
            FakeWard ward(wardOf({{"A"}}));
            const Picture picture = pictureOn(ward);
            const Image backup = ward.backupHub();
            QVERIFY(ward.syncUntilQuiet());
            QVERIFY(ward.hubHas(picture.bytes));
            silently ? ward.rollBackHub(backup) : ward.restoreHub(backup, "b");
            QVERIFY(!ward.hubHas(picture.bytes));
            QVERIFY(ward.syncUntilQuiet());
            QVERIFY(ward.hubHas(picture.bytes));
            QVERIFY(stateOf(ward, 0, picture).received);
        }
    }

    /// The words are in the backup and the picture is not: the end of a picture is a place in the hub's
    /// history, or nobody would notice.
    void aHubThatLostNothingButAPictureGetsItAgain() {
        FakeWard ward(wardOf({{"A"}}));
        const Picture picture = pictureOn(ward);
        ward.syncCutAfter(0, 5);
        const Image image = ward.imageOfHub();
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.hubHas(picture.bytes));
        ward.rollBackHub(image);
        QVERIFY(!ward.hubHas(picture.bytes));
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hubHas(picture.bytes));
    }

    void whatOnlyAReaderStillHasOfAPictureComesBack() {
        FakeWard ward(wardOf({{"A"}, {"A"}}));
        const Picture picture = pictureOn(ward);
        const Image empty = ward.imageOf(1);
        const Image backup = ward.backupHub();
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.device(1).wantBlob(picture.address));
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.device(1).readBlob(picture.address) == picture.bytes);
        ward.restoreHub(backup, "b");
        ward.putBack(0, empty);
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hubHas(picture.bytes));
    }

    void anEraseTakesThePictureEverywhere() {
        FakeWard ward(wardOf({{"A"}, {"A"}}));
        const Picture picture = pictureOn(ward);
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.device(1).wantBlob(picture.address));
        QVERIFY(ward.syncUntilQuiet());
        ward.hub().begin();
        ward.hub().erase(picture.note);
        ward.hub().commit();
        QVERIFY(ward.hub().blobs().all().empty());
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.device(0).blobs().all().empty());
        QVERIFY(ward.device(1).blobs().all().empty());
    }

    void anEraseLeavesAPictureToWhichAnotherRecordRefers() {
        FakeWard ward(wardOf({{"A"}}));
        const Picture picture = pictureOn(ward);
        const Uuid other = ward.writeNote(0, "A", "other");
        ward.writePicture(0, other, picture.bytes);
        QVERIFY(ward.syncUntilQuiet());
        ward.hub().begin();
        ward.hub().erase(picture.note);
        ward.hub().commit();
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hubHas(picture.bytes));
        QVERIFY(stateOf(ward, 0, picture).here);
    }

    void knowingAnAddressIsNoAuthority() {
        FakeWard ward(wardOf({{"A"}, {"B"}}));
        const Picture picture = pictureOn(ward);
        QVERIFY(ward.syncUntilQuiet());
        const Mark seen = ward.device(1).state().seen;
        const auto ask = [&](const HubRequest& request) {
            return serve(ward.hub(), ward.number(1), request, {});
        };
        const auto fetched = std::get<FetchAnswer>(ask(Fetch{seen, picture.address, 0}));
        QVERIFY(!fetched.held && fetched.bytes.empty());
        QVERIFY(!std::get<HaveAnswer>(ask(Have{seen, {picture.address}})).held.front());
        QVERIFY(!std::get<SendAnswer>(ask(Send{seen, picture.address, 0, picture.bytes})).held);
        const BlobAddress strange = addressOf("nobody's");
        QVERIFY(!std::get<SendAnswer>(ask(Send{seen, strange, 0, "nobody's"})).held);
        QVERIFY(!ward.hub().blobs().find(strange));
    }

    /// The clean-up rule: every kept backup of the hub has the record and the picture.
    void aDeviceLetsAPictureGoWhenEveryBackupHasIt() {
        FakeWard ward(wardOf({{"A"}}));
        const Picture picture = pictureOn(ward);
        ward.syncCutAfter(0, 4); // all of it but the picture
        ward.hub().begin();
        ward.hub().changeScopes(ward.number(0), {"B"});
        ward.hub().commit();
        // The record is covered, and its picture is still on its way.
        for (int round = 0; round < 3; ++round) {
            ward.backupHub();
            ward.syncCutAfter(0, 3);
        }
        QVERIFY(!ward.hubHas(picture.bytes));
        QVERIFY(holdsPicture(ward, picture) && stateOf(ward, 0, picture).here);
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hubHas(picture.bytes));
        QVERIFY(holdsPicture(ward, picture) && stateOf(ward, 0, picture).here);
        dropBackups(ward);
        ward.backupHub();
        QVERIFY(ward.syncUntilQuiet());
        ward.sync(0);
        QVERIFY(!holdsPicture(ward, picture));
        QVERIFY(ward.device(0).blobs().all().empty());
    }

    void whoOpensAPictureGetsItAndABrokenConnectionIsResumed() {
        FakeWard ward(wardOf({{"A"}, {"A"}}));
        const Picture picture = pictureOn(ward);
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(!stateOf(ward, 1, picture).here);
        QCOMPARE(joined(ward.sync(1).requests), std::string("hello pull"));
        QVERIFY(ward.device(1).wantBlob(picture.address)->wanted);
        ward.syncCutAfter(1, 1);
        ward.crash(1);
        QVERIFY(stateOf(ward, 1, picture).wanted);
        const RoundReport report = ward.sync(1);
        QCOMPARE(joined(report.requests), std::string("hello pull fetch"));
        QCOMPARE(report.progress.blobsFetched, std::int64_t{1});
        QVERIFY(ward.device(1).readBlob(picture.address) == picture.bytes);
        QVERIFY(stateOf(ward, 1, picture).received);
    }

    void aLargePictureIsFetchedInParts() {
        FakeWard ward(wardOf({{"A"}, {"A"}}));
        Picture picture = pictureOn(ward);
        picture.bytes = bytesOf(600'000);
        picture.address = addressOf(picture.bytes);
        ward.writePicture(0, picture.note, picture.bytes);
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.device(1).wantBlob(picture.address));
        ward.syncCutAfter(1, 3); // hello, a page, one part
        QVERIFY(stateOf(ward, 1, picture).stored > 0);
        const RoundReport report = ward.sync(1);
        QCOMPARE(std::count(report.requests.begin(), report.requests.end(), "fetch"), 2);
        QVERIFY(ward.device(1).readBlob(picture.address) == picture.bytes);
    }

    void aPictureThatIsStillWithItsAuthorComesLater() {
        FakeWard ward(wardOf({{"A"}, {"A"}}));
        const Picture picture = pictureOn(ward);
        ward.syncCutAfter(0, 5);
        QVERIFY(ward.sync(1).done());
        QVERIFY(ward.device(1).wantBlob(picture.address));
        QVERIFY(ward.sync(1).done());
        QVERIFY(stateOf(ward, 1, picture).hubLacksIt);
        QVERIFY(!stateOf(ward, 1, picture).here);
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.sync(1).done());
        QVERIFY(stateOf(ward, 1, picture).here);
        QVERIFY(!stateOf(ward, 1, picture).hubLacksIt);
    }

    void whatWasFetchedMakesRoomForMoreWhenABackupHasIt() {
        WardOptions options = wardOf({{"A"}, {"A"}});
        options.replica.fetchedBytes = 1500;
        FakeWard ward(options);
        const Picture first = pictureOn(ward, 0, 'a');
        const Picture second = pictureOn(ward, 0, 'b');
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.device(1).wantBlob(first.address) && ward.device(1).wantBlob(second.address));
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(stateOf(ward, 1, first).here && stateOf(ward, 1, second).here); // no backup has them
        ward.backupHub();
        QVERIFY(ward.sync(1).done());
        const Picture third = pictureOn(ward, 0, 'c');
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.device(1).wantBlob(third.address));
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(!stateOf(ward, 1, first).here && !stateOf(ward, 1, second).here);
        QVERIFY(stateOf(ward, 1, third).here);
        QVERIFY(ward.device(1).wantBlob(first.address));
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(stateOf(ward, 1, first).here);
    }

    /// Fault 13.
    void aPictureToWhichNothingRefersIsSweptAtTheStart() {
        FakeWard ward(wardOf({{"A"}}));
        ward.device(0).blobs().put(addressOf("left behind"), "left behind");
        ward.crash(0);
        QVERIFY(ward.device(0).blobs().all().empty());
        ward.hub().begin();
        ward.hub().blobs().put(addressOf("left behind"), "left behind");
        ward.hub().commit();
        ward.crashHub();
        QVERIFY(ward.hub().blobs().all().empty());
    }
};

QTEST_GUILESS_MAIN(BlobKeepingTest)
#include "blob_keeping_test.moc"
