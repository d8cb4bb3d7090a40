// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of a record as a window shows them.
#pragma once

#include "sync/record/record.h"

#include <QString>

#include <string_view>

namespace lianxin::window {

/// The shown value of a text field; empty where there is none. The field is one of the record's type.
QString textOf(const sync::Record& record, std::string_view field);
/// Of a whole number; `otherwise` where there is none.
qint64 numberOf(const sync::Record& record, std::string_view field, qint64 otherwise);
/// The record that a field refers to; the null id where it refers to none.
sync::Uuid referenceOf(const sync::Record& record, std::string_view field);

} // namespace lianxin::window
