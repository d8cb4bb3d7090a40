// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The hub as a process of its own, made of the parts of the real one, with the benchmark's record types
// instead of a hospital's. The process ends with the object.

#include "platform/process/child.h"
#include "tests/bench/device_process.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lianxin::bench {

class HubProcess {
public:
    /// Starts an empty hub in an empty folder. It knows one device that only writes, and four that see
    /// everything. Throws std::runtime_error.
    explicit HubProcess(const std::filesystem::path& folder);

    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// The device that pushes and may see nothing, as a kiosk does.
    [[nodiscard]] HubAddress writer() const { return addressOf(0); }
    /// One of four that see everything; the first is number 0.
    [[nodiscard]] HubAddress reader(std::size_t number) const { return addressOf(1 + number); }
    [[nodiscard]] double peakMegabytes() const;
    /// Asks it to end, and waits until it has. Throws std::runtime_error when it does not.
    void stop();

private:
    [[nodiscard]] HubAddress addressOf(std::size_t device) const;
    static platform::Child start(const std::filesystem::path& folder,
                                 const std::vector<std::string>& secrets);

    std::vector<std::string> secrets_;
    platform::Child child_;
    std::uint16_t port_ = 0;
};

} // namespace lianxin::bench
