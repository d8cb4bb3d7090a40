// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hub_access.h"

#include "app/terminal/message.h"

#include <future>

namespace lianxin::hub {

using Json = nlohmann::json;

Json DirectAccess::inGroup(const Work& work) {
    try {
        hub_.begin();
        Json answer = work(hub_);
        hub_.commit();
        return answer;
    } catch (...) {
        hub_.recover();
        throw;
    }
}

Json ServingAccess::inGroup(const Work& work) {
    auto ended = std::make_shared<std::promise<std::string>>();
    const auto command = [work](sync::Hub& hub) {
        // Thrown any further a refusal would fail the requests of devices that share the group.
        try {
            return Json{{"answer", work(hub)}}.dump();
        } catch (const terminal::Trouble& trouble) {
            return Json{{"trouble", toJson(trouble)}}.dump();
        }
    };
    service_.administer(
        command, [ended](std::string outcome) { ended->set_value(std::move(outcome)); },
        [ended](const std::string& reason) {
            ended->set_exception(
                std::make_exception_ptr(platform::StorageError(platform::StorageFault::Io, 0, reason)));
        });
    const Json outcome = Json::parse(ended->get_future().get());
    if (outcome.contains("trouble"))
        throw terminal::troubleFromJson(outcome["trouble"]);
    return outcome.at("answer");
}

} // namespace lianxin::hub
