// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/serve.h"

#include "app/hub/admin_desk.h"
#include "app/hub/bundle_desk.h"
#include "app/hub/device_desk.h"
#include "app/hub/lookup_desk.h"
#include "app/terminal/message.h"
#include "platform/crypto/secret.h"
#include "platform/process/open_files.h"
#include "sync/hub/service.h"

#include <algorithm>
#include <charconv>
#include <ostream>
#include <thread>

namespace lianxin::hub {

namespace {

using Json = nlohmann::json;

/// A device behind a bad line sends slowly; a stranger who sends nothing must not hold a connection for long.
platform::ServerLimits serverLimits(const sync::ServiceOptions& options) {
    platform::ServerLimits limits;
    // The store, its journals and the log need some, and whoever is refused needs one to be told.
    constexpr std::size_t ownFiles = 128;
    const std::size_t files = std::max(platform::allowManyOpenFiles(), 2 * ownFiles);
    limits.connections = std::min(limits.connections, files - ownFiles);
    limits.strangers = std::min(limits.strangers, limits.connections / 2);
    limits.bodyBytes = options.wire.compressedBytes;
    limits.headerDeadline = std::chrono::seconds(10);
    limits.bodyDeadline = std::chrono::seconds(60);
    limits.writeDeadline = std::chrono::seconds(60);
    // Between two requests of a round a device may be busy writing a page.
    limits.idleDeadline = std::chrono::seconds(90);
    return limits;
}

sync::ServiceOptions serviceOptions(const Log& log) {
    sync::ServiceOptions options;
    options.log = log;
    return options;
}

/// Where this machine reaches a server that listens on every address.
std::string reachable(const std::string& host) {
    return host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host;
}

class Serving {
public:
    Serving(const HubFolder& folder, const ListenAddress& address, platform::StopSignals& signals,
            const Log& log)
        : folder_(folder),
          address_(address),
          signals_(signals),
          log_(log),
          options_(serviceOptions(log)),
          open_(folder, platform::OpenMode::MustExist, log),
          service_(open_.hub(), open_.clock(), options_),
          access_(folder, open_.clock(), open_.schema(), open_.rules(), service_),
          secret_(makeOwnSecret()),
          desk_(access_, secret_, log),
          lookup_(service_, open_.clock()),
          devices_(service_),
          bundles_(open_.hub(), service_, open_.clock(), log),
          server_(
              serverLimits(options_), [this](const auto& request) { return gate(request); },
              [this](auto request, auto reply) { handle(std::move(request), std::move(reply)); },
              [&log](std::string_view line) { log(line); }) {}

    void run(std::ostream& out) {
        listen();
        folder_.writeAdminDoor({urlOf({reachable(address_.host), address_.port}), secret_});
        std::thread server([this] { runServer(); });
        out << "listening on " << urlOf(address_) << '\n' << std::flush;
        log_("serving " + folder_.path().string() + " on " + urlOf(address_));
        do
            lookAfterHub();
        while (!stopAsked());
        log_("stopping: no new requests, those that came are answered");
        server_.stop();
        desk_.stop();
        service_.stop();
        server.join();
        finish();
    }

private:
    static std::string makeOwnSecret() {
        platform::SystemRandom random;
        return platform::makeSecret(random);
    }

    void listen() {
        try {
            address_.port = server_.listen(address_.host, address_.port);
        } catch (const std::exception& fault) {
            const std::string address = address_.host + ':' + std::to_string(address_.port);
            throw terminal::Trouble(
                terminal::ExitStatus::NotDone, "cannot-listen",
                {"不能在 " + address + " 上提供服务。请看是否被别的程序占用，地址是否属于本机。（" +
                     fault.what() + "）",
                 "Cannot listen on " + address +
                     ". See whether another program does, and whether the address is this machine's. (" +
                     fault.what() + ")"});
        }
    }

    std::optional<platform::ServerAnswer> gate(const platform::ServerRequest& request) const {
        return AdminDesk::isFor(request)    ? desk_.gate(request)
               : LookupDesk::isFor(request) ? lookup_.gate(request)
               : DeviceDesk::isFor(request) ? devices_.gate(request)
               : BundleDesk::isFor(request) ? bundles_.gate(request)
                                            : service_.gate(request);
    }

