// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures on their way to the hub.
#include "tests/world/pictures.h"

#include <QtTest>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

class BlobTest : public QObject {
    Q_OBJECT

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

    void aPictureThatTheHubHasAlreadyCountsAsSent() {
        FakeWard ward(wardOf({{"A"}, {"A"}}));
        const std::string bytes = bytesOf(100);
        for (std::size_t device = 0; device < 2; ++device) {
            ward.writePicture(device, ward.writeNote(device, "A", "words"), bytes);
            const RoundReport report = ward.sync(device);
            QVERIFY(report.done());
            QCOMPARE(report.blobBytes, std::int64_t{device == 0 ? 100 : 0});
            QCOMPARE(report.progress.blobsSent, std::int64_t{1});
            QCOMPARE(ward.device(device).ledger().blobs, std::int64_t{0});
        }
    }

    void aRecordAndItsPictureAreSavedTogetherOrNotAtAll() {
        FakeWard ward(wardOf({{"A"}}));
        const Uuid note = ward.writeNote(0, "A", "words");
        const std::string bytes = bytesOf(100);
        Record picture = pictureDraft(wardSchema(), note, addressOf(bytes));
        const auto alone = ward.device(0).create(picture);
        QVERIFY(!alone);
        QVERIFY(alone.error().fault == SaveFault::Content &&
                alone.error().problem.fault == EditFault::BlobMissing);
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

    void bytesThatAreNotThePictureAreThrownAwayAtTheHub() {
        FakeWard ward(wardOf({{"A"}}));
        const Picture picture = pictureOn(ward);
        QVERIFY(!ward.syncCutAfter(0, 4).done());
        const auto answer =
            serve(ward.hub(), ward.number(0),
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
            const Send part{ward.device(0).state().seen, addressOf(pictures[i]),
                            static_cast<std::int64_t>(from), pictures[i].substr(from, count)};
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
};

QTEST_GUILESS_MAIN(BlobTest)
#include "blob_test.moc"
