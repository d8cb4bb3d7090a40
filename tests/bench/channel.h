// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Lines of text between the benchmark and one of its own processes, both ways. Each side owns its end.

#include "platform/files/file_descriptor.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace lianxin::bench {

class Channel {
public:
    explicit Channel(platform::FileDescriptor end) : end_(std::move(end)) {}

    /// Throws std::system_error when the other side is gone.
    void send(std::string_view line);
    /// Waits for a line. Empty when the other side closed its end.
    std::optional<std::string> receive();

private:
    platform::FileDescriptor end_;
    std::string received_;
};

} // namespace lianxin::bench
