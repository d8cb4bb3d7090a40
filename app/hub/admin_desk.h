// SPDX-License-Identifier: GPL-3.0-or-later
// Answers administrators' commands while the hub serves. They come over the same port as the devices'
// requests, with a secret that only whoever can read the data folder knows, and run one at a time on a thread
// of their own: a backup keeps no device waiting.
#pragma once

#include "app/hub/admin_commands.h"
#include "app/hub/open_hub.h"
#include "platform/http/server.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace lianxin::hub {

class AdminDesk {
public:
    /// `access` outlives the desk.
    AdminDesk(HubAccess& access, std::string secret, Log log);
    AdminDesk(const AdminDesk&) = delete;
    AdminDesk& operator=(const AdminDesk&) = delete;
    ~AdminDesk(); ///< stops

    static bool isFor(const platform::ServerRequest& request);

    // ---- for the HTTP server, on its thread
    std::optional<platform::ServerAnswer> gate(const platform::ServerRequest& request) const;
    void handle(platform::ServerRequest request, platform::HttpServer::Reply reply);

    /// Ends the command that is running and drops those that wait: their connections close.
    void stop();

private:
    struct Job {
        std::string verb;
        std::string body;
        platform::HttpServer::Reply reply;
    };

    void work();
    platform::ServerAnswer run(const Job& job);

    HubAccess& access_;
    const std::string authorization_;
    const Log log_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> jobs_;
    bool stopping_ = false;
    std::thread worker_;
};

/// Asks the hub that serves from this folder. Throws terminal::Trouble: what the hub answered, or that nobody
/// did.
nlohmann::json askServingHub(const HubFolder& folder, const std::string& verb,
                             const nlohmann::json& arguments);

} // namespace lianxin::hub
