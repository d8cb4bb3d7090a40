// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/admin_desk.h"

#include "app/hub/answer.h"
#include "app/hub/faults.h"
#include "app/terminal/message.h"
#include "platform/crypto/secret.h"
#include "platform/http/client.h"

namespace lianxin::hub {

namespace {

using Json = nlohmann::json;
using platform::ServerAnswer;

constexpr std::string_view adminPath = "/admin/";

/// Looking is nobody's business; what was done is in the log.
bool changesTheHub(std::string_view verb) {
    return verb != "devices" && verb != "backups" && verb != "verify";
}

} // namespace

AdminDesk::AdminDesk(HubAccess& access, std::string secret, Log log)
    : access_(access),
      authorization_("Bearer " + std::move(secret)),
      log_(std::move(log)),
      worker_([this] { work(); }) {}

AdminDesk::~AdminDesk() {
    stop();
}

void AdminDesk::stop() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
        jobs_.clear();
    }
    changed_.notify_all();
    if (worker_.joinable())
        worker_.join();
}

bool AdminDesk::isFor(const platform::ServerRequest& request) {
    return request.path.starts_with(adminPath);
}

std::optional<ServerAnswer> AdminDesk::gate(const platform::ServerRequest& request) const {
    if (!platform::equalInConstantTime(request.authorization, authorization_))
        return ServerAnswer{401, {}, {}, std::nullopt};
    if (request.method != "POST" || !isAdminCommand(request.path.substr(adminPath.size())))
        return ServerAnswer{404, {}, {}, std::nullopt};
    return std::nullopt;
}

void AdminDesk::handle(platform::ServerRequest request, platform::HttpServer::Reply reply) {
    {
        const std::scoped_lock lock(mutex_);
        if (stopping_)
            return;
        jobs_.push_back({request.path.substr(adminPath.size()), std::move(request.body), std::move(reply)});
    }
    changed_.notify_one();
}

void AdminDesk::work() {
    while (true) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
        if (stopping_)
            return;
        const Job job = std::move(jobs_.front());
        jobs_.pop_front();
        lock.unlock();
        job.reply(run(job));
    }
}

ServerAnswer AdminDesk::run(const Job& job) {
    try {
        const Json answer = runAdminCommand(job.verb, access_, Json::parse(job.body, nullptr, false));
        if (changesTheHub(job.verb))
            log_("administrator: " + job.verb);
        return {200, answer.dump(), jsonType, std::nullopt};
    } catch (const std::exception& fault) {
        const terminal::Trouble trouble = troubleFrom(fault, access_.folder());
        log_("administrator: " + job.verb + ": " + trouble.code());
        return {409, toJson(trouble).dump(), jsonType, std::nullopt};
    }
}

Json askServingHub(const HubFolder& folder, const std::string& verb, const Json& arguments) {
    constexpr std::size_t largestAnswer = std::size_t{64} << 20;
    constexpr auto deadline = std::chrono::hours(1); // a backup of a large store takes its time
    const auto door = folder.adminDoor();
    std::optional<platform::ClientAnswer> answer;
    if (door) {
        platform::HttpClient client(door->url, "Bearer " + door->secret, largestAnswer);
        client.post({std::string(adminPath) + verb, arguments.dump(), jsonType, deadline},
                    [&answer](platform::ClientAnswer came) { answer = std::move(came); });
        while (!answer && client.runOnce(std::chrono::minutes(1))) {
        }
    }
    const Json json = answer && answer->reachedServer ? Json::parse(answer->body, nullptr, false) : Json();
    if (json.is_object() && answer->status != 200)
        throw terminal::troubleFromJson(json);
    if (!answer || answer->status != 200 || json.is_discarded())
        throw terminal::Trouble(terminal::ExitStatus::HubUnreachable, "hub-busy",
                                {"数据目录 " + folder.path().string() +
                                     " 正被另一个程序使用，而它没有应答。什么也没有改动。请稍后再试。",
                                 "The data folder " + folder.path().string() +
                                     " is held by another program, which did not answer. Nothing is known to "
                                     "have changed. Try again "
                                     "in a moment."});
    return json;
}

} // namespace lianxin::hub
