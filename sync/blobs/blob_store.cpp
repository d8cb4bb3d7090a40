// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/blobs/blob_store.h"

#include "sync/mutants.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

constexpr std::int64_t chunkBytes = std::int64_t{64} * 1024;
/// The key of a chunk is its blob's number and its own: the chunks of a blob lie side by side.
constexpr std::int64_t chunksABlob = std::int64_t{1} << 16;
static_assert(largestBlob / chunkBytes < chunksABlob);

std::int64_t keyOf(std::int64_t blob, std::int64_t chunk) {
    return blob * chunksABlob + chunk;
}

platform::Database& withTables(platform::Database& database) {
    database.exec(
        "CREATE TABLE IF NOT EXISTS _blob(number INTEGER PRIMARY KEY,address TEXT NOT NULL UNIQUE,"
        "size INTEGER NOT NULL,stored INTEGER NOT NULL,received INTEGER NOT NULL,"
        "fetched INTEGER NOT NULL,bringer INTEGER NOT NULL)STRICT;"
        "CREATE INDEX IF NOT EXISTS _blob_waits ON _blob(number)WHERE received=0;"
        "CREATE TABLE IF NOT EXISTS _blob_chunk(key INTEGER PRIMARY KEY,bytes BLOB NOT NULL)STRICT");
    return database;
}

BlobEntry entryOf(const platform::Statement& row, int first, const BlobAddress& address) {
    return {address, row.integer(first), row.integer(first + 1), row.integer(first + 2) != 0};
}

} // namespace

BlobStore::BlobStore(platform::Database& database) : BlobStore(withTables(database), Rows::Sound) {}

BlobStore BlobStore::ofDamaged(platform::Database& database) {
    return {database, Rows::Damaged};
}

BlobStore::BlobStore(platform::Database& database, Rows /*rows*/)
    : find_(database.prepare("SELECT number,stored,received,fetched FROM _blob WHERE address=?")),
      begin_(database.prepare("INSERT OR IGNORE INTO _blob(address,size,stored,received,fetched,bringer)"
                              "VALUES(?,?,0,0,0,?)")),
      setStored_(database.prepare("UPDATE _blob SET stored=? WHERE number=?")),
      remove_(database.prepare("DELETE FROM _blob WHERE number=?")),
      putChunk_(database.prepare("INSERT OR REPLACE INTO _blob_chunk VALUES(?,?)")),
      chunk_(database.prepare("SELECT bytes FROM _blob_chunk WHERE key=?")),
      removeChunks_(database.prepare("DELETE FROM _blob_chunk WHERE key BETWEEN ? AND ?")),
      unreceived_(
          database.prepare("SELECT address FROM _blob WHERE received=0 AND stored=size ORDER BY number")),
      unfinished_(
          database.prepare("SELECT address FROM _blob WHERE received=0 AND stored<size ORDER BY number")),
      unfinishedBytes_(
          database.prepare("SELECT total(stored) FROM _blob WHERE received=0 AND stored<size AND bringer=?")),
      noteReceived_(database.prepare("UPDATE _blob SET received=? WHERE number=?")),
      noteFetched_(database.prepare("UPDATE _blob SET fetched=1 WHERE number=?")),
      forgetReceipts_(database.prepare("UPDATE _blob SET received=0 WHERE received<>0")),
      all_(database.prepare("SELECT address,stored,received,fetched FROM _blob ORDER BY number")) {}

std::optional<BlobStore::Place> BlobStore::placeOf(const BlobAddress& address) {
    const std::string text = toText(address);
    find_.reset();
    find_.bindText(1, text);
    std::optional<Place> place;
    if (find_.step())
        place = Place{find_.integer(0), entryOf(find_, 1, address)};
    find_.reset();
    return place;
}

std::optional<BlobEntry> BlobStore::find(const BlobAddress& address) {
    const auto place = placeOf(address);
    return place ? std::optional(place->entry) : std::nullopt;
}

bool BlobStore::isWhole(const BlobAddress& address) {
    const auto place = placeOf(address);
    return place && place->entry.isWhole();
}

std::string BlobStore::chunk(std::int64_t key) {
    chunk_.reset();
    chunk_.bind(1, key);
    std::string bytes;
    if (chunk_.step())
        bytes = chunk_.blob(0);
    chunk_.reset();
    return bytes;
}

std::string BlobStore::read(const BlobAddress& address, std::int64_t offset, std::int64_t count) {
    std::string bytes;
    const auto place = placeOf(address);
    const std::int64_t end = place ? std::min(place->entry.stored, offset + count) : 0;
    while (offset < end) {
        const std::string piece = chunk(keyOf(place->number, offset / chunkBytes));
        const std::int64_t from = offset % chunkBytes;
        const auto taken = std::min(end - offset, static_cast<std::int64_t>(piece.size()) - from);
        if (taken <= 0) // a chunk is not as long as the row of its blob says
            throw platform::StorageError(platform::StorageFault::Corrupt, 0, "a blob is damaged");
        bytes.append(piece, static_cast<std::size_t>(from), static_cast<std::size_t>(taken));
        offset += taken;
    }
    return bytes;
}

bool BlobStore::isSound(const BlobAddress& address) {
    const auto place = placeOf(address);
    return place && place->entry.isWhole() && hashFits(*place);
}

