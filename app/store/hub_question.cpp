// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/hub_question.h"

#include "platform/http/client.h"

namespace lianxin::store {

namespace {

HubReply replyFrom(const platform::ClientAnswer& answer) {
    if (!answer.reachedServer)
        return {HubSaid::NoNetwork, {}};
    if (answer.status == 429 || answer.status == 503)
        return {HubSaid::NotNow, {}};
    auto json = nlohmann::json::parse(answer.body, nullptr, false);
    if (answer.status != 200 || !json.is_object())
        return {HubSaid::Refused, {}};
    return {HubSaid::Answer, std::move(json)};
}

} // namespace

HubReply askHub(const Settings& settings, const std::string& path, const nlohmann::json& question) {
    constexpr auto patience = std::chrono::seconds(10);
    constexpr std::size_t largestAnswer = std::size_t{1} << 20;
    std::optional<platform::ClientAnswer> answer;
    platform::HttpClient client(settings.hubUrl, "Bearer " + settings.secret, largestAnswer);
    client.post({path, question.dump(), "application/json", patience},
                [&answer](platform::ClientAnswer came) { answer = std::move(came); });
    while (!answer && client.runOnce(patience)) {
    }
    return answer ? replyFrom(*answer) : HubReply{};
}

} // namespace lianxin::store
