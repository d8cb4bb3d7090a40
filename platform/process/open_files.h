// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace lianxin::platform {

/// Lets this process open as many files and sockets as the system allows it, and says how many those are. A
/// login shell allows far fewer at first, for programs of old that cannot do with more.
[[nodiscard]] std::size_t allowManyOpenFiles();

} // namespace lianxin::platform
