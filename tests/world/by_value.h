// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Hands a round's requests to a hub and brings the answers back, as values: what the server program does,
// without a wire.

#include "sync/hub/hub.h"
#include "sync/round/round.h"

#include <vector>

namespace lianxin::world {

struct ServedRequest {
    sync::DeviceNumber device = 0;
    sync::HubRequest request;
};

/// Serves the requests as one group, durable on return.
std::vector<sync::HubAnswer> serve(sync::Hub& hub, const std::vector<ServedRequest>& requests,
                                   const sync::PageLimits& page);
sync::HubAnswer serve(sync::Hub& hub, sync::DeviceNumber device, const sync::HubRequest& request,
                      const sync::PageLimits& page);

/// What a device makes of it when nobody answers.
sync::HubAnswer nobodyAnswered();

/// "hello", "push" or "pull".
std::string_view nameOf(const sync::HubRequest& request);

/// Notes a backup as the hub's program does once the copy is complete.
void noteBackup(sync::Hub& hub, const std::string& file, const sync::Mark& mark, sync::WallTime taken);

} // namespace lianxin::world
