// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/salvage.h"

#include "sync/mutants.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>

namespace lianxin::sync {

namespace {

/// What SQLite can say of a file whose bytes are not what was written.
bool canBeDamage(const platform::StorageError& error) {
    switch (error.fault()) {
    case platform::StorageFault::Corrupt:
    case platform::StorageFault::NotADatabase:
    case platform::StorageFault::Misuse: // a table or a column is not there
    case platform::StorageFault::Constraint:
    case platform::StorageFault::Io:
        return true;
    case platform::StorageFault::Full:
    case platform::StorageFault::ReadOnly:
        return false;
    }
    return false;
}

/// Bytes that are no UTF-8 any more would make every message unreadable that they travel in.
std::string readable(const std::string& text) {
    constexpr std::string_view lost = "\xef\xbf\xbd"; // U+FFFD
    constexpr std::size_t longest = 4;
    std::string mended;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t size = 1;
        while (size <= longest &&
               !simdjson::validate_utf8(text.data() + at, std::min(size, text.size() - at)))
            ++size;
        mended += size <= longest ? std::string_view(text).substr(at, size) : lost;
        at += size <= longest ? size : 1;
    }
    return mended;
}

bool makeReadable(Value& value) {
    auto* text = std::get_if<std::string>(&value);
    if (const auto* real = std::get_if<double>(&value); real && !std::isfinite(*real))
        value = Value{};
    else if (text && !simdjson::validate_utf8(*text))
        *text = readable(*text);
    else
        return false;
    return true;
}

/// Whether something had to be changed.
bool makeReadable(Record& record) {
    bool changed = false;
    for (Value& value : record.shown)
        changed = makeReadable(value) || changed;
    for (OwnState& state : record.own)
        for (Write& write : state.writes)
            changed = makeReadable(write.value) || changed;
    for (UnknownField& field : record.unknown)
        for (Write& write : field.writes)
            changed = makeReadable(write.value) || changed;
    return changed;
}

bool fitsItsFields(const Record& record) {
    for (std::size_t i = 0; i < record.shown.size(); ++i)
        if (!fits(record.type->fields()[i], record.shown[i]))
            return false;
    return true;
}

/// A row that lost its end still has an id and says nothing, or was written by nobody. What stands in a
/// column can be something that no hub could read.
bool isWhole(const Record& record) {
    bool whole = fitsItsFields(record);
    bool says = record.erased;
    forEachStamped(record, [&](const auto& stamped) {
        says = true;
        whole = whole && stamped.dot.sequence > 0 && stamped.stamp.packed != 0;
    });
    return whole && says;
}

class Salvaging {
public:
    Salvaging(Replica& fresh, platform::Database& damaged) : fresh_(fresh), damaged_(damaged) {}

    Salvaged run() {
        platform::Transaction transaction(fresh_.database());
        auto state = readState();
        // What was refused stands among what was received: where nobody knows which it is, all is offered.
        if (!copyTable("_parked") && state)
            state->receivedThrough = state->coveredThrough = 0;
        if (state)
            store(*state);
        if (MUTANT(salvage_keeps_cursor))
            copyTable("_scope");
        for (const char* table : {"_stretch", "_seen", "_boot", "_returned", "_erased"})
            copyTable(table);
        ParkedList parked(fresh_.database());
        receivedThrough_ = state ? state->receivedThrough : 0;
        const LocalSequence after = state ? state->coveredThrough : 0;
        const LocalSequence through = lastPosition(state);
        for (const auto& table : fresh_.tables().all())
            bringOver(*table, after, through, parked);
        bringOverBlobs(state ? state->backedUp : 0);
        transaction.commit();
        return salvaged_;
    }

private:
    /// False, and it is noted, when the work met damage.
    template <class Work>
    bool read(Work work) {
        try {
            work();
            return true;
        } catch (const platform::StorageError& error) {
            if (!canBeDamage(error))
                throw;
            salvaged_.mayLack = true;
            return false;
        }
    }

    /// False, and it is noted, when no row of ours can hold what was read.
    template <class Work>
    bool write(Work work) {
        try {
            work();
            return true;
        } catch (const platform::StorageError& error) {
            if (error.fault() != platform::StorageFault::Constraint)
                throw;
            salvaged_.mayLack = true;
            return false;
        }
    }

    std::optional<DeviceState> readState() {
        DeviceState state;
        const bool known = read([&] { state = DeviceStateTable(damaged_).load(); });
        const bool isPossible = state.coveredThrough >= 0 && state.coveredThrough <= state.receivedThrough &&
                                state.receivedThrough < firstPulledPosition && state.offeredThrough >= 0 &&
                                state.offeredThrough < firstPulledPosition;
        if (!known || !isPossible || state.installation.isNull()) {
            salvaged_.mayLack = true;
            return std::nullopt;
        }
        return state;
    }

    /// What was received is taken as such. What was pulled is not there any more, nor what backups cover.
    void store(DeviceState state) {
        state.settledThrough = 0;
        state.purgedThrough = 0;
        state.backedUp = 0;
        state.coveredThrough = 0;
        state.rungSequence = 0;
        state.rungThrough = 0;
        if (MUTANT(salvage_as_received))
            state.receivedThrough = std::max(state.offeredThrough, lastPosition(state));
        DeviceStateTable(fresh_.database()).store(state);
    }

