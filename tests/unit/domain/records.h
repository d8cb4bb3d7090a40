// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Records of the hospital's schema, made for a test in one line. They point into the schema they were made
// with.

#include "app/domain/schema.h"
#include "sync/record/record.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace lianxin::domain {

inline sync::Uuid testId(std::uint8_t number) {
    sync::Uuid id;
    id.bytes[0] = 1;
    id.bytes[15] = number;
    return id;
}

inline sync::Record recordOf(const sync::Schema& schema, std::string_view type,
                             std::initializer_list<std::pair<const char*, sync::Value>> fields) {
    sync::Record record = sync::emptyRecord(*schema.find(type), testId(200));
    record.cover = {{sync::WriterId{7}, 1}, sync::Stamp{1}, {}};
    for (const auto& [name, value] : fields)
        record.shown.at(record.type->indexOf(name).value()) = value;
    return record;
}

inline sync::Value textValue(const char* text) {
    return std::string(text);
}
inline sync::Value numberValue(std::int64_t number) {
    return number;
}

} // namespace lianxin::domain
