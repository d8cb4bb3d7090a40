// SPDX-License-Identifier: GPL-3.0-or-later
// Records the hub refused: kept with the reason, tried again by themselves, never in the way of others and
// never deleted.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/wire/messages.h"

#include <map>
#include <vector>

namespace lianxin::sync {

struct ParkedRecord {
    Uuid id;
    std::string type;
    RefusalReason reason = RefusalReason::WrongContent;
    std::string detail;
    std::int64_t attempts = 0;
    WallTime retryAt{};
};

/// The caller holds the transaction for everything that writes.
class ParkedList {
public:
    explicit ParkedList(platform::Database& database);

    bool contains(const Uuid& id) const { return entries_.contains(id); }
    const std::map<Uuid, ParkedRecord>& all() const { return entries_; }
    /// Notes one more refusal. The pause before the next try doubles from a minute to a day.
    void park(const RefusedRecord& refused, const std::string& type, WallTime now);
    void release(const Uuid& id);
    /// Those whose pause is over, the longest due first, so that each gets its turn.
    std::vector<const ParkedRecord*> due(WallTime now) const;
    /// Every parked record may be tried again at once: the cause may be gone.
    void retryAll(WallTime now);
    void reload();

private:
    void store(const ParkedRecord& parked);

    platform::Database& database_;
    std::map<Uuid, ParkedRecord> entries_;
};

} // namespace lianxin::sync
