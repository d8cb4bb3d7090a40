// SPDX-License-Identifier: GPL-3.0-or-later
// What a record comes to in a message: an upper bound, worked out without writing it. The hub holds every
// record, and every page, to what each device can read.
#pragma once

#include "sync/record/record.h"
#include "sync/wire/limits.h"

#include <optional>
#include <string>

namespace lianxin::sync {

struct RecordSize {
    std::size_t bytes = 0; ///< of JSON
    std::size_t dots = 0;  ///< of writes and of their bases; a message names no more writers than these

    RecordSize& operator+=(const RecordSize& other) {
        bytes += other.bytes;
        dots += other.dots;
        return *this;
    }
};

RecordSize sizeOf(const Record& record);

/// What of a record is more than one message can carry: the name of a field with too many writes, "fields",
/// "writers" or "size"; nothing when the record fits.
std::optional<std::string> beyondLimits(const Record& record, const WireLimits& limits);

} // namespace lianxin::sync
