// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/workload_merge.h"

#include "platform/files/temporary_folder.h"
#include "tests/bench/bench_schema.h"
#include "tests/bench/hub_process.h"
#include "tests/bench/local_device.h"
#include "tests/bench/merge_score.h"

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string>

namespace lianxin::bench {

namespace {

constexpr std::array<char, 3> replicaNames{'A', 'B', 'C'};
constexpr int mostRounds = 10;

struct Site {
    platform::TemporaryFolder folder;
    HubAddress hub;
};

using Sites = std::array<Site, 3>;

// How far to move the times of the offline edits so that the last of them was made an hour ago, whatever day
// it is: the hub would correct times that lie in its future.
platform::WallTime::duration shiftOf(const Workload& workload) {
    const auto latest =
        std::max_element(workload.edits.begin(), workload.edits.end(),
                         [](const OfflineEdit& a, const OfflineEdit& b) { return a.at < b.at; });
    const platform::WallTime written{std::chrono::milliseconds(latest->at)};
    return platform::SystemClock().wall() - std::chrono::hours(1) - written;
}

// One device registers all cases, before anything else; the three replicas pull them.
void spreadCases(const Workload& workload, const sync::Schema& schema, HubProcess& hub, Sites& sites) {
    const platform::TemporaryFolder folder;
    {
        const platform::ManualClock clock(platform::SystemClock().wall() - std::chrono::hours(3));
        LocalDevice device(folder.path(), schema, clock);
        std::vector<sync::Record> drafts;
        for (const Case& one : workload.cases) {
            drafts.push_back(draftOf(schema, one));
            for (const CaseEvent& event : one.events) {
                drafts.push_back(draftOf(schema, event, one.id));
            }
        }
        device.saveAll(drafts);
    }
    static_cast<void>(DeviceProcess(folder.path(), hub.reader(3)).round());
    for (std::size_t i = 0; i < sites.size(); ++i) {
        Site& site = sites[i];
        site.hub = hub.reader(i);
        static_cast<void>(DeviceProcess(site.folder.path(), site.hub).round());
    }
}

void editOffline(const Workload& workload, const sync::Schema& schema, char name, const Site& site) {
    const auto shift = shiftOf(workload);
    platform::ManualClock clock(platform::WallTime{} + shift);
    clock.restartMachine("offline");
    LocalDevice device(site.folder.path(), schema, clock);
    for (const OfflineEdit& edit : workload.edits) {
        if (edit.replica != name) {
            continue;
        }
        clock.advance(platform::WallTime(std::chrono::milliseconds(edit.at)) + shift - clock.wall());
        device.edit(*schema.find(caseType), edit.caseId, changesOf(edit));
        std::vector<sync::Record> events;
        for (const CaseEvent& event : edit.events) {
            events.push_back(draftOf(schema, event, edit.caseId));
        }
        device.saveAll(events);
    }
}

// All three at the same time, `rounds` times; the time from the first start to the last end.
Seconds cableIn(const Sites& sites, int rounds) {
    std::vector<std::unique_ptr<DeviceProcess>> devices;
    for (const Site& site : sites) {
        devices.push_back(std::make_unique<DeviceProcess>(site.folder.path(), site.hub));
    }
    auto start = std::chrono::steady_clock::time_point::max();
    auto end = std::chrono::steady_clock::time_point::min();
    for (int i = 0; i < rounds; ++i) {
        for (const auto& device : devices) {
            device->order("round");
        }
        for (const auto& device : devices) {
            const Stretch round = device->roundAnswer();
            start = std::min(start, round.start);
            end = std::max(end, round.end);
        }
    }
    return end - start;
}

struct Outcome {
    Seconds time{};
    int rounds = 0;
    MergeScore score;
};

// Looks at the replicas' files; true when they hold the same.
bool look(const Workload& workload, const sync::Schema& schema, const Sites& sites, MergeScore& score) {
    const platform::SystemClock clock;
    std::vector<std::unique_ptr<LocalDevice>> devices;
    std::vector<sync::Replica*> replicas;
    for (const Site& site : sites) {
        devices.push_back(std::make_unique<LocalDevice>(site.folder.path(), schema, clock));
        replicas.push_back(&devices.back()->replica());
    }
    score = scoreOf(workload, replicas);
    return holdTheSame(replicas);
}

Outcome merge(const Workload& workload, const sync::Schema& schema) {
    const platform::TemporaryFolder hubFolder;
    HubProcess hub(hubFolder.path());
    Sites sites;
    spreadCases(workload, schema, hub, sites);
    for (std::size_t i = 0; i < sites.size(); ++i) {
        editOffline(workload, schema, replicaNames[i], sites[i]);
    }
    Outcome outcome;
    // Who is first in the first round cannot have seen the others, so two is the least.
    outcome.rounds = 2;
    outcome.time = cableIn(sites, outcome.rounds);
    while (!look(workload, schema, sites, outcome.score)) {
        if (outcome.rounds == mostRounds) {
            throw std::runtime_error("W4: the replicas differ after " + std::to_string(mostRounds) +
                                     " rounds");
        }
        outcome.time += cableIn(sites, 1);
        ++outcome.rounds;
    }
    return outcome;
}

} // namespace

void measureMerge(const Workload& workload, const sync::Schema& schema, int runs, Report& report) {
    Outcome worst;
    const auto ours = [&] {
        const Outcome outcome = merge(workload, schema);
        MergeScore& score = worst.score;
        worst.rounds = std::max(worst.rounds, outcome.rounds);
        const MergeScore before = score;
        score = outcome.score;
        score.fieldsLost = std::max(score.fieldsLost, before.fieldsLost);
        score.eventsLost = std::max(score.eventsLost, before.eventsLost);
        score.losersUnreadable = std::max(score.losersUnreadable, before.losersUnreadable);
        return outcome.time;
    };
    const std::vector<Pair> pairs = interleaved(
        runs, [&] { return bulkInsertTime(workload.responses); }, ours);
    const MergeScore& score = worst.score;
    report.add("W4_time", ratiosOf(pairs),
               readable(medianOurs(pairs)) + " against " + readable(medianFloor(pairs)) +
                   " for the bulk insert");
    report.add("W4_rounds", worst.rounds, "of each replica, until all were equal");
    report.add("W4_fields_lost", score.fieldsLost, "of " + std::to_string(score.fields));
    report.add("W4_events_lost", score.eventsLost, "of " + std::to_string(score.events));
    report.add("W4_losers_unreadable", score.losersUnreadable, "of " + std::to_string(score.losers));
}

} // namespace lianxin::bench
