// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/lookup_desk.h"

#include "app/domain/lookup_code.h"
#include "app/domain/timeline.h"
#include "app/hub/answer.h"

#include <nlohmann/json.hpp>

namespace lianxin::hub {

namespace {

using Json = nlohmann::json;
using platform::ServerAnswer;

constexpr std::string_view lookupPath = "/v1/lookup";

std::optional<std::string> codeIn(const std::string& body) {
    const Json json = Json::parse(body, nullptr, false);
    if (!json.is_object() || !json.contains("code") || !json["code"].is_string())
        return std::nullopt;
    return domain::readLookupCode(json["code"].get<std::string>());
}

std::optional<sync::Record> matterUnder(sync::Hub& hub, const std::string& code) {
    auto find = hub.database().prepare("SELECT id FROM matter WHERE lookup_code=?");
    find.bindText(1, code);
    if (!find.step())
        return std::nullopt;
    const auto id = sync::Uuid::fromBytes(find.blob(0));
    auto row = id ? hub.tables().of(*hub.schema().find("matter")).find(*id) : std::nullopt;
    if (!row || row->record.erased)
        return std::nullopt;
    return std::move(row->record);
}

std::vector<sync::Record> eventsOf(sync::Hub& hub, const sync::Uuid& matter) {
    std::vector<sync::Record> events;
    for (sync::Row& row : hub.tables().of(*hub.schema().find("matter_event")).childrenOf(matter))
        events.push_back(std::move(row.record));
    return events;
}

} // namespace

std::string lookUp(sync::Hub& hub, const std::string& code) {
    const auto matter = matterUnder(hub, code);
    if (!matter)
        return Json{{"found", false}}.dump();
    const domain::Timeline timeline = domain::timelineOf(*matter, eventsOf(hub, matter->id));
    Json steps = Json::array();
    std::string answer;
    for (const domain::TimelineStep& step : timeline.steps) {
        if (!step.verdict.effective)
            continue;
        const auto* name = std::get_if<std::string>(&step.event.value("step"));
        const auto* text = std::get_if<std::string>(&step.event.value("text"));
        steps.push_back({{"step", name ? *name : std::string()},
                         {"at", step.event.cover.stamp.wall().time_since_epoch().count()}});
        if (name && text && (*name == "answer" || *name == "answer_on_spot"))
            answer = *text;
    }
    return Json{{"found", true},
                {"stage", domain::toCode(timeline.state.stage)},
                {"answer", answer},
                {"steps", std::move(steps)}}
        .dump();
}

void prepareLookup(sync::Hub& hub) {
    hub.database().exec("CREATE INDEX IF NOT EXISTS matter_by_lookup_code ON matter(lookup_code) WHERE "
                        "lookup_code IS NOT NULL");
}

bool LookupDesk::isFor(const platform::ServerRequest& request) {
    return request.path == lookupPath;
}

std::optional<ServerAnswer> LookupDesk::gate(const platform::ServerRequest& request) const {
    if (request.method != "POST")
        return refusal(405);
    if (!service_.deviceInService(request.authorization))
        return refusal(401);
    return std::nullopt;
}

bool LookupDesk::mayAsk(sync::DeviceNumber device) {
    constexpr sync::Milliseconds minute = std::chrono::minutes(1);
    Allowance& allowance = allowances_[device];
    if (clock_.sinceBoot() - allowance.since >= minute)
        allowance = {clock_.sinceBoot(), 0};
    return ++allowance.asked <= asksAMinute;
}

void LookupDesk::handle(const platform::ServerRequest& request, const platform::HttpServer::Reply& reply) {
    const auto device = service_.deviceInService(request.authorization);
    if (!device)
        return reply(refusal(401));
    // Whatever it holds is read on the thread that serves everyone.
    constexpr std::size_t longestQuestion = 1024;
    if (request.body.size() > longestQuestion)
        return reply(refusal(413));
    const auto code = codeIn(request.body);
    if (!code)
        return reply(refusal(400));
    if (!mayAsk(*device))
        return reply({429, {}, {}, std::chrono::seconds(60)});
    service_.administer([code = *code](sync::Hub& hub) { return lookUp(hub, code); },
                        [reply](std::string found) {
                            reply({200, std::move(found), jsonType, std::nullopt});
                        },
                        [reply](const std::string&) { reply(refusal(503)); });
}

} // namespace lianxin::hub
