// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/device_state.h"

namespace lianxin::sync {

namespace {

void addColumn(platform::Database& database, const std::string& name, const std::string& type) {
    const std::string known = "SELECT 1 FROM pragma_table_info('_device') WHERE name='" + name + "'";
    if (!database.prepare(known).step())
        database.exec("ALTER TABLE _device ADD COLUMN " + name + ' ' + type);
}

platform::Database& withTable(platform::Database& database) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS _device(one INTEGER PRIMARY KEY CHECK(one=1),installation BLOB NOT NULL,"
        "received_through INTEGER NOT NULL,offered_through INTEGER NOT NULL,settled_through INTEGER NOT NULL,"
        "purged_through INTEGER NOT NULL,mark_sequence INTEGER NOT NULL,mark_random INTEGER NOT NULL,"
        "backed_up INTEGER NOT NULL,covered_through INTEGER NOT NULL,rung_sequence INTEGER NOT NULL,"
        "rung_through INTEGER NOT NULL,highest_seen INTEGER NOT NULL,complete INTEGER NOT NULL DEFAULT 0,"
        "carried_after INTEGER)STRICT");
    // Files of before have none: they are complete with the next pull, and nothing of theirs was carried.
    addColumn(database, "complete", "INTEGER NOT NULL DEFAULT 0");
    addColumn(database, "carried_after", "INTEGER");
    return database;
}

} // namespace

DeviceStateTable::DeviceStateTable(platform::Database& database)
    : load_(withTable(database).prepare(
          "SELECT installation,received_through,offered_through,settled_through,purged_through,mark_sequence,"
          "mark_random,backed_up,covered_through,rung_sequence,rung_through,highest_seen,complete,"
          "carried_after FROM _device")),
      store_(database.prepare("INSERT OR REPLACE INTO _device VALUES(1,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {}

DeviceState DeviceStateTable::load() {
    DeviceState state;
    load_.reset();
    if (load_.step()) {
        if (const auto id = Uuid::fromBytes(load_.blob(0)))
            state.installation = *id;
        state.receivedThrough = load_.integer(1);
        state.offeredThrough = load_.integer(2);
        state.settledThrough = load_.integer(3);
        state.purgedThrough = load_.integer(4);
        state.seen = {load_.integer(5), static_cast<std::uint64_t>(load_.integer(6))};
        state.backedUp = load_.integer(7);
        state.coveredThrough = load_.integer(8);
        state.rungSequence = load_.integer(9);
        state.rungThrough = load_.integer(10);
        state.highestSeen = {static_cast<std::uint64_t>(load_.integer(11))};
        state.complete = load_.integer(12);
        if (!load_.isNull(13))
            state.carriedAfter = load_.integer(13);
    }
    load_.reset();
    return state;
}

void DeviceStateTable::store(const DeviceState& state) {
    store_.bindBlob(1, state.installation.view());
    store_.bind(2, state.receivedThrough);
    store_.bind(3, state.offeredThrough);
    store_.bind(4, state.settledThrough);
    store_.bind(5, state.purgedThrough);
    store_.bind(6, state.seen.sequence);
    store_.bind(7, static_cast<std::int64_t>(state.seen.random));
    store_.bind(8, state.backedUp);
    store_.bind(9, state.coveredThrough);
    store_.bind(10, state.rungSequence);
    store_.bind(11, state.rungThrough);
    store_.bind(12, static_cast<std::int64_t>(state.highestSeen.packed));
    store_.bind(13, state.complete);
    if (state.carriedAfter)
        store_.bind(14, *state.carriedAfter);
    else
        store_.bindNull(14);
    store_.run();
}

} // namespace lianxin::sync
