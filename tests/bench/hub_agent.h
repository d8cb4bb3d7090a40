// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The inside of a HubProcess: the parts of the real hub, put together with the benchmark's record types and
// rules.

#include <filesystem>
#include <string>
#include <vector>

namespace lianxin::bench {

struct BenchDevice {
    std::string secret;
    bool reads = false;
};

/// Makes a hub's file in the folder that knows these devices.
void enrolDevices(const std::filesystem::path& folder, const std::vector<BenchDevice>& devices);

/// What a restore does beside putting the file in its place: from here on the hub knows that there was one.
void noteRestore(const std::filesystem::path& folder);

/// Serves on a free port of the loopback, which is the one line it prints, until the process is asked to end.
int runHubAgent(const std::filesystem::path& folder);

} // namespace lianxin::bench
