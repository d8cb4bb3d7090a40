// SPDX-License-Identifier: GPL-3.0-or-later
// What the hub's own doors answer with, beside what the sync module answers.
#pragma once

#include "platform/http/server.h"

#include <string_view>

namespace lianxin::hub {

inline constexpr std::string_view jsonType = "application/json";

/// The status and nothing else.
inline platform::ServerAnswer refusal(unsigned status) {
    return {status, {}, {}, std::nullopt};
}

} // namespace lianxin::hub
