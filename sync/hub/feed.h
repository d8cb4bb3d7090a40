// SPDX-License-Identifier: GPL-3.0-or-later
// The order of everything the hub holds, scope by scope: which record stands where, and what left.
//
// A device returns with hundreds of records at once, which get sequences side by side. So a line of the feed
// is a run: the sequences first to last, at which records of one type were given a place in the scope. What
// still stands there is for the rows to say, each of which names its scopes: a record that moves on only
// leaves a gap.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/replica/type_table.h"
#include "sync/wire/messages.h"

#include <map>
#include <optional>
#include <vector>

namespace lianxin::sync {

/// One sequence at which a record may stand in a scope, or left it.
struct FeedEntry {
    HubSequence sequence = 0;
    std::int64_t type = 0; ///< the number of its record type in this store
    std::optional<Uuid> left;
};

/// All that happened in a scope after one sequence and through another.
struct FeedPart {
    std::vector<FeedEntry> entries;
    std::optional<HubSequence> through; ///< nothing: there is no more
};

/// No run is longer, so that those which reach over a cursor are found by where they begin.
inline constexpr HubSequence longestRun = 1024;

/// The caller holds the transaction for everything that writes.
class Feed {
public:
    explicit Feed(platform::Database& database);

    ScopeNumber numberOf(const Scope& scope); ///< gives a new scope its number
    const Scope& nameOf(ScopeNumber number) const { return names_.at(number); }
    std::optional<ScopeNumber> known(const Scope& scope) const;
    const std::map<Scope, ScopeNumber>& all() const { return numbers_; }

    /// Whose changes the following ones are: a device's number, or 0 for the hub's own.
    void setOrigin(std::int64_t device) { origin_ = device; }
    void stand(ScopeNumber scope, HubSequence sequence, std::int64_t type);
    void moveOn(ScopeNumber scope, HubSequence sequence); ///< the record no longer stands at this sequence
    void leave(ScopeNumber scope, HubSequence sequence, std::int64_t type, const Uuid& id);

    /// Notes where a record stood until `until`.
    void notePast(const Uuid& record, HubSequence until, const std::vector<ScopeNumber>& scopes);
    /// Where a record stood when the hub was at `at`, if that is not where it stands now.
    std::optional<std::vector<ScopeNumber>> pastScopes(const Uuid& record, HubSequence at);
    /// The record comes back into a scope: that it left is no news any more.
    void returned(const Uuid& record, ScopeNumber scope);

    /// At least `limit` entries if there are as many, and not many more. They are in no order.
    FeedPart read(ScopeNumber scope, HubSequence after, std::size_t limit);
    /// Writes the runs that grew. Before every commit.
    void flush();
    /// The last sequence at which anything happened in this scope.
    HubSequence lastOf(ScopeNumber scope) const;
    /// The same, without the changes that this device made itself: it knows them, and need not be woken for
    /// them.
    HubSequence lastOfOthers(ScopeNumber scope, std::int64_t device) const;

    void reload();

private:
    struct Run {
        HubSequence first = 0;
        HubSequence last = 0;
        bool isWritten = true;
    };
    struct ScopeEnd {
        HubSequence last = 0;
        std::int64_t by = 0;
        HubSequence lastOfOthers = 0; ///< the last one that was not by `by`
    };
    void advance(ScopeNumber scope, HubSequence sequence);
    void write(ScopeNumber scope, std::int64_t type, Run& run);

    platform::Database& database_;
    platform::Statement write_;
    platform::Statement moveOn_;
    platform::Statement read_;
    std::map<Scope, ScopeNumber> numbers_;
    std::map<ScopeNumber, Scope> names_;
    std::map<ScopeNumber, ScopeEnd> ends_;
    std::map<std::pair<ScopeNumber, std::int64_t>, Run> growing_; ///< by scope and type
    std::int64_t origin_ = 0;
};

} // namespace lianxin::sync
