// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/hub_agent.h"

#include "platform/crypto/secret.h"
#include "platform/http/server.h"
#include "platform/process/open_files.h"
#include "platform/process/signals.h"
#include "sync/hub/service.h"
#include "tests/bench/bench_rules.h"
#include "tests/bench/bench_schema.h"

#include <iostream>
#include <string_view>
#include <thread>

namespace lianxin::bench {

namespace {

struct HubParts {
    explicit HubParts(const std::filesystem::path& folder)
        : hub(platform::Database::openWriter(folder / "hub.sqlite", platform::OpenMode::Create), schema,
              rules, clock, random) {}

    sync::Schema schema = benchSchema();
    BenchRules rules;
    platform::SystemClock clock;
    platform::SystemRandom random;
    sync::Hub hub;
};

} // namespace

void enrolDevices(const std::filesystem::path& folder, const std::vector<BenchDevice>& devices) {
    HubParts parts(folder);
    parts.hub.begin();
    int number = 0;
    for (const BenchDevice& device : devices) {
        const platform::Hash256 digest = platform::hashSecret(device.secret);
        const std::vector<sync::Scope> scopes =
            device.reads ? std::vector<sync::Scope>{"*"} : std::vector<sync::Scope>{};
        parts.hub.enrol("device " + std::to_string(++number), device.reads ? "desk" : "kiosk", scopes,
                        std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
    }
    parts.hub.commit();
}

void noteRestore(const std::filesystem::path& folder) {
    HubParts parts(folder);
    parts.hub.begin();
    parts.hub.beginEpoch("B");
    parts.hub.commit();
}

int runHubAgent(const std::filesystem::path& folder) {
    platform::StopSignals signals;
    static_cast<void>(platform::allowManyOpenFiles());
    HubParts parts(folder);
    sync::HubService service(parts.hub, parts.clock, {});
    platform::HttpServer server(
        {}, [&service](const platform::ServerRequest& request) { return service.gate(request); },
        [&service](platform::ServerRequest request, const platform::HttpServer::Reply& reply) {
            service.handle(std::move(request), reply);
        });
    std::cout << server.listen("127.0.0.1", 0) << std::endl;
    std::thread serving([&server] { server.run(); });
    static_cast<void>(signals.wait());
    service.stop();
    server.stop();
    serving.join();
    return 0;
}

} // namespace lianxin::bench
