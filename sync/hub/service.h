// SPDX-License-Identifier: GPL-3.0-or-later
// The hub as devices reach it: requests are received on the server's I/O thread, read and handled in groups
// on one worker thread, and answered after the group's commit is durable. The more devices push at once, the
// more share one commit.
#pragma once

#include "platform/http/server.h"
#include "sync/hub/fair_queue.h"
#include "sync/hub/hub.h"
#include "sync/round/round.h"
#include "sync/wire/limits.h"
#include "sync/wire/pack.h"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <stop_token>
#include <thread>
#include <unordered_set>

namespace lianxin::sync {

struct ServiceOptions {
    WireLimits wire;
    PageLimits page;
    std::size_t jobsInGroup = 64;
    std::size_t bytesInGroup = std::size_t{256} * 1024; ///< of bodies as they came
    /// Of what was read out of them: the request that goes beyond it is the last of its group. So a group
    /// holds at most this and one more request.
    std::size_t memoryInGroup = std::size_t{16} << 20;
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
    /// The same, if nobody took it out of service: only such a device is told anything. Any thread.
    std::optional<DeviceNumber> deviceInService(const std::string& authorization) const;

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
        std::size_t memory = 0;          ///< that the request takes
        BodyForm form = BodyForm::Plain; ///< of the request, and so of the answer
        platform::HttpServer::Reply reply;
        std::stop_token left; ///< nobody waits for the answer any more
        HubAnswer answer;
        AdminCommand command;
        std::function<void(std::string)> done;
        std::function<void(std::string)> failed;
        std::string outcome;
    };
    struct Waiter {
        Pull pull;
        BodyForm form = BodyForm::Plain;
        platform::HttpServer::Reply reply;
        Milliseconds until{};
        std::stop_token left;
        /// Wakes the worker when the asker leaves.
        std::optional<std::stop_callback<std::function<void()>>> whenLeft;
    };
    /// One a device.
    using Waiters = std::map<DeviceNumber, Waiter>;

    void work();
    void awaitJobs();
    std::optional<Job> nextJob();
    std::vector<Job> takeJobs();
    bool read(Job& job) const;
    bool tryToRead(Job& job) const;
    void runGroup(std::vector<Job>& jobs);
    void runEach(std::vector<Job>& jobs);
    void handleJob(Job& job);
    void tryGroup(std::vector<Job>& jobs);
    Job endWait(Waiters::iterator at);
    void addWaitersWithNews(std::vector<Job>& jobs);
    void addWaitersWhoseTimeIsUp(std::vector<Job>& jobs);
    bool keptWaiting(Job& job, const Mark& mark);
    void answerNothingNew(Waiter& waiter, const Mark& mark) const;
    void noticeThatSomeoneLeft();
    void forgetWaitersWhoLeft();
    void sendWaitersAway();
    void deliver(std::span<Job> jobs, const Mark& mark);
    void learnSecrets();
    void undo(const std::exception& fault, std::string_view outcome);
    void readBack();
    void report(const std::exception& fault, std::string_view outcome) const;

    Hub& hub_;
    const platform::Clock& clock_;
    ServiceOptions options_;
    Packer packer_;

    mutable std::shared_mutex secretsMutex_;
    std::unordered_map<std::string, DeviceNumber> secrets_;
    std::unordered_set<DeviceNumber> revoked_;

    std::mutex queueMutex_;
    std::condition_variable queueChanged_;
    FairQueue<DeviceNumber, Job> queue_;
    bool stopping_ = false;
    bool someoneLeft_ = false;

    // Worker thread only.
    Waiters waiters_;
    HubSequence servedThrough_ = 0;
    bool stale_ = false;    ///< a fault of the store left memory otherwise than the store is
    bool newsLeft_ = false; ///< for waiters who did not fit into the last group
    std::thread worker_;
};

} // namespace lianxin::sync
