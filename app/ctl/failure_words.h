// SPDX-License-Identifier: GPL-3.0-or-later
// What a round that failed means for the person who asked for it.
#pragma once

#include "app/terminal/message.h"
#include "sync/errors.h"
#include "sync/replica/replica.h"

namespace lianxin::ctl {

/// Everything typed is kept in every case, and the message says how much of it waits.
terminal::Trouble troubleFrom(const sync::Failure& failure, const sync::Ledger& ledger);

} // namespace lianxin::ctl
