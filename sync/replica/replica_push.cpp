// SPDX-License-Identifier: GPL-3.0-or-later
// What waits here, on its way to the hub, and the hub's receipts for it.
#include "sync/replica/replica.h"

#include "sync/mutants.h"

#include <algorithm>
#include <cstdlib>

namespace lianxin::sync {

namespace {

// While a round is open a save is pushed within milliseconds. Counting a few sequences ahead as offered saves
// such a push a commit of its own; the clock of these saves was compared with the hub's moments before.
constexpr LocalSequence offeredAhead = 64;

constexpr std::size_t retriesABatch = 50;

std::size_t roughSize(const Record& record) {
    std::size_t size = 64;
    const auto add = [&size](const Value& value) {
        const auto* text = std::get_if<std::string>(&value);
        const auto* sealed = std::get_if<Sealed>(&value);
        size += text ? text->size() + 2 : sealed ? sealed->bytes.size() * 2 : 8;
    };
    for (const Value& value : record.shown)
        add(value);
    for (const OwnState& state : record.own)
        for (const Write& write : state.writes)
            add(write.value);
    for (const UnknownField& field : record.unknown)
        for (const Write& write : field.writes)
            add(write.value);
    return size;
}

} // namespace

void Replica::collectPending(LocalSequence after, const BatchLimits& limits, std::vector<Row>& rows) {
    for (const auto& table : tables_.all()) {
        if (table->localBound() <= after)
            continue;
        // What one type alone fills the batch with, no row behind it can stand in.
        std::size_t ofType = 0;
        const auto fits = [&](const Row& row) { return (ofType += roughSize(row.record)) < limits.bytes; };
        for (Row& row : table->range(after + 1, firstPulledPosition - 1, limits.records, fits))
            rows.push_back(std::move(row));
    }
    const auto earlier = [](const Row& a, const Row& b) { return a.position < b.position; };
    if (!std::is_sorted(rows.begin(), rows.end(), earlier))
        std::sort(rows.begin(), rows.end(), earlier);
    std::size_t bytes = 0;
    std::size_t count = 0;
    while (count < rows.size() && count < limits.records && bytes < limits.bytes)
        bytes += roughSize(rows[count++].record);
    rows.resize(count);
}

/// One that was edited since waits in the queue again and goes with its batch.
std::optional<Row> Replica::retriable(const ParkedRecord& parked) {
    const RecordType* type = schema().find(parked.type);
    auto row = type ? tables_.of(*type).find(parked.id) : std::nullopt;
    return row && row->position <= state_.receivedThrough ? std::move(row) : std::nullopt;
}

bool Replica::hasRetries() {
    const auto due = parked_.due(clock_.wall());
    return std::any_of(due.begin(), due.end(),
                       [this](const ParkedRecord* parked) { return retriable(*parked).has_value(); });
}

Push Replica::nextRetries(const BatchLimits& limits) {
    Push push;
    push.writer = writer_;
    push.after = push.through = state_.receivedThrough;
    std::size_t bytes = 0;
    for (const ParkedRecord* parked : parked_.due(clock_.wall())) {
        if (push.retried.size() >= std::min(limits.records, retriesABatch) || bytes >= limits.bytes)
            break;
        auto row = retriable(*parked);
        if (!row)
            continue;
        bytes += roughSize(row->record);
        const HubSequence seen = seenWith(*row);
        const bool returned = isReturned(row->position);
        push.retried.push_back(PushedRecord{std::move(row->record), row->position, seen, false, returned});
    }
    const auto earlier = [](const PushedRecord& a, const PushedRecord& b) { return a.position < b.position; };
    std::sort(push.retried.begin(), push.retried.end(), earlier);
    return push;
}

void Replica::setAside(const SentRecord& sent, const Failure& failure) {
    const auto row = tables_.of(*sent.type).find(sent.id);
    if (!row || row->position != sent.position)
        return;
    Change change(*this);
    const std::string detail = failure.detail.empty() ? failure.code : failure.code + ' ' + failure.detail;
    parked_.park({sent.id, sent.position, RefusalReason::WrongContent, detail}, sent.type->name(),
                 clock_.wall());
    change.commit();
}

/// When this device and the hub last agreed on who sees the record: a new child is seen by whoever sees its
/// parent.
HubSequence Replica::seenWith(const Row& row) {
    if (row.seen != 0 || row.record.parent().isNull())
        return std::abs(row.seen);
    return seenOf(row.record.parent(), *row.record.type);
}

HubSequence Replica::seenOf(const Uuid& parent, const RecordType& childType) {
    TypeTable*& usual = parentTables_[&childType];
    if (const auto seen = usual ? usual->seenOf(parent) : std::nullopt)
        return std::abs(*seen);
    for (const auto& table : tables_.all())
        if (const auto seen = table->seenOf(parent)) {
            usual = table.get();
            return std::abs(*seen);
        }
    return 0;
}

bool Replica::isReturned(Position position) const {
    const auto after = returned_.upper_bound(position);
    return after != returned_.begin() && position <= std::prev(after)->second;
}

PushedRecord Replica::toPush(Row row) {
    PushedRecord pushed;
    pushed.position = row.position;
    pushed.seen = seenWith(row);
    pushed.returned = isReturned(row.position);
    Record& record = row.record;
    // Only what a pull brought is surely at the hub. An edit moves the whole row to a later place in the
    // queue, so that receipts pass it by: of this device's own writes there, none is surely received.
    const auto changed = [this](const OwnState& state) {
        return std::any_of(state.writes.begin(), state.writes.end(),
                           [this](const Write& write) { return runs_.wrote(write.dot); });
    };
    if (row.seen > 0 && record.unknown.empty() && !parked_.contains(record.id) &&
        std::any_of(record.own.begin(), record.own.end(), changed)) {
        pushed.partial = true;
        record.cover = {};
        std::erase_if(record.own, [&](const OwnState& state) { return !changed(state); });
        for (std::size_t i = 0; i < record.shown.size(); ++i)
            if (!ownState(record, static_cast<FieldIndex>(i)))
                record.shown[i] = {};
    }
    pushed.record = std::move(record);
    return pushed;
}

void Replica::makeOffered(LocalSequence through, Way way) {
    const DeviceState before = state_;
    const bool isNew = through > state_.offeredThrough && !MUTANT(no_offered_through);
    switch (way) {
    case Way::Network:
        if (state_.carriedAfter && through > *state_.carriedAfter)
            state_.carriedAfter = through < state_.offeredThrough ? std::optional(through) : std::nullopt;
        if (isNew)
            state_.offeredThrough = through == lastSequence_ ? through + offeredAhead : lastSequence_;
        break;
    case Way::Hand:
        if (isNew && !state_.carriedAfter)
            state_.carriedAfter = state_.offeredThrough;
        if (isNew)
            state_.offeredThrough = through;
        break;
    }
    if (state_ != before)
        storeState();
}

void Replica::endRound() {
    if (state_.offeredThrough <= lastSequence_)
        return;
    // One that a power cut undoes leaves a gap in the numbers, and nothing else.
    Change change(*this, platform::Durability::WithTheNext);
    state_.offeredThrough = lastSequence_;
    storeState();
    change.commit();
}

Push Replica::nextPush(LocalSequence after, const BatchLimits& limits) {
    return nextBatch(after, limits, Way::Network);
}

Push Replica::nextCarried(LocalSequence after, const BatchLimits& limits) {
    return nextBatch(after, limits, Way::Hand);
}

Push Replica::nextBatch(LocalSequence after, const BatchLimits& limits, Way way) {
    Push push;
    push.writer = writer_;
    push.after = after;
    std::vector<Row> rows;
    // For what is read, too: each look outside of a transaction takes and gives back a lock of the file.
    Change change(*this);
    if (after < lastSequence_)
        collectPending(after, limits, rows);
    // A sequence whose row took a later one by an edit has nothing to say, and neither has one of an undone
    // save.
    const bool all = rows.size() < limits.records;
    push.through = !rows.empty() && !all ? rows.back().position : lastSequence_;
    if (!rows.empty() && all) {
        // Cut by bytes rather than by count: what did not fit comes next.
        std::vector<Row> rest;
        collectPending(rows.back().position, {1, 1}, rest);
        if (!rest.empty())
            push.through = rows.back().position;
    }
    makeOffered(push.through, way);
    push.records.reserve(rows.size());
    // That a record was erased is the hub's own word, and says nothing that it could join.
    for (Row& row : rows)
        if (!row.record.erased)
            push.records.push_back(toPush(std::move(row)));
    change.commit();
    return push;
}

SentBatch sentBatch(const Push& push) {
    SentBatch sent{push.after, push.through, {}};
    sent.records.reserve(push.records.size() + push.retried.size());
    for (const auto* list : {&push.records, &push.retried})
        for (const PushedRecord& pushed : *list)
            sent.records.push_back({pushed.record.type, pushed.record.id, pushed.position});
    return sent;
}

/// What was parked stands below receivedThrough, and backups that reach there may be older than its
/// acceptance: the row itself notes when the hub had it.
void Replica::releaseParked(const std::vector<SentRecord>& sent, const PushAnswer& answer) {
    for (const SentRecord& one : sent) {
        // One that is refused again stays: how often that was so far decides when it is tried next.
        const bool again = std::any_of(answer.refused.begin(), answer.refused.end(),
                                       [&one](const RefusedRecord& refused) { return refused.id == one.id; });
        if (again || !parked_.contains(one.id))
            continue;
        parked_.release(one.id);
        if (const auto row = tables_.of(*one.type).find(one.id))
            tables_.of(*one.type).updatePlace(row->position, row->scopes,
                                              std::max(row->seen, answer.mark.sequence));
    }
}

void Replica::applyReceipt(const SentBatch& batch, const PushAnswer& answer, Milliseconds asked) {
    // A receipt that a power cut undoes costs a batch that is pushed again, and changes nothing at the hub.
    const bool tellsMore = !answer.records.empty() || !answer.refused.empty() || !answer.erased.empty();
    Change change(*this, tellsMore || !parked_.all().empty() ? platform::Durability::AtCommit
                                                             : platform::Durability::WithTheNext);
    takeReceipt(batch, answer, asked);
    change.commit();
}

void Replica::takeReceipt(const SentBatch& batch, const PushAnswer& answer, Milliseconds asked) {
    const std::vector<SentRecord>& sent = batch.records;
    const auto typeOf = [&sent](const Uuid& id) {
        const auto at =
            std::find_if(sent.begin(), sent.end(), [&id](const SentRecord& one) { return one.id == id; });
        return at == sent.end() ? nullptr : at->type;
    };
    releaseParked(sent, answer);
    for (const RefusedRecord& refused : answer.refused) {
        const RecordType* type = typeOf(refused.id);
        const auto row = type ? tables_.of(*type).find(refused.id) : std::nullopt;
        // An edit since then asks again by itself.
        if (row && row->position == refused.position)
            parked_.park(refused, type->name(), clock_.wall());
    }
    for (const Uuid& id : answer.erased)
        if (const RecordType* type = typeOf(id))
            if (auto row = tables_.of(*type).find(id))
                eraseRow(tables_.of(*type), *row);
    if (batch.after <= state_.receivedThrough || MUTANT(receipt_over_gap))
        state_.receivedThrough = std::max(state_.receivedThrough, batch.through);
    if (MUTANT(receipt_covers_all))
        state_.receivedThrough = lastSequence_;
    if (!answer.records.empty()) {
        learnTime(answer.hubTime, asked);
        std::vector<PulledRecord> reached = answer.records;
        for (PulledRecord& record : reached)
            std::erase_if(record.scopes,
                          [&](const Scope& scope) { return scopes_.cursorOf(scope) < record.sequence; });
        if (!MUTANT(receipt_without_state))
            takeAll(reached, answer.mark.sequence);
    }
    takeMark(answer.mark);
    ++blobNews_; // of records that the hub holds now
    if (state_.receivedThrough == lastSequence_)
        runs_.forgetThrough(std::min(state_.receivedThrough, state_.offeredThrough));
    storeState();
}

} // namespace lianxin::sync
