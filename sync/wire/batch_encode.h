// SPDX-License-Identifier: GPL-3.0-or-later
// Records to JSON, by type and by column. One encoder lives as long as one message is written: what the records of the
// message share (writers, sets of scopes) is gathered on the way and written after them.
#pragma once

#include "sync/wire/messages.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace lianxin::sync {

/// A record and what travels beside it.
struct BatchRow {
    const Record *record = nullptr;
    std::int64_t place = 0; ///< position or hub sequence
    HubSequence seen = 0;
    bool partial = false;
    const std::vector<Scope> *scopes = nullptr; ///< null: of no concern in this message
};

class BatchEncoder {
public:
    /// Writes `,"key":[groups]`, or nothing when there are no rows. `placeKey` names the column of the places; it is
    /// left out where row k of a group has the place `firstPlace` + k.
    void appendGroups(std::string &out, std::string_view key, std::string_view placeKey, std::int64_t firstPlace,
                      const std::vector<BatchRow> &rows);
    /// Writes `,"writers":[…]` and `,"scopes":[…]`, each where there are any.
    void appendShared(std::string &out) const;

    std::int64_t indexOf(const WriterId &writer);

private:
    std::int64_t indexOf(const std::vector<Scope> &scopes);
    void appendScopes(std::string &out, std::span<const BatchRow *const> rows);

    std::vector<WriterId> writers_;
    std::unordered_map<std::uint64_t, std::int64_t> writerIndexes_;
    std::vector<const std::vector<Scope> *> scopeSets_;
    std::map<std::vector<Scope>, std::int64_t> scopeIndexes_;
};

} // namespace lianxin::sync
