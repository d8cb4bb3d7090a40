// SPDX-License-Identifier: GPL-3.0-or-later
// Which of two writes is later. The only order in the program; join and what is shown both ask it.
#pragma once

#include "sync/record/record.h"

#include <tuple>

namespace lianxin::sync {

/// By stamp, then by dot, then by the value's bytes; the rest decides only between copies of one write that a
/// fault made different. Any two different writes are ordered, so that join is total.
inline bool laterThan(const Write& a, const Write& b) {
    if (a.stamp != b.stamp)
        return a.stamp > b.stamp;
    if (a.dot != b.dot)
        return a.dot > b.dot;
    const auto values = compareValues(a.value, b.value);
    if (values != std::strong_ordering::equal)
        return values > 0;
    return std::tie(a.kind, a.claimed, a.base) > std::tie(b.kind, b.claimed, b.base);
}

} // namespace lianxin::sync
