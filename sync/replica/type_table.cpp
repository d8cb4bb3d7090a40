// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/type_table.h"

#include "sync/replica/column_value.h"
#include "sync/replica/make_table.h"
#include "sync/replica/state_blob.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

std::string fieldList(const RecordType& type) {
    std::string list;
    for (const Field& field : type.fields())
        list += '"' + field.name + "\",";
    return list;
}

std::string allColumns(const RecordType& type) {
    return "_position,id," + fieldList(type) + "_writer,_sequence,_stamp,_claimed,_more,_scopes,_seen";
}

std::string insertInto(const RecordType& type, std::string_view onConflict) {
    std::string sql = "INSERT INTO \"" + type.name() + "\"(" + allColumns(type) + ") VALUES(?";
    for (std::size_t i = 1; i < type.fields().size() + 9; ++i)
        sql += ",?";
    sql += ')';
    sql += onConflict;
    return sql;
}

// Every column but the key and the id, each set to what `valueOf` says of it.
template <class ValueOf>
std::string assignments(const RecordType& type, ValueOf valueOf) {
    std::string sql;
    const auto take = [&](const std::string& column) {
        sql += (sql.empty() ? "\"" : ",\"") + column + "\"=" + valueOf(column);
    };
    for (const Field& field : type.fields())
        take(field.name);
    for (const char* column : {"_writer", "_sequence", "_stamp", "_claimed", "_more", "_scopes", "_seen"})
        take(column);
    return sql;
}

// Not INSERT OR REPLACE: that would also throw out another record which stands at the same position by
// mistake.
std::string orUpdate(const RecordType& type) {
    return " ON CONFLICT(id) DO UPDATE SET _position=excluded._position," +
           assignments(type, [](const std::string& column) { return "excluded.\"" + column + '"'; });
}

// The parameters are those of an insert. Where the key is not set, the indexes stay as they are.
std::string update(const RecordType& type) {
    int parameter = 2;
    return "UPDATE \"" + type.name() + "\" SET " +
           assignments(type, [&](const std::string&) { return '?' + std::to_string(++parameter); }) +
           " WHERE _position=?1 AND id=?2";
}

std::string select(const RecordType& type, std::string_view where) {
    return "SELECT " + allColumns(type) + " FROM \"" + type.name() + "\" WHERE " + std::string(where);
}

platform::Database& withTable(platform::Database& database, const RecordType& type) {
    makeTable(database, type);
    return database;
}

[[noreturn]] void throwUnreadable(const RecordType& type) {
    throw platform::StorageError(platform::StorageFault::Corrupt, 0,
                                 "a row of " + type.name() + " is damaged");
}

} // namespace

TypeTable::TypeTable(platform::Database& database, const RecordType& type)
    : TypeTable(database, type, Rows::Sound) {}

TypeTable TypeTable::ofDamaged(platform::Database& database, const RecordType& type) {
    return {database, type, Rows::Damaged};
}

TypeTable::TypeTable(platform::Database& database, const RecordType& type, Rows rows)
    : type_(&type),
      fieldCount_(type.fields().size()),
      database_(&withTable(database, type)),
      insert_(database.prepare(insertInto(type, " ON CONFLICT(id) DO NOTHING"))),
      replace_(database.prepare(insertInto(type, orUpdate(type)))),
      rewrite_(database.prepare(update(type))),
      byId_(database.prepare(select(type, "id=?"))),
      inRange_(database.prepare(select(type, "_position BETWEEN ? AND ? ORDER BY _position LIMIT ?"))),
      updatePlace_(
          database.prepare("UPDATE \"" + type.name() + "\" SET _scopes=?,_seen=? WHERE _position=?")),
      seenOf_(database.prepare("SELECT _seen FROM \"" + type.name() + "\" WHERE id=?")),
      highest_(database.prepare("SELECT max(_position) FROM \"" + type.name() + "\" WHERE _position<=?")) {
    if (rows == Rows::Sound) {
        noteStands(highestPosition(firstPulledPosition - 1));
        mayHoldRows_ = highestPosition(INT64_MAX) > 0;
    }
    if (const auto parent = type.parentField())
        children_ =
            database.prepare(select(type, '"' + type.field(*parent).name + "\"=? ORDER BY _position"));
    if (const auto blob = type.blobField())
        withBlob_ = database.prepare(select(type, '"' + type.field(*blob).name + "\"=? ORDER BY _position"));
}

