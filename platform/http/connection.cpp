// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/connection.h"

#include "platform/http/answer_head.h"
#include "platform/http/owed_answer.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace lianxin::platform {

namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;

// Enough for a header and a small body at once, and small enough for every connection to leave as much
// unparsed.
constexpr std::size_t receiveBytes = std::size_t{16} * 1024;
constexpr std::chrono::milliseconds lingerTime = std::chrono::seconds(1);
// Whoever still sends then does not mean to end.
constexpr std::size_t lingerBytes = std::size_t{8} << 20;

std::string textOf(boost::beast::string_view text) {
    return {text.data(), text.size()};
}

unsigned statusOf(const error_code& error) {
    if (error == http::error::body_limit) {
        return 413;
    }
    return error == http::error::header_limit ? 431 : 400;
}

} // namespace

Connection::Connection(ServerCore& core, Socket socket, Admission admission)
    : core_(core), socket_(std::move(socket)), timer_(socket_.get_executor()), admission_(admission) {
    core_.join(*this, admission_);
}

Connection::~Connection() {
    core_.release(reservedFor_, reservedBytes_);
    if (phase_ != Phase::Closed) {
        core_.leave(*this, admission_);
    }
}

void Connection::start() {
    if (admission_ == Admission::Refused) {
        refuseForNow();
        return;
    }
    // Someone who connects and says nothing gets no more time than someone who stops in the middle of a
    // header.
    setDeadline(core_.limits().headerDeadline);
    watch();
}

void Connection::finish() {
    closeAfterAnswer_ = true;
    if (phase_ == Phase::Idle) {
        close();
    }
}

void Connection::close() noexcept {
    if (phase_ == Phase::Closed) {
        return;
    }
    phase_ = Phase::Closed;
    ++deadlineNumber_;
    error_code ignored; // a connection that is given up has nobody to tell
    timer_.cancel(ignored);
    socket_.close(ignored);
    core_.leave(*this, admission_);
    leaving_.request_stop();
}

// ---- Reading

void Connection::watch() {
    if (watching_) {
        return;
    }
    watching_ = true;
    socket_.async_wait(Socket::wait_read, [self = shared_from_this()](const error_code& error) {
        self->watching_ = false;
        if (error) {
            self->close();
        } else {
            self->onReadable();
        }
    });
}

void Connection::onReadable() {
    switch (phase_) {
    case Phase::Idle:
    case Phase::Header:
    case Phase::Body:
        receive();
        return;
    case Phase::Answering:
        noticeLeaving();
        return;
    case Phase::Lingering:
        discard();
        return;
    case Phase::Writing: // next() looks
    case Phase::Closed:
        return;
    }
}

std::size_t Connection::receiveLimit() const {
    if (phase_ != Phase::Body || parser_->chunked()) {
        return receiveBytes;
    }
    const auto remaining = parser_->content_length_remaining();
    return std::min<std::size_t>(core_.scratch().size(), remaining ? *remaining : receiveBytes);
}

void Connection::receive() {
    const auto scratch = core_.scratch();
    error_code error;
    const std::size_t size = socket_.receive(asio::buffer(scratch.data(), receiveLimit()), 0, error);
    if (error == asio::error::would_block) {
        watch();
    } else if (error) {
        close();
    } else {
        feed(std::string_view(scratch.data(), size));
    }
}

void Connection::noticeLeaving() {
    char first = 0;
    error_code error;
    socket_.receive(asio::buffer(&first, 1), asio::socket_base::message_peek, error);
    if (error == asio::error::would_block) {
        watch();
    } else if (error) {
        close();
    }
    // Otherwise it is the next request, which has to wait.
}

void Connection::discard() {
    const auto scratch = core_.scratch();
    error_code error;
    discardedBytes_ += socket_.receive(asio::buffer(scratch.data(), scratch.size()), 0, error);
    if ((error && error != asio::error::would_block) || discardedBytes_ > lingerBytes) {
        close();
    } else {
        watch();
    }
}

// ---- Parsing

void Connection::feed(std::string_view received) {
    if (phase_ == Phase::Idle) {
        phase_ = Phase::Header;
        headerBytes_ = 0;
        parser_ = std::make_unique<Parser>();
        parser_->eager(false); // stop after the header, for the gate
        parser_->header_limit(static_cast<std::uint32_t>(core_.limits().headerBytes));
        parser_->body_limit(core_.limits().bodyBytes);
        setDeadline(core_.limits().headerDeadline);
    }
    std::string_view bytes = received;
    if (!unparsed_.empty()) {
        unparsed_.append(received);
        bytes = unparsed_;
    }
    if (!parse(bytes)) {
        keepRest(closeAfterAnswer_ ? std::string_view() : bytes);
        return;
    }
    keepRest(bytes);
    if (parser_->is_done()) {
        dispatch();
        return;
    }
    // The parser bounds what it holds back of a header at once, but neither a header that comes line by line
    // nor the extensions and trailers of chunks.
    if (phase_ == Phase::Header && headerBytes_ + unparsed_.size() > core_.limits().headerBytes) {
        refuse(431);
    } else if (phase_ == Phase::Body && unparsed_.size() > core_.limits().headerBytes) {
        refuse(400);
    } else {
        watch();
    }
}

bool Connection::parse(std::string_view& bytes) {
    while (!bytes.empty() && !parser_->is_done()) {
        error_code error;
        const std::size_t used = parser_->put(asio::buffer(bytes.data(), bytes.size()), error);
        bytes.remove_prefix(used);
        if (error && error != http::error::need_more) {
            refuse(statusOf(error));
            return false;
        }
        if (phase_ == Phase::Header) {
            headerBytes_ += used;
            if (parser_->is_header_done() && !acceptHeader()) {
                return false;
            }
        }
        if (error == http::error::need_more) {
            break;
        }
    }
    return true;
}

