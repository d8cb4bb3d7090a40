// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/scope_list.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

platform::Database& withScopeTable(platform::Database& database) {
    database.exec("CREATE TABLE IF NOT EXISTS _scope(number INTEGER PRIMARY KEY AUTOINCREMENT,name TEXT NOT "
                  "NULL UNIQUE,"
                  "cursor INTEGER NOT NULL)STRICT");
    return database;
}

} // namespace

ScopeList::ScopeList(platform::Database& database)
    : database_(withScopeTable(database)),
      upsert_(database.prepare("INSERT INTO _scope(name,cursor) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET "
                               "cursor=excluded.cursor")) {
    reload();
}

void ScopeList::reload() {
    entries_.clear();
    names_.clear();
    auto rows = database_.prepare("SELECT number,name,cursor FROM _scope");
    while (rows.step()) {
        const auto number = static_cast<ScopeNumber>(rows.integer(0));
        entries_[std::string(rows.text(1))] = {number, rows.integer(2)};
        names_[number] = rows.text(1);
    }
}

Cursors ScopeList::cursors() const {
    Cursors cursors;
    for (const auto& [name, entry] : entries_)
        cursors[name] = entry.cursor;
    return cursors;
}

std::optional<ScopeNumber> ScopeList::numberOf(const Scope& scope) const {
    const auto at = entries_.find(scope);
    return at == entries_.end() ? std::nullopt : std::optional(at->second.number);
}

HubSequence ScopeList::cursorOf(const Scope& scope) const {
    const auto at = entries_.find(scope);
    return at == entries_.end() ? 0 : at->second.cursor;
}

bool ScopeList::anyLive(std::span<const ScopeNumber> numbers) const {
    return std::any_of(numbers.begin(), numbers.end(), [this](ScopeNumber number) { return isLive(number); });
}

bool ScopeList::replace(const Cursors& cursors) {
    bool lost = false;
    for (const auto& [name, entry] : entries_) {
        if (cursors.contains(name))
            continue;
        auto removal = database_.prepare("DELETE FROM _scope WHERE number=?");
        removal.bind(1, static_cast<std::int64_t>(entry.number));
        removal.run();
        lost = true;
    }
    bool gained = false;
    for (const auto& [name, cursor] : cursors) {
        const auto known = entries_.find(name);
        if (known != entries_.end() && known->second.cursor == cursor)
            continue;
        upsert_.bindText(1, name);
        upsert_.bind(2, cursor);
        upsert_.run();
        if (known != entries_.end())
            known->second.cursor = cursor;
        else
            gained = true;
    }
    if (lost || gained)
        reload();
    return lost;
}

void ScopeList::forgetAll() {
    database_.exec("DELETE FROM _scope");
    entries_.clear();
    names_.clear();
}

} // namespace lianxin::sync
