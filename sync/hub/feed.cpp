// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/feed.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

platform::Database& withTables(platform::Database& database) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS _scope(number INTEGER PRIMARY KEY,name TEXT NOT NULL UNIQUE)STRICT;"
        "CREATE TABLE IF NOT EXISTS _scope_run(scope INTEGER NOT NULL,first INTEGER NOT NULL,"
        "last INTEGER NOT NULL,type INTEGER NOT NULL,left_id BLOB,PRIMARY KEY(scope,first))STRICT,WITHOUT "
        "ROWID;"
        "CREATE TABLE IF NOT EXISTS _scope_past(record BLOB NOT NULL,until INTEGER NOT NULL,"
        "scopes BLOB NOT NULL,PRIMARY KEY(record,until))STRICT,WITHOUT ROWID");
    return database;
}

} // namespace

Feed::Feed(platform::Database& database)
    : database_(withTables(database)),
      write_(database.prepare(
          "INSERT INTO _scope_run VALUES(?,?,?,?,?) ON CONFLICT DO UPDATE SET last=excluded.last")),
      moveOn_(database.prepare("DELETE FROM _scope_run WHERE scope=? AND first=? AND last=first")),
      read_(database.prepare(
          "SELECT first,last,type,left_id FROM _scope_run WHERE scope=? AND first>? AND last>? "
          "ORDER BY first")) {
    reload();
}

void Feed::reload() {
    numbers_.clear();
    names_.clear();
    ends_.clear();
    growing_.clear();
    auto scopes = database_.prepare("SELECT number,name FROM _scope");
    while (scopes.step()) {
        const auto number = static_cast<ScopeNumber>(scopes.integer(0));
        numbers_[std::string(scopes.text(1))] = number;
        names_[number] = scopes.text(1);
    }
    auto last = database_.prepare("SELECT max(last) FROM _scope_run WHERE scope=?");
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
    // Stepping over a few sequences of other scopes costs a reader less than another run.
    constexpr HubSequence nearby = 16;
    Run& run = growing_[{scope, type}];
    if (run.first == 0 || sequence - run.last > nearby || sequence - run.first >= longestRun) {
        write(scope, type, run);
        run.first = sequence;
    }
    run.last = sequence;
    run.isWritten = false;
    advance(scope, sequence);
}

void Feed::moveOn(ScopeNumber scope, HubSequence sequence) {
    for (auto& [key, run] : growing_)
        if (key.first == scope && run.first == sequence && run.last == sequence)
            run = {};
    moveOn_.bind(1, static_cast<std::int64_t>(scope));
    moveOn_.bind(2, sequence);
    moveOn_.run();
}

void Feed::leave(ScopeNumber scope, HubSequence sequence, std::int64_t type, const Uuid& id) {
    write_.bind(1, static_cast<std::int64_t>(scope));
    write_.bind(2, sequence);
    write_.bind(3, sequence);
    write_.bind(4, type);
    write_.bindBlob(5, id.view());
    write_.run();
    advance(scope, sequence);
}

void Feed::write(ScopeNumber scope, std::int64_t type, Run& run) {
    if (run.isWritten)
        return;
    write_.bind(1, static_cast<std::int64_t>(scope));
    write_.bind(2, run.first);
    write_.bind(3, run.last);
    write_.bind(4, type);
    write_.bindNull(5);
    write_.run();
    run.isWritten = true;
}

void Feed::flush() {
    for (auto& [key, run] : growing_)
        write(key.first, key.second, run);
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
    auto removal = database_.prepare("DELETE FROM _scope_run WHERE scope=? AND first=? AND left_id=?");
    for (HubSequence sequence : leavings) {
        removal.bind(1, static_cast<std::int64_t>(scope));
        removal.bind(2, sequence);
        removal.bindBlob(3, record.view());
        removal.run();
    }
}

FeedPart Feed::read(ScopeNumber scope, HubSequence after, std::size_t limit) {
    flush();
    FeedPart part;
    read_.reset();
    read_.bind(1, static_cast<std::int64_t>(scope));
    read_.bind(2, after - longestRun);
    read_.bind(3, after);
    while (!part.through && read_.step()) {
        const HubSequence first = read_.integer(0);
        const HubSequence last = read_.integer(1);
        if (part.entries.size() >= limit && first > after + 1) {
            // Runs of several types lie over one another: what reaches beyond is read with the next part.
            part.through = first - 1;
            std::erase_if(part.entries, [first](const FeedEntry& entry) { return entry.sequence >= first; });
        } else if (!read_.isNull(3)) {
            part.entries.push_back({first, read_.integer(2), Uuid::fromBytes(read_.blob(3))});
        } else {
            for (HubSequence sequence = std::max(first, after + 1); sequence <= last; ++sequence)
                part.entries.push_back({sequence, read_.integer(2), std::nullopt});
        }
    }
    read_.reset();
    return part;
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
