// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/server_core.h"

#include "platform/http/connection.h"

#include <boost/asio/post.hpp>

#include <exception>
#include <utility>

namespace lianxin::platform {

namespace {

namespace asio = boost::asio;

constexpr std::size_t scratchBytes = std::size_t{256} * 1024;
// Those who come when there is no room are told so; this bounds how many are being told at once.
constexpr std::size_t maxRefusals = 64;
constexpr auto pauseWithoutDescriptors = std::chrono::milliseconds(100);

} // namespace

ServerCore::ServerCore(ServerLimits limits, HttpServer::Gate gate, HttpServer::Handler handler,
                       HttpServer::Log log)
    : limits_(limits),
      gate_(std::move(gate)),
      handler_(std::move(handler)),
      log_(std::move(log)),
      scratch_(scratchBytes),
      io_(1),
      work_(io_.get_executor()),
      acceptor_(io_.get_executor()),
      pause_(io_.get_executor()),
      stopDeadline_(io_.get_executor()) {}

std::uint16_t ServerCore::listen(const std::string& host, std::uint16_t port) {
    const asio::ip::tcp::endpoint endpoint(asio::ip::make_address(host), port);
    acceptor_.open(endpoint.protocol());
    acceptor_.set_option(asio::socket_base::reuse_address(true));
    acceptor_.bind(endpoint);
    acceptor_.listen(asio::socket_base::max_listen_connections);
    accept();
    return acceptor_.local_endpoint().port();
}

void ServerCore::run() {
    while (true) {
        try {
            io_.run();
            return;
        } catch (const std::exception& error) {
            // One connection ran out of memory or met a mistake of ours. It lost its operations and is gone
            // with them.
            log_(std::string("http server: ") + error.what());
        }
    }
}

void ServerCore::stop() {
    asio::post(io_, [this] { beginStop(); });
}

void ServerCore::beginStop() {
    if (stopping_) {
        return;
    }
    stopping_ = true;
    work_.reset();
    pause_.cancel();
    boost::system::error_code ignored; // closing cannot be undone, nor tried again
    acceptor_.close(ignored);
    const std::vector<Connection*> present(connections_.begin(), connections_.end());
    for (Connection* connection : present) {
        connection->finish();
    }
    if (connections_.empty()) {
        return;
    }
    stopDeadline_.expires_after(limits_.writeDeadline);
    stopDeadline_.async_wait([this](const boost::system::error_code& error) {
        if (!error) {
            closeAll();
        }
    });
}

void ServerCore::closeAll() {
    const std::vector<Connection*> present(connections_.begin(), connections_.end());
    for (Connection* connection : present) {
        connection->close();
    }
}

std::optional<ServerAnswer> ServerCore::askGate(const ServerRequest& request) {
    try {
        return gate_(request);
    } catch (const std::exception& error) {
        log_(std::string("http gate: ") + error.what());
        return ServerAnswer{};
    }
}

void ServerCore::handle(ServerRequest request, const HttpServer::Reply& reply) {
    try {
        handler_(std::move(request), reply);
    } catch (const std::exception& error) {
        log_(std::string("http handler: ") + error.what());
        reply(ServerAnswer{});
    }
}

bool ServerCore::reserve(const std::string& authorization, std::size_t bytes) {
    const auto known = bufferedBytesOf_.find(authorization);
    const std::size_t own = known == bufferedBytesOf_.end() ? 0 : known->second;
    if (bytes > limits_.bufferedBytes - bufferedBytes_ || bytes > limits_.bufferedBytesOfOne - own) {
        return false;
    }
    if (bytes > 0) {
        bufferedBytesOf_[authorization] += bytes;
        bufferedBytes_ += bytes;
    }
    return true;
}

void ServerCore::release(const std::string& authorization, std::size_t bytes) noexcept {
    if (bytes == 0) {
        return;
    }
    bufferedBytes_ -= bytes;
    const auto own = bufferedBytesOf_.find(authorization);
    own->second -= bytes;
    if (own->second == 0) {
        bufferedBytesOf_.erase(own);
    }
}

void ServerCore::join(Connection& connection, Admission admission) {
    connections_.insert(&connection);
    if (admission == Admission::Refused)
        return;
    ++admitted_;
    strangers_.push_back(&connection);
    if (strangers_.size() > limits_.strangers)
        strangers_.front()->close();
}

void ServerCore::leave(Connection& connection, Admission admission) noexcept {
    connections_.erase(&connection);
    strangers_.remove(&connection);
    admitted_ -= admission == Admission::Admitted ? 1 : 0;
    if (stopping_ && connections_.empty()) {
        stopDeadline_.cancel();
    }
}

void ServerCore::accept() {
    acceptor_.async_accept([this](const boost::system::error_code& error, Socket socket) {
        onAccepted(error, std::move(socket));
    });
}

void ServerCore::onAccepted(const boost::system::error_code& error, Socket socket) {
    if (stopping_) {
        return;
    }
    if (!error || error == asio::error::connection_aborted) {
        accept();
        if (!error) {
            admit(std::move(socket));
        }
        return;
    }
    // Most likely there are no file descriptors left. Trying again at once would only burn the processor.
    log_("http accept: " + error.message());
    pause_.expires_after(pauseWithoutDescriptors);
    pause_.async_wait([this](const boost::system::error_code& cancelled) {
        if (!cancelled) {
            accept();
        }
    });
}

void ServerCore::admit(Socket socket) {
    const Admission admission = admitted_ < limits_.connections ? Admission::Admitted : Admission::Refused;
    if (admission == Admission::Refused && connections_.size() - admitted_ >= maxRefusals) {
        return; // the socket closes itself
    }
    boost::system::error_code error;
    socket.non_blocking(true, error);
    socket.set_option(asio::ip::tcp::no_delay(true), error);
    if (error) {
        return; // the other side has gone already
    }
    std::make_shared<Connection>(*this, std::move(socket), admission)->start();
}

} // namespace lianxin::platform
