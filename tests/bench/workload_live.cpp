// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload_live.h"

#include "platform/files/temporary_folder.h"
#include "tests/bench/bench_schema.h"
#include "tests/bench/hub_process.h"
#include "tests/bench/local_device.h"
#include "tests/bench/relay.h"

#include <optional>
#include <stdexcept>
#include <string>

namespace lianxin::bench {

namespace {

constexpr std::size_t fewRecords = 1'000;
constexpr std::size_t manyRecords = 100'000;
// As often as it takes for the write-ahead logs to have been round once, here as in the bare table: one that is written
// over and no longer grows is quicker.
constexpr int warmUps = 200;
constexpr int changes = 60;
constexpr int countedChanges = 20;
constexpr int commitsInPair = 5;

// A record of the same content under another id, for more records than the workload has.
sync::Record copyOf(const sync::Schema& schema, SurveyResponse response, std::size_t copy) {
    response.id.bytes[15] = static_cast<std::uint8_t>(response.id.bytes[15] + copy);
    response.id.bytes[14] = static_cast<std::uint8_t>(response.id.bytes[14] ^ copy);
    return draftOf(schema, response);
}

// A hub and two devices that hold the same records, live.
class LiveSite {
public:
    LiveSite(const Workload& workload, const sync::Schema& schema, std::size_t records, bool counted)
        : caseId_(workload.cases.front().id), hub_(hubFolder_.path()) {
        fill(workload, schema, records);
        HubAddress first = hub_.reader(0);
        HubAddress second = hub_.reader(1);
        static_cast<void>(DeviceProcess(writerFolder_.path(), first).round());
        static_cast<void>(DeviceProcess(readerFolder_.path(), second).round());
        if (counted) {
            relay_.emplace(hub_.port());
            first.url = second.url = "http://127.0.0.1:" + std::to_string(relay_->port());
        }
        writer_.emplace(writerFolder_.path(), first);
        reader_.emplace(readerFolder_.path(), second);
        for (DeviceProcess* device : {&*writer_, &*reader_}) {
            device->order("live " + caseId_.toString());
            device->answer("live");
        }
        for (int i = 0; i < warmUps; ++i) {
            static_cast<void>(change());
        }
    }

    /// From before the save at one device until the other has written it down.
    Seconds change() {
        settle();
        const std::string status = "changed-" + std::to_string(++changes_);
        writer_->order("set " + status);
        const auto start = timePointOf(writer_->answer("edited").at(1));
        const std::vector<std::string> arrived = reader_->answer("changed");
        if (arrived.at(1) != status) {
            throw std::runtime_error("W5: another change arrived: " + arrived.at(1));
        }
        return timePointOf(arrived.at(2)) - start;
    }

    /// Bytes that crossed the sockets of both devices, in both directions, per change.
    double bytesOfChange() {
        settle();
        const std::uint64_t before = relay_->toHub() + relay_->fromHub();
        for (int i = 0; i < countedChanges; ++i) {
            static_cast<void>(change());
        }
        settle();
        return static_cast<double>(relay_->toHub() + relay_->fromHub() - before) / countedChanges;
    }

private:
    void fill(const Workload& workload, const sync::Schema& schema, std::size_t records) {
        const platform::SystemClock clock;
        LocalDevice device(writerFolder_.path(), schema, clock);
        device.save(draftOf(schema, workload.cases.front()));
        std::vector<sync::Record> drafts;
        for (std::size_t made = 1; made < records; ++made) {
            const std::size_t count = workload.responses.size();
            drafts.push_back(copyOf(schema, workload.responses[made % count], made / count));
        }
        device.saveAll(drafts);
    }

    // Receipts and new waits are still on their way when the change has arrived; they belong to it and not to
    // the next one.
    void settle() {
        for (DeviceProcess* device : {&*writer_, &*reader_}) {
            device->order("settle");
            device->answer("settled");
        }
    }

    sync::Uuid caseId_;
    int changes_ = 0;
    platform::TemporaryFolder hubFolder_;
    platform::TemporaryFolder writerFolder_;
    platform::TemporaryFolder readerFolder_;
    HubProcess hub_;
    std::optional<Relay> relay_;
    std::optional<DeviceProcess> writer_;
    std::optional<DeviceProcess> reader_;
};

// The same change in a bare table: one row, one transaction.
class BareSite {
public:
    explicit BareSite(const Workload& workload)
        : caseId_(workload.cases.front().id), cases_(folder_.path(), workload.cases) {
        constexpr int onceRound = 1000;
        for (int i = 0; i < onceRound; ++i) {
            cases_.setStatus(caseId_, "before-" + std::to_string(i));
        }
    }

    Seconds change() {
        const Seconds all = timed([this] {
            for (int i = 0; i < commitsInPair; ++i) {
                cases_.setStatus(caseId_, "changed-" + std::to_string(++changes_));
            }
        });
        return all / commitsInPair;
    }

private:
    sync::Uuid caseId_;
    int changes_ = 0;
    platform::TemporaryFolder folder_;
    BareCases cases_;
};

} // namespace

void measureLive(const Workload& workload, const sync::Schema& schema, Report& report) {
    LiveSite few(workload, schema, fewRecords, false);
    {
        BareSite bare(workload);
        const std::vector<Pair> pairs = interleaved(
            changes, [&] { return bare.change(); }, [&] { return few.change(); });
        report.add("W5_time", ratiosOf(pairs),
                   readable(medianOurs(pairs)) + " against " + readable(medianFloor(pairs)) +
                       " for one durable commit");
    }
    {
        LiveSite many(workload, schema, manyRecords, false);
        const std::vector<Pair> pairs = interleaved(
            changes, [&] { return few.change(); }, [&] { return many.change(); });
        report.add("W5_growth", ratiosOf(pairs),
                   readable(medianOurs(pairs)) + " with 100,000 records against " +
                       readable(medianFloor(pairs)) + " with 1,000");
    }
    LiveSite counted(workload, schema, fewRecords, true);
    report.add("W5_bytes", counted.bytesOfChange(),
               "a change, both devices, both directions, headers included");
}

} // namespace lianxin::bench
