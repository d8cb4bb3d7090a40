// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload_exchange.h"

#include "platform/files/temporary_folder.h"
#include "tests/bench/bench_schema.h"
#include "tests/bench/hub_process.h"
#include "tests/bench/local_device.h"
#include "tests/bench/post_floor.h"
#include "tests/bench/relay.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace lianxin::bench {

namespace {

struct Figures {
    std::vector<Pair> push;
    std::vector<Pair> pull;
    double deviceMegabytes = 0;
    double hubMegabytes = 0;
    std::uintmax_t deviceBytes = 0;
    std::uintmax_t hubBytes = 0;
    std::uint64_t wireBytes = 0;
};

class Exchange {
public:
    Exchange(const Workload& workload, const std::filesystem::path& data, const sync::Schema& schema)
        : workload_(workload), data_(data), schema_(schema) {
        LocalDevice device(saved_.path(), schema_, clock_);
        std::vector<sync::Record> drafts;
        for (const SurveyResponse& response : workload.responses) {
            drafts.push_back(draftOf(schema_, response));
        }
        device.saveAll(drafts);
    }

    /// A device that saved everything pushes, then a fresh one pulls; before each its floor.
    void pushAndPull(Figures& figures) {
        const platform::TemporaryFolder hubFolder;
        const platform::TemporaryFolder writerFolder;
        const platform::TemporaryFolder readerFolder;
        std::filesystem::copy_file(deviceFile(saved_.path()), deviceFile(writerFolder.path()));
        HubProcess hub(hubFolder.path());
        {
            DeviceProcess writer(writerFolder.path(), hub.writer());
            const Seconds floor = floorTime();
            figures.push.push_back({floor, writer.round().length()});
            note(figures.deviceMegabytes, writer.peakMegabytes());
        }
        {
            DeviceProcess reader(readerFolder.path(), hub.reader(0));
            const Seconds floor = floorTime();
            figures.pull.push_back({floor, reader.round().length()});
            note(figures.deviceMegabytes, reader.peakMegabytes());
        }
        note(figures.hubMegabytes, hub.peakMegabytes());
        hub.stop();
        requireEverything(readerFolder.path());
        note(figures.deviceBytes, deviceBytesAfterCheckpoint(writerFolder.path()));
        note(figures.deviceBytes, deviceBytesAfterCheckpoint(readerFolder.path()));
        note(figures.hubBytes, bytesIn(hubFolder.path()));
    }

    /// Saving and pushing in one process, as a device does it, with the bytes of its round counted.
    void saveAndPushCounted(Figures& figures) {
        const platform::TemporaryFolder hubFolder;
        const platform::TemporaryFolder deviceFolder;
        HubProcess hub(hubFolder.path());
        const Relay relay(hub.port());
        HubAddress address = hub.writer();
        address.url = "http://127.0.0.1:" + std::to_string(relay.port());
        DeviceProcess device(deviceFolder.path(), address);
        device.order("save " + data_.string());
        device.answer("saved");
        static_cast<void>(device.round());
        figures.wireBytes = relay.toHub() + relay.fromHub();
        note(figures.deviceMegabytes, device.peakMegabytes());
        note(figures.hubMegabytes, hub.peakMegabytes());
    }

private:
    template <class Number>
    static void note(Number& highest, Number value) {
        highest = std::max(highest, value);
    }

    static std::uintmax_t bytesIn(const std::filesystem::path& folder) {
        std::uintmax_t bytes = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            bytes += entry.is_regular_file() ? entry.file_size() : 0;
        }
        return bytes;
    }

    Seconds floorTime() { return bulkInsertTime(workload_.responses) + post_.post(workload_.responsesFile); }

    void requireEverything(const std::filesystem::path& folder) {
        LocalDevice device(folder, schema_, clock_);
        for (const SurveyResponse& response : workload_.responses) {
            const sync::Record draft = draftOf(schema_, response);
            const auto record = device.replica().find(*draft.type, draft.id);
            if (!record || record->shown != draft.shown) {
                throw std::runtime_error("W3: the pulling device lacks response " + draft.id.toString());
            }
        }
    }

    const Workload& workload_;
    const std::filesystem::path& data_;
    const sync::Schema& schema_;
    platform::SystemClock clock_;
    platform::TemporaryFolder saved_;
    PostFloor post_;
};

std::uintmax_t bareBytes(const Workload& workload) {
    const platform::TemporaryFolder folder;
    BareResponses bare(folder.path());
    bare.insertAll(workload.responses);
    return bare.bytesAfterCheckpoint();
}

std::string timesOf(const std::vector<Pair>& pairs) {
    return readable(medianOurs(pairs)) + " against " + readable(medianFloor(pairs)) +
           " for bulk insert and POST";
}

std::string bytesNote(std::uint64_t ours, std::uint64_t floor) {
    return std::to_string(ours) + " bytes against " + std::to_string(floor);
}

double ratio(std::uint64_t ours, std::uint64_t floor) {
    return static_cast<double>(ours) / static_cast<double>(floor);
}

} // namespace

void measureExchange(const Workload& workload, const std::filesystem::path& data, const sync::Schema& schema,
                     int runs, Report& report) {
    Exchange exchange(workload, data, schema);
    Figures figures;
    for (int i = 0; i < runs; ++i) {
        exchange.pushAndPull(figures);
    }
    exchange.saveAndPushCounted(figures);

    report.add("W2_push", ratiosOf(figures.push), timesOf(figures.push));
    report.add("W3_pull", ratiosOf(figures.pull), timesOf(figures.pull));
    const std::uint64_t compressed = zstdBytes(workload.responsesFile);
    report.add("W2_wire", ratio(figures.wireBytes, compressed),
               bytesNote(figures.wireBytes, compressed) +
                   " for zstd -3 of the file; both directions, headers included");
    const std::uintmax_t bare = bareBytes(workload);
    report.add("disk_device", ratio(figures.deviceBytes, bare), bytesNote(figures.deviceBytes, bare));
    report.add("disk_hub", ratio(figures.hubBytes, bare), bytesNote(figures.hubBytes, bare));
    report.add("rss_device_mb", figures.deviceMegabytes, "the most of saving, pushing and pulling");
    report.add("rss_hub_mb", figures.hubMegabytes, "the most of taking and giving");
}

} // namespace lianxin::bench
