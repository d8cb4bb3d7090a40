// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's own index over the device's records: a row for each matter, survey response and bedside visit,
// and a full text that finds Chinese (search_words.h). It lies in the device's file. No Qt.
//
// It can be behind and cannot be wrong unseen: triggers note every record that changes in the very
// transaction that changes it, whichever program wrote, and update() takes a record off that list in the
// transaction that brings its entry up to date. Another version of the index in the file, or none, is built
// anew from the records.
#pragma once

#include "app/desk/entry.h"

#include <span>
#include <vector>

namespace lianxin::desk {

/// Names an entry within this file, until the index is built anew.
using EntryKey = std::int64_t;

enum class List { Matters, Responses };

/// Of matters by what is to be done; of responses whether words in them wait for a matter (P-31).
enum class StateGroup { All, Open, ToRegister, InHand, Finished, TwoVersions, OpinionWaits };

struct Query {
    List list = List::Matters;
    std::string kind; ///< empty: all
    StateGroup state = StateGroup::All;
    std::optional<sync::Uuid> department;
    std::string words; ///< as typed; several, apart by spaces, must all be found
};

struct Counts {
    std::int64_t all = 0;
    std::int64_t open = 0;
    std::int64_t toRegister = 0;
    std::int64_t twoVersions = 0;
    std::int64_t responses = 0;
    std::int64_t opinionsWait = 0;

    bool operator==(const Counts&) const = default;
};

struct KeyedEntry {
    EntryKey key = 0;
    Entry entry;         ///< without `searched`
    bool linked = false; ///< a matter was drawn from it
};

/// Cheap to make; lives for one job on the thread that uses the replica. Every call can throw
/// platform::StorageError.
class SearchIndex {
public:
    explicit SearchIndex(sync::Replica& replica);

    /// Brings at most this many entries up to date, all or none, the newest records first. Gives how many it
    /// looked at: 0 when nothing waits.
    std::size_t update(std::size_t atMost);
    std::int64_t waiting();

    /// Newest first.
    std::vector<EntryKey> find(const Query& query);
    /// Of those that are still there, in the order of `keys`.
    std::vector<KeyedEntry> entries(std::span<const EntryKey> keys);
    Counts counts();
    /// The matter drawn from this record, if there is one.
    std::optional<sync::Uuid> drawnFrom(const sync::Uuid& source);

private:
    void makeIfMissing();
    /// By key, which entries hold all the words; there is at least one.
    std::vector<bool> holding(const std::vector<std::string>& words);

    sync::Replica& replica_;
    platform::Database& database_;
};

} // namespace lianxin::desk
