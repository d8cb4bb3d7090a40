// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/hub_process.h"

#include "platform/crypto/secret.h"
#include "tests/bench/hub_agent.h"
#include "tests/bench/memory.h"

#include <stdexcept>

namespace lianxin::bench {

namespace {

constexpr std::size_t deviceCount = 5;

std::vector<std::string> freshSecrets() {
    platform::SystemRandom random;
    std::vector<std::string> secrets;
    for (std::size_t i = 0; i < deviceCount; ++i) {
        secrets.push_back(platform::makeSecret(random));
    }
    return secrets;
}

} // namespace

platform::Child HubProcess::start(const std::filesystem::path& folder,
                                  const std::vector<std::string>& secrets) {
    std::vector<BenchDevice> devices;
    for (const std::string& secret : secrets) {
        devices.push_back({secret, !devices.empty()});
    }
    enrolDevices(folder, devices);
    return platform::Child::start({"/proc/self/exe", "hub", folder.string()});
}

HubProcess::HubProcess(const std::filesystem::path& folder)
    : secrets_(freshSecrets()), child_(start(folder, secrets_)) {
    const auto line = child_.readLine(std::chrono::seconds(10));
    if (!line) {
        throw std::runtime_error("the hub did not start");
    }
    port_ = static_cast<std::uint16_t>(std::stoi(*line));
}

HubAddress HubProcess::addressOf(std::size_t device) const {
    return {"http://127.0.0.1:" + std::to_string(port_), secrets_.at(device)};
}

double HubProcess::peakMegabytes() const {
    return bench::peakMegabytes(child_.pid());
}

void HubProcess::stop() {
    child_.terminate();
    if (child_.wait(std::chrono::seconds(30)) != 0) {
        throw std::runtime_error("the hub did not end as it should");
    }
}

} // namespace lianxin::bench
