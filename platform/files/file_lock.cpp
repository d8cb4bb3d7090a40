// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace lianxin::platform {

FileLock::FileLock(FileDescriptor file) noexcept : file_(std::move(file)) {}

std::optional<FileLock> FileLock::tryTake(const std::filesystem::path& path) {
    FileDescriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!file) {
        throw std::system_error(errno, std::generic_category(), path.string());
    }
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return std::nullopt;
        }
        throw std::system_error(errno, std::generic_category(), path.string());
    }
    return FileLock(std::move(file));
}

} // namespace lianxin::platform
