// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's short memory of edits: what of a record was new when it moved from one place in the hub's order
// to the next. Whoever has read up to the place before needs no more. Memory only: what is not remembered is
// sent as a whole.
#pragma once

#include "sync/record/record.h"
#include "sync/wire/messages.h"

#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

namespace lianxin::sync {

class RecentChanges {
public:
    /// The record that stood at `from` stands at `to`, because `edit` was joined into it, and for no other
    /// reason.
    void note(HubSequence from, HubSequence to, const Record& edit);
    /// The history record at `at` is one that everybody makes who joins the edit at `edit`.
    void noteHistory(HubSequence at, HubSequence edit);

    /// What was new at `at`, for someone who has read up to `after`; nothing: not known, or not enough.
    std::optional<Record> since(HubSequence at, HubSequence after) const;
    /// The edit that makes the history record at `at`; 0: none that is remembered.
    HubSequence editBehind(HubSequence at) const;

    void clear();

private:
    struct Edit {
        HubSequence from = 0;
        const RecordType* type = nullptr;
        Uuid id;
        std::vector<OwnState> states;
    };
    void forgetOldest();

    std::unordered_map<HubSequence, Edit> edits_;
    std::unordered_map<HubSequence, HubSequence> histories_;
    std::deque<HubSequence> order_; ///< of all of both
};

} // namespace lianxin::sync
