// SPDX-License-Identifier: GPL-3.0-or-later
// What a failure asks for, by its name on the wire.
#pragma once

#include "sync/errors.h"

#include <optional>
#include <string_view>

namespace lianxin::sync {

std::string_view nameOf(NextAction action);
std::optional<NextAction> nextActionNamed(std::string_view name);

} // namespace lianxin::sync
