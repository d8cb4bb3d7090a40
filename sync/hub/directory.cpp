// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/directory.h"

#include "sync/record/json_text.h"
#include "sync/wire/text.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

std::string toJson(const std::vector<Scope>& scopes) {
    std::string list = "[";
    for (const Scope& scope : scopes) {
        if (list.size() > 1)
            list += ',';
        appendQuoted(list, scope);
    }
    return list + ']';
}

std::vector<Scope> fromJson(std::string_view text) {
    std::vector<Scope> scopes;
    const auto json = parseJson(text);
    simdjson::dom::array list;
    if (!json || json->get(list) != simdjson::SUCCESS)
        return scopes;
    for (const simdjson::dom::element item : list)
        if (std::string_view scope; item.get(scope) == simdjson::SUCCESS)
            scopes.emplace_back(scope);
    return scopes;
}

} // namespace

bool grants(const std::vector<Scope>& granted, const Scope& scope) {
    return std::any_of(granted.begin(), granted.end(),
                       [&scope](const Scope& one) { return one == "*" || one == scope; });
}

Directory::Directory(platform::Database& database)
    : database_(database),
      store_(database.prepare("UPDATE _device SET received_through=?,writer=?,records=?,last_seen=?,"
                              "copy_alarm=?,highest_through=? WHERE number=?")) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS _device(number INTEGER PRIMARY KEY,name TEXT NOT NULL,role TEXT NOT NULL,"
        "secret BLOB NOT NULL UNIQUE,received_through INTEGER NOT NULL,highest_through INTEGER NOT NULL,"
        "writer INTEGER NOT NULL,records INTEGER NOT NULL,"
        "last_seen INTEGER NOT NULL,copy_alarm INTEGER NOT NULL,revoked INTEGER NOT NULL DEFAULT 0)STRICT;"
        "CREATE TABLE IF NOT EXISTS _writer(id INTEGER PRIMARY KEY,device INTEGER NOT NULL)STRICT;"
        "CREATE TABLE IF NOT EXISTS _grant(device INTEGER NOT NULL,since INTEGER NOT NULL,scopes TEXT NOT "
        "NULL,"
        "PRIMARY KEY(device,since))STRICT,WITHOUT ROWID");
    // Stores of before have none, and nobody was revoked.
    if (!database.prepare("SELECT 1 FROM pragma_table_info('_device') WHERE name='revoked'").step())
        database.exec("ALTER TABLE _device ADD COLUMN revoked INTEGER NOT NULL DEFAULT 0");
    reload();
}

void Directory::reload() {
    devices_.clear();
    bySecret_.clear();
    writers_.clear();
    grants_.clear();
    auto devices = database_.prepare(
        "SELECT number,name,role,secret,received_through,writer,records,last_seen,copy_alarm,highest_through,"
        "revoked FROM _device");
    while (devices.step()) {
        Device& device = devices_[devices.integer(0)];
        device.number = devices.integer(0);
        device.name = devices.text(1);
        device.role = devices.text(2);
        bySecret_[std::string(devices.blob(3))] = device.number;
        device.receivedThrough = devices.integer(4);
        device.writer.value = static_cast<std::uint64_t>(devices.integer(5));
        device.records = devices.integer(6);
        device.lastSeen = WallTime{Milliseconds{devices.integer(7)}};
        device.copyAlarm = devices.integer(8) != 0;
        device.highestThrough = devices.integer(9);
        device.revoked = devices.integer(10) != 0;
    }
    auto grants = database_.prepare("SELECT device,since,scopes FROM _grant ORDER BY device,since");
    while (grants.step()) {
        auto scopes = fromJson(grants.text(2));
        devices_[grants.integer(0)].scopes = scopes;
        grants_[grants.integer(0)].push_back({grants.integer(1), std::move(scopes)});
    }
    auto writers = database_.prepare("SELECT id,device FROM _writer");
    while (writers.step())
        writers_[static_cast<std::uint64_t>(writers.integer(0))] = writers.integer(1);
}

