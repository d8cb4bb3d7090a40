// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/quarantine.h"

#include "platform/compress/zstd.h"
#include "platform/crypto/hash.h"
#include "sync/wire/decode.h"
#include "sync/wire/encode.h"

#include <stdexcept>

namespace lianxin::sync {

namespace {

constexpr int level = 3;

std::string bodyOf(const Push& push) {
    return platform::Compressor().compress(encode(push), level);
}

/// It was within the limits when it came. Written by us, the same may be somewhat longer.
WireLimits limitsOfKept() {
    WireLimits limits;
    limits.plainBytes *= 4;
    limits.expandedBytes *= 4;
    return limits;
}

QuarantinedPush pushAt(platform::Statement& rows) {
    return {rows.integer(0), rows.integer(1), WallTime{Milliseconds{rows.integer(2)}}, rows.integer(3)};
}

std::int64_t recordsOf(const Push& push) {
    return static_cast<std::int64_t>(push.records.size() + push.retried.size());
}

} // namespace

Quarantine::Quarantine(platform::Database& database, const Schema& schema)
    : database_(database), schema_(schema) {
    database.exec("CREATE TABLE IF NOT EXISTS _quarantine(number INTEGER PRIMARY KEY AUTOINCREMENT,device "
                  "INTEGER NOT NULL,taken INTEGER NOT NULL,records INTEGER NOT NULL,hash BLOB NOT NULL,body "
                  "BLOB NOT NULL,UNIQUE(device,hash))STRICT");
}

bool Quarantine::keep(DeviceNumber device, const Push& push, WallTime now) {
    if (recordsOf(push) == 0)
        return true;
    Push kept = push;
    kept.round = 0; // the same push in another round is the same
    const std::string body = bodyOf(kept);
    auto size = database_.prepare("SELECT coalesce(sum(length(body)),0) FROM _quarantine WHERE device=?");
    size.bind(1, device);
    size.step();
    if (size.integer(0) + static_cast<std::int64_t>(body.size()) > mostBytesOfDevice)
        return false;
    const auto hash = platform::hash128(body);
    auto insert = database_.prepare(
        "INSERT OR IGNORE INTO _quarantine(device,taken,records,hash,body) VALUES(?,?,?,?,?)");
    insert.bind(1, device);
    insert.bind(2, now.time_since_epoch().count());
    insert.bind(3, recordsOf(push));
    insert.bindBlob(4, {reinterpret_cast<const char*>(hash.data()), hash.size()});
    insert.bindBlob(5, body);
    insert.run();
    return true;
}

std::vector<QuarantinedPush> Quarantine::all() const {
    std::vector<QuarantinedPush> list;
    auto rows = database_.prepare("SELECT number,device,taken,records FROM _quarantine ORDER BY number");
    while (rows.step())
        list.push_back(pushAt(rows));
    return list;
}

std::optional<QuarantinedPush> Quarantine::find(std::int64_t number) const {
    auto rows = database_.prepare("SELECT number,device,taken,records FROM _quarantine WHERE number=?");
    rows.bind(1, number);
    return rows.step() ? std::optional(pushAt(rows)) : std::nullopt;
}

Push Quarantine::read(std::int64_t number) const {
    auto rows = database_.prepare("SELECT body FROM _quarantine WHERE number=?");
    rows.bind(1, number);
    const WireLimits limits = limitsOfKept();
    if (rows.step()) {
        const auto json = platform::Decompressor().decompress(rows.blob(0), limits.plainBytes);
        auto push = json ? decodePush(*json, schema_, limits) : Decoded<Push>(WireFault{});
        if (push)
            return std::move(*push);
    }
    throw std::runtime_error("push " + std::to_string(number) + " of the quarantine cannot be read");
}

void Quarantine::leave(std::int64_t number, const Push& rest) {
    if (recordsOf(rest) == 0) {
        auto removal = database_.prepare("DELETE FROM _quarantine WHERE number=?");
        removal.bind(1, number);
        removal.run();
        return;
    }
    const std::string body = bodyOf(rest);
    const auto hash = platform::hash128(body);
    auto update =
        database_.prepare("UPDATE OR REPLACE _quarantine SET records=?,hash=?,body=? WHERE number=?");
    update.bind(1, recordsOf(rest));
    update.bindBlob(2, {reinterpret_cast<const char*>(hash.data()), hash.size()});
    update.bindBlob(3, body);
    update.bind(4, number);
    update.run();
}

void Quarantine::erase(const Uuid& id) {
    for (const QuarantinedPush& kept : all()) {
        Push push = read(kept.number);
        const auto isOfIt = [&id](const PushedRecord& pushed) {
            return pushed.record.id == id || pushed.record.parent() == id;
        };
        if (std::erase_if(push.records, isOfIt) + std::erase_if(push.retried, isOfIt) > 0)
            leave(kept.number, push);
    }
}

} // namespace lianxin::sync
