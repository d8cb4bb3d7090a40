// SPDX-License-Identifier: GPL-3.0-or-later
// Real files with real bytes changed in them.
#include "platform/files/temporary_folder.h"
#include "platform/sqlite/checked_vfs.h"
#include "platform/sqlite/page_checksum.h"
#include "platform/sqlite/transaction.h"
#include "platform/sqlite/wal_file.h"

#include <QtTest>

#include <fstream>
#include <functional>

using namespace lianxin::platform;
namespace fs = std::filesystem;

class CheckedVfsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<TemporaryFolder> folder_;
    fs::path file() const { return folder_->path() / "store.db"; }
    fs::path copy() const { return folder_->path() / "copy.db"; }

    static std::string read(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }
    static void write(const fs::path& path, const std::string& bytes) {
        std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }

    static void insert(Database& database, int rows, std::size_t bytes = 100) {
        database.exec("CREATE TABLE IF NOT EXISTS item(id INTEGER PRIMARY KEY, text TEXT) STRICT");
        Transaction transaction(database);
        Statement statement = database.prepare("INSERT INTO item(text) VALUES(?)");
        const std::string text(bytes, 'x');
        statement.bindText(1, text);
        for (int i = 0; i < rows; ++i)
            statement.run();
        transaction.commit();
    }

    static std::int64_t numberOf(Database& database, std::string_view sql) {
        Statement statement = database.prepare(sql);
        return statement.step() ? statement.integer(0) : -1;
    }

    /// The file and its log as a program that is killed leaves them.
    void copyAsAfterAKill() const {
        fs::copy_file(file(), copy(), fs::copy_options::overwrite_existing);
        fs::copy_file(file().string() + "-wal", copy().string() + "-wal",
                      fs::copy_options::overwrite_existing);
    }

    /// A store of small rows, long ones and pages that nothing uses.
    std::string makeStore() const {
        {
            Database writer = Database::openWriter(file(), OpenMode::Create);
            insert(writer, 200);
            insert(writer, 2, 20'000);
            writer.exec("CREATE TABLE gone(x BLOB) STRICT; INSERT INTO gone VALUES(zeroblob(40000))");
            writer.exec("DROP TABLE gone");
            if (numberOf(writer, "PRAGMA freelist_count") < 5)
                return {};
        }
        return read(file());
    }

    static std::optional<StorageFault> faultOf(const std::function<void()>& action) {
        try {
            action();
        } catch (const StorageError& error) {
            return error.fault();
        }
        return std::nullopt;
    }

    static bool isDamaged(const fs::path& path) {
        bool found = false;
        const auto fault = faultOf([&] { found = !Database::openReader(path).quickCheck().empty(); });
        return found || fault == StorageFault::Corrupt;
    }

private slots:
    void init() { folder_ = std::make_unique<TemporaryFolder>(); }
    void cleanup() { folder_.reset(); }

    void everyPageOfANewFileCarriesItsChecksum() {
        const std::string bytes = makeStore();
        QVERIFY(bytes.size() > 20 * std::size_t{pageBytes});
        const auto* pages = reinterpret_cast<const unsigned char*>(bytes.data());
        for (std::size_t page = 0; page < bytes.size() / pageBytes; ++page)
            QVERIFY2(isAsWritten(pages + page * pageBytes, static_cast<std::uint32_t>(page + 1)),
                     qPrintable(QString::number(page + 1)));
    }

    void aFlippedBitIsFoundWhereverItIs() {
        const std::string sound = makeStore();
        constexpr std::array<std::size_t, 9> places{0, 3, 9, 102, 1500, 4075, 4084, 4088, pageBytes - 1};
        for (std::size_t page = 0; page < sound.size() / pageBytes; ++page)
            for (const std::size_t place : places) {
                // SQLite itself refuses a file that does not begin with its name.
                if (page == 0 && place < 16)
                    continue;
                std::string bytes = sound;
                bytes[page * pageBytes + place] ^= 0x04;
                write(copy(), bytes);
                QVERIFY2(isDamaged(copy()), qPrintable(QStringLiteral("%1 %2").arg(page).arg(place)));
            }
        write(copy(), sound);
        QVERIFY(!isDamaged(copy()));
    }

    /// A value with another letter in it is a sound file to SQLite.
    void aRowWithAFlippedBitIsDamageToWhoeverReadsIt() {
        std::string bytes = makeStore();
        const std::size_t at = bytes.find("xxxx", 2 * std::size_t{pageBytes});
        bytes[at] = 'y';
        write(copy(), bytes);
        Database reader = Database::openReader(copy());
        QVERIFY(faultOf([&] { numberOf(reader, "SELECT sum(length(text)) FROM item"); }) ==
                StorageFault::Corrupt);
        Database rescuer =
            Database::openWriter(copy(), OpenMode::MustExist, {.vfs = {}, .readsDamagedPages = true});
        QCOMPARE(numberOf(rescuer, "SELECT count(*) FROM item"), 202);
        QCOMPARE(numberOf(rescuer, "SELECT count(*) FROM item WHERE text LIKE '%y%'"), 1);
        QCOMPARE(rescuer.damagedPagesRead(), 1);
    }

    /// What outgrows the cache is written to the log before its commit, and again where it stands.
    void aTransactionThatOutgrowsTheCacheIsReadBackWhole() {
        Database writer = Database::openWriter(file(), OpenMode::Create);
        writer.exec("PRAGMA cache_size = 10");
        {
            Transaction transaction(writer);
            writer.exec("CREATE TABLE item(id INTEGER PRIMARY KEY, text TEXT) STRICT");
            writer.exec("WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i+1 FROM n WHERE i<3000)"
                        "INSERT INTO item SELECT (i*7919)%100003,hex(zeroblob(100)) FROM n");
            writer.exec("UPDATE item SET text=text||id");
            transaction.commit();
        }
        insert(writer, 10); // goes on from the frames that were written twice
        copyAsAfterAKill();
        QVERIFY(!isDamagedInside(copy().string() + "-wal"));
        Database reader = Database::openReader(copy());
        QCOMPARE(numberOf(reader, "SELECT count(*) FROM item"), 3010);
        QVERIFY(reader.quickCheck().empty());
        writer.checkpoint(CheckpointMode::Truncate);
        QVERIFY(writer.quickCheck().empty());
    }

    void whatIsRolledBackLeavesNothingBehind() {
        Database writer = Database::openWriter(file(), OpenMode::Create);
        insert(writer, 500);
        {
            const Transaction undone(writer);
            writer.exec("PRAGMA cache_size = 10; UPDATE item SET text='other'");
        }
        insert(writer, 5);
        copyAsAfterAKill();
        QVERIFY(!isDamagedInside(copy().string() + "-wal"));
        Database reader = Database::openReader(copy());
        QCOMPARE(numberOf(reader, "SELECT count(*) FROM item WHERE text<>'other'"), 505);
        QVERIFY(reader.quickCheck().empty());
    }

    /// A promise of the design: any tool reads the file, and may move the log of a program that was killed.
    void plainSqliteReadsTheFileAndLeavesItSound() {
        {
            Database writer = Database::openWriter(file(), OpenMode::Create);
            insert(writer, 100);
            copyAsAfterAKill();
        }
        {
            sqlite3* plain = nullptr;
            QCOMPARE(sqlite3_open(copy().c_str(), &plain), SQLITE_OK);
            {
                StatementCache statements(plain);
                Statement count(&statements, "SELECT count(*) FROM item");
                QVERIFY(count.step());
                QCOMPARE(count.integer(0), 100);
            }
            QCOMPARE(sqlite3_close(plain), SQLITE_OK); // the last one moves the log into the file
        }
        QVERIFY(!fs::exists(copy().string() + "-wal"));
        Database reader = Database::openReader(copy());
        QVERIFY(hasChecksums(reader.handle()));
        QVERIFY(reader.quickCheck().empty());
        QCOMPARE(numberOf(reader, "SELECT count(*) FROM item"), 100);
    }

    void aFileOfBeforeIsServedAsItIs() {
        {
            sqlite3* plain = nullptr;
            QCOMPARE(sqlite3_open(file().c_str(), &plain), SQLITE_OK);
            sqlite3_exec(plain, "CREATE TABLE item(id INTEGER PRIMARY KEY, text TEXT) STRICT", nullptr,
                         nullptr, nullptr);
            sqlite3_close(plain);
        }
        Database writer = Database::openWriter(file(), OpenMode::MustExist);
        insert(writer, 300);
        QVERIFY(!hasChecksums(writer.handle()));
        QVERIFY(writer.quickCheck().empty());
        writer.backupTo(copy());
        QVERIFY(Database::openReader(copy()).quickCheck().empty());
    }

    void aBackupCarriesChecksumsAndADamagedFileMakesNone() {
        std::string bytes = makeStore();
        Database::openReader(file()).backupTo(copy());
        {
            Database backup = Database::openReader(copy());
            QVERIFY(hasChecksums(backup.handle()));
            QVERIFY(backup.quickCheck().empty());
        }
        bytes[bytes.size() - pageBytes / 2] ^= 0x01; // a page that nothing uses
        write(file(), bytes);
        QVERIFY(faultOf([&] { Database::openReader(file()).backupTo(folder_->path() / "second.db"); }) ==
                StorageFault::Corrupt);
        QVERIFY(!fs::exists(folder_->path() / "second.db"));
    }

    /// The power fails in the middle of a checkpoint: the file has halves of pages, the log has them whole.
    void halfOfAPageThatTheLogHoldsIsNoDamage() {
        Database writer = Database::openWriter(file(), OpenMode::Create);
        insert(writer, 100);
        writer.checkpoint(CheckpointMode::Truncate);
        writer.exec("UPDATE item SET text='another'");
        copyAsAfterAKill();
        std::string bytes = read(copy());
        bytes.replace(2 * pageBytes + 2048, 2048, std::string(2048, 'z'));
        write(copy(), bytes);
        QVERIFY(Database::openReader(copy()).quickCheck().empty());
        fs::remove(copy().string() + "-wal");
        fs::remove(copy().string() + "-shm");
        QVERIFY(!Database::openReader(copy()).quickCheck().empty());
    }

    void aLogBelongsToTheFileAtTheMomentItWasBegun() {
        const auto log = [](const fs::path& path) { return fs::path(path.string() + "-wal"); };
        const auto early = folder_->path() / "early.db";
        const auto late = folder_->path() / "late.db";
        Database writer = Database::openWriter(file(), OpenMode::Create);
        insert(writer, 10);
        fs::copy_file(file(), early);
        fs::copy_file(log(file()), log(early));
        QCOMPARE(logKind(log(early), early), LogKind::Own);
        writer.checkpoint(CheckpointMode::Restart);
        insert(writer, 10);
        fs::copy_file(file(), late);
        fs::copy_file(log(file()), log(late));
        QCOMPARE(logKind(log(late), late), LogKind::Own);
        QCOMPARE(logKind(log(late), early), LogKind::Foreign);
        QCOMPARE(logKind(log(early), late), LogKind::Outdated);
        writer.checkpoint(CheckpointMode::Restart);
        insert(writer, 10);
        QCOMPARE(logKind(log(early), file()), LogKind::Foreign);
        QCOMPARE(logKind(log(late), file()), LogKind::Outdated);
        QCOMPARE(logKind(log(file()), early), LogKind::Foreign);
        QCOMPARE(logKind(folder_->path() / "none-wal", early), LogKind::Missing);
    }

    void aFileThatIsClosedSaysThatItHasNoLog() {
        const fs::path log = file().string() + "-wal";
        const fs::path kept = folder_->path() / "kept-wal";
        {
            Database writer = Database::openWriter(file(), OpenMode::Create);
            insert(writer, 10);
            fs::copy_file(log, kept);
        }
        QVERIFY(!fs::exists(log));
        QCOMPARE(logKind(log, file()), LogKind::Own);
        QCOMPARE(logKind(kept, file()), LogKind::Outdated); // the power went before it was away
        QVERIFY(Database::openReader(file()).quickCheck().empty());
        Database writer = Database::openWriter(file(), OpenMode::MustExist);
        insert(writer, 10);
        writer.checkpoint(CheckpointMode::Truncate);
        QCOMPARE(fs::file_size(log), std::uintmax_t{0});
        QCOMPARE(logKind(log, file()), LogKind::Own);
        insert(writer, 10);
        QCOMPARE(logKind(log, file()), LogKind::Own);
        fs::copy_file(log, copy());
        emptyLog(copy());
        QCOMPARE(logKind(copy(), file()), LogKind::Own); // the power went before anything was durable in it
    }

    /// The next log may be begun by another run, whose first page was not read from the file.
    void aLogStaysTheFilesOwnOverRunsAndCheckpoints() {
        for (int run = 0; run < 3; ++run) {
            Database writer = Database::openWriter(file(), OpenMode::Create);
            writer.exec("PRAGMA wal_autocheckpoint = 20");
            for (int i = 0; i < 30; ++i) {
                insert(writer, 40); // the file grows, so that its first page is written, too
                QCOMPARE(logKind(file().string() + "-wal", file()), LogKind::Own);
            }
        }
        QVERIFY(Database::openReader(file()).quickCheck().empty());
    }

    void whatWasDurableIsMissedAndWhatWasNotIsNot() {
        Database writer = Database::openWriter(file(), OpenMode::Create);
        for (int i = 0; i < 5; ++i)
            insert(writer, 10);
        const fs::path log = file().string() + "-wal";
        const std::size_t durable = read(log).size();
        { // two commits that do not wait for the medium
            Transaction first(writer, Durability::WithTheNext);
            writer.exec("INSERT INTO item(text) VALUES(hex(zeroblob(20000)))");
            first.commit();
            Transaction second(writer, Durability::WithTheNext);
            writer.exec("INSERT INTO item(text) VALUES(hex(zeroblob(20000)))");
            second.commit();
        }
        const std::string bytes = read(log);
        QVERIFY(bytes.size() > durable + 10 * std::size_t{pageBytes});
        const auto isDamage = [&](std::size_t at) {
            std::string flipped = bytes;
            flipped[at] ^= 0x10;
            write(copy().string() + "-wal", flipped);
            return isDamagedInside(copy().string() + "-wal");
        };
        QVERIFY(isDamage(0));
        QVERIFY(isDamage(18));
        QVERIFY(isDamage(32 + 10));
        QVERIFY(isDamage(durable - 10));
        QVERIFY(!isDamage(durable + 10));
        QVERIFY(!isDamage(durable + 9'000));
        writer.exec("INSERT INTO item(text) VALUES('durable, and all before it')");
        const std::size_t end = read(log).size();
        insert(writer, 1);
        const std::string later = read(log);
        QVERIFY(later.size() > end);
        std::string flipped = later;
        flipped[durable + 9'000] ^= 0x10;
        write(copy().string() + "-wal", flipped);
        QVERIFY(isDamagedInside(copy().string() + "-wal"));
    }
};

QTEST_GUILESS_MAIN(CheckedVfsTest)
#include "checked_vfs_test.moc"
