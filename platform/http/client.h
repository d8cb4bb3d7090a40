// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Asks one server over HTTP without blocking. The client owns its connections, which stay open between
// requests, and ends them with itself. All of it belongs to one thread, wake() excepted; answers are
// delivered inside runOnce().

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace lianxin::platform {

struct ClientRequest {
    std::string path; ///< begins with '/'; the query, if any, included
    std::string body;
    std::string_view contentType;       ///< empty: none is sent; the text must outlive the request
    std::chrono::milliseconds deadline; ///< for the whole exchange, connecting included
};

struct ClientAnswer {
    /// True when a whole answer arrived. Otherwise body is empty and it is unknown whether the server acted.
    bool reachedServer = false;
    /// HTTP's status; 0 when none arrived. Set without reachedServer when the answer broke off or was too
    /// large.
    unsigned status = 0;
    std::string body;
    std::optional<std::chrono::seconds> retryAfter;
    std::string failure;         ///< why there is no whole answer, for diagnostics; never decide by it
    std::uint64_t bytesSent = 0; ///< headers included, TLS and TCP not
    std::uint64_t bytesReceived = 0;
};

class HttpClient {
public:
    using Done = std::function<void(ClientAnswer)>;

    /// The base is "http://host:port" or "https://host", without a path. The authorization is sent as it is
    /// in the header of that name, unless it is empty. Answers with a larger body than maxAnswerBytes are
    /// refused while they arrive. Throws std::invalid_argument when a text holds a control character. The
    /// process ignores SIGPIPE from then on, because a connection that ends while TLS writes would kill it.
    HttpClient(std::string baseUrl, std::string authorization, std::size_t maxAnswerBytes);
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;
    /// What is in flight is dropped; its callbacks are not called.
    ~HttpClient();

    /// Starts a request. Several may be in flight, each on its own connection. The callback comes exactly
    /// once from runOnce(), unless the request is cancelled; it may call post() and cancelAll(), and must not
    /// throw. A connection that the server closed while idle is replaced silently, so a request may reach the
    /// server twice.
    void post(ClientRequest request, Done done);

    /// Waits for traffic, wake() or the time limit, and delivers answers. False when nothing was delivered
    /// and nothing is in flight. It waits also with nothing in flight, so a loop around it does not spin.
    bool runOnce(std::chrono::milliseconds atMost);

    /// Ends a runOnce() early, or the next one if none is running. Any thread.
    void wake() noexcept;

    [[nodiscard]] std::size_t inFlight() const noexcept;
    /// Drops all requests without calling back.
    void cancelAll();

private:
    class Transfers;
    std::unique_ptr<Transfers> transfers_;
};

} // namespace lianxin::platform
