// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's short memory of edits: what of a record was new each time it moved from one place in the hub's
// order to the next. Whoever holds it as it stood before needs no more than the edits since, and makes the
// history of what they displace. Memory only: what is not remembered is sent as a whole.
#pragma once

#include "sync/record/record.h"
#include "sync/wire/messages.h"

#include <deque>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace lianxin::sync {

/// How far a device has read the scopes in which it meets a record.
struct ReadThrough {
    HubSequence complete = 0; ///< it holds all that stood there when the hub was here
    HubSequence cursor = 0;   ///< and reads on from here
};

class RecentChanges {
public:
    /// The record that stood at `from` stands at `to`, because `edit` was joined into it, and for no other
    /// reason.
    void note(HubSequence from, HubSequence to, const Record& edit);
    /// The history record at `at` is one of the write `loser`, and everybody makes it who joins the edit at
    /// `edit`: until that write comes again with a later stamp, since whoever reads only then joins that
    /// instead.
    void noteHistory(HubSequence at, const Dot& loser, HubSequence edit);
    /// Somebody brought the history record at `at`, too, and waits to hear where it stands.
    void forgetHistory(HubSequence at);

    /// Whether anything is remembered of this place.
    bool knows(HubSequence at) const { return edits_.contains(at) || histories_.contains(at); }
    /// What is new in the record at `at` for someone who has read it in an earlier place; nothing: not known,
    /// or not enough.
    std::optional<Record> since(HubSequence at, const ReadThrough& read) const;
    /// Whether they hold the value that the history record at `at` tells of, and so make that themselves when
    /// they join its content.
    bool isHeldBy(HubSequence at, const Record& history, const ReadThrough& read) const;

    void clear();

private:
    struct Edit {
        HubSequence from = 0;
        const RecordType* type = nullptr;
        Uuid id;
        std::vector<OwnState> states;
        std::size_t bytes = 0;
    };
    struct History {
        Dot loser;
        HubSequence edit = 0;
    };
    std::vector<const Edit*> unread(HubSequence at, const ReadThrough& read) const;
    void forgetOldest();

    std::unordered_map<HubSequence, Edit> edits_;
    std::unordered_map<HubSequence, History> histories_;
    std::multimap<Dot, HubSequence> byLoser_; ///< where these histories stand
    std::deque<HubSequence> order_;           ///< of all of both
    std::size_t bytes_ = 0;                   ///< of the edits
};

} // namespace lianxin::sync
