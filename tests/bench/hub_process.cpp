// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/hub_process.h"

#include "platform/crypto/secret.h"
#include "tests/bench/hub_agent.h"
#include "tests/bench/memory.h"

#include <stdexcept>

namespace lianxin::bench {

namespace {

constexpr std::size_t readers = 4;

std::vector<std::string> freshSecrets(std::size_t count) {
    platform::SystemRandom random;
    std::vector<std::string> secrets;
    for (std::size_t i = 0; i < count; ++i) {
        secrets.push_back(platform::makeSecret(random));
    }
    return secrets;
}

} // namespace

HubProcess::HubProcess(const std::filesystem::path& folder, std::size_t writers)
    : folder_(folder), writers_(writers), secrets_(freshSecrets(writers + readers)) {
    std::vector<BenchDevice> devices;
    for (const std::string& secret : secrets_) {
        devices.push_back({secret, devices.size() >= writers});
    }
    enrolDevices(folder, devices);
    start();
}

void HubProcess::start() {
    child_.emplace(platform::Child::start({"/proc/self/exe", "hub", folder_.string()}));
    const auto line = child_->readLine(std::chrono::seconds(10));
    if (!line) {
        throw std::runtime_error("the hub did not start");
    }
    port_ = static_cast<std::uint16_t>(std::stoi(*line));
}

HubAddress HubProcess::addressOf(std::size_t device) const {
    return {"http://127.0.0.1:" + std::to_string(port_), secrets_.at(device)};
}

double HubProcess::peakMegabytes() const {
    return bench::peakMegabytes(child_->pid());
}

void HubProcess::stop() {
    child_->terminate();
    if (child_->wait(std::chrono::seconds(30)) != 0) {
        throw std::runtime_error("the hub did not end as it should");
    }
}

} // namespace lianxin::bench
