// SPDX-License-Identifier: GPL-3.0-or-later
// The scopes a device has, their cursors, and their numbers in rows. A scope that was lost is forgotten; its
// number is never given again, so the rows that name it are out of it at once without being touched.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/replica/type_table.h"
#include "sync/wire/messages.h"

#include <optional>
#include <span>
#include <unordered_map>

namespace lianxin::sync {

/// The caller holds the transaction for everything that writes.
class ScopeList {
public:
    explicit ScopeList(platform::Database& database);

    Cursors cursors() const;
    std::optional<ScopeNumber> numberOf(const Scope& scope) const;
    HubSequence cursorOf(const Scope& scope) const;
    bool isLive(ScopeNumber number) const { return names_.contains(number); }
    /// Whether any of these scopes is one the device still has.
    bool anyLive(std::span<const ScopeNumber> numbers) const;

    /// Takes over the hub's word on which scopes the device has. True when one was lost.
    bool replace(const Cursors& cursors);
    void forgetAll();
    /// Forgets what an undone transaction changed.
    void reload();

private:
    struct Entry {
        ScopeNumber number = 0;
        HubSequence cursor = 0;
    };

    platform::Database& database_;
    platform::Statement upsert_;
    std::map<Scope, Entry> entries_;
    std::unordered_map<ScopeNumber, Scope> names_;
};

} // namespace lianxin::sync
