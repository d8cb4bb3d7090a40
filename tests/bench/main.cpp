// SPDX-License-Identifier: GPL-3.0-or-later
// lianxin-bench: what the program's own parts cost, as ratios to what the machine can do at best.

#include "platform/process/signals.h"
#include "tests/bench/bench_schema.h"
#include "tests/bench/device_agent.h"
#include "tests/bench/hub_agent.h"
#include "tests/bench/workload_exchange.h"
#include "tests/bench/workload_herd.h"
#include "tests/bench/workload_ingest.h"
#include "tests/bench/workload_live.h"
#include "tests/bench/workload_merge.h"
#include "tests/bench/workload_restore.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace {

using namespace lianxin::bench;

constexpr const char* usage =
    R"(lianxin-bench sync --data DIR [--json] [--runs N] [--only W1|W2|W4|W5|herd|restore]

  --data DIR  the folder with responses.jsonl, cases.jsonl and edits.jsonl
  --json      one line of JSON instead of a table
  --runs N    how often floor and ours are measured in turn; 5 unless given
  --only W    one part: W1 saving, W2 pushing and pulling (W3, disk and memory, too), W4 merging, W5 one change,
              herd two thousand devices at once, restore a hub from an old backup

lianxin-bench ui [--json] [--runs N] [--only first|tap|scroll|form]

  the windows, drawn in software without a display: the first frame and the memory against a bare window's, and
  how long a frame takes while somebody taps, scrolls and fills in

The files of a run are made in the folder that TMPDIR names, and removed.
)";

struct Options {
    std::string data;
    bool json = false;
    int runs = 5;
    std::string only;
};

std::optional<Options> optionsOf(const std::vector<std::string>& arguments) {
    Options options;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
        const std::string& name = arguments[i];
        const bool hasValue = i + 1 < arguments.size();
        if (name == "--json") {
            options.json = true;
        } else if (name == "--data" && hasValue) {
            options.data = arguments[++i];
        } else if (name == "--only" && hasValue) {
            options.only = arguments[++i];
        } else if (name == "--runs" && hasValue) {
            const std::string& text = arguments[++i];
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), options.runs);
            if (error != std::errc() || end != text.data() + text.size() || options.runs < 1) {
                return std::nullopt;
            }
        } else {
            return std::nullopt;
        }
    }
    constexpr std::string_view parts[] = {"", "W1", "W2", "W4", "W5", "herd", "restore"};
    const bool known = std::find(std::begin(parts), std::end(parts), options.only) != std::end(parts);
    return options.data.empty() || !known ? std::nullopt : std::optional(options);
}

bool wanted(const Options& options, std::string_view part) {
    if (!options.only.empty() && options.only != part) {
        return false;
    }
    std::cerr << "measuring " << part << " ..." << std::endl;
    return true;
}

int benchSync(const Options& options) {
    const Workload workload = loadWorkload(options.data);
    const lianxin::sync::Schema schema = benchSchema();
    Report report(Report::Part::Sync);
    if (wanted(options, "W1")) {
        measureIngest(workload, schema, options.runs, report);
    }
    if (wanted(options, "W2")) {
        measureExchange(workload, options.data, schema, options.runs, report);
    }
    if (wanted(options, "W4")) {
        measureMerge(workload, schema, options.runs, report);
    }
    if (wanted(options, "W5")) {
        measureLive(workload, schema, report);
    }
    if (wanted(options, "herd")) {
        measureHerd(workload, schema, options.runs, report);
    }
    if (wanted(options, "restore")) {
        measureRestore(workload, schema, options.runs, report);
    }
    std::cout << (options.json ? report.json() + "\n" : report.table()) << std::flush;
    return 0;
}

/// Windows are measured by a program of its own, so that nothing of Qt is in this one, whose memory is a
/// figure.
int becomeUiBench(char** values) {
    const auto program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "lianxin-bench-ui";
    ::execv(program.c_str(), values + 1);
    throw std::system_error(errno, std::generic_category(), program.string());
}

} // namespace

int main(int count, char** values) {
    const std::vector<std::string> arguments(values + 1, values + count);
    lianxin::platform::ignoreBrokenPipes();
    try {
        if (!arguments.empty() && arguments[0] == "sync") {
            if (const auto options = optionsOf(arguments)) {
                return benchSync(*options);
            }
        }
        if (!arguments.empty() && arguments[0] == "ui") {
            return becomeUiBench(values);
        }
        // The two below are how the benchmark starts its own processes.
        if (arguments.size() == 2 && arguments[0] == "hub") {
            return runHubAgent(arguments[1]);
        }
        if (arguments.size() == 5 && arguments[0] == "device") {
            lianxin::platform::FileDescriptor channel(std::stoi(arguments[1]));
            return runDeviceAgent(std::move(channel), arguments[2], {arguments[3], arguments[4]});
        }
    } catch (const std::exception& problem) {
        std::cerr << "lianxin-bench: " << problem.what() << "\n";
        return 1;
    }
    std::cerr << usage;
    return 2;
}
