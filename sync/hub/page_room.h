// SPDX-License-Identifier: GPL-3.0-or-later
// How full a message is that carries records to a device. It is full well before any limit of the wire, so
// that whatever record comes last still finds room, and a page always gets on by one record at least.
#pragma once

#include "sync/wire/messages.h"
#include "sync/wire/record_size.h"

#include <set>

namespace lianxin::sync {

struct PageLimits {
    std::size_t records = 1000;
    std::size_t bytes = std::size_t{3} << 20; ///< of JSON, by an upper bound
};

class PageRoom {
public:
    explicit PageRoom(const PageLimits& limits) : limits_(limits) {}

    bool isFull() const;
    /// Counts a record; everything it carries, shown or not.
    void takeRecord(const Record& record);
    /// Counts one more scope in which a record stands, or that it left.
    void takeScope(const Scope& scope) { size_.bytes += scope.size() + bytesOfEntry; }
    /// Counts a record that left.
    void takeLeft(const LeftScope& left);

private:
    static constexpr std::size_t bytesOfEntry = 3;

    PageLimits limits_;
    std::size_t entries_ = 0;
    RecordSize size_;
    std::set<std::string, std::less<>> unknownFields_;
};

} // namespace lianxin::sync
