// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/by_value.h"

#include <array>

namespace lianxin::world {

using namespace lianxin::sync;

namespace {

HubAnswer answerOf(Hub& hub, const ServedRequest& served, const PageLimits& page) {
    const auto widened = [](auto result) {
        return std::visit([](auto&& answer) { return HubAnswer(std::forward<decltype(answer)>(answer)); },
                          std::move(result));
    };
    if (const auto* hello = std::get_if<Hello>(&served.request))
        return widened(hub.hello(served.device, *hello));
    if (const auto* push = std::get_if<Push>(&served.request))
        return widened(hub.push(served.device, *push));
    if (const auto* have = std::get_if<Have>(&served.request))
        return widened(hub.have(served.device, *have));
    if (const auto* send = std::get_if<Send>(&served.request))
        return widened(hub.send(served.device, *send));
    if (const auto* fetch = std::get_if<Fetch>(&served.request))
        return widened(hub.fetch(served.device, *fetch));
    return widened(hub.pull(served.device, std::get<Pull>(served.request), page));
}

void setMark(HubAnswer& answer, const Mark& mark) {
    std::visit(
        [&mark](auto& message) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(message)>, FailureAnswer>)
                message.mark = mark;
        },
        answer);
}

} // namespace

std::vector<HubAnswer> serve(Hub& hub, const std::vector<ServedRequest>& requests, const PageLimits& page) {
    std::vector<HubAnswer> answers(requests.size());
    hub.begin();
    // Pulls come last, as in HubService: what they are told to have read includes the pushes of the group.
    for (const bool pulls : {false, true})
        for (std::size_t i = 0; i < requests.size(); ++i)
            if (std::holds_alternative<Pull>(requests[i].request) == pulls)
                answers[i] = answerOf(hub, requests[i], page);
    const Mark mark = hub.commit();
    for (HubAnswer& answer : answers)
        setMark(answer, mark);
    return answers;
}

HubAnswer serve(Hub& hub, DeviceNumber device, const HubRequest& request, const PageLimits& page) {
    return serve(hub, {{device, request}}, page).front();
}

HubAnswer nobodyAnswered() {
    return FailureAnswer{{NextAction::WaitForNetwork, "nobody-answered", {}, std::nullopt}, {}, {}};
}

std::string_view nameOf(const HubRequest& request) {
    constexpr std::array<std::string_view, std::variant_size_v<HubRequest>> names{"hello", "push", "pull",
                                                                                  "have",  "send", "fetch"};
    return names[request.index()];
}

void noteBackup(Hub& hub, const std::string& file, const Mark& mark, WallTime taken) {
    Backup backup;
    backup.file = file;
    backup.taken = taken;
    backup.mark = mark;
    for (const auto& [number, device] : hub.directory().all())
        backup.ledgers[number] = device.receivedThrough;
    hub.begin();
    hub.backups().add(std::move(backup));
    hub.commit();
}

} // namespace lianxin::world
