// SPDX-License-Identifier: GPL-3.0-or-later
// The table of one record type: one row a record, typed columns a hospital's own people can read with any SQL
// tool, the dots and stamps beside them. Devices and the hub use the same table; what differs is the meaning
// of a row's position.
//
//   _position  the row's key. At the hub: the record's place in the hub's order. On a device: below
//              firstPulledPosition the local sequence of the row's last local change, above it the order of
//              arrival of a row that was never changed here. So "not yet pushed" is a range of the key and
//              costs no index.
//   id         the record's id
//   ...        one column a field: the shown value
//   _writer _sequence _stamp _claimed   the cover (record.h)
//   _more      states that the cover does not cover (state_blob.h), or null
//   _scopes    the scopes the row stands in (see Row::scopes)
//   _seen      device: the hub sequence of the page that last brought the row; below 0, where none has,
//              that of the page that had brought its parent when it was written, since the parent may leave
//              before it is sent. Hub: the number of the device it came from
#pragma once

#include "platform/sqlite/database.h"
#include "sync/record/record.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace lianxin::sync {

using Position = std::int64_t;

/// A device would have to save a thousand times a second for thirty years to get here.
inline constexpr Position firstPulledPosition = Position{1} << 40;

/// The number of a scope in this store's own list. Never reused: a row that names a forgotten scope is not in
/// it.
using ScopeNumber = std::uint32_t;

struct Row {
    Record record;
    Position position = 0;
    /// Nothing: written here and placed in no scope yet.
    std::optional<std::vector<ScopeNumber>> scopes;
    std::int64_t seen = 0;
};

/// Used by the thread that uses the database; ends before it does. Every call can throw
/// platform::StorageError.
class TypeTable {
public:
    /// Makes the table, and the columns that an older program version did not have.
    TypeTable(platform::Database& database, const RecordType& type);
    /// For reading what can still be read: looks at no row before it is asked to.
    static TypeTable ofDamaged(platform::Database& database, const RecordType& type);

    const RecordType& type() const { return *type_; }

    /// Adds a row whose id is not there yet; false, and nothing happens, when it is.
    bool insertNew(const Row& row);
    /// Adds the row, or puts it in place of the one with the same id, wherever that stood.
    void put(const Row& row);
    /// Puts the row in place of the one at its position, which has the same id.
    void rewrite(const Row& row);
    /// Changes nothing but where the row stands: its scopes and what brought it.
    void updatePlace(Position position, const std::optional<std::vector<ScopeNumber>>& scopes,
                     std::int64_t seen);
    void remove(Position position);

    std::optional<Row> find(const Uuid& id);
    std::optional<Row> at(Position position);
    /// The row's `seen`, without reading the rest of it.
    std::optional<std::int64_t> seenOf(const Uuid& id);
    bool contains(const Uuid& id);
    /// Rows with first <= position <= last in ascending order, at most `limit` of them, and none behind one
    /// for which `goesOn` says no.
    std::vector<Row> range(Position first, Position last, std::size_t limit,
                           const std::function<bool(const Row&)>& goesOn = {});
    /// Calls `visit` for the row at each of these positions, which ascend, where there is one. `visit` must
    /// not use this table.
    void visitAt(std::span<const Position> positions, const std::function<void(Row&&)>& visit);
    /// Calls `visit` for each row in the range until it returns false. `visit` must not write to this table.
    void scan(Position first, Position last, const std::function<bool(const Row&)>& visit);
    std::vector<Row> childrenOf(const Uuid& parent);
    /// The rows whose blob has this address.
    std::vector<Row> withBlob(const std::string& address);
    /// The highest position at or below `limit`; 0 when there is none.
    Position highestPosition(Position limit);
    std::int64_t countBetween(Position first, Position last);

    /// No row stands above this position and below firstPulledPosition. Known without a look into the file,
    /// and never too low; rows that went may have stood there.
    Position localBound() const { return localBound_; }
    /// Whether any row may be there, in the same sense.
    bool mayHoldRows() const { return mayHoldRows_; }

private:
    enum class Rows { Sound, Damaged };
    TypeTable(platform::Database& database, const RecordType& type, Rows rows);
    void bindRow(platform::Statement& statement, const Row& row);
    Row readRow(platform::Statement& statement) const;

    void noteStands(Position position);

    const RecordType* type_;
    std::size_t fieldCount_;
    Position localBound_ = 0;
    bool mayHoldRows_ = false;
    platform::Database* database_;
    platform::Statement insert_;
    platform::Statement replace_;
    platform::Statement rewrite_;
    platform::Statement byId_;
    platform::Statement inRange_;
    platform::Statement updatePlace_;
    platform::Statement seenOf_;
    platform::Statement highest_;
    std::optional<platform::Statement> children_; // only of types that have parents
    std::optional<platform::Statement> withBlob_; // only of types that have blobs
    // Bytes that a running statement refers to.
    std::string more_;
    std::string scopes_;
};

std::string encodeScopes(const std::vector<ScopeNumber>& scopes);
std::vector<ScopeNumber> decodeScopes(std::string_view bytes);

} // namespace lianxin::sync