Device Directory::enrol(const std::string& name, const std::string& role, const std::vector<Scope>& scopes,
                        std::string_view secretDigest, HubSequence now, WallTime wall) {
    auto insert = database_.prepare(
        "INSERT INTO _device(name,role,secret,received_through,highest_through,writer,records,"
        "last_seen,copy_alarm) VALUES(?,?,?,0,0,0,0,?,0) RETURNING number");
    insert.bindText(1, name);
    insert.bindText(2, role);
    insert.bindBlob(3, secretDigest);
    insert.bind(4, wall.time_since_epoch().count());
    insert.step();
    Device device;
    device.number = insert.integer(0);
    insert.run();
    device.name = name;
    device.role = role;
    device.lastSeen = wall;
    devices_[device.number] = device;
    bySecret_[std::string(secretDigest)] = device.number;
    changeScopes(device.number, scopes, now);
    return devices_[device.number];
}

void Directory::changeScopes(DeviceNumber device, const std::vector<Scope>& scopes, HubSequence now) {
    auto insert = database_.prepare("INSERT OR REPLACE INTO _grant VALUES(?,?,?)");
    const std::string json = toJson(scopes);
    insert.bind(1, device);
    insert.bind(2, now);
    insert.bindText(3, json);
    insert.run();
    devices_.at(device).scopes = scopes;
    auto& history = grants_[device];
    if (!history.empty() && history.back().since == now)
        history.back().scopes = scopes;
    else
        history.push_back({now, scopes});
}

void Directory::revoke(DeviceNumber device) {
    auto update = database_.prepare("UPDATE _device SET revoked=1 WHERE number=?");
    update.bind(1, device);
    update.run();
    devices_.at(device).revoked = true;
}

std::optional<DeviceNumber> Directory::bySecret(std::string_view secretDigest) const {
    const auto at = bySecret_.find(std::string(secretDigest));
    return at == bySecret_.end() ? std::nullopt : std::optional(at->second);
}

const Device* Directory::find(DeviceNumber device) const {
    const auto at = devices_.find(device);
    return at == devices_.end() ? nullptr : &at->second;
}

void Directory::store(const Device& device) {
    store_.reset();
    store_.bind(1, device.receivedThrough);
    store_.bind(2, static_cast<std::int64_t>(device.writer.value));
    store_.bind(3, device.records);
    store_.bind(4, device.lastSeen.time_since_epoch().count());
    store_.bind(5, device.copyAlarm ? 1 : 0);
    store_.bind(6, device.highestThrough);
    store_.bind(7, device.number);
    store_.run();
}

void Directory::openRun(DeviceNumber number, WriterId writer, LocalSequence received, WallTime wall) {
    Device& device = devices_.at(number);
    if (device.writer != writer) {
        // A run ends when the next begins. One that was ended and speaks again has a twin.
        device.copyAlarm = device.copyAlarm || writers_.contains(writer.value);
        auto insert = database_.prepare("INSERT OR IGNORE INTO _writer VALUES(?,?)");
        insert.bind(1, static_cast<std::int64_t>(writer.value));
        insert.bind(2, number);
        insert.run();
        writers_.emplace(writer.value, number);
        device.writer = writer;
    }
    device.receivedThrough = std::min(received, device.highestThrough);
    device.lastSeen = wall;
    store(device);
}

void Directory::moveLedger(DeviceNumber number, LocalSequence through, std::int64_t newRecords) {
    Device& device = devices_.at(number);
    if (through <= device.receivedThrough && newRecords == 0)
        return;
    device.receivedThrough = std::max(device.receivedThrough, through);
    device.highestThrough = std::max(device.highestThrough, device.receivedThrough);
    device.records += newRecords;
    store(device);
}

std::optional<DeviceNumber> Directory::deviceOf(WriterId writer) const {
    const auto at = writers_.find(writer.value);
    return at == writers_.end() ? std::nullopt : std::optional(at->second);
}

bool Directory::hadScope(DeviceNumber device, const Scope& scope, HubSequence at) const {
    const auto known = grants_.find(device);
    if (known == grants_.end())
        return false;
    const std::vector<Scope>* granted = nullptr;
    for (const Grant& grant : known->second)
        if (grant.since <= at)
            granted = &grant.scopes;
    return granted && grants(*granted, scope);
}

bool Directory::everHadScope(DeviceNumber device, const Scope& scope) const {
    const auto known = grants_.find(device);
    return known != grants_.end() &&
           std::any_of(known->second.begin(), known->second.end(),
                       [&scope](const Grant& grant) { return grants(grant.scopes, scope); });
}

bool Directory::hasScope(DeviceNumber device, const Scope& scope) const {
    const Device* known = find(device);
    return known && grants(known->scopes, scope);
}

} // namespace lianxin::sync
