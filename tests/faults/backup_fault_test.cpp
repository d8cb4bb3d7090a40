// SPDX-License-Identifier: GPL-3.0-or-later
// A medium that fails while the hub takes a backup: whatever stands under a backup's name afterwards is
// sound, the hub knows of it or of none, its own store is as it was, and the next backup succeeds.
#include "app/hub/backup.h"

#include "platform/files/temporary_folder.h"
#include "tests/faults/crash/failing_vfs.h"
#include "tests/unit/hub/hub_and_desk.h"

#include <QtTest>

using namespace lianxin;
using crash::Fault;

namespace {

/// Out of how many moments of a backup each fault is tried at.
constexpr long momentsOfAFault = 4;

/// A hub's access whose hub cannot be reached any more.
class CutOff final : public hub::HubAccess {
public:
    explicit CutOff(const hub::HubAccess& whole)
        : HubAccess(whole.folder(), whole.clock(), whole.schema(), whole.rules()) {}

    nlohmann::json inGroup(const Work&) override {
        throw platform::StorageError(platform::StorageFault::Io, 10, "the power is gone");
    }
};

} // namespace

class BackupFaultTest : public QObject {
    Q_OBJECT

    static void requireSound(const hub::HubAccess& access, const std::filesystem::path& file) {
        auto store = platform::Database::openReader(file);
        const auto report = hub::checkStore(store, access.schema(), access.rules());
        if (!report.isSound())
            throw std::runtime_error(file.string() + ": " + report.problems.front());
    }

    /// A hub that is started where the other one ended.
    static void requireAllIsWell(const std::filesystem::path& folder, const sync::Uuid& matter) {
        hub::HubAndDesk again(folder);
        const auto file = folder / "copy";
        const auto& kept = again.hub().backups().kept();
        if (std::filesystem::exists(file))
            requireSound(again.access(), file);
        if (!kept.empty() && kept.front().file != file)
            throw std::runtime_error("another backup is known than was taken");
        if (!kept.empty() && !std::filesystem::exists(file))
            throw std::runtime_error("a backup is known that is not there");
        if (!again.matterAtHub(matter))
            throw std::runtime_error("the hub lost a matter");
        hub::takeBackup(again.access(), folder / "next copy");
        requireSound(again.access(), folder / "next copy");
        requireSound(again.access(), again.folder().store());
    }

    struct Counts {
        long changes = 0;
        long reads = 0;
        bool struck = false;
    };

    static Counts backUpWith(const crash::FaultPlan& plan) {
        const platform::TemporaryFolder folder;
        sync::Uuid matter;
        Counts counts;
        {
            crash::FailingVfs medium(1);
            {
                hub::HubAndDesk hospital(folder.path());
                matter = hospital.registerMatter();
                medium.arm(plan);
                try {
                    hub::takeBackup(hospital.access(), folder.path() / "copy");
                } catch (const std::exception& fault) {
                    if (!medium.hasStruck())
                        throw std::runtime_error(std::string("failed without a cause: ") + fault.what());
                }
                counts = {medium.changes(), medium.reads(), medium.hasStruck()};
            }
            medium.heal();
        }
        requireAllIsWell(folder.path(), matter);
        return counts;
    }

    Counts all_; ///< of a backup that nothing disturbs

private slots:
    void initTestCase() { all_ = backUpWith({Fault::Fails, std::numeric_limits<long>::max()}); }

    void whateverFailsWhileABackupIsTakenIsHarmless_data() {
        QTest::addColumn<int>("fault");
        const std::map<const char*, Fault> faults{{"power cut", Fault::PowerCut},
                                                  {"fails", Fault::Fails},
                                                  {"broken", Fault::Broken},
                                                  {"full", Fault::Full},
                                                  {"read", Fault::Read}};
        for (const auto& [name, fault] : faults)
            QTest::newRow(name) << static_cast<int>(fault);
    }

    void whateverFailsWhileABackupIsTakenIsHarmless() {
        QFETCH(int, fault);
        const long moments = static_cast<Fault>(fault) == Fault::Read ? all_.reads : all_.changes;
        QVERIFY(moments > momentsOfAFault);
        for (long i = 0; i < momentsOfAFault; ++i)
            QVERIFY(backUpWith({static_cast<Fault>(fault), 1 + i * moments / momentsOfAFault}).struck);
    }

    void aBackupThatTheHubCouldNotNoteIsNotedAtItsNextStart() {
        const platform::TemporaryFolder folder;
        const auto file = folder.path() / "copy";
        sync::Uuid matter;
        {
            hub::HubAndDesk hospital(folder.path());
            matter = hospital.registerMatter();
            CutOff cutOff(hospital.access());
            QVERIFY_EXCEPTION_THROWN(hub::takeBackup(cutOff, file), platform::StorageError);
            QVERIFY(hospital.hub().backups().kept().empty());
        }
        hub::HubAndDesk again(folder.path());
        QCOMPARE(again.hub().backups().kept().size(), std::size_t{1});
        QVERIFY(again.hub().backups().kept().front().file == file);
        requireSound(again.access(), file);
    }
};

QTEST_GUILESS_MAIN(BackupFaultTest)
#include "backup_fault_test.moc"
