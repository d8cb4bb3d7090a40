// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/bundle_desk.h"

#include "app/domain/scopes.h"
#include "app/hub/answer.h"
#include "sync/wire/http_status.h"
#include "sync/wire/text.h"

#include <nlohmann/json.hpp>

namespace lianxin::hub {

namespace {

using Json = nlohmann::json;
using platform::ServerAnswer;
using Taking = platform::Result<sync::TakenBundle, sync::BundleRefusal>;

constexpr std::string_view bundlePath = "/v1/bundle";

ServerAnswer refusal(unsigned status, const std::string& code) {
    return {status, Json{{"code", code}}.dump(), jsonType, std::nullopt};
}

ServerAnswer refusalOf(const sync::BundleRefusal& reason) {
    if (const auto* fault = std::get_if<sync::BundleFault>(&reason))
        return refusal(400, std::string(nameOf(*fault)));
    const sync::Failure& failure = std::get<sync::FailureAnswer>(reason).failure;
    return refusal(httpStatusOf(failure.action), failure.code);
}

bool isDesk(const sync::Hub& hub, sync::DeviceNumber number) {
    const sync::Device* device = hub.directory().find(number);
    return device && device->role == domain::toCode(domain::DeviceRole::Desk);
}

} // namespace

BundleDesk::BundleDesk(sync::Hub& hub, sync::HubService& service, const platform::Clock& clock, Log log)
    : hub_(hub), service_(service), clock_(clock), log_(std::move(log)), packer_(hub.schema()) {}

bool BundleDesk::isFor(const platform::ServerRequest& request) {
    return request.path == bundlePath;
}

std::optional<ServerAnswer> BundleDesk::gate(const platform::ServerRequest& request) const {
    if (request.method != "POST")
        return refusal(405, "method");
    if (!service_.deviceInService(request.authorization))
        return refusal(401, "unknown-secret");
    return std::nullopt;
}

void BundleDesk::handle(platform::ServerRequest request, const platform::HttpServer::Reply& reply) {
    const auto device = service_.deviceInService(request.authorization);
    if (!device)
        return reply(refusal(401, "unknown-secret"));
    // The receipts name the mark of the commit, so they are written after it.
    const auto taken = std::make_shared<std::optional<Taking>>();
    const auto file = std::make_shared<const std::string>(std::move(request.body));
    service_.administer(
        [this, asking = *device, taken, file](sync::Hub& hub) {
            taken->reset();
            if (isDesk(hub, asking))
                taken->emplace(takeBundle(hub, packer_, clock_.wall(), *file));
            return std::string();
        },
        [this, taken, reply](const std::string&) {
            reply(*taken ? answerTo(**taken) : refusal(403, "not-a-desk"));
        },
        [reply](const std::string&) { reply(refusal(503, "storage")); });
}

ServerAnswer BundleDesk::answerTo(const Taking& taking) {
    if (!taking)
        return refusalOf(taking.error());
    const sync::TakenBundle& taken = *taking;
    const sync::Device& device = *hub_.directory().find(taken.device);
    log_("a bundle of device " + std::to_string(taken.device) + " was brought: " +
         std::to_string(taken.records) + " records, " + std::to_string(taken.refused) + " of them refused");
    std::string answer;
    sync::appendBase64(answer, sealReceipts(taken, hub_.mark(), packer_, random_));
    const Json json{{"device", device.name},
                    {"records", taken.records},
                    {"refused", taken.refused},
                    {"again", taken.cameBefore},
                    {"changed", taken.receipts.historyChanged},
                    {"revoked", device.revoked},
                    {"answer", std::move(answer)}};
    return {200, json.dump(), jsonType, std::nullopt};
}

} // namespace lianxin::hub
