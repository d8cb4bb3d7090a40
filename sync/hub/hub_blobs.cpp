// SPDX-License-Identifier: GPL-3.0-or-later
// Blobs at the hub. It takes bytes only of what an admitted record refers to, so that nobody can fill its
// disk, and gives them only to whoever may see such a record: knowing an address is no authority.
#include "sync/hub/hub.h"

#include "sync/mutants.h"
#include "sync/wire/limits.h"

#include <algorithm>

namespace lianxin::sync {

/// Who wrote such a record, or brought it, or shares a scope with it.
bool Hub::mayBring(DeviceNumber device, const BlobAddress& blob) {
    const auto rows = tables_.rowsWithBlob(blob);
    return std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
        return row.seen == device || directory_.deviceOf(row.record.cover.dot.writer) == device ||
               sharedScope(device, row.scopes.value_or(std::vector<ScopeNumber>{}), INT64_MAX);
    });
}

bool Hub::maySee(DeviceNumber device, const BlobAddress& blob) {
    const auto rows = tables_.rowsWithBlob(blob);
    return MUTANT(blob_for_anyone) || std::any_of(rows.begin(), rows.end(), [&](const Row& row) {
               return sharedScope(device, row.scopes.value_or(std::vector<ScopeNumber>{}), INT64_MAX);
           });
}

HubResult<HaveAnswer> Hub::have(DeviceNumber device, const Have& have) {
    if (auto refused = refuseRequest(device, have.seen))
        return *refused;
    HaveAnswer answer;
    answer.held.reserve(have.blobs.size());
    for (const BlobAddress& blob : have.blobs) {
        const auto entry = blobs_.find(blob);
        const std::int64_t stored = entry ? entry->stored : 0;
        answer.held.push_back(mayBring(device, blob) ? HeldBytes(stored) : std::nullopt);
    }
    return answer;
}

HubResult<SendAnswer> Hub::send(DeviceNumber device, const Send& send) {
    if (auto refused = refuseRequest(device, send.seen))
        return *refused;
    SendAnswer answer;
    if (mayBring(device, send.blob))
        answer.held = takeBytes(device, send);
    return answer;
}

/// How many bytes are here then.
std::int64_t Hub::takeBytes(DeviceNumber device, const Send& send) {
    const auto before = blobs_.find(send.blob);
    const std::int64_t stored = before ? before->stored : 0;
    const auto coming = static_cast<std::int64_t>(send.bytes.size());
    if (stored == send.blob.size || blobs_.unfinishedBytes(device) + coming > mostUnfinishedBytes)
        return stored;
    blobs_.begin(send.blob, device);
    const std::int64_t held = blobs_.append(send.blob, send.offset, send.bytes);
    // A place in the hub's history, so that a device notices when the hub was put back to before it, and
    // knows which backups hold the blob.
    if (held == send.blob.size)
        blobs_.noteReceived(send.blob, MUTANT(blob_takes_no_sequence) ? sequence_ : nextSequence());
    return held;
}

HubResult<FetchAnswer> Hub::fetch(DeviceNumber device, const Fetch& fetch) {
    if (auto refused = refuseRequest(device, fetch.seen))
        return *refused;
    if (directory_.find(device)->revoked)
        return refuseRevoked("revoked");
    FetchAnswer answer;
    if (!maySee(device, fetch.blob))
        return answer;
    const auto entry = blobs_.find(fetch.blob);
    answer.held = entry ? entry->stored : 0;
    if (entry && entry->isWhole())
        answer.bytes =
            blobs_.read(fetch.blob, fetch.offset, static_cast<std::int64_t>(WireLimits{}.blobBytes));
    return answer;
}

} // namespace lianxin::sync
