// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/recent_changes.h"

#include "sync/record/join.h"
#include "sync/wire/record_size.h"

#include <algorithm>
#include <ranges>

namespace lianxin::sync {

namespace {

// The day's work of a few devices that come back together; about 8 MB.
constexpr std::size_t mostRemembered = 16384;
constexpr std::size_t mostBytes = std::size_t{2} << 20;
constexpr std::size_t mostBytesOfOne = 2048;

// A record that was edited more often is sent as a whole.
constexpr std::size_t longestChain = 16;

bool brings(const std::vector<OwnState>& states, const Dot& dot) {
    return std::any_of(states.begin(), states.end(), [&dot](const OwnState& state) {
        return std::any_of(state.writes.begin(), state.writes.end(), [&dot](const Write& write) {
            return write.dot == dot && write.kind == WriteKind::Value;
        });
    });
}

} // namespace

void RecentChanges::note(HubSequence from, HubSequence to, const Record& edit) {
    for (const OwnState& state : edit.own)
        for (const Write& write : state.writes)
            while (byLoser_.contains(write.dot))
                forgetHistory(byLoser_.find(write.dot)->second);
    const std::size_t bytes = sizeOf(edit).bytes;
    if (edit.cover.dot || edit.erased || !edit.unknown.empty() || bytes > mostBytesOfOne)
        return;
    edits_[to] = {from, edit.type, edit.id, edit.own, bytes};
    bytes_ += bytes;
    order_.push_back(to);
    forgetOldest();
}

void RecentChanges::noteHistory(HubSequence at, const Dot& loser, HubSequence edit) {
    if (!edits_.contains(edit))
        return;
    histories_[at] = {loser, edit};
    byLoser_.emplace(loser, at);
    order_.push_back(at);
    forgetOldest();
}

void RecentChanges::forgetHistory(HubSequence at) {
    const auto known = histories_.find(at);
    if (known == histories_.end())
        return;
    const auto [first, last] = byLoser_.equal_range(known->second.loser);
    byLoser_.erase(std::find_if(first, last, [at](const auto& one) { return one.second == at; }));
    histories_.erase(known);
}

void RecentChanges::forgetOldest() {
    while (order_.size() > mostRemembered || bytes_ > mostBytes) {
        if (const auto edit = edits_.find(order_.front()); edit != edits_.end()) {
            bytes_ -= edit->second.bytes;
            edits_.erase(edit);
        }
        forgetHistory(order_.front());
        order_.pop_front();
    }
}

/// The edits through which the record came to `at` from a place in which it was read, the last one first;
/// none when that is not certain. A cursor alone does not say that a place was read: it may have passed when
/// the record had gone from there.
std::vector<const RecentChanges::Edit*> RecentChanges::unread(HubSequence at, const ReadThrough& read) const {
    std::vector<const Edit*> chain;
    while (chain.size() < longestChain && at > read.complete) {
        const auto known = edits_.find(at);
        if (known == edits_.end())
            break;
        chain.push_back(&known->second);
        at = known->second.from;
        if (at <= std::min(read.complete, read.cursor))
            return chain;
    }
    return {};
}

std::optional<Record> RecentChanges::since(HubSequence at, const ReadThrough& read) const {
    const std::vector<const Edit*> chain = unread(at, read);
    if (chain.empty())
        return std::nullopt;
    Record record = emptyRecord(*chain.front()->type, chain.front()->id);
    std::vector<Loser> toldByHistory;
    for (const Edit* edit : chain | std::views::reverse)
        for (const OwnState& state : edit->states)
            joinWrites(record, state.field, state.writes, toldByHistory);
    return record;
}

bool RecentChanges::isHeldBy(HubSequence at, const Record& history, const ReadThrough& read) const {
    const auto made = histories_.find(at);
    if (made == histories_.end())
        return false;
    const std::vector<const Edit*> chain = unread(made->second.edit, read);
    return !chain.empty() && std::none_of(chain.begin(), chain.end(), [&history](const Edit* edit) {
        return brings(edit->states, history.cover.dot);
    });
}

void RecentChanges::clear() {
    edits_.clear();
    histories_.clear();
    byLoser_.clear();
    order_.clear();
    bytes_ = 0;
}

} // namespace lianxin::sync
