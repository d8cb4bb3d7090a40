// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Stands between devices and the hub and counts every byte that crosses a socket, headers included, whatever
// the programs at the ends believe. Only for counting: it costs time, so what is timed does not go through
// it.

#include "platform/files/file_descriptor.h"

#include <atomic>
#include <cstdint>
#include <list>
#include <string>
#include <thread>

namespace lianxin::bench {

class Relay {
public:
    /// Passes on to this port of the loopback. Throws std::system_error.
    explicit Relay(std::uint16_t hubPort);
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;
    /// Closes every connection.
    ~Relay();

    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// Bytes that were passed on so far.
    [[nodiscard]] std::uint64_t toHub() const { return toHub_; }
    [[nodiscard]] std::uint64_t fromHub() const { return fromHub_; }

private:
    struct Link {
        platform::FileDescriptor device;
        platform::FileDescriptor hub;
    };

    void run();
    void accept();
    static bool pass(int from, int to, std::atomic<std::uint64_t>& count);

    std::uint16_t hubPort_;
    std::uint16_t port_ = 0;
    platform::FileDescriptor listener_;
    platform::FileDescriptor stop_;
    std::list<Link> links_; // only the thread's
    std::atomic<std::uint64_t> toHub_{0};
    std::atomic<std::uint64_t> fromHub_{0};
    std::thread thread_;
};

} // namespace lianxin::bench
