// SPDX-License-Identifier: GPL-3.0-or-later
// A fault of the hub's store is no secret between the hub and its devices: the log says what failed, and why.
#include "tests/unit/hub/hub_and_desk.h"

#include "platform/files/temporary_folder.h"
#include "sync/hub/service.h"

#include <QtTest>

#include <atomic>
#include <future>

using namespace lianxin;

namespace {

std::string outcomeOf(sync::HubService& service, sync::HubService::AdminCommand command) {
    std::promise<std::string> ended;
    service.administer(
        std::move(command), [&ended](std::string outcome) { ended.set_value(std::move(outcome)); },
        [&ended](const std::string& reason) { ended.set_value("failed: " + reason); });
    return ended.get_future().get();
}

} // namespace

class ServiceLogTest : public QObject {
    Q_OBJECT

private slots:
    void aFaultOfTheStoreIsLoggedAndTheNextRequestIsServed() {
        const platform::TemporaryFolder folder;
        hub::HubAndDesk ward(folder.path());
        const platform::SystemClock clock;
        std::vector<std::string> lines;
        sync::ServiceOptions options;
        options.log = [&lines](std::string_view line) { lines.emplace_back(line); };
        sync::HubService service(ward.hub(), clock, options);
        bool memoryIsAsTheStore = true;
        const auto fail = [&memoryIsAsTheStore](sync::Hub& hub) -> std::string {
            memoryIsAsTheStore = memoryIsAsTheStore && !hub.directory().bySecret("undone");
            hub.enrol("undone", "desk", {}, "undone");
            throw platform::StorageError(platform::StorageFault::Full, 13, "no space is left");
        };
        QVERIFY(outcomeOf(service, fail).starts_with("failed: "));
        const auto known = [](sync::Hub& hub) {
            return std::string(hub.directory().bySecret("undone") ? "the undone device is known" : "served");
        };
        QCOMPARE(outcomeOf(service, known), std::string("served"));
        QVERIFY(memoryIsAsTheStore); // also when it was tried for the second time
        service.stop();
        QCOMPARE(lines.size(), std::size_t{2});
        QVERIFY(lines[0].find("each is tried by itself") != std::string::npos);
        QVERIFY(lines[1].find("was not taken") != std::string::npos);
        for (const std::string& line : lines)
            QVERIFY(line.starts_with("storage: ") && line.find("no space is left") != std::string::npos);
    }

    /// A medium that fails a write fails the next read often enough.
    void aStoreThatCannotBeReadBackEitherTakesNothingUntilItCan() {
        const platform::TemporaryFolder folder;
        hub::HubAndDesk ward(folder.path());
        const platform::SystemClock clock;
        std::atomic<bool> reads = true;
        sqlite3_set_authorizer(
            ward.hub().database().handle(),
            [](void* flag, int action, const char*, const char*, const char*, const char*) {
                const bool allowed = action != SQLITE_SELECT || *static_cast<std::atomic<bool>*>(flag);
                return allowed ? SQLITE_OK : SQLITE_DENY;
            },
            &reads);
        sync::HubService service(ward.hub(), clock, {});
        const auto fail = [&reads](sync::Hub& hub) -> std::string {
            hub.enrol("undone", "desk", {}, "undone");
            reads = false;
            throw platform::StorageError(platform::StorageFault::Io, 10, "the medium is gone");
        };
        QVERIFY(outcomeOf(service, fail).starts_with("failed: "));
        const auto known = [](sync::Hub& hub) {
            return std::string(hub.directory().bySecret("undone") ? "the undone device is known" : "served");
        };
        QVERIFY(outcomeOf(service, known).starts_with("failed: "));
        reads = true;
        QCOMPARE(outcomeOf(service, known), std::string("served"));
        service.stop();
    }
};

QTEST_GUILESS_MAIN(ServiceLogTest)
#include "service_log_test.moc"
