// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/feed.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

platform::Database& withTables(platform::Database& database) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS _scope(number INTEGER PRIMARY KEY,name TEXT NOT NULL UNIQUE)STRICT;"
        "CREATE TABLE IF NOT EXISTS _scope_row(scope INTEGER NOT NULL,sequence INTEGER NOT NULL,"
        "type INTEGER NOT NULL,left_id BLOB,PRIMARY KEY(scope,sequence))STRICT,WITHOUT ROWID;"
        "CREATE TABLE IF NOT EXISTS _scope_past(record BLOB NOT NULL,until INTEGER NOT NULL,"
        "scopes BLOB NOT NULL,PRIMARY KEY(record,until))STRICT,WITHOUT ROWID");
    return database;
}

} // namespace

Feed::Feed(platform::Database& database)
    : database_(withTables(database)),
      stand_(database.prepare("INSERT INTO _scope_row VALUES(?,?,?,?)")),
      moveOn_(database.prepare("DELETE FROM _scope_row WHERE scope=? AND sequence=?")),
      read_(database.prepare("SELECT sequence,type,left_id FROM _scope_row WHERE scope=? AND sequence>? "
                             "ORDER BY sequence LIMIT ?")) {
    reload();
}

void Feed::reload() {
    numbers_.clear();
    names_.clear();
    ends_.clear();
    auto scopes = database_.prepare("SELECT number,name FROM _scope");
    while (scopes.step()) {
        const auto number = static_cast<ScopeNumber>(scopes.integer(0));
        numbers_[std::string(scopes.text(1))] = number;
        names_[number] = scopes.text(1);
    }
    auto last = database_.prepare("SELECT max(sequence) FROM _scope_row WHERE scope=?");
    for (const auto& [number, name] : names_) {
        last.reset();
        last.bind(1, static_cast<std::int64_t>(number));
        const HubSequence end = last.step() ? last.integer(0) : 0;
        ends_[number] = {end, 0, end};
    }
}

ScopeNumber Feed::numberOf(const Scope& scope) {
    if (const auto at = numbers_.find(scope); at != numbers_.end())
        return at->second;
    auto insert = database_.prepare("INSERT INTO _scope(name) VALUES(?) RETURNING number");
    insert.bindText(1, scope);
    insert.step();
    const auto number = static_cast<ScopeNumber>(insert.integer(0));
    insert.run();
    numbers_[scope] = number;
    names_[number] = scope;
    return number;
}

std::optional<ScopeNumber> Feed::known(const Scope& scope) const {
    const auto at = numbers_.find(scope);
    return at == numbers_.end() ? std::nullopt : std::optional(at->second);
}

void Feed::stand(ScopeNumber scope, HubSequence sequence, std::int64_t type) {
    stand_.bind(1, static_cast<std::int64_t>(scope));
    stand_.bind(2, sequence);
    stand_.bind(3, type);
    stand_.bindNull(4);
    stand_.run();
    advance(scope, sequence);
}

void Feed::moveOn(ScopeNumber scope, HubSequence sequence) {
    moveOn_.bind(1, static_cast<std::int64_t>(scope));
    moveOn_.bind(2, sequence);
    moveOn_.run();
}

void Feed::leave(ScopeNumber scope, HubSequence sequence, std::int64_t type, const Uuid& id) {
    stand_.bind(1, static_cast<std::int64_t>(scope));
    stand_.bind(2, sequence);
    stand_.bind(3, type);
    stand_.bindBlob(4, id.view());
    stand_.run();
    advance(scope, sequence);
}

void Feed::notePast(const Uuid& record, HubSequence until, const std::vector<ScopeNumber>& scopes) {
    auto insert = database_.prepare("INSERT OR REPLACE INTO _scope_past VALUES(?,?,?)");
    const std::string bytes = encodeScopes(scopes);
    insert.bindBlob(1, record.view());
    insert.bind(2, until);
    insert.bindBlob(3, std::string_view(bytes));
    insert.run();
}

std::optional<std::vector<ScopeNumber>> Feed::pastScopes(const Uuid& record, HubSequence at) {
    auto past =
        database_.prepare("SELECT scopes FROM _scope_past WHERE record=? AND until>? ORDER BY until LIMIT 1");
    past.bindBlob(1, record.view());
    past.bind(2, at);
    if (!past.step())
        return std::nullopt;
    return decodeScopes(past.blob(0));
}

void Feed::returned(const Uuid& record, ScopeNumber scope) {
    std::vector<HubSequence> leavings;
    auto past = database_.prepare("SELECT until FROM _scope_past WHERE record=?");
    past.bindBlob(1, record.view());
    while (past.step())
        leavings.push_back(past.integer(0));
    auto removal = database_.prepare("DELETE FROM _scope_row WHERE scope=? AND sequence=? AND left_id=?");
    for (HubSequence sequence : leavings) {
        removal.bind(1, static_cast<std::int64_t>(scope));
        removal.bind(2, sequence);
        removal.bindBlob(3, record.view());
        removal.run();
    }
}

std::vector<FeedEntry> Feed::read(ScopeNumber scope, HubSequence after, std::size_t limit) {
    std::vector<FeedEntry> entries;
    read_.reset();
    read_.bind(1, static_cast<std::int64_t>(scope));
    read_.bind(2, after);
    read_.bind(3, static_cast<std::int64_t>(limit));
    while (read_.step()) {
        FeedEntry& entry = entries.emplace_back();
        entry.sequence = read_.integer(0);
        entry.type = read_.integer(1);
        if (!read_.isNull(2))
            entry.left = Uuid::fromBytes(read_.blob(2));
    }
    read_.reset();
    return entries;
}

void Feed::advance(ScopeNumber scope, HubSequence sequence) {
    ScopeEnd& end = ends_[scope];
    if (end.by != origin_)
        end.lastOfOthers = end.last;
    end.by = origin_;
    end.last = sequence;
}

HubSequence Feed::lastOf(ScopeNumber scope) const {
    const auto at = ends_.find(scope);
    return at == ends_.end() ? 0 : at->second.last;
}

HubSequence Feed::lastOfOthers(ScopeNumber scope, std::int64_t device) const {
    const auto at = ends_.find(scope);
    if (at == ends_.end())
        return 0;
    return at->second.by == device ? at->second.lastOfOthers : at->second.last;
}

} // namespace lianxin::sync
