// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the bundles that a desk brings on behalf of devices without a network. POST /v1/bundle with the
// desk's secret and the file gives {"device": name, "records", "refused", "again", "changed", "revoked",
// "answer": the file that goes back, as base64url}, or {"code": ...} and nothing was taken. The desk can read
// neither.
#pragma once

#include "app/hub/open_hub.h"
#include "platform/http/server.h"
#include "platform/random/random.h"
#include "sync/bundle/hub_bundle.h"
#include "sync/hub/service.h"

namespace lianxin::hub {

class BundleDesk {
public:
    /// All of them outlive the desk.
    BundleDesk(sync::Hub& hub, sync::HubService& service, const platform::Clock& clock, Log log);

    static bool isFor(const platform::ServerRequest& request);

    // ---- for the HTTP server, on its thread
    std::optional<platform::ServerAnswer> gate(const platform::ServerRequest& request) const;
    void handle(platform::ServerRequest request, const platform::HttpServer::Reply& reply);

private:
    // ---- on the service's thread
    platform::ServerAnswer answerTo(const platform::Result<sync::TakenBundle, sync::BundleRefusal>& taken);

    sync::Hub& hub_;
    sync::HubService& service_;
    const platform::Clock& clock_;
    Log log_;
    sync::Packer packer_;
    platform::SystemRandom random_;
};

} // namespace lianxin::hub
