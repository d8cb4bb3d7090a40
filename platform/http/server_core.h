// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The part of an HttpServer that its connections see: the limits, the owner's decisions and what all
// connections share. It lives until the server is gone and the last Reply with it. Everything runs on the
// server's thread, except run()'s caller, stop() and the making of a Reply's call, which only post to it.

#include "platform/http/server.h"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <list>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace lianxin::platform {

class Connection;

using IoExecutor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, IoExecutor>;
using Timer =
    boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                      boost::asio::wait_traits<std::chrono::steady_clock>, IoExecutor>;

enum class Admission {
    Admitted,
    Refused ///< there is no room: it is told so and closed
};

class ServerCore : public std::enable_shared_from_this<ServerCore> {
public:
    ServerCore(ServerLimits limits, HttpServer::Gate gate, HttpServer::Handler handler, HttpServer::Log log);

    std::uint16_t listen(const std::string& host, std::uint16_t port);
    void run();
    void stop();

    [[nodiscard]] const ServerLimits& limits() const noexcept { return limits_; }
    [[nodiscard]] boost::asio::io_context& io() noexcept { return io_; }
    [[nodiscard]] bool stopping() const noexcept { return stopping_; }
    /// One buffer to receive into, for all: its content is used up before anyone else receives.
    [[nodiscard]] std::span<char> scratch() noexcept { return scratch_; }

    /// What the owner's gate says; a 500 when it throws.
    [[nodiscard]] std::optional<ServerAnswer> askGate(const ServerRequest& request);
    /// Hands the request to the owner's handler; replies with a 500 when it throws.
    void handle(ServerRequest request, const HttpServer::Reply& reply);

    /// Sets room for a body aside; false when there is none, or when the client has its share of it.
    [[nodiscard]] bool reserve(const std::string& authorization, std::size_t bytes);
    void release(const std::string& authorization, std::size_t bytes) noexcept;

    void join(Connection& connection, Admission admission);
    void leave(Connection& connection, Admission admission) noexcept;
    /// The gate let a request of this connection in.
    void letIn(Connection& connection) noexcept { strangers_.remove(&connection); }

private:
    void accept();
    void onAccepted(const boost::system::error_code& error, Socket socket);
    void admit(Socket socket);
    void beginStop();
    void closeAll();

    const ServerLimits limits_;
    const HttpServer::Gate gate_;
    const HttpServer::Handler handler_;
    const HttpServer::Log log_;
    std::vector<char> scratch_;
    std::size_t bufferedBytes_ = 0;
    std::unordered_map<std::string, std::size_t> bufferedBytesOf_; ///< by authorization; none is 0
    std::unordered_set<Connection*> connections_;
    std::list<Connection*> strangers_; ///< the oldest first; few enough to be searched
    std::size_t admitted_ = 0;
    bool stopping_ = false;

    // Connections die with the context that holds their waiting operations, and take leave of what is above.
    boost::asio::io_context io_;
    boost::asio::executor_work_guard<IoExecutor> work_;
    boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, IoExecutor> acceptor_;
    Timer pause_;
    Timer stopDeadline_;
};

} // namespace lianxin::platform
