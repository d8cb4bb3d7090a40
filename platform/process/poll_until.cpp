// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/process/poll_until.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>

namespace lianxin::platform {

int pollUntil(std::span<pollfd> watched, std::optional<std::chrono::steady_clock::time_point> end) {
    while (true) {
        int timeout = -1;
        if (end) {
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(*end - std::chrono::steady_clock::now()).count();
            timeout = static_cast<int>(std::clamp<decltype(left)>(left, 0, std::numeric_limits<int>::max()));
        }
        const int ready = ::poll(watched.data(), watched.size(), timeout);
        if (ready >= 0) {
            return ready;
        }
        if (errno != EINTR) {
            throw std::system_error(errno, std::generic_category(), "poll");
        }
    }
}

} // namespace lianxin::platform