void TypeTable::bindRow(platform::Statement& statement, const Row& row) {
    const Record& record = row.record;
    statement.bind(1, row.position);
    statement.bindBlob(2, record.id.view());
    int parameter = 3;
    for (const Value& value : record.shown)
        bindValue(statement, parameter++, value);
    if (record.cover.dot) {
        statement.bind(parameter, static_cast<std::int64_t>(record.cover.dot.writer.value));
        statement.bind(parameter + 1, record.cover.dot.sequence);
        statement.bind(parameter + 2, static_cast<std::int64_t>(record.cover.stamp.packed));
    } else {
        statement.bindNull(parameter);
        statement.bindNull(parameter + 1);
        statement.bindNull(parameter + 2);
    }
    parameter += 3;
    if (record.cover.claimed == WallTime{})
        statement.bindNull(parameter++);
    else
        statement.bind(parameter++, record.cover.claimed.time_since_epoch().count());
    more_ = encodeStateBlob(record);
    if (more_.empty())
        statement.bindNull(parameter++);
    else
        statement.bindBlob(parameter++, std::string_view(more_));
    if (row.scopes) {
        scopes_ = encodeScopes(*row.scopes);
        statement.bindBlob(parameter++, std::string_view(scopes_));
    } else {
        statement.bindNull(parameter++);
    }
    if (row.seen == 0)
        statement.bindNull(parameter);
    else
        statement.bind(parameter, row.seen);
}

Row TypeTable::readRow(platform::Statement& statement) const {
    Row row;
    row.position = statement.integer(0);
    const auto id = Uuid::fromBytes(statement.blob(1));
    if (!id)
        throwUnreadable(*type_);
    Record& record = row.record;
    record.type = type_;
    record.id = *id;
    record.shown.reserve(fieldCount_);
    int column = 2;
    for (const Field& field : type_->fields())
        readValue(statement.cell(column++), field.type, record.shown);
    record.cover.dot.writer.value = static_cast<std::uint64_t>(statement.integer(column));
    record.cover.dot.sequence = statement.integer(column + 1);
    record.cover.stamp.packed = static_cast<std::uint64_t>(statement.integer(column + 2));
    record.cover.claimed = WallTime{Milliseconds{statement.integer(column + 3)}};
    decodeStateBlob(statement.blob(column + 4), record);
    if (!statement.isNull(column + 5))
        row.scopes = decodeScopes(statement.blob(column + 5));
    row.seen = statement.integer(column + 6);
    return row;
}

void TypeTable::noteStands(Position position) {
    mayHoldRows_ = true;
    if (position < firstPulledPosition)
        localBound_ = std::max(localBound_, position);
}

bool TypeTable::insertNew(const Row& row) {
    noteStands(row.position);
    insert_.reset();
    bindRow(insert_, row);
    insert_.run();
    return database_->changes() > 0;
}

void TypeTable::put(const Row& row) {
    noteStands(row.position);
    replace_.reset();
    bindRow(replace_, row);
    replace_.run();
}

void TypeTable::rewrite(const Row& row) {
    rewrite_.reset();
    bindRow(rewrite_, row);
    rewrite_.run();
}

void TypeTable::updatePlace(Position position, const std::optional<std::vector<ScopeNumber>>& scopes,
                            std::int64_t seen) {
    updatePlace_.reset();
    scopes_ = scopes ? encodeScopes(*scopes) : std::string();
    if (scopes)
        updatePlace_.bindBlob(1, std::string_view(scopes_));
    else
        updatePlace_.bindNull(1);
    if (seen != 0)
        updatePlace_.bind(2, seen);
    else
        updatePlace_.bindNull(2);
    updatePlace_.bind(3, position);
    updatePlace_.run();
}

void TypeTable::remove(Position position) {
    auto removal = database_->prepare("DELETE FROM \"" + type_->name() + "\" WHERE _position=?");
    removal.bind(1, position);
    removal.run();
}

std::optional<Row> TypeTable::find(const Uuid& id) {
    byId_.reset(); // a row that could not be read leaves the statement running
    byId_.bindBlob(1, id.view());
    std::optional<Row> row;
    if (byId_.step())
        row = readRow(byId_);
    byId_.reset();
    return row;
}

