// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How much memory a process had at most.

#include <sys/types.h>

namespace lianxin::bench {

/// The highest resident size so far, in units of 1,000,000 bytes. The process must still run:
/// std::runtime_error otherwise.
[[nodiscard]] double peakMegabytes(pid_t process);

} // namespace lianxin::bench