bool Connection::acceptHeader() {
    if (headerBytes_ > core_.limits().headerBytes) {
        refuse(431);
        return false;
    }
    const auto& message = parser_->get();
    request_.method = textOf(message.method_string());
    request_.path = textOf(message.target());
    request_.authorization = textOf(message[http::field::authorization]);
    withoutBody_ = message.method() == http::verb::head;
    closeAfterAnswer_ = closeAfterAnswer_ || message.version() < 11 || !message.keep_alive();
    if (std::optional<ServerAnswer> refusal = core_.askGate(request_)) {
        closeAfterAnswer_ = closeAfterAnswer_ || !parser_->is_done();
        write(std::move(*refusal));
        return false;
    }
    core_.letIn(*this);
    return parser_->is_done() || acceptBody();
}

bool Connection::acceptBody() {
    const auto declared = parser_->content_length();
    const std::size_t size = declared ? static_cast<std::size_t>(*declared) : core_.limits().bodyBytes;
    if (!core_.reserve(request_.authorization, size)) {
        refuseForNow();
        return false;
    }
    reservedBytes_ = size;
    reservedFor_ = request_.authorization;
    if (boost::beast::iequals(parser_->get()[http::field::expect], "100-continue")) {
        constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        error_code error;
        // Nothing else is being sent, so these few bytes fit or the connection is broken.
        if (socket_.send(asio::buffer(goOn.data(), goOn.size()), 0, error) != goOn.size()) {
            close();
            return false;
        }
    }
    parser_->eager(true);
    phase_ = Phase::Body;
    setDeadline(core_.limits().bodyDeadline);
    return true;
}

void Connection::keepRest(std::string_view rest) {
    // A new text and not a shorter one, so that the memory goes back. The rest may be a part of the old text.
    unparsed_ = std::string(rest);
}

void Connection::dispatch() {
    request_.body = std::move(parser_->get().body());
    parser_.reset();
    phase_ = Phase::Answering;
    leaving_ = std::stop_source();
    request_.left = leaving_.get_token();
    clearDeadline();
    watch();
    const auto owed = std::make_shared<OwedAnswer>(core_.shared_from_this(), shared_from_this());
    core_.handle(std::exchange(request_, ServerRequest{}),
                 [owed](ServerAnswer answer) { owed->give(std::move(answer)); });
}

// ---- Writing

void Connection::refuse(unsigned status) {
    closeAfterAnswer_ = true;
    ServerAnswer answer;
    answer.status = status;
    write(std::move(answer));
}

void Connection::refuseForNow() {
    closeAfterAnswer_ = true;
    ServerAnswer answer;
    answer.status = 503;
    answer.retryAfter = core_.limits().retryAfter;
    write(std::move(answer));
}

void Connection::deliver(ServerAnswer answer) {
    if (phase_ == Phase::Answering) {
        write(std::move(answer));
    }
}

void Connection::write(ServerAnswer answer) {
    phase_ = Phase::Writing;
    leaving_ = std::stop_source(std::nostopstate);
    core_.release(reservedFor_, std::exchange(reservedBytes_, 0));
    reservedFor_.clear();
    parser_.reset();
    answer_ = std::move(answer);
    head_ = headOf(answer_, closeAfterAnswer_);
    const bool bodyToo = mayHaveBody(answer_.status) && !withoutBody_;
    const std::array<asio::const_buffer, 2> parts{asio::buffer(head_), bodyToo ? asio::buffer(answer_.body)
                                                                               : asio::const_buffer()};
    setDeadline(core_.limits().writeDeadline);
    asio::async_write(socket_, parts, [self = shared_from_this()](const error_code& error, std::size_t) {
        self->onWritten(error);
    });
}

void Connection::onWritten(const error_code& error) {
    if (phase_ != Phase::Writing) {
        return;
    }
    if (error) {
        close();
        return;
    }
    head_ = std::string();
    answer_ = ServerAnswer{};
    if (closeAfterAnswer_) {
        linger();
    } else {
        next();
    }
}

void Connection::next() {
    phase_ = Phase::Idle;
    setDeadline(core_.limits().idleDeadline);
    if (!unparsed_.empty()) {
        feed(std::string_view());
    } else if (!watching_) {
        receive();
    }
}

void Connection::linger() {
    phase_ = Phase::Lingering;
    discardedBytes_ = 0;
    error_code error;
    socket_.shutdown(Socket::shutdown_send, error);
    setDeadline(std::min(lingerTime, core_.limits().writeDeadline));
    if (!watching_) {
        discard();
    }
}

// ---- Deadlines

void Connection::setDeadline(std::chrono::milliseconds fromNow) {
    const std::uint64_t number = ++deadlineNumber_;
    timer_.expires_after(fromNow);
    timer_.async_wait([self = shared_from_this(), number](const error_code& error) {
        // A deadline that was replaced may have been on its way here already.
        if (!error && number == self->deadlineNumber_) {
            self->onDeadline();
        }
    });
}

void Connection::clearDeadline() {
    ++deadlineNumber_;
    timer_.cancel();
}

void Connection::onDeadline() {
    switch (phase_) {
    case Phase::Header:
    case Phase::Body:
        refuse(408);
        return;
    case Phase::Idle:
    case Phase::Writing:
    case Phase::Lingering:
        close();
        return;
    case Phase::Answering:
    case Phase::Closed:
        return;
    }
}

} // namespace lianxin::platform
