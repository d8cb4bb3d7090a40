// SPDX-License-Identifier: GPL-3.0-or-later
// "What became of mine": answers a lookup code, for whoever holds it and nobody else (P-25). POST /v1/lookup
// with a device's secret and {"code": "7K3M92XD"} gives {"found": true, "stage": ..., "answer": ..., "steps":
// [{"step", "at"}, ...]} or {"found": false}. It tells neither names nor what was said, so a code that was
// found on the floor gives nobody away. A device may ask a few times a minute: codes are not for guessing.
#pragma once

#include "app/hub/hub_folder.h"
#include "platform/clock/clock.h"
#include "sync/hub/service.h"

#include <map>

namespace lianxin::hub {

class LookupDesk {
public:
    static constexpr int asksAMinute = 20; ///< of one device

    /// Both outlive the desk.
    LookupDesk(sync::HubService& service, const platform::Clock& clock) : service_(service), clock_(clock) {}

    static bool isFor(const platform::ServerRequest& request);

    // ---- for the HTTP server, on its thread
    std::optional<platform::ServerAnswer> gate(const platform::ServerRequest& request) const;
    void handle(const platform::ServerRequest& request, const platform::HttpServer::Reply& reply);

private:
    struct Allowance {
        sync::Milliseconds since{0};
        int asked = 0;
    };
    bool mayAsk(sync::DeviceNumber device);

    sync::HubService& service_;
    const platform::Clock& clock_;
    std::map<sync::DeviceNumber, Allowance> allowances_;
};

/// What the hub knows under a code, as the answer's body. Inside a group.
std::string lookUp(sync::Hub& hub, const std::string& code);

/// The index that finds a code among many; once, when the store is opened.
void prepareLookup(sync::Hub& hub);

} // namespace lianxin::hub
