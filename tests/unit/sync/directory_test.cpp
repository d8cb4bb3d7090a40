// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/directory.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr WallTime noon{1'750'000'000'000ms};

} // namespace

class DirectoryTest : public QObject {
    Q_OBJECT

    platform::Database database_ = platform::Database::openMemory();
    std::optional<Directory> directory_;

    void startAgain() {
        directory_.reset();
        directory_.emplace(database_);
    }
    DeviceNumber enrol(const std::string& name, const std::vector<Scope>& scopes, HubSequence now = 0) {
        return directory_->enrol(name, "ward", scopes, "digest of " + name, now, noon).number;
    }
    const Device& device(DeviceNumber number) const { return *directory_->find(number); }

private slots:
    void init() {
        directory_.reset();
        database_ = platform::Database::openMemory();
        directory_.emplace(database_);
    }
    void cleanup() { directory_.reset(); }

    void anEnrolledDeviceIsKnownByItsSecret() {
        const DeviceNumber kiosk = enrol("kiosk", {"reference"});
        const DeviceNumber desk = enrol("desk", {"*"});
        startAgain();
        QVERIFY(directory_->bySecret("digest of kiosk") == kiosk);
        QVERIFY(directory_->bySecret("digest of desk") == desk);
        QVERIFY(!directory_->bySecret("digest of nobody"));
        QCOMPARE(directory_->secrets().size(), std::size_t{2});
        QCOMPARE(device(kiosk).name, std::string("kiosk"));
        QCOMPARE(device(kiosk).role, std::string("ward"));
        QVERIFY(device(kiosk).scopes == std::vector<Scope>{"reference"});
        QVERIFY(device(kiosk).lastSeen == noon);
        QVERIFY(!directory_->find(99));
    }

    void aStarGrantsEveryScope() {
        QVERIFY(grants({"*"}, "office"));
        QVERIFY(grants({"office", "ward-3"}, "ward-3"));
        QVERIFY(!grants({"office"}, "ward-3"));
        QVERIFY(!grants({}, "office"));
        const DeviceNumber desk = enrol("desk", {"*"});
        QVERIFY(directory_->hasScope(desk, "anything"));
        QVERIFY(!directory_->hasScope(99, "anything"));
    }

    void whichScopesADeviceHadIsKnownOfEveryMoment() {
        const DeviceNumber ward = enrol("ward", {"ward-3"}, 10);
        directory_->changeScopes(ward, {"ward-4"}, 20);
        startAgain();
        QVERIFY(!directory_->hadScope(ward, "ward-3", 9));
        QVERIFY(directory_->hadScope(ward, "ward-3", 10));
        QVERIFY(directory_->hadScope(ward, "ward-3", 19));
        QVERIFY(!directory_->hadScope(ward, "ward-3", 20));
        QVERIFY(directory_->hadScope(ward, "ward-4", 20));
        QVERIFY(!directory_->hadScope(99, "ward-4", 20));
        QVERIFY(directory_->hasScope(ward, "ward-4") && !directory_->hasScope(ward, "ward-3"));
    }

    void ofTwoChangesAtOneMomentTheLastStands() {
        const DeviceNumber ward = enrol("ward", {"ward-3"}, 10);
        directory_->changeScopes(ward, {"ward-4"}, 10);
        QVERIFY(!directory_->hadScope(ward, "ward-3", 10));
        startAgain();
        QVERIFY(!directory_->hadScope(ward, "ward-3", 10));
        QVERIFY(directory_->hadScope(ward, "ward-4", 10));
    }

    void aRunTakesTheWordOfTheDeviceForItsLedger() {
        const DeviceNumber kiosk = enrol("kiosk", {});
        directory_->openRun(kiosk, WriterId{1}, 40, noon + 1h);
        directory_->moveLedger(kiosk, 50, 10);
        directory_->openRun(kiosk, WriterId{2}, 44, noon + 2h); // its disk was put back
        startAgain();
        QCOMPARE(device(kiosk).receivedThrough, LocalSequence{44});
        QCOMPARE(device(kiosk).records, std::int64_t{10});
        QVERIFY(device(kiosk).lastSeen == noon + 2h);
        QVERIFY(device(kiosk).writer == WriterId{2});
    }

    void theLedgerOfARunNeverMovesBack() {
        const DeviceNumber kiosk = enrol("kiosk", {});
        directory_->moveLedger(kiosk, 50, 3);
        directory_->moveLedger(kiosk, 20, 2);
        startAgain();
        QCOMPARE(device(kiosk).receivedThrough, LocalSequence{50});
        QCOMPARE(device(kiosk).records, std::int64_t{5});
    }

    void whoseWriterItIsStaysKnown() {
        const DeviceNumber kiosk = enrol("kiosk", {});
        directory_->openRun(kiosk, WriterId{1}, 0, noon);
        directory_->openRun(kiosk, WriterId{2}, 0, noon);
        startAgain();
        QVERIFY(directory_->deviceOf(WriterId{1}) == kiosk);
        QVERIFY(directory_->deviceOf(WriterId{2}) == kiosk);
        QVERIFY(!directory_->deviceOf(WriterId{3}));
    }

    void whoeverWasRevokedStaysSo() {
        const DeviceNumber kiosk = enrol("kiosk", {});
        const DeviceNumber desk = enrol("desk", {});
        directory_->revoke(kiosk);
        directory_->moveLedger(kiosk, 3, 1);
        startAgain();
        QVERIFY(device(kiosk).revoked && !device(desk).revoked);
        QVERIFY(directory_->bySecret("digest of kiosk") == kiosk); // it may still send
    }

    void inAStoreOfBeforeNobodyIsRevoked() {
        const DeviceNumber kiosk = enrol("kiosk", {});
        directory_.reset();
        database_.exec("ALTER TABLE _device DROP COLUMN revoked");
        startAgain();
        QVERIFY(!device(kiosk).revoked);
        directory_->revoke(kiosk);
        startAgain();
        QVERIFY(device(kiosk).revoked);
    }

    void aRunThatSpeaksAfterItsSuccessorHasATwin() {
        const DeviceNumber kiosk = enrol("kiosk", {});
        for (const std::uint64_t writer : {1U, 1U, 2U, 3U, 3U}) {
            directory_->openRun(kiosk, WriterId{writer}, 0, noon);
            QVERIFY(!device(kiosk).copyAlarm);
        }
        directory_->openRun(kiosk, WriterId{2}, 0, noon);
        QVERIFY(device(kiosk).copyAlarm);
        directory_->openRun(kiosk, WriterId{9}, 0, noon); // the alarm stays until staff have looked
        startAgain();
        QVERIFY(device(kiosk).copyAlarm);
    }
};

QTEST_GUILESS_MAIN(DirectoryTest)
#include "directory_test.moc"
