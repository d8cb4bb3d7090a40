// SPDX-License-Identifier: GPL-3.0-or-later
// Runs seeded schedules over the real store and tells which invariants did not hold. A seed is a whole story:
// the same seed does the same, and a failure is replayed by naming it.
#include "tests/simulation/schedule_runs.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace {

using lianxin::simulation::playSchedules;
using lianxin::simulation::ScheduleOptions;
using lianxin::simulation::ScheduleOutcome;
using lianxin::simulation::ScheduleRange;

/// Every fault that can be switched on.
constexpr std::array<std::string_view, 33> mutants{"no_tie_break",
                                                   "raw_clock",
                                                   "no_history",
                                                   "no_offered_through",
                                                   "receipt_covers_all",
                                                   "version_dropped_on_resolve",
                                                   "receipt_without_state",
                                                   "cursor_before_apply",
                                                   "no_gone",
                                                   "purge_unsent",
                                                   "rollback_unnoticed",
                                                   "no_restamp",
                                                   "restamp_received",
                                                   "no_rejoin_after_restamp",
                                                   "feed_out_of_order",
                                                   "future_admitted",
                                                   "authority_unchecked",
                                                   "unchanged_takes_sequence",
                                                   "children_stay_behind",
                                                   "history_not_joined",
                                                   "part_to_anyone",
                                                   "writer_kept",
                                                   "receipt_over_gap",
                                                   "gained_scope_from_now",
                                                   "salvage_as_received",
                                                   "salvage_keeps_cursor",
                                                   "bundle_offset_anew",
                                                   "blob_unverified",
                                                   "blob_for_anyone",
                                                   "blob_takes_no_sequence",
                                                   "blob_receipts_outlive_history",
                                                   "blob_purged_unsent",
                                                   "salvage_without_blobs"};

/// Within so many schedules each of them is surely noticed, whatever the first seed.
constexpr std::uint64_t mutantsBudget = 300;

struct Options {
    std::uint64_t seeds = 300;
    std::uint64_t firstSeed = 1;
    std::uint64_t seconds = std::numeric_limits<std::uint32_t>::max(); ///< it begins no schedule later
    std::uint64_t jobs = 1;
    ScheduleOptions schedule;
    std::string mutant;
    bool killMutants = false;
    bool list = false;
    bool json = false;
};

struct Failures {
    std::uint64_t count = 0;
    std::uint64_t seed = 0;
    int step = 0;
};

struct Summary {
    std::uint64_t run = 0;
    std::uint64_t bad = 0;
    std::map<std::string, Failures> failures;
    std::uint64_t digest = 0;
    double seconds = 0;
};

constexpr std::string_view usage =
    "lianxin-sim [--seeds N] [--first-seed K] [--steps S] [--store memory|sqlite] [--json] [--trace]\n"
    "            [--seconds T]     as many of the seeds as fit into this time\n"
    "            [--jobs J]        so many of them at a time\n"
    "            [--mutant NAME]   run the store with this fault; stops at the first schedule that notices "
    "it, and\n"
    "                              succeeds if there is one\n"
    "            [--kill-mutants]  run it with one fault after the other, each for as many schedules as it "
    "should take\n"
    "            [--list-mutants]\n";

template <class Number>
bool read(std::string_view text, Number& number) {
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size() && number > 0;
}

bool takeWord(Options& options, std::string_view word) {
    if (word == "--list-mutants")
        options.list = true;
    else if (word == "--json")
        options.json = true;
    else if (word == "--trace")
        options.schedule.print = true;
    else if (word == "--kill-mutants")
        options.killMutants = true;
    else
        return false;
    return true;
}

