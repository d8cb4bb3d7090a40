// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The hub as a process of its own, made of the parts of the real one, with the benchmark's record types
// instead of a hospital's. The process ends with the object.

#include "platform/process/child.h"
#include "tests/bench/device_process.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::bench {

class HubProcess {
public:
    /// Starts an empty hub in an empty folder. It knows one device that only writes, and four that see
    /// everything. Throws std::runtime_error.
    explicit HubProcess(const std::filesystem::path& folder) : HubProcess(folder, 1) {}
    /// The same with as many devices that only write.
    HubProcess(const std::filesystem::path& folder, std::size_t writers);

    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// The device that pushes and may see nothing, as a kiosk does.
    [[nodiscard]] HubAddress writer() const { return writer(0); }
    [[nodiscard]] HubAddress writer(std::size_t number) const { return addressOf(number); }
    /// One of four that see everything; the first is number 0.
    [[nodiscard]] HubAddress reader(std::size_t number) const { return addressOf(writers_ + number); }
    [[nodiscard]] double peakMegabytes() const;
    /// Asks it to end, and waits until it has. Throws std::runtime_error when it does not.
    void stop();
    /// Serves again what lies in the folder, on another port.
    void start();

private:
    [[nodiscard]] HubAddress addressOf(std::size_t device) const;

    std::filesystem::path folder_;
    std::size_t writers_;
    std::vector<std::string> secrets_;
    std::optional<platform::Child> child_;
    std::uint16_t port_ = 0;
};

} // namespace lianxin::bench
