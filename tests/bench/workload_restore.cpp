// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload_restore.h"

#include "platform/files/temporary_folder.h"
#include "sync/round/http_link.h"
#include "tests/bench/bench_schema.h"
#include "tests/bench/hub_agent.h"
#include "tests/bench/hub_process.h"
#include "tests/bench/local_device.h"

#include <atomic>
#include <future>
#include <stdexcept>

namespace lianxin::bench {

namespace {

constexpr std::size_t devices = 100;
constexpr std::size_t recordsOfOne = 1000;
constexpr std::size_t atOnce = 4;

class RestoreSite {
public:
    RestoreSite(const Workload& workload, const sync::Schema& schema)
        : schema_(schema), hub_(hubFolder_.path(), devices) {
        hub_.stop();
        std::filesystem::copy_file(hubFile(), backup());
        hub_.start();
        for (std::size_t i = 0; i < devices; ++i) {
            save(i, workload);
        }
    }

    /// All devices, some at a time, until the ledger of each is closed.
    Seconds everyoneSyncs() {
        return timed([this] {
            std::atomic<std::size_t> next = 0;
            std::vector<std::future<void>> workers;
            for (std::size_t i = 0; i < atOnce; ++i) {
                workers.push_back(std::async(std::launch::async, [this, &next] {
                    for (std::size_t device = next++; device < devices; device = next++) {
                        sync(device);
                    }
                }));
            }
            for (std::future<void>& worker : workers) {
                worker.get();
            }
        });
    }

    void restoreTheHub() {
        hub_.stop();
        for (const char* ending : {"", "-wal", "-shm"}) {
            std::filesystem::remove(hubFile().string() + ending);
        }
        std::filesystem::copy_file(backup(), hubFile());
        noteRestore(hubFolder_.path());
        hub_.start();
    }

    void requireEverything() {
        hub_.stop();
        auto store = platform::Database::openReader(hubFile());
        auto count = store.prepare("SELECT count(*) FROM survey_response");
        if (!count.step() || count.integer(0) != std::int64_t{devices * recordsOfOne}) {
            throw std::runtime_error("restore: the hub lacks records that devices hold");
        }
    }

private:
    [[nodiscard]] std::filesystem::path hubFile() const { return hubFolder_.path() / "hub.sqlite"; }
    [[nodiscard]] std::filesystem::path backup() const { return hubFolder_.path() / "backup.sqlite"; }
    [[nodiscard]] std::filesystem::path folderOf(std::size_t device) const {
        return devicesFolder_.path() / std::to_string(device);
    }

    void save(std::size_t device, const Workload& workload) {
        std::filesystem::create_directory(folderOf(device));
        std::vector<sync::Record> drafts;
        for (std::size_t i = 0; i < recordsOfOne; ++i) {
            const std::size_t place = device * recordsOfOne + i;
            SurveyResponse response = workload.responses[place % workload.responses.size()];
            const std::size_t copy = place / workload.responses.size();
            response.id.bytes[15] = static_cast<std::uint8_t>(response.id.bytes[15] + copy);
            response.id.bytes[14] = static_cast<std::uint8_t>(response.id.bytes[14] ^ copy);
            drafts.push_back(draftOf(schema_, response));
        }
        LocalDevice(folderOf(device), schema_, clock_).saveAll(drafts);
    }

    void sync(std::size_t number) {
        constexpr int mostRounds = 10;
        LocalDevice device(folderOf(number), schema_, clock_);
        const HubAddress address = hub_.writer(number);
        sync::HttpLink link(address.url, address.secret, schema_);
        for (int i = 0; i < mostRounds; ++i) {
            sync::Round round(device.replica(), {});
            sync::runRound(round, link, clock_, std::chrono::minutes(5), [](const sync::RoundProgress&) {});
            const sync::Ledger ledger = device.replica().ledger();
            if (!round.failure() && ledger.waiting == 0 && ledger.receivedThrough == ledger.lastSequence) {
                return;
            }
        }
        throw std::runtime_error("restore: the ledger of a device does not close");
    }

    const sync::Schema& schema_;
    platform::SystemClock clock_;
    platform::TemporaryFolder hubFolder_;
    platform::TemporaryFolder devicesFolder_;
    HubProcess hub_;
};

} // namespace

void measureRestore(const Workload& workload, const sync::Schema& schema, int runs, Report& report) {
    std::vector<Pair> times;
    for (int i = 0; i < runs; ++i) {
        RestoreSite site(workload, schema);
        const Seconds first = site.everyoneSyncs();
        site.restoreTheHub();
        times.push_back({first, site.everyoneSyncs()});
        site.requireEverything();
    }
    report.add("restore_drill", ratiosOf(times),
               readable(medianOurs(times)) + " until the last ledger was closed, against " +
                   readable(medianFloor(times)) + " for the first push");
}

} // namespace lianxin::bench
