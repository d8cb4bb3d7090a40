// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/backups.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

Backup backupAt(HubSequence sequence, std::map<std::int64_t, LocalSequence> ledgers) {
    Backup backup;
    backup.file = "backup-" + std::to_string(sequence);
    backup.taken = WallTime{1'750'000'000'000ms};
    backup.mark = {sequence, ~std::uint64_t{0} - static_cast<std::uint64_t>(sequence)};
    backup.ledgers = std::move(ledgers);
    return backup;
}

} // namespace

class BackupsTest : public QObject {
    Q_OBJECT

    platform::Database database_ = platform::Database::openMemory();
    std::optional<Backups> backups_;

private slots:
    void init() {
        backups_.reset();
        database_ = platform::Database::openMemory();
        backups_.emplace(database_);
    }
    void cleanup() { backups_.reset(); }

    void whatIsKeptIsKnownAfterARestart() {
        backups_->add(backupAt(100, {{1, 40}, {2, 7}}));
        backups_.reset();
        backups_.emplace(database_);
        QCOMPARE(backups_->kept().size(), std::size_t{1});
        const Backup& kept = backups_->kept().front();
        const Backup given = backupAt(100, {{1, 40}, {2, 7}});
        QCOMPARE(kept.file, given.file);
        QVERIFY(kept.taken == given.taken);
        QVERIFY(kept.mark == given.mark);
        QVERIFY(kept.ledgers == given.ledgers);
    }

    void withoutABackupNothingIsCovered() { QVERIFY(backups_->reachFor(1) == BackupReach{}); }

    void whatIsCoveredIsWhatEveryKeptBackupReaches() {
        backups_->add(backupAt(100, {{1, 40}}));
        QVERIFY(backups_->reachFor(1) == (BackupReach{100, 40}));
        backups_->add(backupAt(300, {{1, 90}}));
        backups_->add(backupAt(200, {{1, 30}})); // the device's disk was put back meanwhile
        QVERIFY(backups_->reachFor(1) == (BackupReach{100, 30}));
    }

    void aBackupFromBeforeADeviceWasEnrolledCoversNoneOfItsWrites() {
        backups_->add(backupAt(100, {{1, 40}}));
        backups_->add(backupAt(200, {{1, 50}, {2, 9}}));
        QVERIFY(backups_->reachFor(2) == (BackupReach{100, 0}));
    }

    void aBackupThatIsGoneHoldsNothingBack() {
        backups_->add(backupAt(100, {{1, 40}}));
        backups_->add(backupAt(200, {{1, 50}}));
        backups_->forget(backups_->kept().front().number);
        QVERIFY(backups_->reachFor(1) == (BackupReach{200, 50}));
        backups_->reload();
        QVERIFY(backups_->reachFor(1) == (BackupReach{200, 50}));
        backups_->forget(backups_->kept().front().number);
        QVERIFY(backups_->reachFor(1) == BackupReach{});
    }

    void theNumberOfABackupIsNeverGivenAgain() {
        backups_->add(backupAt(100, {}));
        const std::int64_t number = backups_->kept().front().number;
        backups_->forget(number);
        backups_->add(backupAt(200, {}));
        QVERIFY(backups_->kept().front().number > number);
    }
};

QTEST_GUILESS_MAIN(BackupsTest)
#include "backups_test.moc"
