// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/platform/raw_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace lianxin::tests {

RawServer::RawServer(std::vector<std::string> script)
    : script_(std::move(script)), listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    if (::bind(listener_.get(), reinterpret_cast<const sockaddr*>(&address), size) != 0 ||
        ::listen(listener_.get(), 1) != 0 ||
        ::getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0) {
        throw std::system_error(errno, std::generic_category(), "listen");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

RawServer::~RawServer() {
    ::shutdown(listener_.get(), SHUT_RDWR); // ends accept() when nobody has come
    thread_.join();
}

std::string RawServer::received() {
    const std::scoped_lock lock(mutex_);
    return received_;
}

bool RawServer::readRequest(int socket) {
    constexpr std::string_view lengthName = "Content-Length: ";
    std::string request;
    std::size_t whole = std::string::npos;
    while (request.size() < whole) {
        std::array<char, 4096> piece{};
        const ssize_t got = ::recv(socket, piece.data(), piece.size(), 0);
        if (got <= 0) {
            return false;
        }
        request.append(piece.data(), static_cast<std::size_t>(got));
        const std::size_t headEnd = request.find("\r\n\r\n");
        const std::size_t length = request.find(lengthName);
        if (headEnd != std::string::npos && length != std::string::npos) {
            whole = headEnd + 4 + std::strtoul(request.c_str() + length + lengthName.size(), nullptr, 10);
        }
    }
    const std::scoped_lock lock(mutex_);
    received_ += request;
    return true;
}

void RawServer::serve() {
    const platform::FileDescriptor client(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    for (const std::string& answer : script_) {
        if (!client || !readRequest(client.get())) {
            return;
        }
        if (answer.empty()) {
            readRequest(client.get());
            return;
        }
        ::send(client.get(), answer.data(), answer.size(), MSG_NOSIGNAL);
    }
}

} // namespace lianxin::tests
