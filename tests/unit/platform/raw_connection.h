// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A bare connection to a port of this machine, for saying what no decent HTTP client would say.

#include "platform/files/file_descriptor.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace lianxin::tests {

class RawConnection {
public:
    /// Throws std::system_error when nobody listens.
    explicit RawConnection(std::uint16_t port);

    /// False when the other side has closed.
    bool send(std::string_view bytes);
    /// One whole answer, read by its Content-Length; what had come when the other side closed or fell silent.
    [[nodiscard]] std::string answer();
    /// All that comes until the other side closes.
    [[nodiscard]] std::string untilClosed();
    /// True when the other side has closed and nothing is left to read.
    [[nodiscard]] bool closed();
    void endSending();
    void close() { socket_.close(); }

private:
    bool receiveMore();

    platform::FileDescriptor socket_;
    std::string received_;
};

/// The number in the status line; 0 when there is none.
[[nodiscard]] int statusOf(std::string_view answer);
/// What follows the empty line.
[[nodiscard]] std::string bodyOf(std::string_view answer);

} // namespace lianxin::tests
