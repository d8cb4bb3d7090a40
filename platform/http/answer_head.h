// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What goes before the body of an answer on the wire: the status line and the few headers that carry meaning.

#include "platform/http/server.h"

#include <string>

namespace lianxin::platform {

/// Whether HTTP lets an answer of this status have a body at all.
[[nodiscard]] bool mayHaveBody(unsigned status) noexcept;

[[nodiscard]] std::string headOf(const ServerAnswer& answer, bool close);

} // namespace lianxin::platform
