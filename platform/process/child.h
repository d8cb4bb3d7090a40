// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// A child process and its standard output. A child that is still running when the object ends is killed and
// reaped, so that nothing outlives its starter. Belongs to one thread.

#include "platform/files/file_descriptor.h"

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace lianxin::platform {

class Child {
public:
    /// Starts a program: arguments[0] is its path, or a name looked up in PATH. Standard input is empty,
    /// standard error is ours. Throws std::system_error when it cannot be started.
    [[nodiscard]] static Child start(const std::vector<std::string>& arguments);
    /// The same with more environment variables, each as "NAME=value"; they win over inherited ones.
    [[nodiscard]] static Child start(const std::vector<std::string>& arguments,
                                     const std::vector<std::string>& environment);
    Child(Child&& other) noexcept;
    Child& operator=(Child&&) = delete;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child();

    [[nodiscard]] pid_t pid() const noexcept { return pid_; }

    /// The next line of its output, without the line's end. Empty when none came in time or the output ended.
    [[nodiscard]] std::optional<std::string> readLine(std::chrono::milliseconds atMost);
    [[nodiscard]] bool outputEnded() const noexcept { return outputEnded_ && buffered_.empty(); }

    /// Asks it to end (SIGTERM). Nothing happens when it has ended already.
    void terminate() noexcept;
    /// Ends it at once (SIGKILL).
    void kill() noexcept;
    /// Its exit status, or 128 + the signal that ended it. Empty when it did not end in time.
    [[nodiscard]] std::optional<int> wait(std::chrono::milliseconds atMost);

private:
    Child(pid_t pid, FileDescriptor process, FileDescriptor output) noexcept;
    void send(int signal) noexcept;

    pid_t pid_;
    FileDescriptor process_;
    FileDescriptor output_;
    std::string buffered_;
    bool outputEnded_ = false;
    std::optional<int> status_;
};

} // namespace lianxin::platform
