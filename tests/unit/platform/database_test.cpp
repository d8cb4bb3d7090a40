// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files/temporary_folder.h"
#include "platform/sqlite/database.h"
#include "platform/sqlite/transaction.h"

#include <QtTest>

#include <fstream>
#include <functional>

using namespace lianxin::platform;

namespace {

std::optional<StorageFault> faultOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const StorageError& error) {
        return error.fault();
    }
    return std::nullopt;
}

std::int64_t numberOf(Database& database, std::string_view sql) {
    Statement statement = database.prepare(sql);
    return statement.step() ? statement.integer(0) : -1;
}

void fill(Database& database, int rows) {
    database.exec("CREATE TABLE item(id INTEGER PRIMARY KEY, text TEXT) STRICT");
    const Transaction transaction(database);
    Statement insert = database.prepare("INSERT INTO item(text) VALUES (?1)");
    for (int i = 0; i < rows; ++i) {
        insert.bindText(1, "some text that takes room in the file");
        insert.run();
    }
    database.exec("COMMIT");
}

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

    const std::filesystem::path& folder() const { return folder_->path(); }
    std::filesystem::path file() const { return folder() / "store.db"; }
    std::unique_ptr<TemporaryFolder> folder_;

private slots:
    void init() { folder_ = std::make_unique<TemporaryFolder>(); }
    void cleanup() { folder_.reset(); }

    void aWriterIsDurableAtEveryCommit() {
        Database writer = Database::openWriter(file(), OpenMode::Create);
        QCOMPARE(numberOf(writer, "PRAGMA synchronous"), 2);
        Statement journal = writer.prepare("PRAGMA journal_mode");
        QVERIFY(journal.step());
        QVERIFY(journal.text(0) == "wal");
    }

    void aSecondWriterIsRefusedUntilTheFirstEnds() {
        {
            const Database first = Database::openWriter(file(), OpenMode::Create);
            QVERIFY_EXCEPTION_THROWN(static_cast<void>(Database::openWriter(file(), OpenMode::Create)),
                                     AlreadyOpen);
        }
        const Database second = Database::openWriter(file(), OpenMode::MustExist);
    }

    void aFileThatMustExistIsNeverMade() {
        QVERIFY(faultOf([&] { static_cast<void>(Database::openWriter(file(), OpenMode::MustExist)); }) ==
                StorageFault::NotADatabase);
        QVERIFY(faultOf([&] { static_cast<void>(Database::openReader(file())); }) ==
                StorageFault::NotADatabase);
        std::ofstream(file()).close();
        QVERIFY(faultOf([&] { static_cast<void>(Database::openWriter(file(), OpenMode::MustExist)); }) ==
                StorageFault::NotADatabase);
        const auto missingFolder = folder() / "not mounted" / "store.db";
        QVERIFY(faultOf([&] { static_cast<void>(Database::openWriter(missingFolder, OpenMode::Create)); }) ==
                StorageFault::Io);
    }

    void anotherKindOfFileIsRefusedAndLeftAlone() {
        const std::string text(5000, 'x');
        std::ofstream(file()) << text;
        QVERIFY(faultOf([&] { static_cast<void>(Database::openWriter(file(), OpenMode::Create)); }) ==
                StorageFault::NotADatabase);
        QCOMPARE(std::filesystem::file_size(file()), text.size());
    }

    void aReaderSeesCommitsAndCannotWrite() {
        Database writer = Database::openWriter(file(), OpenMode::Create);
        writer.exec("CREATE TABLE item(id INTEGER) STRICT");
        Database reader = Database::openReader(file());
        QCOMPARE(numberOf(reader, "SELECT count(*) FROM item"), 0);
        writer.exec("INSERT INTO item VALUES (1)");
        QCOMPARE(writer.changes(), 1);
        QCOMPARE(numberOf(reader, "SELECT count(*) FROM item"), 1);
        QVERIFY(faultOf([&] { reader.exec("INSERT INTO item VALUES (2)"); }) == StorageFault::ReadOnly);
    }

    void textInDoubleQuotesIsNotAText() {
        Database database = Database::openMemory();
        QVERIFY(faultOf([&] { database.exec("SELECT \"misspelt\""); }) == StorageFault::Misuse);
    }

    void theSchemaCannotBeRewrittenBehindSqlitesBack() {
        Database database = Database::openMemory();
        database.exec("CREATE TABLE item(id INTEGER) STRICT; PRAGMA writable_schema = ON");
        QVERIFY(faultOf([&] { database.exec("DELETE FROM sqlite_schema"); }).has_value());
    }

    void moreThanOneStatementCannotBePrepared() {
        Database database = Database::openMemory();
        QVERIFY(faultOf([&] { database.prepare("SELECT 1; SELECT 2").run(); }) ==
                StorageFault::Misuse);
        QVERIFY(faultOf([&] { database.prepare(" ").run(); }) == StorageFault::Misuse);
        database.prepare("SELECT 1; \n").run();
    }

    void aFullFileIsFullAndKeepsWhatItHas() {
        Database writer = Database::openWriter(file(), OpenMode::Create);
        fill(writer, 10);
        writer.exec("PRAGMA max_page_count = 10");
        const auto fault = faultOf([&] {
            Transaction transaction(writer);
            Statement insert = writer.prepare("INSERT INTO item(text) VALUES (?1)");
            const std::string large(100'000, 'x');
            insert.bindText(1, large);
            insert.run();
            transaction.commit();
        });
        QVERIFY(fault == StorageFault::Full);
        QVERIFY(!writer.inTransaction());
        QCOMPARE(numberOf(writer, "SELECT count(*) FROM item"), 10);
    }

    void theCheckFindsNoProblemInASoundFileAndOneInADamagedFile() {
        {
            Database writer = Database::openWriter(file(), OpenMode::Create);
            fill(writer, 1000);
            QVERIFY(writer.quickCheck().empty());
        }
        {
            std::fstream damage(file(), std::ios::in | std::ios::out | std::ios::binary);
            damage.seekp(4096 * 5);
            damage << std::string(200, '\xff');
        }
        Database writer = Database::openWriter(file(), OpenMode::MustExist);
        QVERIFY(!writer.quickCheck().empty());
    }

    void aCheckpointEmptiesTheLogUnlessAReaderNeedsIt() {
        Database writer = Database::openWriter(file(), OpenMode::Create);
        fill(writer, 100);
        Database reader = Database::openReader(file());
        {
            Statement reading = reader.prepare("SELECT id FROM item");
            QVERIFY(reading.step());
            writer.exec("INSERT INTO item(text) VALUES ('later')");
            QVERIFY(!writer.checkpoint(CheckpointMode::Truncate).finished);
        }
        QVERIFY(writer.checkpoint(CheckpointMode::Truncate).finished);
        QCOMPARE(std::filesystem::file_size(file().string() + "-wal"), std::uintmax_t{0});
    }

    void aBackupIsOneWholeFileThatCanBeRead() {
        const auto backup = folder() / "backup.db";
        Database writer = Database::openWriter(file(), OpenMode::Create);
        fill(writer, 1000);
        writer.setUserVersion(7);
        Database reader = Database::openReader(file());
        reader.backupTo(backup);
        writer.exec("DELETE FROM item");
        writer.backupTo(folder() / "second.db");

        std::ifstream header(backup, std::ios::binary);
        header.seekg(18);
        QCOMPARE(header.get(), 1); // the header's word for a file without a write-ahead log
        Database copy = Database::openReader(backup);
        QVERIFY(copy.quickCheck().empty());
        QCOMPARE(copy.userVersion(), 7);
        QCOMPARE(numberOf(copy, "SELECT count(*) FROM item"), 1000);
        QVERIFY(!std::filesystem::exists(backup.string() + ".partial"));
        QVERIFY(!std::filesystem::exists(backup.string() + "-wal"));
    }

    void aBackupThatFailsLeavesTheOldOneAlone() {
        const auto backup = folder() / "backups" / "backup.db";
        Database database = Database::openMemory();
        QVERIFY(faultOf([&] { database.backupTo(backup); }) == StorageFault::Io);
        std::filesystem::create_directories(backup / "in the way");
        QVERIFY(faultOf([&] { database.backupTo(backup); }) == StorageFault::Io);
        QVERIFY(!std::filesystem::exists(backup.string() + ".partial"));
    }

    void aBackupTakesWhatIsCommitted() {
        Database writer = Database::openWriter(file(), OpenMode::Create);
        fill(writer, 3);
        Database reader = Database::openReader(file());
        const Transaction open(writer);
        writer.exec("DELETE FROM item");
        reader.backupTo(folder() / "backup.db");
        Database copy = Database::openReader(folder() / "backup.db");
        QCOMPARE(numberOf(copy, "SELECT count(*) FROM item"), 3);
    }

    void theSystemsFileLayerCanBeReplaced() {
        sqlite3_vfs renamed = *sqlite3_vfs_find(nullptr);
        renamed.zName = "lianxin-test";
        QCOMPARE(sqlite3_vfs_register(&renamed, 0), SQLITE_OK);
        {
            Database writer = Database::openWriter(file(), OpenMode::Create, OpenOptions{"lianxin-test"});
            fill(writer, 1);
            Database reader = Database::openReader(file(), OpenOptions{"lianxin-test"});
            QCOMPARE(numberOf(reader, "SELECT count(*) FROM item"), 1);
        }
        sqlite3_vfs_unregister(&renamed);
        QVERIFY(faultOf([&] {
                    static_cast<void>(
                        Database::openWriter(file(), OpenMode::MustExist, OpenOptions{"lianxin-test"}));
                }) == StorageFault::Misuse);
    }

    void aDatabaseCanBeMoved() {
        Database first = Database::openWriter(file(), OpenMode::Create);
        Database second = std::move(first);
        fill(second, 1);
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(Database::openWriter(file(), OpenMode::Create)),
                                 AlreadyOpen);
    }
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "database_test.moc"
