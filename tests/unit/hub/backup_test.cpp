// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/backup.h"

#include "app/hub/admin_commands.h"
#include "app/terminal/message.h"
#include "platform/files/durable_file.h"
#include "platform/files/temporary_folder.h"
#include "tests/unit/hub/hub_and_desk.h"

#include <QtTest>

#include <set>

using namespace lianxin;
using hub::HubAndDesk;
using nlohmann::json;
using terminal::Trouble;

namespace {

const hub::Log quiet = [](std::string_view) {};

std::string numberOf(HubAndDesk& hospital, const sync::Uuid& matter) {
    return std::get<std::string>(hospital.matterAtHub(matter).value().value("number"));
}

} // namespace

class BackupTest : public QObject {
    Q_OBJECT

    platform::SystemClock clock_;

    hub::Restored restore(const platform::TemporaryFolder& folder, const std::filesystem::path& file) const {
        return hub::restoreBackup(hub::HubFolder(folder.path()), file, clock_, quiet);
    }

private slots:
    void aBackupIsNotedWithItsMarkAndLedgers() {
        const platform::TemporaryFolder folder;
        HubAndDesk hospital(folder.path());
        hospital.registerMatter();
        const auto backup = hub::takeBackup(hospital.access(), folder.path() / "copy");
        QVERIFY(backup.mark == hospital.hub().mark());
        QCOMPARE(backup.ledgers.at(1), sync::LocalSequence{3});
        QCOMPARE(hospital.hub().backups().kept().size(), std::size_t{1});
        QVERIFY(!std::filesystem::exists(folder.path() / "copy.unchecked"));
    }

    void aFileThatIsThereIsNeverOverwritten() {
        const platform::TemporaryFolder folder;
        HubAndDesk hospital(folder.path());
        platform::writeDurably(folder.path() / "copy", "dear");
        QVERIFY_EXCEPTION_THROWN(hub::takeBackup(hospital.access(), folder.path() / "copy"), Trouble);
        QCOMPARE(platform::readWhole(folder.path() / "copy", 100).value(), std::string("dear"));
        QVERIFY(hospital.hub().backups().kept().empty());
    }

    void aCopyWithFaultsIsNotKept() {
        const platform::TemporaryFolder folder;
        HubAndDesk hospital(folder.path());
        hospital.registerMatter();
        hospital.hub().database().exec("DELETE FROM _scope_run");
        QVERIFY_EXCEPTION_THROWN(hub::takeBackup(hospital.access(), folder.path() / "copy"), Trouble);
        QVERIFY(!std::filesystem::exists(folder.path() / "copy"));
        QVERIFY(hospital.hub().backups().kept().empty());
    }

    void aRestoreBringsBackWhatWasThereAndDeletesNothing() {
        const platform::TemporaryFolder folder;
        sync::Uuid before;
        sync::Uuid after;
        {
            HubAndDesk hospital(folder.path());
            before = hospital.registerMatter();
            hub::takeBackup(hospital.access(), folder.path() / "copy");
            after = hospital.registerMatter();
        }
        const auto restored = restore(folder, folder.path() / "copy");
        QVERIFY(std::filesystem::exists(restored.putAside));
        HubAndDesk hospital(folder.path());
        QVERIFY(hospital.matterAtHub(before).has_value());
        QVERIFY(!hospital.matterAtHub(after).has_value());
    }

    void anOfficialNumberIsNeverGivenTwice() {
        const platform::TemporaryFolder folder;
        std::set<std::string> numbers;
        {
            HubAndDesk hospital(folder.path());
            numbers.insert(numberOf(hospital, hospital.registerMatter()));
            hub::takeBackup(hospital.access(), folder.path() / "copy");
            numbers.insert(numberOf(hospital, hospital.registerMatter()));
        }
        // Twice from the same backup, which itself knows of no letter.
        for (int i = 0; i < 2; ++i) {
            restore(folder, folder.path() / "copy");
            HubAndDesk hospital(folder.path());
            numbers.insert(numberOf(hospital, hospital.registerMatter()));
        }
        QCOMPARE(numbers.size(), std::size_t{4});
    }

    void aStoreRolledBackWithoutAWordIsNoticed() {
        const platform::TemporaryFolder folder;
        const hub::HubFolder hubFolder(folder.path());
        {
            HubAndDesk hospital(folder.path());
            hospital.registerMatter();
            hub::takeBackup(hospital.access(), folder.path() / "copy");
            hospital.registerMatter();
            hubFolder.writeLastMark({hospital.hub().mark(), hospital.hub().epoch()});
        }
        for (const char* ending : {"", "-wal", "-shm"})
            std::filesystem::remove(hubFolder.store().string() + ending);
        std::filesystem::copy_file(folder.path() / "copy", hubFolder.store());
        HubAndDesk hospital(folder.path());
        QCOMPARE(hospital.hub().epoch(), std::string("A"));
    }

