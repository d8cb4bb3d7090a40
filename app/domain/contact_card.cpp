// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/contact_card.h"

#include <algorithm>

namespace lianxin::domain {

sync::WallTime cardChangedAt(const sync::Record& department) {
    sync::WallTime changed{};
    for (const char* field : {"name", "kind", "phone", "location", "out_of_use"})
        for (const sync::Write& write : sync::writesOf(department, *department.type->indexOf(field)))
            changed = std::max(changed, write.stamp.wall());
    return changed;
}

} // namespace lianxin::domain
