// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload_herd.h"

#include "platform/files/temporary_folder.h"
#include "platform/process/open_files.h"
#include "tests/bench/herd_client.h"
#include "tests/bench/hub_process.h"

#include <algorithm>

namespace lianxin::bench {

namespace {

constexpr HerdShape herd{2000, 10, 20};
constexpr HerdShape steady{4, 500, 200};
static_assert(herd.devices * herd.batches * herd.records == steady.devices * steady.batches * steady.records);

struct Outcome {
    HerdTimes times;
    double hubMegabytes = 0;
};

Outcome outcomeOf(const HerdShape& shape, const Workload& workload, const sync::Schema& schema) {
    const platform::TemporaryFolder folder;
    HubProcess hub(folder.path(), shape.devices);
    std::vector<std::string> secrets;
    for (std::size_t i = 0; i < shape.devices; ++i) {
        secrets.push_back(hub.writer(i).secret);
    }
    Outcome outcome{runHerd(hub.port(), secrets, shape, workload, schema), 0};
    outcome.hubMegabytes = hub.peakMegabytes();
    hub.stop();
    return outcome;
}

double p99OverP50(std::vector<double> waits) {
    std::sort(waits.begin(), waits.end());
    return waits.at(waits.size() * 99 / 100) / waits.at(waits.size() / 2);
}

} // namespace

void measureHerd(const Workload& workload, const sync::Schema& schema, int runs, Report& report) {
    static_cast<void>(platform::allowManyOpenFiles());
    std::vector<Pair> times;
    std::vector<double> spread;
    std::vector<double> megabytes;
    Seconds hellos{};
    int errors = 0;
    for (int i = 0; i < runs; ++i) {
        const Outcome calm = outcomeOf(steady, workload, schema);
        const Outcome crowd = outcomeOf(herd, workload, schema);
        times.push_back({calm.times.pushes, crowd.times.pushes});
        spread.push_back(p99OverP50(crowd.times.waits));
        megabytes.push_back(crowd.hubMegabytes);
        hellos = std::max(hellos, crowd.times.hellos);
        errors += calm.times.errors + crowd.times.errors;
    }
    report.add("herd_rate", ratiosOf(times),
               readable(medianOurs(times)) + " against " + readable(medianFloor(times)) +
                   " from four devices in batches of 200; the hellos took " + readable(hellos));
    report.add("herd_p99_over_p50", spreadOf(spread), "of a push, until its receipt");
    report.add("herd_errors", errors, "of " + std::to_string(herd.devices * herd.batches) + " pushes a run");
    report.add("rss_hub_herd_mb", spreadOf(megabytes), "");
}

} // namespace lianxin::bench
