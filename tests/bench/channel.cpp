// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/channel.h"

#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace lianxin::bench {

void Channel::send(std::string_view line) {
    const std::string bytes = std::string(line) + "\n";
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t more = ::send(end_.get(), bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (more < 0) {
            throw std::system_error(errno, std::generic_category(), "a process of the benchmark is gone");
        }
        sent += static_cast<std::size_t>(more);
    }
}

std::optional<std::string> Channel::receive() {
    while (true) {
        if (const std::size_t end = received_.find('\n'); end != std::string::npos) {
            std::string line = received_.substr(0, end);
            received_.erase(0, end + 1);
            return line;
        }
        std::array<char, 4096> bytes{};
        const ssize_t got = ::recv(end_.get(), bytes.data(), bytes.size(), 0);
        if (got <= 0) {
            return std::nullopt;
        }
        received_.append(bytes.data(), static_cast<std::size_t>(got));
    }
}

} // namespace lianxin::bench
