// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/relay.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <vector>

namespace lianxin::bench {

namespace {

void require(bool fine, const char* what) {
    if (!fine) {
        throw std::system_error(errno, std::generic_category(), what);
    }
}

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

platform::FileDescriptor tcpSocket() {
    platform::FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    require(static_cast<bool>(socket), "socket");
    return socket;
}

// The kernel's interface takes every kind of address under one type.
const sockaddr* generic(const sockaddr_in& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

void sendAtOnce(int socket) {
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

} // namespace

Relay::Relay(std::uint16_t hubPort)
    : hubPort_(hubPort), listener_(tcpSocket()), stop_(::eventfd(0, EFD_CLOEXEC)) {
    require(static_cast<bool>(stop_), "eventfd");
    sockaddr_in address = loopback(0);
    require(::bind(listener_.get(), generic(address), sizeof address) == 0, "bind");
    require(::listen(listener_.get(), 16) == 0, "listen");
    socklen_t size = sizeof address;
    require(::getsockname(listener_.get(), reinterpret_cast<sockaddr*>(&address), &size) == 0, "getsockname");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

Relay::~Relay() {
    const std::uint64_t one = 1;
    static_cast<void>(::write(stop_.get(), &one, sizeof one));
    thread_.join();
}

void Relay::run() {
    while (true) {
        std::vector<pollfd> watched{{stop_.get(), POLLIN, 0}, {listener_.get(), POLLIN, 0}};
        for (const Link& link : links_) {
            watched.push_back({link.device.get(), POLLIN, 0});
            watched.push_back({link.hub.get(), POLLIN, 0});
        }
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) {
            return;
        }
        if (watched[0].revents != 0) {
            return;
        }
        std::size_t at = 2;
        for (auto link = links_.begin(); link != links_.end(); at += 2) {
            const bool open =
                (watched[at].revents == 0 || pass(link->device.get(), link->hub.get(), toHub_)) &&
                (watched[at + 1].revents == 0 || pass(link->hub.get(), link->device.get(), fromHub_));
            link = open ? std::next(link) : links_.erase(link);
        }
        if (watched[1].revents != 0) {
            accept();
        }
    }
}

void Relay::accept() {
    platform::FileDescriptor device(::accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC));
    platform::FileDescriptor hub = tcpSocket();
    const sockaddr_in address = loopback(hubPort_);
    if (!device || ::connect(hub.get(), generic(address), sizeof address) != 0) {
        return;
    }
    sendAtOnce(device.get());
    sendAtOnce(hub.get());
    links_.push_back({std::move(device), std::move(hub)});
}

// False when either end is closed.
bool Relay::pass(int from, int to, std::atomic<std::uint64_t>& count) {
    std::array<char, 65536> bytes{};
    const ssize_t got = ::recv(from, bytes.data(), bytes.size(), 0);
    if (got <= 0) {
        return false;
    }
    count += static_cast<std::uint64_t>(got);
    for (ssize_t sent = 0; sent < got;) {
        const ssize_t more =
            ::send(to, bytes.data() + sent, static_cast<std::size_t>(got - sent), MSG_NOSIGNAL);
        if (more <= 0) {
            return false;
        }
        sent += more;
    }
    return true;
}

} // namespace lianxin::bench
