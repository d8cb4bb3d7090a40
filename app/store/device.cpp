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

platform::Database taken(sync::OpenedStore opened, std::optional<sync::Salvage>& salvage) {
    salvage = std::move(opened.salvage);
    return std::move(opened.database);
}

/// Enough for some hundred surveys, while somebody comes to make room.
constexpr std::uintmax_t reservedBytes = 4 * 1024 * 1024;

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
      replica_(taken(sync::openStore(storeOf(folder), schema_, clock_, random_), salvage_), schema_, clock_,
               random_),
      content_(schema_),
      reserve_(folder / "device.reserve", reservedBytes) {}

template <class Save>
auto Device::withReserve(Save save) {
    auto saved = save();
    if (!saved && saved.error().fault == sync::SaveFault::StorageFull && reserve_.release())
        saved = save();
    return saved;
}

platform::Result<std::vector<sync::Saved>, sync::SaveError>
Device::save(const std::vector<sync::Record>& drafts) {
    return save(drafts, {});
}

platform::Result<std::vector<sync::Saved>, sync::SaveError>
Device::save(const std::vector<sync::Record>& drafts, std::span<const std::string> blobs) {
    using Answer = platform::Result<std::vector<sync::Saved>, sync::SaveError>;
    for (const sync::Record& draft : drafts)
        if (const auto problems = content_.check(draft); !problems.empty())
            return Answer(sync::SaveError{sync::SaveFault::Content,
                                          {sync::EditFault::WrongType, problems.front().field},
                                          std::string(domain::nameOf(problems.front().fault))});
    return withReserve([&] { return replica_.createAll(drafts, blobs); });
}

platform::Result<sync::Saved, sync::SaveError> Device::edit(const sync::RecordType& type,
                                                            const sync::Uuid& id,
                                                            const std::vector<sync::FieldChange>& changes) {
    return withReserve([&] { return replica_.edit(type, id, changes); });
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

terminal::Message inWords(const sync::Salvage& salvage) {
    const std::string file = salvage.setAside.string();
    const std::string unsent = std::to_string(salvage.unsent);
    terminal::Message words{
        "本机数据文件损坏，已另存为 " + file + "，没有删除。抢救出 " + unsent +
            " 条主机还没有收到的记录；其余的下次 sync 时从主机取回。",
        "This device's store was damaged. It was set aside as " + file + " and not deleted. " + unsent +
            " records that the hub had not received were brought over; the next sync brings the rest."};
    if (salvage.mayLack) {
        words.chinese += "有的地方读不出来，可能还有没发出的记录留在旧文件里：请保留它并通知维护人员。";
        words.english += " Some of it could not be read, and records that were never sent may still be in "
                         "the old file: keep it and tell whoever maintains the program.";
    }
    return words;
}

terminal::Message shortOfRoomInWords() {
    return {"磁盘已满，正在使用预留的空间。请尽快腾出空间。",
            "The disk is full, and the room that was set aside is in use. Make room soon."};
}

} // namespace lianxin::store
