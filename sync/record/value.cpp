// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/value.h"

#include <bit>

namespace lianxin::sync {

std::strong_ordering compareValues(const Value& a, const Value& b) {
    if (a.index() != b.index())
        return a.index() <=> b.index();
    return std::visit(
        [&b](const auto& left) -> std::strong_ordering {
            using Kind = std::decay_t<decltype(left)>;
            const Kind& right = std::get<Kind>(b);
            if constexpr (std::is_same_v<Kind, std::monostate>)
                return std::strong_ordering::equal;
            else if constexpr (std::is_same_v<Kind, double>)
                return std::strong_order(left, right);
            else
                return left <=> right;
        },
        a);
}

} // namespace lianxin::sync
