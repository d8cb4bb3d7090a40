// SPDX-License-Identifier: GPL-3.0-or-later
// A device's file comes back from its medium with other bytes than were written.
#include "platform/sqlite/page_checksum.h"
#include "sync/replica/open_store.h"
#include "tests/world/fake_ward.h"

#include <QtTest>

#include <fstream>
#include <iterator>

using namespace lianxin::world;
using namespace lianxin::sync;
namespace fs = std::filesystem;
namespace platform = lianxin::platform;

class DamagedStoreTest : public QObject {
    Q_OBJECT

    static constexpr std::size_t unsentNotes = 60;
    static constexpr std::size_t pageBytes = 4096;

    platform::TemporaryFolder folder_;
    int files_ = 0;
    std::unique_ptr<FakeWard> ward_;
    std::vector<Uuid> unsent_;
    std::string picture_; ///< of which the hub has nothing
    Uuid poison_;
    std::string bytes_; ///< of device 0, all in one file

    /// A device with what it pulled, what it sent, what waits and what was refused.
    void makeWard() {
        ward_ = std::make_unique<FakeWard>(WardOptions{.devices = {{"A", "B"}, {"A", "B"}}});
        const std::string filling(300, 'x');
        writeMany(1, 40, "theirs " + filling);
        const Uuid shared = ward_->writeNote(0, "A", "shared");
        poison_ = ward_->writeNote(0, "A", "poison");
        QVERIFY(ward_->syncUntilQuiet());
        QVERIFY(ward_->edit(1, shared, "phone", "theirs"));
        QVERIFY(ward_->edit(0, shared, "phone", "ours"));
        unsent_ = writeMany(0, unsentNotes, "unsent " + filling);
        picture_ = std::string(30'000, 'p');
        ward_->writePicture(0, unsent_.front(), picture_);
        bytes_ = asFile(ward_->device(0).database());
        QCOMPARE(int{bytes_[20]}, platform::reservedBytes);
    }

    /// As a device of its own would have written it: with checksums, and a page that nothing uses.
    std::string asFile(platform::Database& database) {
        const fs::path path = folder_.path() / (std::to_string(++files_) + ".db");
        int reserved = platform::reservedBytes;
        sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
        database.exec("VACUUM INTO '" + path.string() + "'");
        {
            auto writer = platform::Database::openWriter(path, platform::OpenMode::MustExist);
            writer.exec("CREATE TABLE gone(x BLOB)STRICT;INSERT INTO gone VALUES(zeroblob(9000));"
                        "DROP TABLE gone");
        }
        return read(path);
    }

    std::vector<Uuid> writeMany(std::size_t device, std::size_t count, const std::string& title) {
        const std::vector<Record> drafts(count, noteDraft(wardSchema(), "A", title));
        std::vector<Uuid> ids;
        const auto all = ward_->device(device).createAll(drafts);
        for (const Saved& saved : *all)
            ids.push_back(saved.id);
        return ids;
    }

    static std::string read(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    }

    fs::path write(const std::string& bytes) {
        const fs::path path = folder_.path() / std::to_string(++files_) / "device.db";
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return path;
    }

    OpenedStore open(const fs::path& path) {
        static platform::SeededRandom random(1);
        return openStore(path, wardSchema(), ward_->clock(0), random);
    }

    std::size_t arrived() {
        return static_cast<std::size_t>(std::count_if(unsent_.begin(), unsent_.end(), [this](const Uuid& id) {
            return ward_->hubNote(id).has_value();
        }));
    }

    /// What must be true whatever was damaged. How many of the unsent notes came to the hub after all.
    std::size_t requireRebuilt(const std::string& damaged) {
        makeWard();
        const fs::path path = write(damaged);
        OpenedStore opened = open(path);
        if (!opened.salvage)
            return 0;
        [&] {
            QCOMPARE(read(opened.salvage->setAside), damaged);
            QVERIFY(opened.salvage->setAside.filename().string().starts_with("device.db.damaged-"));
            QCOMPARE(salvagesOf(opened.database).size(), std::size_t{1});
            QVERIFY(!opened.salvage->damage.empty());
            QVERIFY(opened.database.quickCheck().empty());
            ward_->putBack(0, std::make_unique<platform::Database>(std::move(opened.database)));
            ward_->rules().refusedTitle = "no title";
            ward_->device(0).retryParked();
            QVERIFY(ward_->syncUntilQuiet());
            const std::string differences = ward_->differences();
            QVERIFY2(differences.empty(), differences.c_str());
            QCOMPARE(ward_->device(0).ledger().waiting, std::int64_t{0});
            if (!opened.salvage->mayLack) {
                QCOMPARE(arrived(), unsent_.size());
                QVERIFY(ward_->hubHas(picture_));
                QVERIFY(ward_->hubNote(poison_));
            }
            QVERIFY(static_cast<std::int64_t>(arrived()) <= opened.salvage->unsent);
        }();
        return arrived();
    }

private slots:
    void init() { makeWard(); }

    void aSoundStoreIsOpenedAsItIs() {
        OpenedStore opened = open(write(bytes_));
        QVERIFY(!opened.salvage);
        QCOMPARE(salvagesOf(opened.database).size(), std::size_t{0});
    }

    void aMissingFileIsNeverMade() {
        const fs::path path = folder_.path() / "late disk.db";
        QVERIFY_THROWS_EXCEPTION(platform::StorageError, open(path));
        QVERIFY(!fs::exists(path));
    }

    void anEmptyFileIsSetAsideAndEverythingPulledAgain() {
        QCOMPARE(requireRebuilt(""), std::size_t{0});
        QVERIFY(!fs::is_empty(folder_.path() / std::to_string(files_) / "device.db"));
    }

    void aTruncatedFileIsNoticedAndWhatIsLeftIsSalvaged() {
        const std::string whole = bytes_;
        std::size_t salvaged = 0;
        constexpr std::size_t parts = 8;
        for (std::size_t part = 1; part < parts; ++part) {
            const std::size_t size = whole.size() * part / parts;
            QVERIFY(open(write(whole.substr(0, size))).salvage);
            salvaged += requireRebuilt(whole.substr(0, size));
        }
        QVERIFY2(salvaged > 0, "nothing of any truncated file was salvaged");
    }

    /// The first byte of a page says what it is.
    void aFlippedPageIsNoticedAndTheOthersAreSalvaged() {
        const std::string whole = bytes_;
        std::size_t salvaged = 0;
        std::size_t expected = 0;
        for (std::size_t page = 0; page < whole.size() / pageBytes; ++page) {
            std::string damaged = whole;
            // Before the first page's own comes the file's head.
            damaged[page * pageBytes + (page == 0 ? 100 : 0)] ^= 0x55;
            QVERIFY2(open(write(damaged)).salvage, qPrintable(QString::number(page)));
            salvaged += requireRebuilt(damaged);
            expected += unsent_.size();
        }
        qInfo("%zu of %zu unsent records salvaged over all damaged pages", salvaged, expected);
        QVERIFY(salvaged * 10 > expected * 7);
    }

    /// To SQLite a file with another letter in a value is sound, and so are bytes that nothing uses.
    void aFlippedBitIsNoticedWhereverItIs() {
        for (std::size_t page = 0; page < bytes_.size() / pageBytes; ++page)
            for (const std::size_t at : {110U, 2000U, 4070U, 4085U, 4095U}) {
                std::string damaged = bytes_;
                damaged[page * pageBytes + at] ^= 0x02;
                QVERIFY2(open(write(damaged)).salvage,
                         qPrintable(QStringLiteral("page %1 byte %2").arg(page + 1).arg(at)));
            }
    }

    /// What was written here goes on with the wrong letter in it rather than not at all, and it is said.
    void aFlippedLetterOfSomethingUnsentIsSaidAndGoesOn() {
        std::string damaged = bytes_;
        const std::size_t at = damaged.find("unsent xxx");
        QVERIFY(at != std::string::npos);
        damaged[at + 8] = 'y';
        const fs::path path = write(damaged);
        QVERIFY(open(path).salvage->mayLack);
        QCOMPARE(requireRebuilt(damaged), unsent_.size());
    }

    void aDamagedHeadCostsNothing() {
        for (const std::size_t at : {0U, 5U, 16U, 18U, 21U}) {
            std::string damaged = bytes_;
            damaged[at] ^= 0x7f;
            QCOMPARE(requireRebuilt(damaged), unsent_.size());
        }
    }

    void flippedBitsAnywhereDoNoHarm() {
        platform::SeededRandom random(20);
        for (int i = 0; i < 60; ++i) {
            std::string damaged = bytes_;
            for (std::uint64_t flips = 1 + random.below(8); flips > 0; --flips)
                damaged[random.below(damaged.size())] ^= static_cast<char>(1U << random.below(8));
            requireRebuilt(damaged);
        }
    }

    /// SQLite takes a wrong checksum for the log's end, and would open the store without what came after.
    void aFlippedBitInTheWriteAheadLogLosesNothingBehindIt() {
        platform::SystemRandom random;
        const fs::path live = write(bytes_);
        Replica device(open(live).database, wardSchema(), ward_->clock(0), random);
        for (int i = 0; i < 20; ++i)
            QVERIFY(device.create(noteDraft(wardSchema(), "A", "later")));
        const std::string log = read(live.string() + "-wal");
        const std::int64_t unsent = device.ledger().waiting + device.ledger().parked;
        constexpr std::size_t frameBytes = 24 + pageBytes;
        const std::size_t frames = (log.size() - 32) / frameBytes;
        QVERIFY(frames > 20);
        const auto reopened = [&](const std::string& otherLog) {
            const fs::path path = write(read(live));
            std::ofstream(path.string() + "-wal", std::ios::binary)
                .write(otherLog.data(), static_cast<std::streamsize>(otherLog.size()));
            return open(path);
        };
        QVERIFY(!reopened(log).salvage);
        QVERIFY(!reopened(log.substr(0, log.size() - frameBytes / 2)).salvage); // what a power cut leaves
        std::int64_t least = unsent;
        for (const std::size_t at : {std::size_t{0}, std::size_t{18}, 32 + 10 + frameBytes * 3,
                                     32 + 500 + frameBytes * 5, 32 + 3000 + frameBytes * (frames / 2)}) {
            std::string damaged = log;
            damaged[at] ^= 0x10;
            const OpenedStore opened = reopened(damaged);
            QVERIFY2(opened.salvage, qPrintable(QString::number(at)));
            least = std::min(least, opened.salvage->unsent);
        }
        QVERIFY2(least + 3 >= unsent, qPrintable(QString::number(least)));
    }

    /// The parts of a store at three moments, in every combination that somebody could put back.
    void aHalfRestoredPairIsNoticed() {
        platform::SystemRandom random;
        const fs::path live = write(bytes_);
        std::array<std::string, 3> files;
        std::array<std::string, 3> logs;
        {
            Replica device(open(live).database, wardSchema(), ward_->clock(0), random);
            for (std::size_t moment = 0; moment < files.size(); ++moment) {
                for (int i = 0; i < 20; ++i)
                    QVERIFY(device.create(noteDraft(wardSchema(), "A", "later")));
                files[moment] = read(live);
                logs[moment] = read(live.string() + "-wal");
                device.database().checkpoint(platform::CheckpointMode::Restart);
            }
        }
        const auto pair = [this](const std::string& file, const std::string& log) {
            const fs::path path = write(file);
            std::ofstream(path.string() + "-wal", std::ios::binary)
                .write(log.data(), static_cast<std::streamsize>(log.size()));
            return path;
        };
        const auto sequenceIn = [&](OpenedStore opened) {
            return Replica(std::move(opened.database), wardSchema(), ward_->clock(0), random).lastSequence();
        };
        const auto newest = sequenceIn(open(pair(files[2], logs[2])));
        QVERIFY(open(pair(files[0], logs[2])).salvage);
        QVERIFY(open(pair(files[0], logs[1])).salvage);
        QVERIFY(open(pair(files[2], logs[0])).salvage);
        QVERIFY(open(pair(bytes_, logs[2])).salvage);
        // Of the log before, all is in the file; half of it would take pages back in time.
        OpenedStore after = open(pair(files[2], logs[1].substr(0, logs[1].size() / 3)));
        QVERIFY(!after.salvage);
        QVERIFY(after.database.quickCheck().empty());
        QCOMPARE(sequenceIn(std::move(after)), newest - 20);
    }

    void aLogThatWasTakenAwayIsNoticedAndOneThatEndedIsNot() {
        platform::SystemRandom random;
        const fs::path live = write(bytes_);
        std::string whileOpen;
        {
            Replica device(open(live).database, wardSchema(), ward_->clock(0), random);
            QVERIFY(device.create(noteDraft(wardSchema(), "A", "later")));
            whileOpen = read(live);
        }
        QVERIFY(!fs::exists(live.string() + "-wal"));
        QVERIFY(!open(live).salvage);
        const OpenedStore opened = open(write(whileOpen));
        QVERIFY(opened.salvage && opened.salvage->mayLack);
        QCOMPARE(opened.salvage->damage, std::string("its write-ahead log is missing"));
        const fs::path emptied = write(whileOpen);
        std::ofstream(emptied.string() + "-wal"); // as a reader makes it where there is none
        QVERIFY(open(emptied).salvage);
        QVERIFY(opened.salvage->unsent >= static_cast<std::int64_t>(unsentNotes)); // what the file had before
    }

    void aSalvageThatIsCutOffIsFinishedAtTheNextStart() {
        std::string damaged = bytes_;
        damaged[5 * pageBytes] ^= 0x55;
        const fs::path path = write(damaged);
        const fs::path aside = open(path).salvage->setAside;
        // As the power leaves it between the two names: the old file is aside, the new one not yet in place.
        fs::rename(path, path.string() + ".salvaged");
        OpenedStore opened = open(path);
        QVERIFY(opened.salvage);
        QCOMPARE(opened.salvage->setAside, aside);
        QCOMPARE(read(aside), damaged);
        QVERIFY(!open(write(bytes_)).salvage);
    }

    /// The parent was pulled, so it stays behind; and the device may see it no more.
    void anEventIsJudgedByWhatWasSeenWhenItWasWrittenThoughItWasSalvagedWithoutItsParent() {
        const Uuid note = ward_->writeNote(1, "A", "theirs");
        QVERIFY(ward_->syncUntilQuiet());
        const Uuid step = ward_->writeStep(0, note, "close", "");
        std::string damaged = asFile(ward_->device(0).database());
        damaged[16] ^= 0x7f;
        OpenedStore opened = open(write(damaged));
        QVERIFY(opened.salvage && !opened.salvage->mayLack);
        ward_->putBack(0, std::make_unique<platform::Database>(std::move(opened.database)));
        ward_->hub().begin();
        ward_->hub().changeScopes(ward_->number(0), {});
        ward_->hub().commit();
        QVERIFY(ward_->syncUntilQuiet());
        QVERIFY(ward_->step(1, step));
    }

    void whatIsWrittenAfterASalvageTakesNoDotAgain() {
        std::string damaged = bytes_;
        damaged[5 * pageBytes] ^= 0x55;
        OpenedStore opened = open(write(damaged));
        std::set<std::string> dots;
        const auto note = [&dots](Replica& replica) {
            replica.visit(*wardSchema().find(noteType),
                          [&dots](const Record& record) { dots.insert(dotToText(record.cover.dot)); });
        };
        note(ward_->device(0));
        note(ward_->device(1));
        ward_->putBack(0, std::make_unique<platform::Database>(std::move(opened.database)));
        const auto saved = ward_->device(0).create(noteDraft(wardSchema(), "A", "afterwards"));
        QVERIFY(saved);
        QVERIFY(!dots.contains(dotToText(ward_->note(0, saved->id)->cover.dot)));
        ward_->rules().refusedTitle = "no title";
        ward_->device(0).retryParked();
        QVERIFY(ward_->syncUntilQuiet());
        QCOMPARE(ward_->differences(), std::string());
    }
};

QTEST_GUILESS_MAIN(DamagedStoreTest)
#include "damaged_store_test.moc"
