// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes that records refer to, in the same file as the records: one commit makes both durable, and a copy
// or a backup of the file has both. Devices and the hub use the same tables.
//
//   _blob        one row a blob: its address, how many of its bytes are there, and what is known of it
//   _blob_chunk  the bytes, in pieces that are written and read alone
//
// Bytes come in order. A blob is whole when as many are there as its address says, and they are there only if
// they have its hash: what has another one is thrown away at the moment in which it would be whole.
#pragma once

#include "platform/sqlite/database.h"
#include "sync/blobs/blob_address.h"
#include "sync/record/dot.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::sync {

struct BlobEntry {
    BlobAddress address;
    std::int64_t stored = 0; ///< bytes that are there, from the first
    /// The hub sequence at which the hub had all of it, as far as this store knows; 0: it is not known to.
    HubSequence received = 0;
    /// Device: it came from the hub and was not saved here.
    bool fetched = false;

    bool isWhole() const { return stored == address.size; }
};

/// The caller holds the transaction for everything that writes. Every call can throw platform::StorageError.
class BlobStore {
public:
    explicit BlobStore(platform::Database& database);
    /// For reading what can still be read: makes no table.
    static BlobStore ofDamaged(platform::Database& database);

    std::optional<BlobEntry> find(const BlobAddress& address);
    bool isWhole(const BlobAddress& address);
    /// At most `count` bytes from `offset` on; fewer at the end of what is there.
    std::string read(const BlobAddress& address, std::int64_t offset, std::int64_t count);
    /// Whether what is there has the hash. Reads all of it.
    bool isSound(const BlobAddress& address);

    /// Notes that this blob is wanted, with nothing of it there yet. `bringer`: hub: the device that brings
    /// it.
    void begin(const BlobAddress& address, std::int64_t bringer);
    /// Adds bytes that begin at `offset`, and tells how many are there then. What is there already is passed
    /// over; bytes that would leave a gap are not taken, nor any of a blob that was not begun. With the last
    /// byte the hash is compared: where it is another one, nothing is left.
    std::int64_t append(const BlobAddress& address, std::int64_t offset, std::string_view bytes);
    /// The whole blob at once, whatever was there of it. The bytes have this address.
    void put(const BlobAddress& address, std::string_view bytes);
    void remove(const BlobAddress& address);

    void noteReceived(const BlobAddress& address, HubSequence at);
    void noteFetched(const BlobAddress& address);
    /// What the hub said of having blobs does not hold any more.
    void forgetReceipts();

    /// Whole blobs that the hub is not known to have, the oldest first.
    std::vector<BlobAddress> unreceived();
    /// Blobs of which bytes are missing, the oldest first.
    std::vector<BlobAddress> unfinished();
    /// How many bytes are there of blobs that this one brings and that are not whole.
    std::int64_t unfinishedBytes(std::int64_t bringer);
    std::vector<BlobEntry> all();
    /// Removes every blob to which nothing refers.
    void sweep(const std::function<bool(const BlobAddress&)>& isReferred);

private:
    enum class Rows { Sound, Damaged };
    BlobStore(platform::Database& database, Rows rows);
    struct Place {
        std::int64_t number;
        BlobEntry entry;
    };

    std::optional<Place> placeOf(const BlobAddress& address);
    void appendTo(Place& place, std::string_view bytes);
    void setStored(const Place& place);
    bool hashFits(const Place& place);
    std::string chunk(std::int64_t key);
    void removeChunks(std::int64_t number);
    std::vector<BlobAddress> addressesWhere(platform::Statement& rows);

    platform::Statement find_;
    platform::Statement begin_;
    platform::Statement setStored_;
    platform::Statement remove_;
    platform::Statement putChunk_;
    platform::Statement chunk_;
    platform::Statement removeChunks_;
    platform::Statement unreceived_;
    platform::Statement unfinished_;
    platform::Statement unfinishedBytes_;
    platform::Statement noteReceived_;
    platform::Statement noteFetched_;
    platform::Statement forgetReceipts_;
    platform::Statement all_;
};

} // namespace lianxin::sync
