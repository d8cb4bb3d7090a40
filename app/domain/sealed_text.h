// SPDX-License-Identifier: GPL-3.0-or-later
// Texts in sealed fields: names and phones of people. The first byte names how a value is closed.
#pragma once

#include "sync/record/value.h"

#include <optional>
#include <string>
#include <string_view>

namespace lianxin::domain {

/// Suite 0: the place of a sealed value is kept, the text in it is not closed. No device has a key yet.
sync::Sealed sealOpenly(std::string_view text);

/// The text; nothing where it is closed with a suite that this program has no key for.
std::optional<std::string> openText(const sync::Sealed& sealed);

} // namespace lianxin::domain
