// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An HttpServer on a port of its own with a thread that runs it, stopped at the end of the object.

#include "platform/http/server.h"

#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace lianxin::tests {

class RunningServer {
public:
    RunningServer(platform::ServerLimits limits, platform::HttpServer::Gate gate,
                  platform::HttpServer::Handler handler);
    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;
    ~RunningServer();

    [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
    /// Returns when the server's thread has ended.
    void stop();
    [[nodiscard]] std::vector<std::string> logged();

private:
    std::mutex mutex_;
    std::vector<std::string> logged_;
    platform::HttpServer server_;
    std::uint16_t port_;
    std::thread thread_;
};

/// Lets everyone in.
[[nodiscard]] platform::HttpServer::Gate openGate();
/// Answers with the body of the request.
[[nodiscard]] platform::HttpServer::Handler echo();
[[nodiscard]] platform::ServerAnswer answerOf(unsigned status, std::string body);

} // namespace lianxin::tests
