// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// An exclusive claim on a file (flock), held from tryTake() to the end of the object. The kernel lets go of
// it when the process dies, so a crash never leaves a stale lock. The lock file itself is left in place:
// deleting it would let two owners hold locks on two files of one name.

#include "platform/files/file_descriptor.h"

#include <filesystem>
#include <optional>

namespace lianxin::platform {

class FileLock {
public:
    /// Creates the file when needed. Empty when another owner, in this process or another, holds the lock.
    /// Throws std::system_error when the file cannot be opened.
    [[nodiscard]] static std::optional<FileLock> tryTake(const std::filesystem::path& path);

private:
    explicit FileLock(FileDescriptor file) noexcept;

    FileDescriptor file_;
};

} // namespace lianxin::platform
