// SPDX-License-Identifier: GPL-3.0-or-later
// The matter that an opinion in a survey or at a bedside opens (P-31). No Qt.
#pragma once

#include "sync/record/record.h"

#include <optional>

namespace lianxin::desk {

/// The same for the same source wherever it is made, so that two desks which both open it hold one matter.
sync::Uuid idOfDraftFrom(const sync::Uuid& source);

/// A matter, not yet submitted, linked to its source; nothing where nobody wrote words of their own there.
/// Everything in it follows from the source, its times too; who it was is not in it.
std::optional<sync::Record> draftFrom(const sync::Schema& schema, const sync::Record& source);

} // namespace lianxin::desk
