// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures on their way to the hub and back.
#include "tests/world/fake_ward.h"

#include <QtTest>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

class BlobTest : public QObject {
    Q_OBJECT

    using Requests = std::vector<std::string>;

    static constexpr std::int64_t partBytes = 300;

    static WardOptions wardOf(std::vector<std::vector<Scope>> devices) {
        WardOptions options{.devices = std::move(devices)};
        options.round.blobs.partBytes = partBytes;
        return options;
    }

    static std::string joined(const Requests& requests) {
        std::string all;
        for (const std::string& request : requests)
            all += (all.empty() ? "" : " ") + request;
        return all;
    }

    static std::string bytesOf(std::size_t size, char seed = 'a') {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i)
            bytes += static_cast<char>(static_cast<unsigned char>(seed) + i % 61 + i / 61);
        return bytes;
    }

    /// Device 0 has saved a picture of a note that everybody knows.
    struct Picture {
        Uuid note;
        Uuid id;
        std::string bytes;
        BlobAddress address;
    };
    static Picture pictureOn(FakeWard& ward, std::size_t device = 0, char seed = 'a') {
        Picture picture;
        picture.note = ward.writeNote(device, "A", "words");
        ward.syncUntilQuiet();
        picture.bytes = bytesOf(1000, seed);
        picture.id = ward.writePicture(device, picture.note, picture.bytes);
        picture.address = addressOf(picture.bytes);
        return picture;
    }

    static BlobState stateOf(FakeWard& ward, std::size_t device, const Picture& picture) {
        return ward.device(device).blobState(picture.address);
    }

    static bool holdsPicture(FakeWard& ward, std::size_t device, const Picture& picture) {
        return ward.device(device)
            .tables()
            .of(*wardSchema().find(pictureType))
            .contains(picture.id);
    }

