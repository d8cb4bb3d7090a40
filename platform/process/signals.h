// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The polite requests to end a program (SIGTERM, SIGINT), taken as something to wait for instead of an
// interruption.

#include "platform/files/file_descriptor.h"

#include <chrono>
#include <csignal>
#include <optional>

namespace lianxin::platform {

/// Make it first in main(), before any thread: threads inherit that the signals are held back for it. At its
/// end the signals act as before.
class StopSignals {
public:
    /// Also ignores SIGPIPE. Throws std::system_error.
    StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;
    ~StopSignals();

    /// Waits for a signal or wake(). The signal's number, or empty after wake().
    [[nodiscard]] std::optional<int> wait();
    /// The same with a time limit.
    [[nodiscard]] std::optional<int> waitFor(std::chrono::milliseconds atMost);
    /// Ends a wait without a signal, or the next one if none is running. Any thread.
    void wake() noexcept;

private:
    [[nodiscard]] std::optional<int> poll(std::optional<std::chrono::steady_clock::time_point> end);

    sigset_t before_;
    FileDescriptor signals_;
    FileDescriptor wakeups_;
};

/// Writing to a connection that has ended becomes an error of that write instead of the end of the process.
void ignoreBrokenPipes() noexcept;

} // namespace lianxin::platform
