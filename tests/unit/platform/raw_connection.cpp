// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/platform/raw_connection.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace lianxin::tests {

namespace {

// Only a test that fails waits as long as this.
constexpr timeval patience{10, 0};

std::size_t lengthOf(std::string_view head) {
    constexpr std::string_view name = "Content-Length: ";
    const std::size_t place = head.find(name);
    return place == std::string_view::npos
               ? 0
               : std::strtoul(std::string(head.substr(place + name.size())).c_str(), nullptr, 10);
}

} // namespace

RawConnection::RawConnection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    ::setsockopt(socket_.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
    if (::connect(socket_.get(), reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
        throw std::system_error(errno, std::generic_category(), "connect");
    }
}

bool RawConnection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool RawConnection::receiveMore() {
    std::array<char, 16384> piece{};
    const ssize_t got = ::recv(socket_.get(), piece.data(), piece.size(), 0);
    if (got <= 0) {
        return false;
    }
    received_.append(piece.data(), static_cast<std::size_t>(got));
    return true;
}

std::string RawConnection::answer() {
    std::size_t headEnd = received_.find("\r\n\r\n");
    while (headEnd == std::string::npos) {
        if (!receiveMore()) {
            return std::exchange(received_, std::string());
        }
        headEnd = received_.find("\r\n\r\n");
    }
    const std::size_t whole = headEnd + 4 + lengthOf(std::string_view(received_).substr(0, headEnd));
    while (received_.size() < whole && receiveMore()) {
    }
    std::string answer = received_.substr(0, whole);
    received_.erase(0, whole);
    return answer;
}

std::string RawConnection::untilClosed() {
    while (receiveMore()) {
    }
    return std::exchange(received_, std::string());
}

bool RawConnection::closed() {
    char byte = 0;
    const ssize_t got = ::recv(socket_.get(), &byte, 1, 0);
    return got == 0 || (got < 0 && errno == ECONNRESET);
}

void RawConnection::endSending() {
    ::shutdown(socket_.get(), SHUT_WR);
}

int statusOf(std::string_view answer) {
    constexpr std::string_view protocol = "HTTP/1.1 ";
    return answer.starts_with(protocol) ? std::atoi(std::string(answer.substr(protocol.size(), 3)).c_str())
                                        : 0;
}

std::string bodyOf(std::string_view answer) {
    const std::size_t headEnd = answer.find("\r\n\r\n");
    return headEnd == std::string_view::npos ? std::string() : std::string(answer.substr(headEnd + 4));
}

} // namespace lianxin::tests
