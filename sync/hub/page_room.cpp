// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/page_room.h"

namespace lianxin::sync {

bool PageRoom::isFull() const {
    const WireLimits wire;
    // A record that fits takes as much again, and a message holds both.
    return entries_ >= limits_.records || size_.bytes >= limits_.bytes || size_.dots >= wire.dotsOfRecord ||
           unknownFields_.size() >= wire.unknownFieldsOfRecord;
}

void PageRoom::takeRecord(const Record& record) {
    ++entries_;
    size_ += sizeOf(record);
    for (const UnknownField& unknown : record.unknown)
        if (!unknownFields_.contains(unknown.field.name))
            unknownFields_.insert(unknown.field.name);
}

void PageRoom::takeLeft(const LeftScope& left) {
    constexpr std::size_t bytesOfLeft = 60;
    ++entries_;
    size_.bytes += bytesOfLeft + left.type.size();
    takeScope(left.scope);
}

} // namespace lianxin::sync