std::optional<Row> TypeTable::at(Position position) {
    auto rows = range(position, position, 1);
    if (rows.empty())
        return std::nullopt;
    return std::move(rows.front());
}

std::optional<std::int64_t> TypeTable::seenOf(const Uuid& id) {
    seenOf_.bindBlob(1, id.view());
    const auto seen = seenOf_.step() ? std::optional(seenOf_.integer(0)) : std::nullopt;
    seenOf_.reset();
    return seen;
}

bool TypeTable::contains(const Uuid& id) {
    byId_.reset(); // a row that could not be read leaves the statement running
    byId_.bindBlob(1, id.view());
    const bool found = byId_.step();
    byId_.reset();
    return found;
}

std::vector<Row> TypeTable::range(Position first, Position last, std::size_t limit,
                                  const std::function<bool(const Row&)>& goesOn) {
    std::vector<Row> rows;
    inRange_.reset();
    inRange_.bind(1, first);
    inRange_.bind(2, last);
    inRange_.bind(3, static_cast<std::int64_t>(limit));
    while (inRange_.step()) {
        rows.push_back(readRow(inRange_));
        if (goesOn && !goesOn(rows.back()))
            break;
    }
    inRange_.reset();
    return rows;
}

void TypeTable::visitAt(std::span<const Position> positions, const std::function<void(Row&&)>& visit) {
    // Stepping over a few rows that nobody asked for costs less than looking for the next one from the root.
    constexpr Position nearby = 16;
    for (auto wanted = positions.begin(); wanted != positions.end();) {
        const auto gap = std::adjacent_find(
            wanted, positions.end(), [](Position before, Position after) { return after - before > nearby; });
        const auto last = gap == positions.end() ? gap - 1 : gap;
        inRange_.reset();
        inRange_.bind(1, *wanted);
        inRange_.bind(2, *last);
        inRange_.bind(3, std::int64_t{-1});
        while (inRange_.step()) {
            const Position position = inRange_.integer(0);
            wanted = std::lower_bound(wanted, last, position);
            if (*wanted == position)
                visit(readRow(inRange_));
        }
        inRange_.reset();
        wanted = last + 1;
    }
}

void TypeTable::scan(Position first, Position last, const std::function<bool(const Row&)>& visit) {
    auto statement = database_->prepare(select(*type_, "_position BETWEEN ? AND ? ORDER BY _position"));
    statement.bind(1, first);
    statement.bind(2, last);
    while (statement.step())
        if (!visit(readRow(statement)))
            return;
}

std::vector<Row> TypeTable::childrenOf(const Uuid& parent) {
    std::vector<Row> children;
    if (!children_)
        return children;
    children_->reset();
    children_->bindBlob(1, parent.view());
    while (children_->step())
        children.push_back(readRow(*children_));
    children_->reset();
    return children;
}

std::vector<Row> TypeTable::withBlob(const std::string& address) {
    std::vector<Row> rows;
    if (!withBlob_)
        return rows;
    withBlob_->reset();
    withBlob_->bindText(1, address);
    while (withBlob_->step())
        rows.push_back(readRow(*withBlob_));
    withBlob_->reset();
    return rows;
}

Position TypeTable::highestPosition(Position limit) {
    highest_.reset();
    highest_.bind(1, limit);
    const Position highest = highest_.step() ? highest_.integer(0) : 0;
    highest_.reset();
    return highest;
}

std::int64_t TypeTable::countBetween(Position first, Position last) {
    auto statement =
        database_->prepare("SELECT count(*) FROM \"" + type_->name() + "\" WHERE _position BETWEEN ? AND ?");
    statement.bind(1, first);
    statement.bind(2, last);
    return statement.step() ? statement.integer(0) : 0;
}

std::string encodeScopes(const std::vector<ScopeNumber>& scopes) {
    std::string bytes;
    for (ScopeNumber scope : scopes)
        appendVarint(bytes, scope);
    return bytes;
}

std::vector<ScopeNumber> decodeScopes(std::string_view bytes) {
    std::vector<ScopeNumber> scopes;
    while (!bytes.empty())
        scopes.push_back(static_cast<ScopeNumber>(takeVarint(bytes)));
    return scopes;
}

} // namespace lianxin::sync
