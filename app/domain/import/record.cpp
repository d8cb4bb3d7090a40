// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/import/record.h"

namespace lianxin::domain {

const sync::Value& ImportedRecord::value(std::string_view field) const {
    static const sync::Value none;
    const auto found = fields.find(field);
    return found == fields.end() ? none : found->second.value;
}

std::size_t ImportedRecord::lineOf(std::string_view field) const {
    const auto found = fields.find(field);
    return found == fields.end() ? line : found->second.line;
}

} // namespace lianxin::domain
