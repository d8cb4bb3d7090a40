// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// One connection of an HttpServer, from accept to close. It is kept alive by the operations that wait on its
// socket and by the Reply that it owes an answer to; everything runs on the server's thread.
//
// All reading is "wait until readable, then receive without blocking into the shared scratch buffer": a
// connection that waits holds no buffer and no parser, and a deadline never has to race with a read that is
// under way.

#include "platform/http/server_core.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace lianxin::platform {

class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(ServerCore& core, Socket socket, Admission admission);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    /// Waits for the first request, or says that there is no room.
    void start();
    /// The handler's answer to the request being answered.
    void deliver(ServerAnswer answer);
    /// Closes when idle, else after the answer in flight.
    void finish();
    void close() noexcept;

private:
    enum class Phase {
        Idle,      ///< between requests
        Header,    ///< the request has begun
        Body,      ///< the header was accepted
        Answering, ///< the handler has the request
        Writing,
        Lingering, ///< all is said; reads on for a moment, since closing with unread input would destroy the
                   ///< answer
        Closed
    };
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    void watch();
    void onReadable();
    void receive();
    [[nodiscard]] std::size_t receiveLimit() const;
    void noticeLeaving();
    void discard();

    void feed(std::string_view received);
    /// Takes what it understood off the bytes. False when the request is refused.
    [[nodiscard]] bool parse(std::string_view& bytes);
    [[nodiscard]] bool acceptHeader();
    [[nodiscard]] bool acceptBody();
    void keepRest(std::string_view rest);
    void dispatch();

    void refuse(unsigned status);
    void refuseForNow();
    void write(ServerAnswer answer);
    void onWritten(const boost::system::error_code& error);
    void next();
    void linger();

    void setDeadline(std::chrono::milliseconds fromNow);
    void clearDeadline();
    void onDeadline();

    ServerCore& core_;
    Socket socket_;
    Timer timer_;
    const Admission admission_;
    std::uint64_t deadlineNumber_ = 0;
    Phase phase_ = Phase::Idle;
    bool watching_ = false;
    bool closeAfterAnswer_ = false;
    bool withoutBody_ = false; ///< the request was a HEAD
    std::size_t reservedBytes_ = 0;
    std::string reservedFor_; ///< the authorization of the request that has them
    std::size_t headerBytes_ = 0;
    std::size_t discardedBytes_ = 0; ///< while lingering
    std::unique_ptr<Parser> parser_;
    std::string unparsed_; ///< received, and either too short to parse or of the next request
    ServerRequest request_;
    std::stop_source leaving_{std::nostopstate}; ///< for whoever makes the answer
    std::string head_;
    ServerAnswer answer_;
};

} // namespace lianxin::platform
