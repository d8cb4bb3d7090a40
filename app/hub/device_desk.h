// SPDX-License-Identifier: GPL-3.0-or-later
// Tells a desk which devices there are, what the hub received from each and when it was last heard of: the
// hub's half of the proof that nothing is missing. Other devices are not told.
#pragma once

#include "app/hub/hub_folder.h"
#include "sync/hub/service.h"

namespace lianxin::hub {

class DeviceDesk {
public:
    /// It outlives the desk.
    explicit DeviceDesk(sync::HubService& service) : service_(service) {}

    static bool isFor(const platform::ServerRequest& request);

    // ---- for the HTTP server, on its thread
    std::optional<platform::ServerAnswer> gate(const platform::ServerRequest& request) const;
    void handle(const platform::ServerRequest& request, const platform::HttpServer::Reply& reply);

private:
    sync::HubService& service_;
};

/// The answer's body for this device; nothing: it is not told. Inside a group.
std::optional<std::string> devicesFor(sync::Hub& hub, sync::DeviceNumber asking);

} // namespace lianxin::hub