bool BlobStore::hashFits(const Place& place) {
    platform::Hasher256 hasher;
    std::int64_t size = 0;
    for (std::int64_t i = 0; i * chunkBytes < place.entry.stored; ++i) {
        const std::string piece = chunk(keyOf(place.number, i));
        size += static_cast<std::int64_t>(piece.size());
        hasher.add(piece);
    }
    return size == place.entry.address.size && hasher.finish() == place.entry.address.hash;
}

void BlobStore::begin(const BlobAddress& address, std::int64_t bringer) {
    const std::string text = toText(address);
    begin_.reset();
    begin_.bindText(1, text);
    begin_.bind(2, address.size);
    begin_.bind(3, bringer);
    begin_.run();
}

void BlobStore::setStored(const Place& place) {
    setStored_.reset();
    setStored_.bind(1, place.entry.stored);
    setStored_.bind(2, place.number);
    setStored_.run();
}

void BlobStore::appendTo(Place& place, std::string_view bytes) {
    while (!bytes.empty()) {
        const std::int64_t key = keyOf(place.number, place.entry.stored / chunkBytes);
        const std::int64_t within = place.entry.stored % chunkBytes;
        std::string piece = within > 0 ? chunk(key) : std::string();
        piece.resize(static_cast<std::size_t>(within)); // so that a chunk never holds more than is counted
        const std::string_view taken = bytes.substr(0, static_cast<std::size_t>(chunkBytes - within));
        piece += taken;
        putChunk_.reset();
        putChunk_.bind(1, key);
        putChunk_.bindBlob(2, std::string_view(piece));
        putChunk_.run();
        place.entry.stored += static_cast<std::int64_t>(taken.size());
        bytes.remove_prefix(taken.size());
    }
}

std::int64_t BlobStore::append(const BlobAddress& address, std::int64_t offset, std::string_view bytes) {
    auto place = placeOf(address);
    if (!place)
        return 0;
    const std::int64_t stored = place->entry.stored;
    const std::int64_t known = stored - offset; // of these bytes
    if (offset < 0 || known < 0 || place->entry.isWhole() || known >= static_cast<std::int64_t>(bytes.size()))
        return stored;
    bytes.remove_prefix(static_cast<std::size_t>(known));
    appendTo(*place, bytes.substr(0, static_cast<std::size_t>(address.size - stored)));
    if (place->entry.isWhole() && !hashFits(*place) && !MUTANT(blob_unverified)) {
        removeChunks(place->number);
        place->entry.stored = 0;
    }
    setStored(*place);
    return place->entry.stored;
}

void BlobStore::put(const BlobAddress& address, std::string_view bytes) {
    begin(address, 0);
    auto place = placeOf(address);
    if (place->entry.isWhole())
        return;
    place->entry.stored = 0;
    appendTo(*place, bytes);
    setStored(*place);
}

void BlobStore::removeChunks(std::int64_t number) {
    removeChunks_.reset();
    removeChunks_.bind(1, keyOf(number, 0));
    removeChunks_.bind(2, keyOf(number, chunksABlob - 1));
    removeChunks_.run();
}

void BlobStore::remove(const BlobAddress& address) {
    const auto place = placeOf(address);
    if (!place)
        return;
    removeChunks(place->number);
    remove_.reset();
    remove_.bind(1, place->number);
    remove_.run();
}

void BlobStore::noteReceived(const BlobAddress& address, HubSequence at) {
    if (const auto place = placeOf(address)) {
        noteReceived_.reset();
        noteReceived_.bind(1, at);
        noteReceived_.bind(2, place->number);
        noteReceived_.run();
    }
}

void BlobStore::noteFetched(const BlobAddress& address) {
    if (const auto place = placeOf(address)) {
        noteFetched_.reset();
        noteFetched_.bind(1, place->number);
        noteFetched_.run();
    }
}

void BlobStore::forgetReceipts() {
    forgetReceipts_.run();
}

std::vector<BlobAddress> BlobStore::addressesWhere(platform::Statement& rows) {
    std::vector<BlobAddress> addresses;
    rows.reset();
    while (rows.step())
        if (const auto address = blobAddressFrom(rows.text(0)))
            addresses.push_back(*address);
    rows.reset();
    return addresses;
}

std::vector<BlobAddress> BlobStore::unreceived() {
    return addressesWhere(unreceived_);
}

std::vector<BlobAddress> BlobStore::unfinished() {
    return addressesWhere(unfinished_);
}

std::int64_t BlobStore::unfinishedBytes(std::int64_t bringer) {
    unfinishedBytes_.reset();
    unfinishedBytes_.bind(1, bringer);
    const auto bytes = unfinishedBytes_.step() ? static_cast<std::int64_t>(unfinishedBytes_.real(0)) : 0;
    unfinishedBytes_.reset();
    return bytes;
}

std::vector<BlobEntry> BlobStore::all() {
    std::vector<BlobEntry> entries;
    all_.reset();
    while (all_.step())
        if (const auto address = blobAddressFrom(all_.text(0)))
            entries.push_back(entryOf(all_, 1, *address));
    all_.reset();
    return entries;
}

void BlobStore::sweep(const std::function<bool(const BlobAddress&)>& isReferred) {
    for (const BlobEntry& entry : all())
        if (!isReferred(entry.address))
            remove(entry.address);
}

} // namespace lianxin::sync
