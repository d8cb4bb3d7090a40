// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/blobs/blob_store.h"

#include "tests/unit/sync/record_builders.h"

#include <QtTest>

#include <algorithm>

using namespace lianxin;
using namespace lianxin::sync;

class BlobStoreTest : public QObject {
    Q_OBJECT

    static constexpr std::int64_t chunkBytes = 64 * 1024;

    platform::Database database_ = platform::Database::openMemory();
    std::optional<BlobStore> store_;

    static std::string bytesOf(std::size_t size) {
        std::string bytes(size, '\0');
        std::uint32_t state = 7;
        for (char& byte : bytes) {
            state = state * 1664525 + 1013904223;
            byte = static_cast<char>(state >> 24);
        }
        return bytes;
    }

    std::int64_t rowsOf(const std::string& table) {
        auto count = database_.prepare("SELECT count(*) FROM " + table);
        count.step();
        return count.integer(0);
    }

    BlobAddress begun(const std::string& bytes) {
        const BlobAddress address = addressOf(bytes);
        store_->begin(address, 1);
        return address;
    }

private slots:
    void init() {
        store_.reset();
        database_ = platform::Database::openMemory();
        store_.emplace(database_);
    }
    void cleanup() { store_.reset(); }

    void anAddressHasOneText() {
        const BlobAddress address = addressOf("picture");
        const std::string text = toText(address);
        QCOMPARE(text.size(), std::size_t{66});
        QVERIFY(blobAddressFrom(text) == address);
        const std::string hash = text.substr(0, 64);
        for (const std::string& bad :
             {hash, hash + ":", hash + ":0", hash + ":07", hash + ":-1", hash + ":+7", hash + ":7 ",
              hash + ":" + std::to_string(largestBlob + 1), hash + ":99999999999999999999",
              "A" + text.substr(1), text.substr(1), std::string(), std::string(65, ':')})
            QVERIFY2(!blobAddressFrom(bad), bad.c_str());
        QVERIFY(blobAddressFrom(hash + ":" + std::to_string(largestBlob)).has_value());
    }

    void bytesComeBackAcrossChunks() {
        for (const std::int64_t size :
             {std::int64_t{1}, chunkBytes - 1, chunkBytes, chunkBytes + 1, 3 * chunkBytes}) {
            const std::string bytes = bytesOf(static_cast<std::size_t>(size));
            const BlobAddress address = begun(bytes);
            QCOMPARE(store_->append(address, 0, bytes), size);
            QVERIFY(store_->isSound(address));
            QVERIFY(store_->read(address, 0, size) == bytes);
            QVERIFY(store_->read(address, size / 2, size) ==
                    bytes.substr(static_cast<std::size_t>(size / 2)));
            QVERIFY(store_->read(address, size, 10).empty());
        }
    }

