// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/group_decode.h"

#include "sync/wire/column_decode.h"
#include "sync/wire/field_spec.h"

#include <algorithm>
#include <numeric>

namespace lianxin::sync {

namespace {

constexpr std::int64_t stampMilliseconds = std::int64_t{1} << 48;
constexpr std::int64_t stampCounters = std::int64_t{1} << 16;

/// The order of a state: by dot, then adds before removals, then by value. Only versions have one write a
/// dot.
bool inOrder(const Write& before, const Write& after, MergeRule rule) {
    if (before.dot != after.dot || rule == MergeRule::Versions)
        return before.dot < after.dot;
    if (before.kind != after.kind)
        return before.kind < after.kind;
    return compareValues(before.value, after.value) < 0;
}

bool kindFits(const Field& field, const Write& write) {
    switch (write.kind) {
    case WriteKind::Value:
        return field.rule != MergeRule::Set || !isNull(write.value);
    case WriteKind::Moved:
        return field.rule == MergeRule::Versions && isNull(write.value);
    case WriteKind::Removal:
        return field.rule == MergeRule::Set && !isNull(write.value);
    }
    return false;
}

/// Whether the writes could have come out of a join.
bool isState(const Field& field, const Writes& writes) {
    if ((field.rule == MergeRule::Latest || field.hubGiven) && writes.size() != 1)
        return false;
    for (std::size_t i = 0; i < writes.size(); ++i)
        if (!kindFits(field, writes[i]) || (i > 0 && !inOrder(writes[i - 1], writes[i], field.rule)))
            return false;
    return true;
}

UnknownField& unknownField(Reader& reader, Record& record, const Field& field) {
    const auto at = std::lower_bound(
        record.unknown.begin(), record.unknown.end(), field.name,
        [](const UnknownField& known, const std::string& name) { return known.field.name < name; });
    reader.require(at == record.unknown.end() || at->field.name != field.name);
    reader.charge(sizeof(UnknownField));
    return *record.unknown.insert(at, UnknownField{field, {}});
}

} // namespace

std::vector<Stamped> stampedOf(Reader& reader, const Members& members, const RowFacts& facts,
                               const std::vector<WriterId>& writers) {
    constexpr std::int64_t none = -1;
    const std::size_t count = facts.idTimes.size();
    reader.charge(count * sizeof(Stamped));
    std::vector<Stamped> stamped(count);
    const auto column = [&](std::string_view key, std::int64_t forNull, IdTimes times) {
        const Reader::Step step(reader, key);
        const auto json = members.find(key);
        return json ? integersOf(reader, *json, count, forNull, times)
                    : std::vector<std::int64_t>(count, forNull);
    };
    const bool sequenced = members.find("sequence").has_value();
    const bool counted = members.find("counter").has_value();
    const auto times = column("stamp", none, facts.idTimes);
    const auto sequences = sequenced || facts.positions.empty() ? column("sequence", 0, {}) : facts.positions;
    const auto indexes = column("writer", 0, {});
    const auto counters = column("counter", 0, {});
    const auto claims = column("claimed", 0, facts.idTimes);
    Stamp before;
    for (std::size_t i = 0; i < count; ++i) {
        if (times[i] == none) {
            reader.require(indexes[i] == 0 && claims[i] == 0 && counters[i] == 0 &&
                           (!sequenced || sequences[i] == 0));
            continue;
        }
        reader.require(times[i] >= 0 && times[i] < stampMilliseconds);
        reader.require(sequences[i] > 0 && sequences[i] <= highestSequence);
        reader.require(indexes[i] >= 0 && static_cast<std::size_t>(indexes[i]) < writers.size());
        reader.require(counters[i] >= 0 && counters[i] < stampCounters);
        const WallTime wall{Milliseconds{times[i]}};
        stamped[i].dot = {writers[static_cast<std::size_t>(indexes[i])], sequences[i]};
        stamped[i].stamp = counted ? Stamp{Stamp::at(wall).packed | static_cast<std::uint64_t>(counters[i])}
                                   : usualStamp(before, wall);
        stamped[i].claimed = WallTime{Milliseconds{claims[i]}};
        before = stamped[i].stamp;
    }
    return stamped;
}

GroupFields::Declared& GroupFields::declare(std::string_view spec) {
    reader_.allow(spec.size(), reader_.limits().nameBytes + 4);
    const auto field = fieldFromSpec(spec);
    reader_.require(field.has_value());
    const auto [at, isNew] = declared_.try_emplace(field->name);
    Declared& declared = at->second;
    if (!isNew) {
        reader_.require(declared.field == *field);
        return declared;
    }
    reader_.allow(declared_.size(), reader_.limits().fieldsPerType);
    declared.field = *field;
    if (typeIsKnown_)
        declared.known = type_.indexOf(field->name);
    if (declared.known && type_.field(*declared.known) != *field)
        reader_.fail(WireFault::Kind::FieldDiffers);
    return declared;
}

void GroupFields::readColumns(JsonNode fields) {
    const Reader::Step step(reader_, "fields");
    for (const auto [spec, column] : reader_.object(fields)) {
        const Reader::Step place(reader_, spec);
        Declared& declared = declare(spec);
        reader_.require(!std::exchange(declared.hasColumn, true));
        readValues(reader_, column, declared.field, facts_.idTimes, [&](std::size_t row, Value&& value) {
            putCovered(declared, rows_[row].record, std::move(value));
        });
    }
}

void GroupFields::putCovered(const Declared& declared, Record& record, Value&& value) {
    reader_.require(record.cover.dot && !record.erased);
    if (declared.known) {
        record.shown[*declared.known] = std::move(value);
        return;
    }
    const auto write = [&](Value&& content) {
        reader_.charge(sizeof(Write));
        return Write{record.cover.dot, record.cover.stamp, record.cover.claimed, {},
                     WriteKind::Value, std::move(content)};
    };
    UnknownField& unknown = unknownField(reader_, record, declared.field);
    if (declared.field.rule != MergeRule::Set) {
        unknown.writes.push_back(write(std::move(value)));
        return;
    }
    for (std::string& element : elementsOf(value))
        unknown.writes.push_back(write(std::move(element)));
}

void GroupFields::readOwn(JsonNode own) {
    const Reader::Step step(reader_, "own");
    for (const auto [spec, json] : reader_.object(own)) {
        const Reader::Step place(reader_, spec);
        Declared& declared = declare(spec);
        reader_.require(!std::exchange(declared.hasOwn, true));
        const Members table(
            reader_, json,
            {"row", "writer", "sequence", "stamp", "counter", "claimed", "value", "kind", "base"});
        const std::vector<std::size_t> rows = rowsOfTable(table);
        Writes writes = writesOfTable(table, declared.field, rows);
        for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
            while (end < rows.size() && rows[end] == rows[begin])
                ++end;
            reader_.require(end == rows.size() || rows[end] > rows[begin]);
            reader_.allow(end - begin, reader_.limits().writesPerField);
            const auto first = std::make_move_iterator(writes.begin() + static_cast<std::ptrdiff_t>(begin));
            const auto last = std::make_move_iterator(writes.begin() + static_cast<std::ptrdiff_t>(end));
            putState(declared, rows_[rows[begin]].record, Writes(first, last));
        }
    }
}

