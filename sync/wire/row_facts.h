// SPDX-License-Identifier: GPL-3.0-or-later
// What both sides of the wire know of a row beside its values.
#pragma once

#include "sync/record/dot.h"

#include <cstdint>
#include <vector>

namespace lianxin::sync {

/// When a cover or a write was made, and by whom. A null stamp: there is none.
struct Stamped {
    Dot dot;
    Stamp stamp;
    WallTime claimed{};
};

/// What the columns of a group lean on, for each row of it or, in a table of writes, for the row of each
/// write.
struct RowFacts {
    std::vector<std::int64_t> idTimes;
    std::vector<std::int64_t> positions; ///< empty for records on their way from the hub
};

} // namespace lianxin::sync
