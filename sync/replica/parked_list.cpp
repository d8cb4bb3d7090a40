// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/parked_list.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

constexpr Milliseconds firstPause = std::chrono::minutes(1);
constexpr Milliseconds longestPause = std::chrono::hours(24);

} // namespace

ParkedList::ParkedList(platform::Database& database) : database_(database) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS _parked(id BLOB PRIMARY KEY,type TEXT NOT NULL,reason TEXT NOT NULL,"
        "detail TEXT NOT NULL,attempts INTEGER NOT NULL,retry_at INTEGER NOT NULL)STRICT");
    reload();
}

void ParkedList::reload() {
    entries_.clear();
    auto rows = database_.prepare("SELECT id,type,reason,detail,attempts,retry_at FROM _parked");
    while (rows.step()) {
        const auto id = Uuid::fromBytes(rows.blob(0));
        const auto reason = refusalReasonNamed(rows.text(2));
        if (!id)
            continue;
        entries_[*id] = {*id,
                         std::string(rows.text(1)),
                         reason.value_or(RefusalReason::WrongContent),
                         std::string(rows.text(3)),
                         rows.integer(4),
                         WallTime{Milliseconds{rows.integer(5)}}};
    }
}

void ParkedList::park(const RefusedRecord& refused, const std::string& type, WallTime now) {
    ParkedRecord& parked = entries_[refused.id];
    parked.id = refused.id;
    parked.type = type;
    parked.reason = refused.reason;
    parked.detail = refused.detail;
    const auto doublings = std::min<std::int64_t>(parked.attempts, 11);
    parked.retryAt = now + std::min(longestPause, firstPause * (std::int64_t{1} << doublings));
    ++parked.attempts;
    store(parked);
}

std::vector<const ParkedRecord*> ParkedList::due(WallTime now) const {
    std::vector<const ParkedRecord*> due;
    for (const auto& [id, parked] : entries_)
        if (parked.retryAt <= now)
            due.push_back(&parked);
    std::stable_sort(due.begin(), due.end(),
                     [](const ParkedRecord* a, const ParkedRecord* b) { return a->retryAt < b->retryAt; });
    return due;
}

void ParkedList::store(const ParkedRecord& parked) {
    auto insert = database_.prepare("INSERT OR REPLACE INTO _parked VALUES(?,?,?,?,?,?)");
    insert.bindBlob(1, parked.id.view());
    insert.bindText(2, parked.type);
    insert.bindText(3, nameOf(parked.reason));
    insert.bindText(4, parked.detail);
    insert.bind(5, parked.attempts);
    insert.bind(6, parked.retryAt.time_since_epoch().count());
    insert.run();
}

void ParkedList::release(const Uuid& id) {
    if (entries_.erase(id) == 0)
        return;
    auto removal = database_.prepare("DELETE FROM _parked WHERE id=?");
    removal.bindBlob(1, id.view());
    removal.run();
}

void ParkedList::retryAll(WallTime now) {
    for (auto& [id, parked] : entries_) {
        if (parked.retryAt <= now)
            continue; // it waits for its turn already, and keeps its place
        parked.retryAt = now;
        store(parked);
    }
}

} // namespace lianxin::sync
