// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/device.h"

#include "app/domain/schema.h"
#include "app/terminal/message.h"
#include "platform/files/durable_file.h"
#include "platform/sqlite/storage_error.h"

#include <nlohmann/json.hpp>

namespace lianxin::store {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using terminal::ExitStatus;
using terminal::Trouble;

fs::path storeOf(const fs::path& folder) {
    return folder / "device.db";
}

fs::path settingsOf(const fs::path& folder) {
    return folder / "device.json";
}

Settings readSettings(const fs::path& folder) {
    constexpr std::size_t mostBytes = 64 * 1024;
    const auto text = platform::readWhole(settingsOf(folder), mostBytes);
    const Json json = text ? Json::parse(*text, nullptr, false) : Json();
    const auto at = [&json](const char* key) {
        return json.is_object() && json.contains(key) && json[key].is_string() ? json[key].get<std::string>()
                                                                               : std::string();
    };
    const Settings settings{at("hub"), at("secret")};
    if (settings.secret.empty())
        throw Trouble(ExitStatus::NotDone, "not-enrolled",
                      {folder.string() + " 还不是一台登记过的设备。请先运行 enrol。",
                       folder.string() + " is not an enrolled device. Run enrol first."});
    return settings;
}

platform::Database openSound(const fs::path& folder) {
    auto database = platform::Database::openWriter(storeOf(folder), platform::OpenMode::MustExist);
    const auto damage = database.quickCheck();
    if (!damage.empty())
        throw Trouble(
            ExitStatus::NotSaved, "damaged",
            {"本机数据文件已损坏，没有再写入：" + damage.front() +
                 "。请保留 device.db，把设备登记到一个新目录；主机已收到的数据都在主机上。",
             "This device's store is damaged; nothing more was written to it: " + damage.front() +
                 ". Keep device.db and enrol the device in a new folder; what the hub received is safe "
                 "there."});
    return database;
}

bool looksLikeUrl(const std::string& url) {
    return (url.starts_with("http://") || url.starts_with("https://")) && url.find("//") + 2 < url.size() &&
           url.find('/', url.find("//") + 2) == std::string::npos;
}

} // namespace

std::string requireUrl(std::string url) {
    if (!looksLikeUrl(url))
        throw Trouble(ExitStatus::NotDone, "bad-url",
                      {"主机地址不对：" + url + "。应为 http://地址:端口，后面不带路径。没有改动。",
                       "Not a hub's address: " + url +
                           ". It is http://HOST:PORT without a path. Nothing was changed."});
    return url;
}

void enrolDevice(const fs::path& folder, const Settings& settings) {
    requireUrl(settings.hubUrl);
    if (settings.secret.empty())
        throw Trouble(ExitStatus::NotDone, "no-secret",
                      {"密钥是空的。密钥由 lianxin-hub enrol 显示。没有改动。",
                       "The secret is empty. lianxin-hub enrol shows it. Nothing was changed."});
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
    {
        const platform::SystemClock clock;
        platform::SystemRandom random;
        const sync::Schema schema = domain::makeHospitalSchema();
        const sync::Replica made(platform::Database::openWriter(storeOf(folder), platform::OpenMode::Create),
                                 schema, clock, random);
    }
    platform::writeDurably(settingsOf(folder),
                           Json{{"hub", settings.hubUrl}, {"secret", settings.secret}}.dump());
}

Device::Device(const fs::path& folder)
    : folder_(folder),
      settings_(readSettings(folder)),
      schema_(domain::makeHospitalSchema()),
      replica_(openSound(folder), schema_, clock_, random_),
      content_(schema_) {}

platform::Result<std::vector<sync::Saved>, sync::SaveError>
Device::save(const std::vector<sync::Record>& drafts) {
    using Answer = platform::Result<std::vector<sync::Saved>, sync::SaveError>;
    for (const sync::Record& draft : drafts)
        if (const auto problems = content_.check(draft); !problems.empty())
            return Answer(sync::SaveError{sync::SaveFault::Content,
                                          {sync::EditFault::WrongType, problems.front().field},
                                          std::string(domain::nameOf(problems.front().fault))});
    return replica_.createAll(drafts);
}

std::optional<std::string> Device::visitAll(std::string_view type,
                                            const std::function<void(const sync::Record&)>& visitor) {
    try {
        replica_.visit(*schema_.find(type), visitor);
        return std::nullopt;
    } catch (const platform::StorageError& error) {
        return error.what();
    }
}

} // namespace lianxin::store