    void handle(platform::ServerRequest request, platform::HttpServer::Reply reply) {
        if (AdminDesk::isFor(request))
            desk_.handle(std::move(request), std::move(reply));
        else if (LookupDesk::isFor(request))
            lookup_.handle(request, reply);
        else if (DeviceDesk::isFor(request))
            devices_.handle(request, reply);
        else if (BundleDesk::isFor(request))
            bundles_.handle(std::move(request), reply);
        else
            service_.handle(std::move(request), reply);
    }

    void runServer() {
        try {
            server_.run();
        } catch (const std::exception& fault) {
            log_(std::string("the server ended: ") + fault.what());
            serverEnded_ = true;
            signals_.wake();
        }
    }

    bool stopAsked() {
        constexpr auto lookEvery = std::chrono::minutes(1);
        return signals_.waitFor(lookEvery).has_value() || serverEnded_;
    }

    /// Once a minute: the last mark goes beside the store, and a doubt about the clock goes to the log.
    void lookAfterHub() {
        try {
            const Json state = access_.inGroup([](sync::Hub& hub) {
                return Json{{"sequence", hub.mark().sequence},
                            {"random", hub.mark().random},
                            {"epoch", hub.epoch()},
                            {"doubt", hub.clockGuard().doubt()}};
            });
            const sync::Mark mark{state["sequence"], state["random"]};
            if (mark != written_) {
                folder_.writeLastMark({mark, state["epoch"]});
                written_ = mark;
            }
            noteDoubt(state["doubt"]);
        } catch (const std::exception& fault) {
            log_(std::string("storage: ") + fault.what());
        }
    }

    void noteDoubt(const std::string& doubt) {
        if (doubt != doubt_ && !doubt.empty()) {
            log_("主机时间可疑（" + doubt +
                 "）：暂不接收数据，设备会保留并重试。请核对时间，然后运行 lianxin-hub confirm-clock。");
            log_("the clock is in doubt (" + doubt +
                 "): nothing is admitted, devices keep everything and try again; check the time, then run "
                 "lianxin-hub confirm-clock");
        }
        doubt_ = doubt;
    }

    void finish() {
        sync::Hub& hub = open_.hub();
        folder_.writeLastMark({hub.mark(), hub.epoch()});
        hub.database().checkpoint(platform::CheckpointMode::Truncate);
        folder_.removeAdminDoor();
        log_("stopped");
        if (serverEnded_)
            throw std::runtime_error("the server ended by itself");
    }

    const HubFolder& folder_;
    ListenAddress address_;
    platform::StopSignals& signals_;
    const Log& log_;
    sync::ServiceOptions options_;
    OpenHub open_;
    sync::HubService service_;
    ServingAccess access_;
    std::string secret_;
    AdminDesk desk_;
    LookupDesk lookup_;
    DeviceDesk devices_;
    BundleDesk bundles_;
    platform::HttpServer server_;
    std::atomic<bool> serverEnded_ = false;
    sync::Mark written_;
    std::string doubt_;
};

} // namespace

std::optional<ListenAddress> readAddress(const std::string& text) {
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos)
        return std::nullopt;
    ListenAddress address;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + colon + 1, end, address.port);
    std::string host = text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']')
        host = host.substr(1, host.size() - 2);
    else if (host.find(':') != std::string::npos)
        return std::nullopt; // "::1:80" could be read in two ways
    if (read.ec != std::errc{} || read.ptr != end || host.empty())
        return std::nullopt;
    address.host = host == "localhost" ? "127.0.0.1" : host;
    return address;
}

std::string urlOf(const ListenAddress& address) {
    const bool isIpv6 = address.host.find(':') != std::string::npos;
    const std::string host = isIpv6 ? '[' + address.host + ']' : address.host;
    return "http://" + host + ':' + std::to_string(address.port);
}

void serve(const HubFolder& folder, const ListenAddress& address, platform::StopSignals& stop,
           std::ostream& out, const Log& log) {
    Serving(folder, address, stop, log).run(out);
}

} // namespace lianxin::hub
