// SPDX-License-Identifier: GPL-3.0-or-later
// Reads JSON that stands in a value. Its reader lets go of what it read without asking for memory, so that
// running out of it ends no program.
#pragma once

#include <simdjson.h>

#include <optional>
#include <string_view>

namespace lianxin::sync {

/// Nothing: the text is no JSON. What is given is valid until the next call on this thread. Throws
/// std::bad_alloc, which says nothing about the text.
std::optional<simdjson::dom::element> parseJson(std::string_view text);

} // namespace lianxin::sync
