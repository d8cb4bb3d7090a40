// SPDX-License-Identifier: GPL-3.0-or-later
// What the extensions of an item say about it.
#pragma once

#include "app/domain/survey/form_json.h"

namespace lianxin::domain {

/// Reads the extensions that are known into the item, whose type is known; reports the others, and those that
/// do not suit the type.
void readItemExtensions(const FormObject& object, Item& item);

} // namespace lianxin::domain
