// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/json_text.h"

#include <new>

namespace lianxin::sync {

std::optional<simdjson::dom::element> parseJson(std::string_view text) {
    // Every save and every record that comes in asks this of its JSON fields, so it must not cost more than
    // the save.
    thread_local simdjson::dom::parser parser;
    simdjson::dom::element root;
    const auto error = parser.parse(text.data(), text.size()).get(root);
    if (error == simdjson::MEMALLOC)
        throw std::bad_alloc();
    return error == simdjson::SUCCESS ? std::optional(root) : std::nullopt;
}

} // namespace lianxin::sync
