// SPDX-License-Identifier: GPL-3.0-or-later
// The hub as devices reach it: requests are received on the server's I/O thread, read and handled in groups
// on one worker thread, and answered after the group's commit is durable. The more devices push at once, the
// more share one commit.
#pragma once

#include "platform/http/server.h"
#include "sync/hub/hub.h"
#include "sync/round/round.h"
#include "sync/wire/limits.h"
#include "sync/wire/pack.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <shared_mutex>
#include <thread>

namespace lianxin::sync {

struct ServiceOptions {
    WireLimits wire;
    PageLimits page;
    std::size_t jobsInGroup = 64;
    std::size_t bytesInGroup = std::size_t{256} * 1024; ///< of bodies as they came
    std::size_t waiters = 4096;
    std::chrono::seconds longestWait{60};
    /// Hears of every fault of the store, in a line, on the worker thread. May be empty: the devices are told
    /// to try again, and the faults go unheard.
    std::function<void(std::string_view)> log;
};

class HubService {
public:
    /// Gives what an administrator asked for; called on the worker thread, inside a group.
    using AdminCommand = std::function<std::string(Hub&)>;

    HubService(Hub& hub, const platform::Clock& clock, const ServiceOptions& options);
    HubService(const HubService&) = delete;
    HubService& operator=(const HubService&) = delete;
    ~HubService(); ///< stops

    /// Handles what is queued, answers those who wait, and ends the worker thread. The server must have
    /// stopped taking requests, or must be stopped right after.
    void stop();

    // ---- for the HTTP server, on its thread
    std::optional<platform::ServerAnswer> gate(const platform::ServerRequest& request) const;
    void handle(platform::ServerRequest request, const platform::HttpServer::Reply& reply);

    /// Whose secret a request carries; nothing: nobody's. Any thread.
    std::optional<DeviceNumber> deviceOf(const std::string& authorization) const;

    /// Runs a command between requests and hands its outcome to `done`, on the worker thread. `failed` gets
    /// the reason.
    void administer(AdminCommand command, std::function<void(std::string)> done,
                    std::function<void(std::string)> failed);

private:
    struct Job {
        DeviceNumber device = 0;
        std::string path;
        std::string body;
        HubRequest request;              ///< what read() found in the body
        BodyForm form = BodyForm::Plain; ///< of the request, and so of the answer
        platform::HttpServer::Reply reply;
        HubAnswer answer;
        AdminCommand command;
        std::function<void(std::string)> done;
        std::function<void(std::string)> failed;
        std::string outcome;
    };
    struct Waiter {
        DeviceNumber device = 0;
        Pull pull;
        BodyForm form = BodyForm::Plain;
        platform::HttpServer::Reply reply;
        Milliseconds until{};
    };

    void work();
    std::vector<Job> takeJobs();
    bool read(Job& job) const;
    bool tryToRead(Job& job) const;
    void runGroup(std::vector<Job>& jobs);
    void runEach(std::vector<Job>& jobs);
    void handleJob(Job& job);
    void tryGroup(std::vector<Job>& jobs);
    void addWaitersWithNews(std::vector<Job>& jobs);
    void addWaitersWhoseTimeIsUp(std::vector<Job>& jobs);
    bool keptWaiting(Job& job);
    void deliver(std::vector<Job>& jobs, const Mark& mark);
    void learnSecrets();
    void report(const std::exception& fault, std::string_view outcome) const;

    Hub& hub_;
    const platform::Clock& clock_;
    ServiceOptions options_;
    Packer packer_;

    mutable std::shared_mutex secretsMutex_;
    std::unordered_map<std::string, DeviceNumber> secrets_;

    std::mutex queueMutex_;
    std::condition_variable queueChanged_;
    std::deque<Job> queue_;
    bool stopping_ = false;

    std::vector<Waiter> waiters_; // worker thread only
    HubSequence servedThrough_ = 0;
    std::thread worker_;
};

} // namespace lianxin::sync
