// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Answers HTTP/1.1 on one thread, with a limit on everything that a stranger can make large, long or many.
// TLS is left to a proxy in front. The server owns its connections; answers may come later and from any
// thread, also after the server is gone (they are then dropped).

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace lianxin::platform {

class ServerCore;

struct ServerLimits {
    std::size_t headerBytes = std::size_t{8} * 1024;
    std::size_t bodyBytes = std::size_t{4} * 1024 * 1024;
    std::chrono::milliseconds headerDeadline = std::chrono::seconds(10);
    std::chrono::milliseconds bodyDeadline = std::chrono::seconds(60);
    std::chrono::milliseconds idleDeadline = std::chrono::seconds(90); ///< between requests
    std::chrono::milliseconds writeDeadline = std::chrono::seconds(60);
    std::size_t connections = 4096;
    /// Connections on which the gate let nothing in yet. One that comes beyond them takes the place of the
    /// one that has been silent longest. As many as may come back at once after the power was away.
    std::size_t strangers = 2048;
    /// Sum of the bodies being held, from the declared length until the reply. A chunked body counts as
    /// bodyBytes.
    std::size_t bufferedBytes = std::size_t{256} * 1024 * 1024;
    /// What requests with one and the same authorization may hold of it: a client that sends bodies and never
    /// ends them must not keep the others out.
    std::size_t bufferedBytesOfOne = std::size_t{32} * 1024 * 1024;
    std::chrono::seconds retryAfter{30}; ///< told to those who are refused for lack of room
};

struct ServerRequest {
    std::string method;
    std::string path;          ///< as received: neither decoded nor cut at the query
    std::string authorization; ///< the header's text as received; empty without one
    std::string body;
    /// Stopped, on the server's thread, once nobody waits for the answer any more.
    std::stop_token left;
};

struct ServerAnswer {
    unsigned status = 500;
    std::string body;
    std::string_view contentType; ///< empty: none is sent; the text must live for ever (a literal)
    std::optional<std::chrono::seconds> retryAfter;
};

class HttpServer {
public:
    /// Answers one request. A client that ends its own sending meanwhile is taken to have left. May be called
    /// once, later, from any thread; further calls do nothing. When the last copy is destroyed without a call
    /// the connection is closed.
    using Reply = std::function<void(ServerAnswer)>;
    /// Runs on the thread of run() and must not block. What it throws becomes a 500 and a line in the log.
    using Handler = std::function<void(ServerRequest, Reply)>;
    /// Decides from method, path and authorization alone, before the body is read; an answer given here
    /// refuses the request unread.
    using Gate = std::function<std::optional<ServerAnswer>(const ServerRequest&)>;
    using Log = std::function<void(std::string_view line)>;

    /// Logs to standard error.
    HttpServer(ServerLimits limits, Gate gate, Handler handler);
    HttpServer(ServerLimits limits, Gate gate, Handler handler, Log log);
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    /// run() must have returned.
    ~HttpServer();

    /// Takes connections on a numeric address; port 0 lets the system choose. Returns the port.
    /// Throws std::runtime_error when the address cannot be had.
    std::uint16_t listen(const std::string& host, std::uint16_t port);

    /// Serves until stop(). Called once, on the one thread that does all of the server's work.
    void run();

    /// Any thread. Takes no more connections, closes the idle ones, lets answers in flight finish for at most
    /// the write deadline, and makes run() return.
    void stop();

private:
    std::shared_ptr<ServerCore> core_;
};

} // namespace lianxin::platform