/// The row of each write; without a column of them there is one write for each row.
std::vector<std::size_t> GroupFields::rowsOfTable(const Members& table) {
    const std::size_t count = lengthOf(reader_, table.at(reader_, "stamp"));
    reader_.require(count > 0);
    reader_.charge(count * (sizeof(std::size_t) + sizeof(Write)));
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    if (const auto column = table.find("row"); !column) {
        reader_.require(count == rows_.size());
    } else {
        const Reader::Step step(reader_, "row");
        const auto numbers = integersOf(reader_, *column, count, -1, {});
        for (std::size_t i = 0; i < count; ++i) {
            reader_.require(numbers[i] >= 0 && static_cast<std::size_t>(numbers[i]) < rows_.size());
            rows[i] = static_cast<std::size_t>(numbers[i]);
        }
    }
    return rows;
}

Writes GroupFields::writesOfTable(const Members& table, const Field& field,
                                  std::span<const std::size_t> rows) {
    const std::size_t count = rows.size();
    Writes writes(count);
    RowFacts facts;
    for (const std::size_t row : rows) {
        facts.idTimes.push_back(facts_.idTimes[row]);
        if (!facts_.positions.empty())
            facts.positions.push_back(facts_.positions[row]);
    }
    const auto stamped = stampedOf(reader_, table, facts, writers_);
    for (std::size_t i = 0; i < count; ++i) {
        reader_.require(bool(stamped[i].dot));
        writes[i].dot = stamped[i].dot;
        writes[i].stamp = stamped[i].stamp;
        writes[i].claimed = stamped[i].claimed;
    }
    if (const auto values = table.find("value")) {
        const Reader::Step step(reader_, "value");
        Field cell = field;
        if (field.rule == MergeRule::Set)
            cell.rule = MergeRule::Once; // each write holds one element, a text
        readValues(reader_, *values, cell, facts.idTimes,
                   [&writes](std::size_t i, Value&& value) { writes[i].value = std::move(value); });
    }
    if (const auto kinds = table.find("kind")) {
        const Reader::Step step(reader_, "kind");
        const std::string_view letters = reader_.text(*kinds);
        reader_.require(letters.size() == count);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t kind = kindLetters.find(letters[i]);
            reader_.require(kind != std::string_view::npos);
            writes[i].kind = static_cast<WriteKind>(kind);
        }
    }
    if (const auto bases = table.find("base"))
        readBases(*bases, writes);
    return writes;
}

void GroupFields::readBases(JsonNode bases, Writes& writes) {
    const Reader::Step step(reader_, "base");
    const simdjson::dom::array list = reader_.array(bases, writes.size());
    reader_.require(list.size() == writes.size());
    auto write = writes.begin();
    for (const JsonNode json : list) {
        const simdjson::dom::array numbers = reader_.array(json, reader_.limits().baseDots * 2);
        reader_.require(numbers.size() % 2 == 0);
        reader_.charge(numbers.size() / 2 * sizeof(Dot));
        std::vector<Dot>& base = (write++)->base;
        base.reserve(numbers.size() / 2);
        for (auto at = numbers.begin(); at != numbers.end(); ++at) {
            const std::int64_t writer = reader_.sequenceFrom(*at, 0);
            reader_.require(static_cast<std::size_t>(writer) < writers_.size());
            const Dot dot{writers_[static_cast<std::size_t>(writer)], reader_.sequenceFrom(*++at, 1)};
            reader_.require(base.empty() || base.back() < dot);
            base.push_back(dot);
        }
    }
}

void GroupFields::putState(const Declared& declared, Record& record, Writes&& writes) {
    reader_.require(!record.erased && isState(declared.field, writes));
    if (!declared.known) {
        unknownField(reader_, record, declared.field).writes = std::move(writes);
        return;
    }
    reader_.require(isNull(record.shown[*declared.known]));
    setWrites(record, *declared.known, std::move(writes));
}

} // namespace lianxin::sync
