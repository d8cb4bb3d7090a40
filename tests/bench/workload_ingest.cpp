// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload_ingest.h"

#include "platform/files/temporary_folder.h"
#include "tests/bench/bench_schema.h"
#include "tests/bench/local_device.h"

#include <algorithm>
#include <span>

namespace lianxin::bench {

namespace {

// By turns in stretches of this many records, so that one pass over the data gives many pairs.
constexpr std::size_t stretch = 250;

std::vector<Pair> savesOneByOne(const std::vector<SurveyResponse>& responses,
                                const std::vector<sync::Record>& drafts, const sync::Schema& schema) {
    const platform::TemporaryFolder bareFolder;
    const platform::TemporaryFolder deviceFolder;
    const platform::SystemClock clock;
    BareResponses bare(bareFolder.path());
    LocalDevice device(deviceFolder.path(), schema, clock);
    std::vector<Pair> pairs;
    for (std::size_t first = 0; first < responses.size(); first += stretch) {
        const std::size_t count = std::min(stretch, responses.size() - first);
        const Seconds floor = timed([&] {
            for (const SurveyResponse& response : std::span(responses).subspan(first, count)) {
                bare.insert(response);
            }
        });
        const Seconds ours = timed([&] {
            for (const sync::Record& draft : std::span(drafts).subspan(first, count)) {
                device.save(draft);
            }
        });
        pairs.push_back({floor / double(count), ours / double(count)});
    }
    return pairs;
}

Seconds saveAllTime(const std::vector<sync::Record>& drafts, const sync::Schema& schema) {
    const platform::TemporaryFolder folder;
    const platform::SystemClock clock;
    LocalDevice device(folder.path(), schema, clock);
    return timed([&] { device.saveAll(drafts); });
}

std::string note(const std::vector<Pair>& pairs) {
    return readable(medianOurs(pairs)) + " against " + readable(medianFloor(pairs));
}

} // namespace

void measureIngest(const Workload& workload, const sync::Schema& schema, int runs, Report& report) {
    std::vector<sync::Record> drafts;
    drafts.reserve(workload.responses.size());
    for (const SurveyResponse& response : workload.responses) {
        drafts.push_back(draftOf(schema, response));
    }
    const std::vector<Pair> each = savesOneByOne(workload.responses, drafts, schema);
    report.add("W1_each", ratiosOf(each), note(each) + " a record");

    const std::vector<Pair> batch = interleaved(
        runs, [&] { return bulkInsertTime(workload.responses); },
        [&] { return saveAllTime(drafts, schema); });
    report.add("W1_batch", ratiosOf(batch), note(batch));
}

} // namespace lianxin::bench