private slots:
    void aPictureFollowsItsWords() {
        FakeWard ward(wardOf({{"A"}}));
        const Picture picture = pictureOn(ward);
        QCOMPARE(ward.device(0).ledger().blobs, std::int64_t{1});
        const RoundReport report = ward.sync(0);
        QVERIFY(report.done());
        QCOMPARE(joined(report.requests), std::string("hello push have pull send send send send"));
        QCOMPARE(report.blobBytes, std::int64_t{1000});
        QCOMPARE(report.progress.blobsSent, std::int64_t{1});
        QVERIFY(ward.hubHas(picture.bytes));
        QVERIFY(stateOf(ward, 0, picture).received);
        QCOMPARE(ward.device(0).ledger().blobs, std::int64_t{0});
        QCOMPARE(joined(ward.sync(0).requests), std::string("hello pull"));
    }

    void aRecordAndItsPictureAreSavedTogetherOrNotAtAll() {
        FakeWard ward(wardOf({{"A"}}));
        const Uuid note = ward.writeNote(0, "A", "words");
        const std::string bytes = bytesOf(100);
        Record picture = pictureDraft(wardSchema(), note, addressOf(bytes));
        const auto alone = ward.device(0).create(picture);
        QVERIFY(!alone);
        QVERIFY(alone.error().fault == SaveFault::Content && alone.error().problem.fault == EditFault::BlobMissing);
        setShown(picture, "image", std::string("no address"));
        QVERIFY(!ward.device(0).create(picture));
        // Two records of one id: nothing is kept of either.
        Record twice = pictureDraft(wardSchema(), note, addressOf(bytes));
        twice.id = note;
        Record same = noteDraft(wardSchema(), "A", "again");
        same.id = note;
        const std::vector<std::string> blobs{bytes};
        QVERIFY(!ward.device(0).createAll({twice, same}, blobs));
        QVERIFY(ward.device(0).blobs().all().empty());
    }

    void onlyANewBlobMustBeHereForAChange() {
        FakeWard ward(wardOf({{"A"}, {"A"}}));
        const Picture picture = pictureOn(ward);
        const RecordType& type = *wardSchema().find(pictureType);
        const Record without = [&] {
            Record draft = pictureDraft(wardSchema(), picture.note, picture.address);
            setShown(draft, "image", {});
            return draft;
        }();
        const Uuid empty = ward.write(0, without);
        const auto name = [&](const BlobAddress& blob) {
            return ward.device(0).edit(type, empty, {{"image", toText(blob), std::nullopt}});
        };
        const auto refused = name(addressOf("not here"));
        QVERIFY(!refused && refused.error().problem.fault == EditFault::BlobMissing);
        QVERIFY(name(picture.address));
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(!ward.device(1).blobState(picture.address).here);
        QVERIFY(ward.device(1).edit(type, picture.id, {})); // says nothing of the blob, which is elsewhere
    }

    /// Fault 25: wherever the connection breaks, no byte that arrived is sent again.
    void aConnectionThatBreaksIsResumedAtTheByte() {
        for (const Fate fate : {Fate::LoseRequest, Fate::LoseAnswer})
            for (std::size_t cut = 0; cut < 8; ++cut) {
                FakeWard ward(wardOf({{"A"}}));
                const Picture picture = pictureOn(ward);
                std::vector<Fate> script(cut, Fate::Deliver);
                script.push_back(fate);
                std::int64_t sent = ward.sync(0, script).blobBytes;
                const bool isPartLost = fate == Fate::LoseRequest && cut >= 4;
                sent += ward.sync(0).blobBytes;
                QVERIFY(ward.hubHas(picture.bytes));
                QVERIFY(stateOf(ward, 0, picture).received);
                QVERIFY(isPartLost ? sent > 1000 && sent <= 1000 + partBytes : sent == 1000);
            }
    }

    void messagesThatComeTwiceOrInAnotherOrderDoNoHarm() {
        for (const Fate fate : {Fate::Twice, Fate::AnswerTwice, Fate::Overtaken}) {
            FakeWard ward(wardOf({{"A"}}));
            const Picture picture = pictureOn(ward);
            ward.sync(0, std::vector<Fate>(8, fate));
            QVERIFY(ward.sync(0).done());
            QVERIFY(ward.hubHas(picture.bytes));
        }
    }

    void programsThatDieInTheMiddleGoOnWhereTheyWere() {
        FakeWard ward(wardOf({{"A"}}));
        const Picture picture = pictureOn(ward);
        QCOMPARE(ward.syncCutAfter(0, 6).blobBytes, 3 * partBytes);
        ward.crash(0);
        ward.crashHub();
        QVERIFY(ward.sync(0).blobBytes <= 1000 - 2 * partBytes);
        QVERIFY(ward.hubHas(picture.bytes));
    }

    void theSamePictureOfTwoDevicesIsSentOnce() {
        FakeWard ward(wardOf({{"A"}, {"A"}}));
        const Picture picture = pictureOn(ward, 0);
        ward.writePicture(1, picture.note, picture.bytes);
        std::int64_t sent = ward.sync(0).blobBytes;
        sent += ward.sync(1).blobBytes;
        QCOMPARE(sent, std::int64_t{1000});
        QVERIFY(stateOf(ward, 0, picture).received && stateOf(ward, 1, picture).received);
        QCOMPARE(ward.hub().blobs().all().size(), std::size_t{1});
    }

    void whatIsSavedMeanwhileGoesBeforeTheNextPart() {
        FakeWard ward(wardOf({{"A"}}));
        pictureOn(ward);
        RoundOptions options;
        options.blobs.partBytes = partBytes;
        options.wait = 25s;
        Round round(ward.device(0), options);
        Requests order;
        for (int step = 0; step < 8; ++step) {
            while (round.work()) {
            }
            if (step == 5)
                ward.writeNote(0, "A", "urgent");
            const auto request = round.next();
            QVERIFY(request.has_value());
            order.emplace_back(nameOf(request->message));
            round.answered(request->ticket, serve(ward.hub(), ward.number(0), request->message, {}));
        }
        QCOMPARE(joined(order), std::string("hello push have pull send push send send"));
    }

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

    void bytesThatAreNotThePictureAreThrownAwayAtTheHub() {
        FakeWard ward(wardOf({{"A"}}));
        const Picture picture = pictureOn(ward);
        QVERIFY(!ward.syncCutAfter(0, 4).done());
        const auto answer = serve(ward.hub(), ward.number(0),
                                  Send{ward.device(0).state().seen, picture.address, 0, std::string(1000, 'x')}, {});
        QCOMPARE(std::get<SendAnswer>(answer).held, HeldBytes(0));
        QVERIFY(!stateOf(ward, 0, picture).received);
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.hubHas(picture.bytes));
    }

    void whatADeviceLeavesUnfinishedIsBounded() {
        FakeWard ward(wardOf({{"A"}}));
        const Uuid note = ward.writeNote(0, "A", "words");
        const auto size = static_cast<std::size_t>(largestBlob);
        const std::size_t fit = static_cast<std::size_t>(mostUnfinishedBytes) / size;
        std::vector<std::string> pictures;
        for (std::size_t i = 0; i <= fit; ++i) {
            pictures.emplace_back(size, static_cast<char>('a' + i));
            ward.writePicture(0, note, pictures.back());
        }
        ward.syncCutAfter(0, 4); // the words alone
        const auto send = [&](std::size_t i, std::size_t from, std::size_t count) {
            const Send part{ward.device(0).state().seen, addressOf(pictures[i]), static_cast<std::int64_t>(from),
                            pictures[i].substr(from, count)};
            return std::get<SendAnswer>(serve(ward.hub(), ward.number(0), part, {})).held;
        };
        for (std::size_t i = 0; i < fit; ++i)
            QCOMPARE(send(i, 0, size - 1), HeldBytes(largestBlob - 1));
        QCOMPARE(send(fit, 0, size - 1), HeldBytes(0));
        QCOMPARE(send(0, size - 1, 1), HeldBytes(largestBlob)); // what it finishes makes room
        QCOMPARE(send(fit, 0, size - 1), HeldBytes(largestBlob - 1));
    }

    void thePictureOfARefusedRecordWaitsWithIt() {
        FakeWard ward(wardOf({{"A"}}));
        const Picture picture = pictureOn(ward);
        Record liar = pictureDraft(wardSchema(), picture.note, addressOf("small"));
        const std::vector<std::string> blobs{"small"};
        QVERIFY(ward.device(0).createAll({liar}, blobs));
        ward.rules().refusedType = pictureType;
        const RoundReport report = ward.sync(0);
        QCOMPARE(report.blobBytes, std::int64_t{0});
        QCOMPARE(ward.device(0).ledger().blobs, std::int64_t{2});
        ward.rules().refusedType.clear();
        ward.device(0).retryParked();
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hubHas(picture.bytes) && ward.hubHas("small"));
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
        QVERIFY(holdsPicture(ward, 0, picture) && stateOf(ward, 0, picture).here);
        QVERIFY(ward.syncUntilQuiet());
        QVERIFY(ward.hubHas(picture.bytes));
        QVERIFY(holdsPicture(ward, 0, picture) && stateOf(ward, 0, picture).here);
        dropBackups(ward);
        ward.backupHub();
        QVERIFY(ward.syncUntilQuiet());
        ward.sync(0);
        QVERIFY(!holdsPicture(ward, 0, picture));
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

    static void dropBackups(FakeWard& ward) {
        ward.hub().begin();
        for (const Backup& backup : std::vector<Backup>(ward.hub().backups().kept()))
            ward.hub().backups().forget(backup.number);
        ward.hub().commit();
    }
};

QTEST_GUILESS_MAIN(BlobTest)
#include "blob_test.moc"
