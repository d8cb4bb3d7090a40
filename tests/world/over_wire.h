// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sends a message through its form on the wire, so that the other side reads it with its own schema: what it
// does not know arrives as unknown, as it would in the real world. A message that cannot be read fails the
// test.

#include "sync/round/round.h"

namespace lianxin::world {

sync::HubRequest overWire(const sync::HubRequest& request, const sync::Schema& reader);
sync::HubAnswer overWire(const sync::HubAnswer& answer, const sync::Schema& reader);

} // namespace lianxin::world