    /// Fault 25: wherever the connection broke, the rest is all that is needed.
    void aBlobIsResumedAtEveryByte() {
        const std::string bytes = bytesOf(200);
        for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
            const BlobAddress address = begun(bytes);
            QCOMPARE(store_->append(address, 0, bytes.substr(0, cut)), static_cast<std::int64_t>(cut));
            QCOMPARE(store_->isWhole(address), cut == bytes.size());
            QCOMPARE(store_->append(address, static_cast<std::int64_t>(cut), bytes.substr(cut)),
                     std::int64_t{200});
            QVERIFY(store_->isSound(address));
            store_->remove(address);
        }
    }

    void aBlobIsResumedAroundTheEndOfAChunk() {
        const std::string bytes = bytesOf(static_cast<std::size_t>(2 * chunkBytes + 10));
        for (const std::int64_t cut : {chunkBytes - 1, chunkBytes, chunkBytes + 1, 2 * chunkBytes}) {
            const BlobAddress address = begun(bytes);
            QCOMPARE(store_->append(address, 0, bytes.substr(0, static_cast<std::size_t>(cut))), cut);
            QCOMPARE(store_->append(address, cut, bytes.substr(static_cast<std::size_t>(cut))), address.size);
            QVERIFY(store_->read(address, 0, address.size) == bytes);
            store_->remove(address);
        }
    }

    void bytesBeyondAGapAreNotTaken() {
        const BlobAddress address = begun("0123456789");
        QCOMPARE(store_->append(address, 0, "0123"), std::int64_t{4});
        QCOMPARE(store_->append(address, 5, "56789"), std::int64_t{4});
        QCOMPARE(store_->append(address, -1, "x"), std::int64_t{4});
    }

    void aRepeatOfWhatIsThereIsHarmless() {
        const BlobAddress address = begun("0123456789");
        QCOMPARE(store_->append(address, 0, "0123"), std::int64_t{4});
        QCOMPARE(store_->append(address, 0, "0123"), std::int64_t{4});
        QCOMPARE(store_->append(address, 2, "23456"), std::int64_t{7});
        QCOMPARE(store_->append(address, 0, "0123456789"), std::int64_t{10});
        QCOMPARE(store_->append(address, 0, "xxxxxxxxxx"), std::int64_t{10});
        QCOMPARE(store_->read(address, 0, 99), std::string("0123456789"));
    }

    void nothingIsTakenBeyondTheSize() {
        const BlobAddress address = begun("0123456789");
        QCOMPARE(store_->append(address, 0, "0123456789 and more"), std::int64_t{10});
        QCOMPARE(store_->read(address, 0, 99), std::string("0123456789"));
    }

    /// Invariant 13.
    void bytesOfAnotherHashAreThrownAway() {
        const BlobAddress address = begun("0123456789");
        QCOMPARE(store_->append(address, 0, "012345678x"), std::int64_t{0});
        QVERIFY(!store_->isWhole(address));
        QCOMPARE(rowsOf("_blob_chunk"), std::int64_t{0});
        QCOMPARE(store_->append(address, 0, "0123456789"), std::int64_t{10});
    }

    void theSamePictureIsThereOnce() {
        store_->put(addressOf("picture"), "picture");
        store_->put(addressOf("picture"), "picture");
        store_->begin(addressOf("picture"), 2);
        QCOMPARE(rowsOf("_blob"), std::int64_t{1});
        QVERIFY(store_->isSound(addressOf("picture")));
    }

    void whatIsSavedWholeTakesThePlaceOfAPart() {
        const BlobAddress address = begun("0123456789");
        store_->append(address, 0, "0123");
        store_->put(address, "0123456789");
        QVERIFY(store_->isSound(address));
    }

    void bytesOfABlobThatNobodyBeganAreNotTaken() {
        QCOMPARE(store_->append(addressOf("picture"), 0, "picture"), std::int64_t{0});
        QCOMPARE(rowsOf("_blob_chunk"), std::int64_t{0});
    }

    void whatOneBringsAndDoesNotFinishIsCounted() {
        const BlobAddress first = begun("0123456789");
        store_->append(first, 0, "0123");
        const BlobAddress second = begun("abcdefghij");
        store_->append(second, 0, "abc");
        QCOMPARE(store_->unfinishedBytes(1), std::int64_t{7});
        QCOMPARE(store_->unfinishedBytes(2), std::int64_t{0});
        store_->append(second, 3, "defghij");
        QCOMPARE(store_->unfinishedBytes(1), std::int64_t{4});
    }

    void receiptsAreForgottenTogether() {
        const BlobAddress address = addressOf("picture");
        store_->put(address, "picture");
        QCOMPARE(store_->unreceived().size(), std::size_t{1});
        store_->noteReceived(address, 12);
        QVERIFY(store_->unreceived().empty());
        QCOMPARE(store_->find(address)->received, HubSequence{12});
        store_->forgetReceipts();
        QCOMPARE(store_->unreceived().size(), std::size_t{1});
    }

    /// Fault 13.
    void aSweepLeavesWhatIsReferredTo() {
        const BlobAddress kept = addressOf("kept");
        store_->put(kept, "kept");
        store_->put(addressOf("gone"), "gone");
        begun("half");
        store_->sweep([&](const BlobAddress& blob) { return blob == kept; });
        QCOMPARE(rowsOf("_blob"), std::int64_t{1});
        QCOMPARE(rowsOf("_blob_chunk"), std::int64_t{1});
        QVERIFY(store_->isSound(kept));
    }

    void aDamagedChunkIsNoticed() {
        const std::string bytes = bytesOf(100);
        const BlobAddress address = addressOf(bytes);
        store_->put(address, bytes);
        database_.exec("UPDATE _blob_chunk SET bytes=zeroblob(50)");
        QVERIFY(!store_->isSound(address));
        QVERIFY_THROWS_EXCEPTION(platform::StorageError, store_->read(address, 0, 100));
    }
};

QTEST_GUILESS_MAIN(BlobStoreTest)
#include "blob_store_test.moc"
