// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hub_folder.h"

#include "app/hub/serve.h"
#include "platform/files/durable_file.h"
#include "platform/files/temporary_folder.h"

#include <QtTest>

using namespace lianxin;
using hub::ErasedEntry;
using hub::HubFolder;
using hub::laterEpoch;
using hub::nextEpoch;
using hub::readAddress;

class HubFolderTest : public QObject {
    Q_OBJECT

    const platform::TemporaryFolder temporary_;
    const HubFolder folder_{temporary_.path()};

private slots:
    void aNewFolderHasNothingBesideTheStore() {
        QVERIFY(!folder_.lastMark());
        QVERIFY(!folder_.adminDoor());
        QVERIFY(folder_.erased().empty());
    }

    void theLastMarkIsReadAsItWasWritten() {
        for (const char* epoch : {"", "AB"}) {
            folder_.writeLastMark({{12, 18'000'000'000'000'000'000U}, epoch});
            const auto last = folder_.lastMark();
            QVERIFY(last && last->mark == (sync::Mark{12, 18'000'000'000'000'000'000U}));
            QCOMPARE(last->epoch, std::string(epoch));
        }
    }

    void anUnreadableLastMarkIsNotTakenForNone() {
        platform::writeDurably(temporary_.path() / "last-mark", "abc");
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(folder_.lastMark()), std::runtime_error);
        std::filesystem::remove(temporary_.path() / "last-mark");
    }

    void theDoorIsThereWhileTheHubServes() {
        folder_.writeAdminDoor({"http://127.0.0.1:1", "s"});
        QCOMPARE(folder_.adminDoor().value().secret, std::string("s"));
        const auto rights = std::filesystem::status(temporary_.path() / "admin.json").permissions();
        QVERIFY((rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
                std::filesystem::perms::none);
        folder_.removeAdminDoor();
        QVERIFY(!folder_.adminDoor());
    }

    void erasedRecordsAreAddedAndNeverGuessed() {
        sync::Uuid id;
        id.bytes[0] = 1;
        folder_.addErased({id, {"甲", "乙"}, "2026-03-02T00:00:00.000Z"});
        folder_.addErased({id, {"丙", "丁"}, "2026-03-03T00:00:00.000Z"});
        const auto entries = folder_.erased();
        QCOMPARE(entries.size(), std::size_t{2});
        QVERIFY(entries[0].record == id);
        QCOMPARE(entries[1].by, (std::vector<std::string>{"丙", "丁"}));
        platform::writeDurably(temporary_.path() / "erased.list", "{\"record\":\"x\"}\n");
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(folder_.erased()), std::runtime_error);
    }

    void keptBackupsAreReadAsTheyWereWritten() {
        QVERIFY(folder_.backups().empty());
        const sync::WallTime taken{sync::Milliseconds{1'770'000'000'123}};
        folder_.writeBackups({{1, "a", taken, {5, 18'000'000'000'000'000'000U}, {{1, 7}, {12, 9}}}, {}});
        const auto kept = folder_.backups();
        QCOMPARE(kept.size(), std::size_t{2});
        QCOMPARE(kept[0].file, std::string("a"));
        QVERIFY(kept[0].taken == taken);
        QVERIFY(kept[0].mark == (sync::Mark{5, 18'000'000'000'000'000'000U}));
        QCOMPARE(kept[0].ledgers.at(12), sync::LocalSequence{9});
        platform::writeDurably(temporary_.path() / "backups.list", "{\"file\":\"x\"}\n");
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(folder_.backups()), std::runtime_error);
    }

    void lettersGoOnForEver() {
        QCOMPARE(nextEpoch(""), std::string("A"));
        QCOMPARE(nextEpoch("A"), std::string("B"));
        QCOMPARE(nextEpoch("Z"), std::string("AA"));
        QCOMPARE(nextEpoch("AZ"), std::string("BA"));
        QCOMPARE(nextEpoch("ZZ"), std::string("AAA"));
        QCOMPARE(laterEpoch("Z", "AA"), std::string("AA"));
        QCOMPARE(laterEpoch("B", "A"), std::string("B"));
        QCOMPARE(laterEpoch("", "A"), std::string("A"));
    }

    void addressesAreReadOneWayOnly() {
        QVERIFY(readAddress("127.0.0.1:8470") == (hub::ListenAddress{"127.0.0.1", 8470}));
        QVERIFY(readAddress("[::1]:0") == (hub::ListenAddress{"::1", 0}));
        QVERIFY(readAddress("localhost:1") == (hub::ListenAddress{"127.0.0.1", 1}));
        for (const char* text :
             {"", "8470", ":8470", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "::1:80", "127.0.0.1:-1"})
            QVERIFY2(!readAddress(text), text);
        QCOMPARE(hub::urlOf({"::1", 80}), std::string("http://[::1]:80"));
    }
};

QTEST_GUILESS_MAIN(HubFolderTest)
#include "hub_folder_test.moc"
