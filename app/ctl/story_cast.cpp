// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/story_cast.h"

#include "platform/files/durable_file.h"

#include <stdexcept>

namespace lianxin::ctl {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr auto longest = std::chrono::seconds(120);

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += word + ' ';
    return text;
}

Json lastJson(const Ran& ran, const std::vector<std::string>& words) {
    Json json = ran.lines.empty() ? Json() : Json::parse(ran.lines.back(), nullptr, false);
    if (ran.status != 0 || json.is_discarded())
        throw std::runtime_error(joined(words) + "-> " + std::to_string(ran.status));
    return json;
}

} // namespace

Ran finish(platform::Child& child) {
    Ran ran;
    while (auto line = child.readLine(longest))
        ran.lines.push_back(std::move(*line));
    ran.status = child.wait(longest).value_or(-1);
    return ran;
}

fs::path StoryCast::ownFolder() {
    return fs::read_symlink("/proc/self/exe").parent_path();
}

fs::path StoryCast::sampleBeside(const fs::path& programs) {
    return programs.parent_path() / "share" / "lianxin" / "sample";
}

void StoryCast::makeHub() {
    platform::Child child =
        platform::Child::start({programs_ / "lianxin-hub", "init", "--data", file("hub"), "--json"});
    if (finish(child).status != 0)
        throw std::runtime_error("lianxin-hub init");
}

std::string StoryCast::enrolAtHub(const std::string& name, const std::string& role,
                                  const std::vector<std::string>& more) {
    std::vector<std::string> words{
        programs_ / "lianxin-hub", "enrol", "--data", file("hub"), "--name", name, "--role", role, "--json"};
    words.insert(words.end(), more.begin(), more.end());
    platform::Child child = platform::Child::start(words);
    return lastJson(finish(child), words).at("secret");
}

void StoryCast::startHub() {
    const std::vector<std::string> words{
        programs_ / "lianxin-hub", "serve", "--data", file("hub"), "--listen", listen_};
    hub_.emplace(platform::Child::start(words));
    const std::string ready = hub_->readLine(longest).value_or("");
    const std::size_t url = ready.find("http://");
    if (url == std::string::npos)
        throw std::runtime_error(joined(words) + "did not get ready");
    hubUrl_ = ready.substr(url);
    listen_ = hubUrl_.substr(std::string("http://").size());
}

void StoryCast::stopHub() {
    hub_->terminate();
    const auto status = hub_->wait(longest);
    hub_.reset();
    if (status != 0)
        throw std::runtime_error("the hub did not stop as asked");
}

void StoryCast::killHub() {
    hub_->kill();
    static_cast<void>(hub_->wait(longest));
    hub_.reset();
}

Json StoryCast::askHub(const std::string& verb) {
    const std::vector<std::string> words{programs_ / "lianxin-hub", verb, "--data", file("hub"), "--json"};
    platform::Child child = platform::Child::start(words);
    return lastJson(finish(child), words);
}

std::vector<std::string> StoryCast::commandOf(const std::string& device,
                                              const std::vector<std::string>& words) const {
    std::vector<std::string> command{programs_ / "lianxinctl", "--data", file(device)};
    command.insert(command.end(), words.begin(), words.end());
    return command;
}

platform::Child StoryCast::start(const std::string& device, const std::vector<std::string>& words) {
    return platform::Child::start(commandOf(device, words));
}

Ran StoryCast::run(const std::string& device, const std::vector<std::string>& words) {
    platform::Child child = start(device, words);
    return finish(child);
}

Json StoryCast::ask(const std::string& device, std::vector<std::string> words) {
    words.push_back("--json");
    return lastJson(run(device, words), commandOf(device, words));
}

Ran StoryCast::runWith(const std::string& device, std::vector<std::string> words, const Json& input) {
    const fs::path given = file(device + "-input.json");
    platform::writeDurably(given, input.dump());
    words.push_back(given);
    words.push_back("--json");
    return run(device, words);
}

} // namespace lianxin::ctl
