// SPDX-License-Identifier: GPL-3.0-or-later
// The blobs of a device: saved with their records, sent until the hub has them, fetched when somebody wants
// to see them, and gone with the last record that refers to them.
#include "sync/replica/replica.h"

#include "sync/mutants.h"

#include <algorithm>
#include <new>

namespace lianxin::sync {

namespace {

SaveError problemWith(platform::StorageFault fault, const char* detail) {
    const bool full = fault == platform::StorageFault::Full;
    return {full ? SaveFault::StorageFull : SaveFault::StorageFailed, {EditFault::UnknownField, {}}, detail};
}

} // namespace

/// Of an older program, or of a fetch whose record left meanwhile: nothing here can show it any more.
void Replica::sweepBlobs() {
    const auto entries = blobs_.all();
    const auto isReferred = [this](const BlobAddress& blob) { return tables_.isReferred(blob); };
    if (std::all_of(entries.begin(), entries.end(),
                    [&](const BlobEntry& entry) { return isReferred(entry.address); }))
        return;
    Change change(*this);
    blobs_.sweep(isReferred);
    change.commit();
}

void Replica::removeUnlessReferred(const std::optional<BlobAddress>& blob) {
    if (blob && !tables_.isReferred(*blob))
        blobs_.remove(*blob);
}

void Replica::keepBlobs(const std::vector<Record>& drafts, std::span<const std::string> blobs) {
    for (const std::string& bytes : blobs) {
        const BlobAddress address = addressOf(bytes);
        if (std::any_of(drafts.begin(), drafts.end(),
                        [&](const Record& draft) { return blobOf(draft) == address; }))
            blobs_.put(address, bytes);
    }
}

/// A record is saved with its blob, or not at all.
std::optional<SaveError> Replica::blobProblemOf(const Record& record) {
    const auto blob = blobOf(record);
    if (blob ? blobs_.isWhole(*blob) : hasSoundBlob(record))
        return std::nullopt;
    return SaveError{
        SaveFault::Content, {EditFault::BlobMissing, record.type->field(*record.type->blobField()).name}, {}};
}

BlobState Replica::blobState(const BlobAddress& blob) {
    const auto entry = blobs_.find(blob);
    BlobState state;
    state.hubLacksIt = lackedByHub_.contains(blob);
    if (!entry)
        return state;
    state.here = entry->isWhole();
    state.received = entry->received > 0;
    state.wanted = !state.here;
    state.stored = entry->stored;
    return state;
}

std::optional<std::string> Replica::readBlob(const BlobAddress& blob) {
    if (!blobs_.isWhole(blob))
        return std::nullopt;
    return blobs_.read(blob, 0, blob.size);
}

platform::Result<BlobState, SaveError> Replica::wantBlob(const BlobAddress& blob) {
    using Answer = platform::Result<BlobState, SaveError>;
    try {
        if (!blobs_.find(blob) && tables_.isReferred(blob)) {
            // One that a power cut undoes is wanted again by whoever still looks at the page.
            Change change(*this, platform::Durability::WithTheNext);
            blobs_.begin(blob, 0);
            change.commit();
        }
        ++blobNews_;
        return Answer(blobState(blob));
    } catch (const platform::StorageError& error) {
        return Answer(problemWith(error.fault(), error.what()));
    } catch (const std::bad_alloc&) {
        return Answer(problemWith(platform::StorageFault::Io, "no memory"));
    }
}

/// The hub takes a blob only of a record that it holds. What it refused it may hold all the same: after a
/// restore everything is offered again, also what this device may not write any more.
std::vector<BlobAddress> Replica::blobsToSend() {
    std::vector<BlobAddress> blobs = blobs_.unreceived();
    std::erase_if(blobs, [this](const BlobAddress& blob) {
        const auto rows = tables_.rowsWithBlob(blob);
        return std::all_of(rows.begin(), rows.end(), [this](const Row& row) {
            return row.position < firstPulledPosition && row.position > state_.receivedThrough;
        });
    });
    return blobs;
}

Send Replica::nextPart(const BlobAddress& blob, std::int64_t offset, std::int64_t most) {
    return {state_.seen, blob, offset,
            blobs_.isWhole(blob) ? blobs_.read(blob, offset, most) : std::string()};
}

void Replica::noteBlobsReceived(const std::vector<BlobAddress>& blobs, const Mark& mark) {
    // A receipt that a power cut undoes costs one question.
    Change change(*this, platform::Durability::WithTheNext);
    for (const BlobAddress& blob : blobs)
        blobs_.noteReceived(blob, mark.sequence);
    takeMark(mark);
    storeState();
    change.commit();
}

std::vector<BlobAddress> Replica::blobsToFetch() {
    return blobs_.unfinished();
}

Fetch Replica::nextFetch(const BlobAddress& blob) {
    const auto entry = blobs_.find(blob);
    return {state_.seen, blob, entry ? entry->stored : 0};
}

bool Replica::applyFetched(const Fetch& asked, const FetchAnswer& answer) {
    const auto entry = blobs_.find(asked.blob);
    if (!entry || entry->isWhole())
        return false;
    if (answer.held == asked.blob.size)
        lackedByHub_.erase(asked.blob);
    else
        lackedByHub_.insert(asked.blob);
    Change change(*this, platform::Durability::WithTheNext);
    std::int64_t stored = entry->stored;
    if (!answer.held)
        blobs_.remove(asked.blob); // it is nothing that the hub would ever give
    else if (!answer.bytes.empty())
        stored = blobs_.append(asked.blob, asked.offset, answer.bytes);
    if (stored == asked.blob.size) {
        blobs_.noteReceived(asked.blob, answer.mark.sequence);
        blobs_.noteFetched(asked.blob);
        makeRoomForFetched();
    }
    takeMark(answer.mark);
    storeState();
    change.commit();
    return stored > entry->stored;
}

/// What came from the hub may go when every backup of the hub has it; the oldest goes first.
void Replica::makeRoomForFetched() {
    std::vector<BlobEntry> fetched = blobs_.all();
    std::erase_if(fetched, [](const BlobEntry& entry) { return !entry.fetched; });
    std::int64_t bytes = 0;
    for (const BlobEntry& entry : fetched)
        bytes += entry.stored;
    for (auto entry = fetched.begin(); entry != fetched.end() && bytes > options_.fetchedBytes; ++entry) {
        const bool isLast = entry + 1 == fetched.end();
        if (isLast || !entry->isWhole() || entry->received == 0 || entry->received > state_.backedUp)
            continue;
        blobs_.remove(entry->address);
        bytes -= entry->stored;
    }
}

/// Only when the hub and all its backups have the blob, too.
bool Replica::blobMayLeave(const Row& row) {
    const auto blob = blobOf(row.record);
    const auto entry = blob ? blobs_.find(*blob) : std::nullopt;
    if (!entry || !entry->isWhole() || MUTANT(blob_purged_unsent))
        return true;
    return entry->received > 0 && entry->received <= state_.backedUp;
}

/// Answers can overtake each other. Whoever took the older mark for the last would not notice that the hub
/// was put back to a time between the two.
void Replica::takeMark(const Mark& mark) {
    if (mark.sequence >= state_.seen.sequence)
        state_.seen = mark;
}

} // namespace lianxin::sync