    void whatWasErasedIsErasedAgain() {
        const platform::TemporaryFolder folder;
        sync::Uuid matter;
        {
            HubAndDesk hospital(folder.path());
            matter = hospital.registerMatter();
            hub::takeBackup(hospital.access(), folder.path() / "copy");
            hub::runAdminCommand("erase", hospital.access(),
                                 {{"record", matter.toString()}, {"by", {"甲", "乙"}}});
            QVERIFY(hospital.matterAtHub(matter)->erased);
        }
        QCOMPARE(restore(folder, folder.path() / "copy").erasedAgain, std::size_t{1});
        HubAndDesk hospital(folder.path());
        QVERIFY(hospital.matterAtHub(matter)->erased);
        const json problems = hub::runAdminCommand("verify", hospital.access(), json::object())["problems"];
        QVERIFY2(problems.empty(), problems.dump().c_str());
    }

    void aFaultyBackupChangesNothing() {
        const platform::TemporaryFolder folder;
        sync::Uuid matter;
        {
            HubAndDesk hospital(folder.path());
            matter = hospital.registerMatter();
            hub::takeBackup(hospital.access(), folder.path() / "copy");
        }
        {
            auto copy = platform::Database::openWriter(folder.path() / "copy", platform::OpenMode::MustExist);
            copy.exec("DELETE FROM _scope_run");
        }
        QVERIFY_EXCEPTION_THROWN(restore(folder, folder.path() / "copy"), Trouble);
        HubAndDesk hospital(folder.path());
        QVERIFY(hospital.matterAtHub(matter).has_value());
        QCOMPARE(hospital.hub().epoch(), std::string());
    }

    void nothingIsRestoredUnderAHubAtWork() {
        const platform::TemporaryFolder folder;
        HubAndDesk hospital(folder.path());
        hub::takeBackup(hospital.access(), folder.path() / "copy");
        QVERIFY_EXCEPTION_THROWN(restore(folder, folder.path() / "copy"), platform::AlreadyOpen);
    }

    void aBackupThatAPutBackStoreNeverHeardOfIsNoted() {
        const platform::TemporaryFolder folder;
        {
            HubAndDesk hospital(folder.path());
            hospital.registerMatter();
            hub::takeBackup(hospital.access(), folder.path() / "first");
            hospital.registerMatter();
            hub::takeBackup(hospital.access(), folder.path() / "second");
        }
        restore(folder, folder.path() / "first");
        HubAndDesk hospital(folder.path());
        const auto& kept = hospital.hub().backups().kept();
        QCOMPARE(kept.size(), std::size_t{2});
        // The second belongs to the history that was given up: it covers nothing of what comes.
        QVERIFY(hospital.hub().holds(kept[0].mark));
        QVERIFY(!hospital.hub().holds(kept[1].mark));
        hub::forgetBackup(hospital.access(), kept[1].number);
        QCOMPARE(hospital.hub().backups().kept().size(), std::size_t{1});
        QCOMPARE(hospital.folder().backups().size(), std::size_t{1});
    }

    void aStrangersBackupIsNotedWhenItIsRestored() {
        const platform::TemporaryFolder folder;
        const platform::TemporaryFolder elsewhere;
        {
            HubAndDesk hospital(elsewhere.path());
            hospital.registerMatter();
            hub::takeBackup(hospital.access(), folder.path() / "copy");
        }
        restore(folder, folder.path() / "copy");
        HubAndDesk hospital(folder.path());
        QCOMPARE(hospital.hub().backups().kept().size(), std::size_t{1});
        QVERIFY(hospital.hub().holds(hospital.hub().backups().kept().front().mark));
    }

    void theLostStoreIsRestoredWithoutOne() {
        const platform::TemporaryFolder folder;
        sync::Uuid matter;
        {
            HubAndDesk hospital(folder.path());
            matter = hospital.registerMatter();
            hub::takeBackup(hospital.access(), folder.path() / "copy");
        }
        std::filesystem::remove(hub::HubFolder(folder.path()).store());
        QVERIFY(restore(folder, folder.path() / "copy").putAside.empty());
        QVERIFY(HubAndDesk(folder.path()).matterAtHub(matter).has_value());
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
