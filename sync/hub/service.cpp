// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/service.h"

#include "platform/crypto/secret.h"
#include "sync/wire/decode.h"
#include "sync/wire/encode.h"
#include "sync/wire/http_status.h"

#include <algorithm>
#include <array>

namespace lianxin::sync {

namespace {

using platform::ServerAnswer;

ServerAnswer failureAnswer(const FailureAnswer& answer) {
    return {httpStatusOf(answer.failure.action), encode(answer), {}, answer.failure.retryAfter};
}

ServerAnswer refusal(NextAction action, std::string code, std::string detail, WallTime now) {
    return failureAnswer({{action, std::move(code), std::move(detail), std::nullopt}, now, {}});
}

template <class Message>
std::optional<HubRequest> taken(Decoded<Message> decoded, std::optional<WireFault>& fault) {
    if (decoded)
        return HubRequest(std::move(*decoded));
    fault = decoded.error();
    return std::nullopt;
}

std::optional<HubRequest> decodeRequest(const std::string& path, std::string_view json, const Schema& schema,
                                        const WireLimits& limits, std::optional<WireFault>& fault,
                                        std::size_t& memory) {
    if (path == "/v1/hello")
        return taken(decodeHello(json, limits), fault);
    if (path == "/v1/push")
        return taken(decodePush(json, schema, limits, memory), fault);
    if (path == "/v1/have")
        return taken(decodeHave(json, limits), fault);
    if (path == "/v1/send")
        return taken(decodeSend(json, limits), fault);
    if (path == "/v1/fetch")
        return taken(decodeFetch(json, limits), fault);
    return taken(decodePull(json, limits), fault);
}

bool isKnownPath(const std::string& path) {
    constexpr std::array<std::string_view, 6> paths{"/v1/hello", "/v1/push", "/v1/pull",
                                                    "/v1/have",  "/v1/send", "/v1/fetch"};
    return std::find(paths.begin(), paths.end(), path) != paths.end();
}

} // namespace

HubService::HubService(Hub& hub, const platform::Clock& clock, const ServiceOptions& options)
    : hub_(hub), clock_(clock), options_(options), packer_(hub.schema()) {
    learnSecrets();
    servedThrough_ = hub_.lastSequence();
    worker_ = std::thread([this] { work(); });
}

HubService::~HubService() {
    stop();
}

void HubService::stop() {
    {
        const std::scoped_lock lock(queueMutex_);
        stopping_ = true;
    }
    queueChanged_.notify_all();
    if (worker_.joinable())
        worker_.join();
}

void HubService::learnSecrets() {
    std::unordered_map<std::string, DeviceNumber> secrets = hub_.directory().secrets();
    std::unordered_set<DeviceNumber> revoked;
    for (const auto& [number, device] : hub_.directory().all())
        if (device.revoked)
            revoked.insert(number);
    const std::scoped_lock lock(secretsMutex_);
    secrets_ = std::move(secrets);
    revoked_ = std::move(revoked);
}

std::optional<DeviceNumber> HubService::deviceInService(const std::string& authorization) const {
    const auto device = deviceOf(authorization);
    const std::shared_lock lock(secretsMutex_);
    return device && !revoked_.contains(*device) ? device : std::nullopt;
}

std::optional<DeviceNumber> HubService::deviceOf(const std::string& authorization) const {
    constexpr std::string_view scheme = "Bearer ";
    if (!authorization.starts_with(scheme))
        return std::nullopt;
    const auto digest = platform::hashSecret(std::string_view(authorization).substr(scheme.size()));
    const std::shared_lock lock(secretsMutex_);
    const auto at = secrets_.find(std::string(reinterpret_cast<const char*>(digest.data()), digest.size()));
    return at == secrets_.end() ? std::nullopt : std::optional(at->second);
}

std::optional<ServerAnswer> HubService::gate(const platform::ServerRequest& request) const {
    if (!isKnownPath(request.path))
        return ServerAnswer{404, {}, {}, std::nullopt};
    if (request.method != "POST")
        return ServerAnswer{405, {}, {}, std::nullopt};
    if (!deviceOf(request.authorization))
        return refusal(NextAction::NeedsEnrolment, "unknown-secret", {}, clock_.wall());
    return std::nullopt;
}

void HubService::handle(platform::ServerRequest request, const platform::HttpServer::Reply& reply) {
    const auto device = deviceOf(request.authorization);
    if (!device)
        return reply(refusal(NextAction::NeedsEnrolment, "unknown-secret", {}, clock_.wall()));
    Job job;
    job.device = *device;
    job.path = std::move(request.path);
    job.body = std::move(request.body);
    job.reply = reply;
    job.left = std::move(request.left);
    {
        const std::scoped_lock lock(queueMutex_);
        if (stopping_)
            return reply(refusal(NextAction::RetryLater, "stopping", {}, clock_.wall()));
        queue_.push(job.device, std::move(job));
    }
    queueChanged_.notify_one();
}

/// Reads the request out of its body, on the thread that uses what comes out: records are many times as large
/// in memory as in the body, and moving them from one core to another costs more than reading them. False: it
/// was refused.
bool HubService::read(Job& job) const {
    if (job.body.empty() && job.path.empty())
        return true; // a command, or a pull that waited
    if (job.left.stop_requested() && job.path == "/v1/pull")
        return false; // a page for nobody; what was pushed is taken all the same
    const auto refuse = [&](const WireFault& fault) {
        job.reply(refusal(NextAction::Refused, std::string(nameOf(fault.kind)), fault.where, clock_.wall()));
        return false;
    };
    const auto json = packer_.unpack(job.body, options_.wire);
    if (!json)
        return refuse(json.error());
    std::optional<WireFault> fault;
    auto message = decodeRequest(job.path, *json, hub_.schema(), options_.wire, fault, job.memory);
    if (!message)
        return refuse(*fault);
    job.request = std::move(*message);
    job.form = formOf(job.body);
    return true;
}

bool HubService::tryToRead(Job& job) const {
    try {
        return read(job);
    } catch (const std::exception& fault) {
        report(fault, "a request was not read");
        job.reply(refusal(NextAction::RetryLater, "storage", fault.what(), clock_.wall()));
        return false;
    }
}

void HubService::administer(AdminCommand command, std::function<void(std::string)> done,
                            std::function<void(std::string)> failed) {
    Job job;
    job.command = std::move(command);
    job.done = std::move(done);
    job.failed = std::move(failed);
    {
        const std::scoped_lock lock(queueMutex_);
        if (stopping_)
            return job.failed("stopping");
        queue_.push(job.device, std::move(job));
    }
    queueChanged_.notify_one();
}

void HubService::awaitJobs() {
    constexpr Milliseconds heartbeat = std::chrono::seconds(30);
    std::unique_lock lock(queueMutex_);
    Milliseconds pause = newsLeft_ ? Milliseconds{0} : heartbeat;
    for (const auto& [device, waiter] : waiters_)
        pause = std::min(pause, std::max(Milliseconds{0}, waiter.until - clock_.sinceBoot()));
    queueChanged_.wait_for(lock, pause, [this] { return stopping_ || someoneLeft_ || !queue_.empty(); });
}

std::optional<HubService::Job> HubService::nextJob() {
    const std::scoped_lock lock(queueMutex_);
    return queue_.pop();
}

/// Takes and reads requests until the group is full. Each is read only while the group has room for what may
/// come out of it: a body of two kilobytes can stand for fifty megabytes of records.
std::vector<HubService::Job> HubService::takeJobs() {
    awaitJobs();
    std::vector<Job> jobs;
    std::size_t bytes = 0;
    std::size_t memory = 0;
    while (jobs.size() < options_.jobsInGroup && bytes < options_.bytesInGroup &&
           memory < options_.memoryInGroup) {
        auto job = nextJob();
        if (!job)
            break;
        bytes += job->body.size();
        if (!tryToRead(*job))
            continue;
        memory += job->memory;
        jobs.push_back(std::move(*job));
    }
    return jobs;
}

void HubService::work() {
    while (true) {
        std::vector<Job> jobs = takeJobs();
        forgetWaitersWhoLeft();
        addWaitersWhoseTimeIsUp(jobs);
        runGroup(jobs);
        const std::scoped_lock lock(queueMutex_);
        if (stopping_ && queue_.empty())
            break;
    }
    sendWaitersAway();
}

void HubService::sendWaitersAway() {
    for (auto& [device, waiter] : waiters_)
        waiter.reply(refusal(NextAction::RetryLater, "stopping", {}, clock_.wall()));
    waiters_.clear();
}

void HubService::handleJob(Job& job) {
    const auto take = [&job](auto result) {
        std::visit([&job](auto&& answer) { job.answer = std::forward<decltype(answer)>(answer); },
                   std::move(result));
    };
    if (job.command)
        job.outcome = job.command(hub_);
    else if (const auto* hello = std::get_if<Hello>(&job.request))
        take(hub_.hello(job.device, *hello));
    else if (auto* push = std::get_if<Push>(&job.request))
        take(hub_.push(job.device, std::move(*push)));
    else if (const auto* have = std::get_if<Have>(&job.request))
        take(hub_.have(job.device, *have));
    else if (const auto* send = std::get_if<Send>(&job.request))
        take(hub_.send(job.device, *send));
    else if (const auto* fetch = std::get_if<Fetch>(&job.request))
        take(hub_.fetch(job.device, *fetch));
    else
        take(hub_.pull(job.device, std::get<Pull>(job.request), options_.page));
}

void HubService::tryGroup(std::vector<Job>& jobs) {
    readBack();
    hub_.begin();
    // Pulls come last: none is put to wait for what a push of the same group brings.
    const auto isPull = [](const Job& job) {
        return std::holds_alternative<Pull>(job.request) && !job.command;
    };
    for (Job& job : jobs)
        if (!isPull(job))
            handleJob(job);
    for (Job& job : jobs)
        if (isPull(job))
            handleJob(job);
    const std::size_t asked = jobs.size();
    addWaitersWithNews(jobs);
    const Mark mark = hub_.commit();
    servedThrough_ = hub_.lastSequence();
    // Somebody may be looking at the screen of a device that waited.
    deliver(std::span(jobs).subspan(asked), mark);
    deliver(std::span(jobs).first(asked), mark);
}

void HubService::runGroup(std::vector<Job>& jobs) {
    const std::size_t asked = jobs.size();
    try {
        tryGroup(jobs);
    } catch (const std::exception& fault) {
        newsLeft_ = false; // or a store that stays full would be tried without a pause
        undo(fault, "a group of requests was undone, each is tried by itself");
        // Waiters that joined the group simply ask again; those who asked are tried one by one, so that one
        // request the store cannot take does not fail the others.
        jobs.resize(asked);
        runEach(jobs);
    }
}

void HubService::runEach(std::vector<Job>& jobs) {
    for (Job& job : jobs) {
        try {
            read(job); // the group that failed has used it up
            readBack();
            hub_.begin();
            handleJob(job);
            std::vector<Job> one;
            const Mark mark = hub_.commit();
            one.push_back(std::move(job));
            deliver(one, mark);
        } catch (const std::exception& fault) {
            undo(fault, "a request was not taken");
            if (job.failed)
                job.failed(fault.what());
            else if (job.reply)
                job.reply(refusal(NextAction::RetryLater, "storage", fault.what(), clock_.wall()));
        }
    }
}

/// Never throws, since it is called for a fault that was caught: what cannot be read back now is read back
/// before the next request, and none is taken before.
void HubService::undo(const std::exception& fault, std::string_view outcome) {
    report(fault, outcome);
    stale_ = true;
    try {
        readBack();
    } catch (const std::exception& another) {
        report(another, "the store cannot be read back, and nothing is taken until it can");
    }
}

void HubService::readBack() {
    if (!stale_)
        return;
    hub_.recover();
    stale_ = false;
}

void HubService::report(const std::exception& fault, std::string_view outcome) const {
    if (options_.log)
        options_.log("storage: " + std::string(outcome) + ": " + fault.what());
}

void HubService::deliver(std::span<Job> jobs, const Mark& mark) {
    bool commanded = false;
    for (Job& job : jobs) {
        if (job.command) {
            commanded = true;
            continue;
        }
        if (keptWaiting(job, mark))
            continue;
        const auto answer = std::visit(
            [&](auto& message) {
                if constexpr (std::is_same_v<std::decay_t<decltype(message)>, FailureAnswer>) {
                    return failureAnswer(message);
                } else {
                    message.mark = mark;
                    if constexpr (std::is_same_v<std::decay_t<decltype(message)>, HelloAnswer>)
                        message.dictionary = packer_.dictionaryNumber();
                    return ServerAnswer{200, packer_.packAnswer(encode(message), job.form), {}, std::nullopt};
                }
            },
            job.answer);
        job.reply(answer);
    }
    if (!commanded)
        return;
    learnSecrets();
    for (Job& job : jobs)
        if (job.command)
            job.done(std::move(job.outcome));
}

} // namespace lianxin::sync
