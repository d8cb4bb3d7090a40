// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/attacked_hub.h"

#include <chrono>
#include <fstream>
#include <stdexcept>

namespace lianxin::tests {

namespace {

using nlohmann::json;

constexpr auto patience = std::chrono::seconds(60);
constexpr auto promptly = std::chrono::seconds(2);
const json nothingSeen = {0, "AAAAAAAAAAA"};

std::string hexadecimal(std::uint64_t number) {
    std::string digits(16, '0');
    for (std::size_t i = 16; i-- > 0; number /= 16)
        digits[i] = "0123456789abcdef"[number % 16];
    return digits;
}

} // namespace

std::string headOf(const std::string& path, const std::string& headers) {
    return "POST " + path + " HTTP/1.1\r\nHost: hub\r\n" + headers;
}

AttackedHub::AttackedHub() : cast_(LIANXIN_BIN_DIR) {
    cast_.makeHub();
    attacker_ = cast_.enrolAtHub("attacker", "desk", {});
    other_ = cast_.enrolAtHub("other", "kiosk", {});
    // Freed memory that a sanitizer keeps back would be taken for the hub's.
    hub_.emplace(platform::Child::start({std::string(LIANXIN_BIN_DIR) + "/lianxin-hub", "serve", "--data",
                                         cast_.file("hub"), "--listen", "127.0.0.1:0"},
                                        {"ASAN_OPTIONS=quarantine_size_mb=1:malloc_context_size=0"}));
    const std::string ready = hub_->readLine(patience).value_or("");
    port_ = static_cast<std::uint16_t>(std::stoi(ready.substr(ready.rfind(':') + 1)));
    client_ = std::make_unique<platform::HttpClient>("http://127.0.0.1:" + std::to_string(port_),
                                                     "Bearer " + other_, std::size_t{1} << 20);
    if (statusOf(ask("/v1/push", push(openRound()).dump())) != 200 || !servesTheOtherPromptly())
        throw std::runtime_error("the hub does not serve");
    std::ofstream("/proc/" + std::to_string(hub_->pid()) + "/clear_refs") << "5";
    quiet_ = megabytes("VmHWM:");
}

std::string AttackedHub::ask(const std::string& path, std::string_view body) const {
    RawConnection connection(port_);
    connection.send(headOf(path, attacker() + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n"));
    connection.send(body);
    return connection.answer();
}

json AttackedHub::hello() {
    return {{"protocol", 1},         {"schema", 1},   {"writer", hexadecimal(++writer_)},
            {"seen", nothingSeen},   {"received", 0}, {"last", 9},
            {"time", 1788220800000}, {"boot", "b"}};
}

std::string AttackedHub::openRound() {
    return json::parse(bodyOf(ask("/v1/hello", hello().dump()))).at("round");
}

json AttackedHub::push(const std::string& round) const {
    return {{"round", round},
            {"after", 0},
            {"through", 1},
            {"writers", {hexadecimal(writer_)}},
            {"types",
             {{{"type", "department"},
               {"id", {"01a05a46-e0ce-73e7-87f8-f9c9ac46590b"}},
               {"stamp", {1700000000000}},
               {"fields", {{"name.tl", {departmentName}}, {"kind.tl", {"clinical"}}}}}}}};
}

bool AttackedHub::servesTheOtherPromptly() {
    std::optional<platform::ClientAnswer> answer;
    const auto asked = std::chrono::steady_clock::now();
    client_->post({"/v1/pull", json{{"seen", nothingSeen}}.dump(), {}, patience},
                  [&answer](platform::ClientAnswer came) { answer = std::move(came); });
    while (!answer && client_->runOnce(patience)) {
    }
    return answer && answer->status == 200 && answer->body.find(departmentName) != std::string::npos &&
           std::chrono::steady_clock::now() - asked < promptly;
}

double AttackedHub::megabytes(const char* line) const {
    std::ifstream status("/proc/" + std::to_string(hub_->pid()) + "/status");
    for (std::string word; status >> word;)
        if (word == line) {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes / 1024;
        }
    throw std::runtime_error("the hub has ended");
}

double AttackedHub::grownMegabytes() const {
    return megabytes("VmHWM:") - quiet_;
}

std::size_t AttackedHub::openFiles() const {
    const std::filesystem::directory_iterator files("/proc/" + std::to_string(hub_->pid()) + "/fd");
    return static_cast<std::size_t>(std::distance(begin(files), end(files)));
}

std::vector<std::string> AttackedHub::verify() {
    hub_->terminate();
    if (hub_->wait(patience) != 0)
        return {"the hub did not end as asked"};
    platform::Child check = platform::Child::start(
        {std::string(LIANXIN_BIN_DIR) + "/lianxin-hub", "verify", "--data", cast_.file("hub")});
    ctl::Ran ran = ctl::finish(check);
    return ran.status == 0 ? std::vector<std::string>{} : ran.lines;
}

} // namespace lianxin::tests
