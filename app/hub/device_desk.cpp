// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/device_desk.h"

#include "app/domain/scopes.h"
#include "app/hub/answer.h"

#include <nlohmann/json.hpp>

namespace lianxin::hub {

namespace {

using Json = nlohmann::json;
using platform::ServerAnswer;

constexpr std::string_view devicesPath = "/v1/devices";

} // namespace

std::optional<std::string> devicesFor(sync::Hub& hub, sync::DeviceNumber asking) {
    const sync::Device* asks = hub.directory().find(asking);
    if (!asks || asks->role != domain::toCode(domain::DeviceRole::Desk))
        return std::nullopt;
    Json list = Json::array();
    for (const auto& [number, device] : hub.directory().all())
        list.push_back({{"name", device.name},
                        {"role", device.role},
                        {"records", device.records},
                        {"last_seen", device.lastSeen.time_since_epoch().count()},
                        {"copy_alarm", device.copyAlarm},
                        {"revoked", device.revoked},
                        {"asking", number == asking}});
    return Json{{"devices", std::move(list)}}.dump();
}

bool DeviceDesk::isFor(const platform::ServerRequest& request) {
    return request.path == devicesPath;
}

std::optional<ServerAnswer> DeviceDesk::gate(const platform::ServerRequest& request) const {
    if (request.method != "POST")
        return refusal(405);
    if (!service_.deviceInService(request.authorization))
        return refusal(401);
    return std::nullopt;
}

void DeviceDesk::handle(const platform::ServerRequest& request, const platform::HttpServer::Reply& reply) {
    const auto device = service_.deviceInService(request.authorization);
    if (!device)
        return reply(refusal(401));
    service_.administer([asking = *device](sync::Hub& hub) { return devicesFor(hub, asking).value_or(""); },
                        [reply](std::string list) {
                            if (list.empty())
                                return reply(refusal(403));
                            reply({200, std::move(list), jsonType, std::nullopt});
                        },
                        [reply](const std::string&) { reply(refusal(503)); });
}

} // namespace lianxin::hub
