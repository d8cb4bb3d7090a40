// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A server that accepts one connection and answers each request with the next text of a script, right or
// wrong. After the last one it closes; an empty text is silence until the client leaves.

#include "platform/files/file_descriptor.h"

#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace lianxin::tests {

class RawServer {
public:
    explicit RawServer(std::vector<std::string> script);
    RawServer(const RawServer&) = delete;
    RawServer& operator=(const RawServer&) = delete;
    ~RawServer();

    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    /// The requests so far.
    [[nodiscard]] std::string received();

private:
    void serve();
    bool readRequest(int socket);

    std::vector<std::string> script_;
    platform::FileDescriptor listener_;
    std::uint16_t port_ = 0;
    std::mutex mutex_;
    std::string received_;
    std::thread thread_;
};

} // namespace lianxin::tests
