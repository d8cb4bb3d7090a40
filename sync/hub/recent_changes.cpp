// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/hub/recent_changes.h"

#include "sync/wire/record_size.h"

namespace lianxin::sync {

namespace {

constexpr std::size_t mostRemembered = 1024;
constexpr std::size_t mostBytes = 2048; // of one edit

} // namespace

void RecentChanges::note(HubSequence from, HubSequence to, const Record& edit) {
    if (edit.cover.dot || edit.erased || !edit.unknown.empty() || sizeOf(edit).bytes > mostBytes)
        return;
    edits_[to] = {from, edit.type, edit.id, edit.own};
    order_.push_back(to);
    forgetOldest();
}

void RecentChanges::noteHistory(HubSequence at, HubSequence edit) {
    if (!edits_.contains(edit))
        return;
    histories_[at] = edit;
    order_.push_back(at);
    forgetOldest();
}

void RecentChanges::forgetOldest() {
    if (order_.size() <= mostRemembered)
        return;
    edits_.erase(order_.front());
    histories_.erase(order_.front());
    order_.pop_front();
}

std::optional<Record> RecentChanges::since(HubSequence at, HubSequence after) const {
    const auto known = edits_.find(at);
    if (known == edits_.end() || known->second.from > after)
        return std::nullopt;
    Record record = emptyRecord(*known->second.type, known->second.id);
    for (const OwnState& state : known->second.states)
        setWrites(record, state.field, state.writes);
    return record;
}

HubSequence RecentChanges::editBehind(HubSequence at) const {
    const auto known = histories_.find(at);
    return known == histories_.end() ? 0 : known->second;
}

void RecentChanges::clear() {
    edits_.clear();
    histories_.clear();
    order_.clear();
}

} // namespace lianxin::sync
