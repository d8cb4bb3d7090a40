// SPDX-License-Identifier: GPL-3.0-or-later
// The body of a request or an answer: JSON, compressed where that pays. Any thread may call any of these.
#pragma once

#include "platform/result.h"
#include "sync/wire/limits.h"

#include <string>
#include <string_view>

namespace lianxin::sync {

/// A Zstandard frame, or the JSON itself where the frame would not be smaller.
std::string pack(std::string_view json);

/// The JSON of a body in any of its forms.
platform::Result<std::string, WireFault> unpack(std::string_view body, const WireLimits &limits);

} // namespace lianxin::sync
