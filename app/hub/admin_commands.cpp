// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/admin_commands.h"

#include "app/domain/scopes.h"
#include "app/domain/time_text.h"
#include "app/hub/backup.h"
#include "app/hub/store_check.h"
#include "app/terminal/message.h"
#include "platform/crypto/secret.h"
#include "platform/random/random.h"
#include "sync/wire/limits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace lianxin::hub {

namespace {

using Json = nlohmann::json;
using terminal::ExitStatus;
using terminal::Trouble;

Trouble badArgument(const std::string& chinese, const std::string& english) {
    return Trouble(ExitStatus::NotDone, "bad-argument",
                   {chinese + "什么也没有改动。", english + " Nothing was changed."});
}

std::string textAt(const Json& arguments, const char* key) {
    const auto found = arguments.find(key);
    return found != arguments.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> textsAt(const Json& arguments, const char* key) {
    std::vector<std::string> texts;
    if (const auto found = arguments.find(key); found != arguments.end() && found->is_array())
        for (const Json& element : *found)
            if (element.is_string())
                texts.push_back(element.get<std::string>());
    return texts;
}

/// The number that a command names; 0: none.
std::int64_t numberAt(const Json& arguments) {
    const std::string text = textAt(arguments, "number");
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Json toJson(const sync::Device& device) {
    return {{"number", device.number},
            {"name", device.name},
            {"role", device.role},
            {"scopes", device.scopes},
            {"received_through", device.receivedThrough},
            {"records", device.records},
            {"last_seen", domain::formatTime(device.lastSeen)},
            {"copy_alarm", device.copyAlarm},
            {"revoked", device.revoked}};
}

Json toJson(const sync::Backup& backup) {
    return {{"number", backup.number},
            {"file", backup.file},
            {"taken", domain::formatTime(backup.taken)},
            {"sequence", backup.mark.sequence}};
}

std::vector<sync::Uuid> wardsOf(domain::DeviceRole role, const Json& arguments) {
    std::vector<sync::Uuid> wards;
    for (const std::string& text : textsAt(arguments, "wards")) {
        const auto ward = sync::Uuid::parse(text);
        if (!ward)
            throw badArgument("病区编号不对：" + text + "。", "This is not the id of a ward: " + text + ".");
        wards.push_back(*ward);
    }
    const bool isWard = role == domain::DeviceRole::Ward;
    if (isWard && wards.empty())
        throw badArgument("病区设备要说明服务哪个病区：--ward。",
                          "A ward device needs the wards it serves: --ward.");
    if (!isWard && !wards.empty())
        throw badArgument("只有病区设备才用 --ward。", "Only a ward device takes --ward.");
    return wards;
}

/// Those of the wards that the hub holds nothing about: the hospital's data may come later, or an id is
/// wrong.
Json unknownWards(sync::Hub& hub, const std::vector<sync::Uuid>& wards) {
    auto& known = hub.tables().of(*hub.schema().find("ward"));
    Json unknown = Json::array();
    for (const sync::Uuid& ward : wards)
        if (!known.contains(ward))
            unknown.push_back(ward.toString());
    return unknown;
}

Json enrol(HubAccess& access, const Json& arguments) {
    constexpr std::size_t mostBytesOfAName = 200;
    const std::string name = textAt(arguments, "name");
    const std::string roleCode = textAt(arguments, "role");
    const auto role = domain::deviceRoleFromCode(roleCode);
    if (name.empty() || name.size() > mostBytesOfAName)
        throw badArgument("设备名称不能为空，也不能太长。", "The device's name is empty or too long.");
    if (!role)
        throw badArgument("没有这种设备：" + roleCode + "（kiosk、ward、desk）。",
                          "There is no such role: " + roleCode + " (kiosk, ward, desk).");
    const auto wards = wardsOf(*role, arguments);
    const auto scopes = domain::scopesFor(*role, wards);
    if (scopes.size() > sync::WireLimits{}.cursors)
        throw badArgument("病区太多，设备每次同步都要逐一列出。",
                          "These are more wards than a pull can name.");
    platform::SystemRandom random;
    const std::string secret = platform::makeSecret(random);
    const auto digest = platform::hashSecret(secret);
    Json answer = access.inGroup([&](sync::Hub& hub) {
        Json device = toJson(
            hub.enrol(name, roleCode, scopes, {reinterpret_cast<const char*>(digest.data()), digest.size()}));
        device["unknown_wards"] = unknownWards(hub, wards);
        return device;
    });
    answer["secret"] = secret;
    return answer;
}

Json devices(HubAccess& access, const Json& /*arguments*/) {
    return access.inGroup([](sync::Hub& hub) {
        Json list = Json::array();
        for (const auto& [number, device] : hub.directory().all())
            list.push_back(toJson(device));
        return list;
    });
}

Json backup(HubAccess& access, const Json& arguments) {
    const std::string file = textAt(arguments, "to");
    if (file.empty())
        throw badArgument("没有说明备份到哪个文件：--to。", "The file to back up to is missing: --to.");
    return toJson(takeBackup(access, file));
}

Json backups(HubAccess& access, const Json& /*arguments*/) {
    return access.inGroup([](sync::Hub& hub) {
        Json list = Json::array();
        for (const sync::Backup& kept : hub.backups().kept())
            list.push_back(toJson(kept));
        return list;
    });
}

Json forget(HubAccess& access, const Json& arguments) {
    const std::string text = textAt(arguments, "number");
    const std::int64_t number = numberAt(arguments);
    const auto forgotten = hub::forgetBackup(access, number);
    if (!forgotten)
        throw badArgument("没有登记编号为 " + text + " 的备份（见 backups）。",
                          "No backup has the number " + text + " (see: backups).");
    return toJson(*forgotten);
}

Json revoke(HubAccess& access, const Json& arguments) {
    const std::int64_t number = numberAt(arguments);
    return access.inGroup([&](sync::Hub& hub) {
        if (!hub.directory().find(number))
            throw badArgument("没有编号为 " + textAt(arguments, "number") + " 的设备（见 devices）。",
                              "No device has the number " + textAt(arguments, "number") + " (see: devices).");
        hub.revoke(number);
        return toJson(*hub.directory().find(number));
    });
}

Json toJson(sync::Hub& hub, const sync::QuarantinedPush& kept) {
    return {{"number", kept.number},
            {"device", kept.device},
            {"name", hub.directory().find(kept.device)->name},
            {"taken", domain::formatTime(kept.taken)},
            {"records", kept.records}};
}

Json quarantine(HubAccess& access, const Json& /*arguments*/) {
    return access.inGroup([](sync::Hub& hub) {
        Json list = Json::array();
        for (const sync::QuarantinedPush& kept : hub.quarantine().all())
            list.push_back(toJson(hub, kept));
        return list;
    });
}

Json accept(HubAccess& access, const Json& arguments) {
    const std::int64_t number = numberAt(arguments);
    return access.inGroup([&](sync::Hub& hub) {
        const auto accepted = hub.acceptQuarantined(number);
        if (!accepted)
            throw badArgument("隔离区没有编号为 " + textAt(arguments, "number") +
                                  " 的一批（见 quarantine）。",
                              "Nothing in quarantine has the number " + textAt(arguments, "number") +
                                  " (see: quarantine).");
        Json refused = Json::array();
        for (const sync::RefusedRecord& one : accepted->refused)
            refused.push_back(
                {{"record", one.id.toString()}, {"reason", nameOf(one.reason)}, {"detail", one.detail}});
        const auto all = accepted->records;
        return Json{{"number", number},
                    {"device", accepted->device},
                    {"records", all - static_cast<std::int64_t>(accepted->refused.size())},
                    {"refused", std::move(refused)}};
    });
}

Json verify(HubAccess& access, const Json& /*arguments*/) {
    auto reader = platform::Database::openReader(access.folder().store());
    StoreReport report = checkStore(reader, access.schema(), access.rules());
    std::set<std::string> erasedHere;
    auto erased = reader.prepare("SELECT id FROM _erased");
    while (erased.step())
        erasedHere.insert(std::string(erased.blob(0)));
    for (const ErasedEntry& entry : access.folder().erased())
        if (!erasedHere.contains(std::string(entry.record.view())))
            report.problems.push_back("erased: " + entry.record.toString() +
                                      " is on the list and not erased");
    return {{"problems", report.problems},
            {"records", report.records},
            {"sequence", report.mark.sequence},
            {"devices", report.ledgers.size()}};
}

Json erase(HubAccess& access, const Json& arguments) {
    const auto record = sync::Uuid::parse(textAt(arguments, "record"));
    const auto by = textsAt(arguments, "by");
    if (!record)
        throw badArgument("记录编号不对。", "This is not the id of a record.");
    if (std::set<std::string>(by.begin(), by.end()).size() != 2 || by.size() != 2)
        throw badArgument("抹除要由两个人决定：--by 甲 --by 乙。",
                          "Erasing takes two people: --by ONE --by ANOTHER.");
    access.inGroup([&](sync::Hub& hub) {
        const auto& tables = hub.tables().all();
        const bool known = std::any_of(tables.begin(), tables.end(),
                                       [&](const auto& table) { return table->contains(*record); });
        if (!known)
            throw badArgument("主机没有这条记录。", "The hub holds no such record.");
        return Json();
    });
    // The list first: should the power fail in between, the next start erases what is on it.
    access.folder().addErased({*record, by, domain::formatTime(access.clock().wall())});
    return access.inGroup([&](sync::Hub& hub) {
        hub.erase(*record);
        return Json{{"record", record->toString()}, {"by", by}};
    });
}

Json confirmClock(HubAccess& access, const Json& /*arguments*/) {
    return access.inGroup([&access](sync::Hub& hub) {
        const std::string doubt = hub.clockGuard().doubt();
        hub.confirmClock();
        return Json{{"doubt", doubt}, {"now", domain::formatTime(access.clock().wall())}};
    });
}

struct Verb {
    std::string_view name;
    Json (*run)(HubAccess&, const Json&);
};

constexpr std::array verbs = std::to_array<Verb>({
    {"enrol", enrol},
    {"devices", devices},
    {"revoke", revoke},
    {"quarantine", quarantine},
    {"accept", accept},
    {"backup", backup},
    {"backups", backups},
    {"forget-backup", forget},
    {"verify", verify},
    {"erase", erase},
    {"confirm-clock", confirmClock},
});

} // namespace

bool isAdminCommand(std::string_view verb) {
    return std::any_of(verbs.begin(), verbs.end(), [verb](const Verb& known) { return known.name == verb; });
}

Json runAdminCommand(const std::string& verb, HubAccess& access, const Json& arguments) {
    if (!arguments.is_object())
        throw badArgument("参数不对。", "The arguments are not an object.");
    for (const Verb& known : verbs)
        if (known.name == verb)
            return known.run(access, arguments);
    throw badArgument("没有这个命令：" + verb + "。", "There is no such command: " + verb + ".");
}

} // namespace lianxin::hub
