// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files/reserve.h"

#include "platform/files/file_descriptor.h"

#include <fcntl.h>

#include <system_error>

namespace lianxin::platform {

Reserve::Reserve(std::filesystem::path path, std::uintmax_t bytes) : path_(std::move(path)) {
    const FileDescriptor file(::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    // Allocated and not merely sized: a hole in a file keeps no room.
    isHeld_ = file && ::posix_fallocate(file.get(), 0, static_cast<off_t>(bytes)) == 0;
    if (!isHeld_)
        release();
}

bool Reserve::release() noexcept {
    std::error_code fault;
    const bool wasThere = std::filesystem::remove(path_, fault);
    const bool given = isHeld_ && wasThere;
    isHeld_ = false;
    return given;
}

} // namespace lianxin::platform
