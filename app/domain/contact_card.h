// SPDX-License-Identifier: GPL-3.0-or-later
// The contact card (医患连心卡): the phones of all departments. It has no record of its own: it is
// what the departments say, and its version is when they last said something else.
#pragma once

#include "sync/record/record.h"

namespace lianxin::domain {

/// When this department last changed what stands on the card. The newest of all departments', those out of
/// use included, is the card's version.
sync::WallTime cardChangedAt(const sync::Record& department);

} // namespace lianxin::domain
