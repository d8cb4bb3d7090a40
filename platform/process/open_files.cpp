// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/process/open_files.h"

#include <sys/resource.h>

#include <cerrno>
#include <system_error>

namespace lianxin::platform {

std::size_t allowManyOpenFiles() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        throw std::system_error(errno, std::generic_category(), "the limit of open files");
    rlimit raised{limit.rlim_max, limit.rlim_max};
    // Some systems state a hard limit that they do not grant; the soft one stands then.
    return static_cast<std::size_t>(::setrlimit(RLIMIT_NOFILE, &raised) == 0 ? raised.rlim_cur
                                                                             : limit.rlim_cur);
}

} // namespace lianxin::platform
