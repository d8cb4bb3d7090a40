// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/platform/running_server.h"

#include <utility>

namespace lianxin::tests {

RunningServer::RunningServer(platform::ServerLimits limits, platform::HttpServer::Gate gate,
                             platform::HttpServer::Handler handler)
    : server_(limits, std::move(gate), std::move(handler),
              [this](std::string_view line) {
                  const std::scoped_lock lock(mutex_);
                  logged_.emplace_back(line);
              }),
      port_(server_.listen("127.0.0.1", 0)),
      thread_([this] { server_.run(); }) {}

RunningServer::~RunningServer() {
    stop();
}

void RunningServer::stop() {
    if (thread_.joinable()) {
        server_.stop();
        thread_.join();
    }
}

std::vector<std::string> RunningServer::logged() {
    const std::scoped_lock lock(mutex_);
    return logged_;
}

platform::HttpServer::Gate openGate() {
    return [](const platform::ServerRequest&) { return std::nullopt; };
}

platform::HttpServer::Handler echo() {
    return [](platform::ServerRequest request, const platform::HttpServer::Reply& reply) {
        reply(answerOf(200, std::move(request.body)));
    };
}

platform::ServerAnswer answerOf(unsigned status, std::string body) {
    platform::ServerAnswer answer;
    answer.status = status;
    answer.body = std::move(body);
    return answer;
}

} // namespace lianxin::tests