bool takeValue(Options& options, std::string_view word, std::string_view value) {
    if (word == "--seeds")
        return read(value, options.seeds);
    if (word == "--seconds")
        return read(value, options.seconds);
    if (word == "--first-seed")
        return read(value, options.firstSeed);
    if (word == "--jobs")
        return read(value, options.jobs);
    if (word == "--steps")
        return read(value, options.schedule.steps);
    if (word == "--store") {
        options.schedule.onDisk = value == "sqlite";
        return value == "sqlite" || value == "memory";
    }
    if (word == "--mutant") {
        options.mutant = value;
        return std::find(mutants.begin(), mutants.end(), value) != mutants.end();
    }
    return false;
}

std::optional<Options> parse(const std::vector<std::string_view>& words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (takeWord(options, words[i]))
            continue;
        if (i + 1 == words.size() || !takeValue(options, words[i], words[i + 1])) {
            std::fprintf(stderr, "not understood: %s\n%s", std::string(words[i]).c_str(), usage.data());
            return std::nullopt;
        }
        ++i;
    }
    return options;
}

Summary run(const Options& options) {
    Summary summary;
    const auto began = std::chrono::steady_clock::now();
    const ScheduleRange range{options.firstSeed, options.seeds, began + std::chrono::seconds(options.seconds),
                              options.jobs, options.mutant};
    playSchedules(options.schedule, range, [&](std::uint64_t seed, const ScheduleOutcome& outcome) {
        ++summary.run;
        summary.digest = summary.digest * 31 + outcome.digest;
        if (outcome.failure.empty())
            return true;
        ++summary.bad;
        Failures& failures = summary.failures[outcome.failure];
        if (failures.count++ == 0) {
            failures.seed = seed;
            failures.step = outcome.step;
        }
        return options.mutant.empty();
    });
    summary.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return summary;
}

void print(const Options& options, const Summary& summary) {
    if (options.json) {
        nlohmann::json json{{"schedules", summary.run},
                            {"bad", summary.bad},
                            {"digest", summary.digest},
                            {"mutant", options.mutant},
                            {"failures", nlohmann::json::array()}};
        for (const auto& [text, failures] : summary.failures)
            json["failures"].push_back({{"what", text},
                                        {"count", failures.count},
                                        {"seed", failures.seed},
                                        {"step", failures.step}});
        std::printf("%s\n", json.dump().c_str());
        return;
    }
    std::printf("%llu schedules, %llu bad, %.1f a second, digest %016llx\n",
                static_cast<unsigned long long>(summary.run), static_cast<unsigned long long>(summary.bad),
                static_cast<double>(summary.run) / summary.seconds,
                static_cast<unsigned long long>(summary.digest));
    for (const auto& [text, failures] : summary.failures)
        std::printf("  %6llu  %s (first: seed %llu, after step %d)\n",
                    static_cast<unsigned long long>(failures.count), text.c_str(),
                    static_cast<unsigned long long>(failures.seed), failures.step);
}

bool killMutants(Options options) {
    bool allKilled = true;
    for (const std::string_view mutant : mutants) {
        options.mutant = mutant;
        options.seeds = mutantsBudget;
        const Summary summary = run(options);
        allKilled = allKilled && summary.bad > 0;
        std::printf("%-28s %s after %llu schedules%s%s\n", mutant.data(),
                    summary.bad > 0 ? "killed" : "SURVIVED", static_cast<unsigned long long>(summary.run),
                    summary.bad > 0 ? ": " : "",
                    summary.bad > 0 ? summary.failures.begin()->first.c_str() : "");
        std::fflush(stdout);
    }
    return allKilled;
}

} // namespace

int main(int count, char** words) {
    const auto options = parse({words + 1, words + count});
    if (!options)
        return 2;
    if (options->list) {
        for (const std::string_view mutant : mutants)
            std::printf("%s\n", mutant.data());
        return 0;
    }
    if (options->killMutants)
        return killMutants(*options) ? 0 : 1;
    const Summary summary = run(*options);
    print(*options, summary);
    return (summary.bad > 0) == !options->mutant.empty() ? 0 : 1;
}
