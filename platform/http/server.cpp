// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/server.h"

#include "platform/http/server_core.h"

#include <cstdio>
#include <utility>

namespace lianxin::platform {

namespace {

void logToStandardError(std::string_view line) {
    std::fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
}

} // namespace

HttpServer::HttpServer(ServerLimits limits, Gate gate, Handler handler)
    : HttpServer(limits, std::move(gate), std::move(handler), logToStandardError) {}

HttpServer::HttpServer(ServerLimits limits, Gate gate, Handler handler, Log log)
    : core_(std::make_shared<ServerCore>(limits, std::move(gate), std::move(handler), std::move(log))) {}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::listen(const std::string& host, std::uint16_t port) {
    return core_->listen(host, port);
}

void HttpServer::run() {
    core_->run();
}

void HttpServer::stop() {
    core_->stop();
}

} // namespace lianxin::platform