    /// Whether it was read to its end.
    bool copyTable(const std::string& name) {
        auto columns = fresh_.database().prepare("SELECT count(*) FROM pragma_table_info(?)");
        columns.bindText(1, name);
        columns.step();
        const auto count = static_cast<int>(columns.integer(0));
        std::string places = "?";
        for (int i = 1; i < count; ++i)
            places += ",?";
        auto insert =
            fresh_.database().prepare("INSERT OR IGNORE INTO \"" + name + "\" VALUES(" + places + ')');
        std::optional<platform::Statement> rows;
        if (!read([&] { rows = damaged_.prepare("SELECT * FROM \"" + name + '"'); }))
            return false;
        for (;;) {
            bool there = false;
            if (!read([&] { there = rows->step(); }))
                return false;
            if (!there)
                return true;
            for (int i = 0; i < count; ++i)
                sqlite3_bind_value(insert.handle(), i + 1, sqlite3_column_value(rows->handle(), i));
            write([&] { insert.run(); });
        }
    }

    LocalSequence lastPosition(const std::optional<DeviceState>& state) {
        constexpr LocalSequence perhapsMore = 10'000;
        LocalSequence last = state ? std::max(state->receivedThrough, state->offeredThrough) : 0;
        bool surely = true;
        for (const auto& table : fresh_.tables().all())
            surely = read([&] {
                         last = std::max(last, TypeTable::ofDamaged(damaged_, table->type())
                                                   .highestPosition(firstPulledPosition - 1));
                     }) &&
                     surely;
        return surely ? last : last + perhapsMore;
    }

    void bringOver(TypeTable& into, LocalSequence after, LocalSequence through, const ParkedList& parked) {
        std::optional<TypeTable> from;
        if (!read([&] { from.emplace(TypeTable::ofDamaged(damaged_, into.type())); }))
            return;
        for (const Row& row : readRows(*from, after + 1, through))
            keep(into, row, parked);
        for (const auto& [id, refused] : parked.all()) {
            if (refused.type != into.type().name() || into.contains(id))
                continue;
            std::optional<Row> row;
            read([&] { row = from->find(id); });
            if (row)
                keep(into, *row, parked);
        }
    }

    /// Those that no kept backup of the hub surely holds; what else a record refers to can be fetched.
    void bringOverBlobs(HubSequence backedUp) {
        if (MUTANT(salvage_without_blobs))
            return;
        BlobStore from = BlobStore::ofDamaged(damaged_);
        std::vector<BlobEntry> entries;
        read([&] { entries = from.all(); });
        for (const BlobEntry& entry : entries) {
            const bool isCovered = entry.received > 0 && entry.received <= backedUp;
            if (!entry.isWhole() || isCovered || !fresh_.tables().isReferred(entry.address))
                continue;
            std::string bytes;
            read([&] { bytes = from.read(entry.address, 0, entry.address.size); });
            if (addressOf(bytes) == entry.address)
                keep(entry, bytes);
            else
                salvaged_.mayLack = true;
        }
    }

    void keep(const BlobEntry& entry, const std::string& bytes) {
        BlobStore& into = fresh_.blobs();
        into.put(entry.address, bytes);
        into.noteReceived(entry.address, entry.received);
        if (entry.fetched)
            into.noteFetched(entry.address);
    }

    void keep(TypeTable& into, Row row, const ParkedList& parked) {
        // In which scopes it stands is said again by the next pull.
        row.scopes.reset();
        if (makeReadable(row.record))
            salvaged_.mayLack = true;
        if (!isWhole(row.record)) {
            salvaged_.mayLack = true;
            return;
        }
        if (!write([&] { into.put(row); }))
            return;
        const bool isUnsent = row.position > receivedThrough_ || parked.contains(row.record.id);
        if (isUnsent && &into != &fresh_.tables().history())
            ++salvaged_.unsent;
    }

    /// Many at a time where that goes, one by one around a place that cannot be read.
    std::vector<Row> readRows(TypeTable& from, Position first, Position last) {
        constexpr std::size_t atATime = 200;
        constexpr int patience = 5'000;
        std::vector<Row> rows;
        int failures = 0;
        while (first <= last && failures < patience) {
            std::vector<Row> some;
            if (read([&] { some = from.range(first, last, atATime); })) {
                if (some.empty())
                    break;
                first = some.back().position + 1;
                std::move(some.begin(), some.end(), std::back_inserter(rows));
                continue;
            }
            const Position end = std::min<Position>(last, first + static_cast<Position>(atATime) - 1);
            for (; first <= end; ++first) {
                std::optional<Row> row;
                failures = read([&] { row = from.at(first); }) ? 0 : failures + 1;
                if (row)
                    rows.push_back(std::move(*row));
            }
        }
        return rows;
    }

    Replica& fresh_;
    platform::Database& damaged_;
    LocalSequence receivedThrough_ = 0;
    Salvaged salvaged_;
};

} // namespace

Salvaged salvageInto(Replica& fresh, platform::Database& damaged) {
    return Salvaging(fresh, damaged).run();
}

} // namespace lianxin::sync
