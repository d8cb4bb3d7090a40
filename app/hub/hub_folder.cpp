// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hub_folder.h"

#include "platform/files/durable_file.h"

#include <nlohmann/json.hpp>

#include <cerrno>
#include <sstream>
#include <system_error>

namespace lianxin::hub {

namespace {

using Json = nlohmann::json;

constexpr std::size_t mostBytes = std::size_t{64} << 20;

/// Nothing when there is no such file.
std::optional<std::string> readIfThere(const std::filesystem::path& path) {
    const auto text = platform::readWhole(path, mostBytes);
    if (text)
        return *text;
    if (text.error() == platform::ReadFault::Missing)
        return std::nullopt;
    throw std::system_error(std::make_error_code(std::errc::io_error), path.string());
}

} // namespace

std::optional<AdminDoor> HubFolder::adminDoor() const {
    const auto text = readIfThere(folder_ / "admin.json");
    const Json json = text ? Json::parse(*text, nullptr, false) : Json();
    if (!json.is_object() || !json.contains("url") || !json.contains("secret") || !json["url"].is_string() ||
        !json["secret"].is_string())
        return std::nullopt;
    return AdminDoor{json["url"], json["secret"]};
}

void HubFolder::writeAdminDoor(const AdminDoor& door) const {
    platform::writeDurably(folder_ / "admin.json", Json{{"url", door.url}, {"secret", door.secret}}.dump());
}

void HubFolder::removeAdminDoor() const {
    std::filesystem::remove(folder_ / "admin.json");
}

std::optional<LastMark> HubFolder::lastMark() const {
    const auto text = readIfThere(folder_ / "last-mark");
    if (!text)
        return std::nullopt;
    std::istringstream words(*text);
    LastMark last;
    if (!(words >> last.mark.sequence >> last.mark.random))
        throw std::runtime_error((folder_ / "last-mark").string() + " cannot be read");
    words >> last.epoch;
    return last;
}

void HubFolder::writeLastMark(const LastMark& last) const {
    platform::writeDurably(folder_ / "last-mark", std::to_string(last.mark.sequence) + ' ' +
                                                      std::to_string(last.mark.random) + ' ' + last.epoch +
                                                      '\n');
}

std::vector<sync::Backup> HubFolder::backups() const {
    std::vector<sync::Backup> kept;
    std::istringstream lines(readIfThere(folder_ / "backups.list").value_or(std::string()));
    for (std::string line; std::getline(lines, line);) {
        try {
            const Json json = Json::parse(line);
            sync::Backup& backup = kept.emplace_back();
            backup.file = json.at("file").get<std::string>();
            backup.taken = sync::WallTime{sync::Milliseconds{json.at("taken").get<std::int64_t>()}};
            backup.mark = {json.at("sequence").get<std::int64_t>(), json.at("random").get<std::uint64_t>()};
            for (const auto& [device, through] : json.at("ledgers").items())
                backup.ledgers[std::stoll(device)] = through.get<std::int64_t>();
        } catch (const std::exception&) {
            throw std::runtime_error((folder_ / "backups.list").string() + " cannot be read: " + line);
        }
    }
    return kept;
}

void HubFolder::writeBackups(const std::vector<sync::Backup>& kept) const {
    std::string text;
    for (const sync::Backup& backup : kept) {
        Json ledgers = Json::object();
        for (const auto& [device, through] : backup.ledgers)
            ledgers[std::to_string(device)] = through;
        text += Json{{"file", backup.file},
                     {"taken", backup.taken.time_since_epoch().count()},
                     {"sequence", backup.mark.sequence},
                     {"random", backup.mark.random},
                     {"ledgers", std::move(ledgers)}}
                    .dump() +
                '\n';
    }
    platform::writeDurably(folder_ / "backups.list", text);
}

std::vector<ErasedEntry> HubFolder::erased() const {
    std::vector<ErasedEntry> entries;
    std::istringstream lines(readIfThere(folder_ / "erased.list").value_or(std::string()));
    for (std::string line; std::getline(lines, line);) {
        const Json json = Json::parse(line, nullptr, false);
        const bool readable = json.is_object() && json.contains("record") && json["record"].is_string();
        const auto record = readable ? sync::Uuid::parse(json["record"].get<std::string>()) : std::nullopt;
        if (!record)
            throw std::runtime_error((folder_ / "erased.list").string() + " cannot be read: " + line);
        entries.push_back({*record, json.value("by", std::vector<std::string>{}), json.value("at", "")});
    }
    return entries;
}

void HubFolder::addErased(const ErasedEntry& entry) const {
    std::string text = readIfThere(folder_ / "erased.list").value_or(std::string());
    text += Json{{"record", entry.record.toString()}, {"by", entry.by}, {"at", entry.at}}.dump() + '\n';
    platform::writeDurably(folder_ / "erased.list", text);
}

std::string nextEpoch(const std::string& letter) {
    std::string next = letter;
    for (auto at = next.rbegin(); at != next.rend(); ++at) {
        if (*at != 'Z') {
            ++*at;
            return next;
        }
        *at = 'A';
    }
    return 'A' + next;
}

std::string laterEpoch(const std::string& a, const std::string& b) {
    if (a.size() != b.size())
        return a.size() < b.size() ? b : a;
    return std::max(a, b);
}

} // namespace lianxin::hub
