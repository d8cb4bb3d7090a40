// SPDX-License-Identifier: GPL-3.0-or-later
// Devices that a person took out of service, and what they sent since.
#include "sync/hub/hub.h"

#include <algorithm>

namespace lianxin::sync {

void Hub::revoke(DeviceNumber device) {
    directory_.revoke(device);
}

FailureAnswer Hub::refuseRevoked(std::string code) const {
    return {{NextAction::NeedsEnrolment, std::move(code), {}, std::nullopt}, clock_.wall(), {}};
}

/// The receipt is as good as any: what it names is durable here.
HubResult<PushAnswer> Hub::keepAside(DeviceNumber device, const Push& push) {
    if (!quarantine_.keep(device, push, clock_.wall()))
        return refuseRevoked("quarantine-full");
    PushAnswer answer;
    answer.hubTime = clock_.wall();
    const bool gapless = push.after <= directory_.find(device)->receivedThrough;
    directory_.moveLedger(device, gapless ? push.through : 0, 0);
    return answer;
}

std::optional<AcceptedPush> Hub::acceptQuarantined(std::int64_t number) {
    const auto kept = quarantine_.find(number);
    if (!kept)
        return std::nullopt;
    const Push push = quarantine_.read(number);
    PushAnswer answer;
    Push admitted = push;
    const std::int64_t created = admitAll(kept->device, admitted, answer);
    directory_.moveLedger(kept->device, 0, created);
    const auto isRefused = [&answer](const PushedRecord& pushed) {
        return std::any_of(answer.refused.begin(), answer.refused.end(), [&pushed](const RefusedRecord& one) {
            return one.id == pushed.record.id && one.position == pushed.position;
        });
    };
    Push rest = push;
    std::erase_if(rest.records, [&](const PushedRecord& pushed) { return !isRefused(pushed); });
    std::erase_if(rest.retried, [&](const PushedRecord& pushed) { return !isRefused(pushed); });
    quarantine_.leave(number, rest);
    return AcceptedPush{kept->device, kept->records, std::move(answer.refused)};
}

} // namespace lianxin::sync
