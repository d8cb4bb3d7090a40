// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/record_text.h"

namespace lianxin::window {

QString textOf(const sync::Record& record, std::string_view field) {
    const auto* text = std::get_if<std::string>(&record.value(field));
    return text ? QString::fromStdString(*text) : QString();
}

qint64 numberOf(const sync::Record& record, std::string_view field, qint64 otherwise) {
    const auto* number = std::get_if<std::int64_t>(&record.value(field));
    return number ? *number : otherwise;
}

sync::Uuid referenceOf(const sync::Record& record, std::string_view field) {
    const auto* id = std::get_if<sync::Uuid>(&record.value(field));
    return id ? *id : sync::Uuid{};
}

} // namespace lianxin::window
