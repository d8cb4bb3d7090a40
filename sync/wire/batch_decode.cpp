// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/batch_decode.h"

#include "sync/wire/column_decode.h"
#include "sync/wire/field_spec.h"
#include "sync/wire/group_decode.h"
#include "sync/wire/text.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

/// Calls `mark(row)` for each row number of a list, which ascends.
template <class Mark>
void readRowList(const Reader& reader, std::optional<JsonNode> json, std::size_t rows, Mark mark) {
    if (!json)
        return;
    std::int64_t next = 0;
    for (const JsonNode item : reader.array(*json, rows)) {
        const std::int64_t row = reader.sequenceFrom(item, next);
        reader.require(static_cast<std::size_t>(row) < rows);
        mark(static_cast<std::size_t>(row));
        next = row + 1;
    }
}

Members membersOf(const Reader& reader, JsonNode group, BatchKind kind) {
    switch (kind) {
    case BatchKind::Pushed:
        return Members(reader, group,
                       {"type", "id", "position", "seen", "partial", "returned", "erased", "writer",
                        "sequence", "stamp", "counter", "claimed", "fields", "own"});
    case BatchKind::Pulled:
        break;
    }
    return Members(reader, group,
                   {"type", "id", "hub", "scope", "partial", "erased", "writer", "sequence", "stamp",
                    "counter", "claimed", "fields", "own"});
}

} // namespace

BatchDecoder::BatchDecoder(Reader& reader, const Schema& schema, const Members& members)
    : reader_(reader), schema_(schema), recordsLeft_(reader.limits().records) {
    const WireLimits& limits = reader.limits();
    if (const auto writers = members.find("writers")) {
        const Reader::Step step(reader, "writers");
        for (const JsonNode json : reader.array(*writers, limits.writers)) {
            writers_.push_back({reader.random(json)});
            reader.require(writers_.back().value != 0);
        }
    }
    if (const auto sets = members.find("scopes")) {
        const Reader::Step step(reader, "scopes");
        for (const JsonNode json : reader.array(*sets, limits.scopeSets)) {
            std::vector<Scope>& set = scopeSets_.emplace_back();
            for (const JsonNode scope : reader.array(json, limits.scopesPerRecord)) {
                reader.allow(reader.text(scope).size(), limits.nameBytes);
                set.emplace_back(reader.text(scope));
            }
        }
    }
}

std::vector<DecodedRow> BatchDecoder::rows(const Members& members, std::string_view key, BatchKind kind,
                                           std::int64_t firstPlace) {
    std::vector<DecodedRow> rows;
    const auto groups = members.find(key);
    if (!groups)
        return rows;
    std::int64_t index = 0;
    for (const JsonNode group : reader_.array(*groups, reader_.limits().types)) {
        const Reader::Step step(reader_, key, index++);
        readGroup(group, kind, firstPlace, rows);
    }
    const auto earlier = [](const DecodedRow& a, const DecodedRow& b) { return a.place < b.place; };
    if (!std::is_sorted(rows.begin(), rows.end(), earlier))
        std::stable_sort(rows.begin(), rows.end(), earlier);
    return rows;
}

void BatchDecoder::readGroup(JsonNode json, BatchKind kind, std::int64_t firstPlace,
                             std::vector<DecodedRow>& rows) {
    const Members group = membersOf(reader_, json, kind);
    const std::string_view typeName = reader_.text(group.at(reader_, "type"));
    reader_.allow(typeName.size(), reader_.limits().nameBytes);
    reader_.require(isPlainName(typeName));
    const RecordType* const known = schema_.find(typeName);
    const RecordType& type = known ? *known : schema_.unknown();

    const std::vector<Uuid> ids = idsOf(reader_, group.at(reader_, "id"), recordsLeft_);
    recordsLeft_ -= ids.size();
    reader_.charge(ids.size() * (sizeof(DecodedRow) + type.fields().size() * sizeof(Value)));
    const std::size_t begin = rows.size();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        DecodedRow& row = rows.emplace_back();
        row.record = emptyRecord(type, ids[i]);
        row.place = firstPlace + static_cast<std::int64_t>(i);
        if (!known)
            row.record.shown.front() = std::string(typeName);
    }
    const std::span<DecodedRow> added = std::span(rows).subspan(begin);
    readBeside(group, kind, added);

    RowFacts facts;
    for (const DecodedRow& row : added) {
        facts.idTimes.push_back(timeOf(row.record.id));
        if (kind == BatchKind::Pushed)
            facts.positions.push_back(row.place);
    }
    const auto covers = stampedOf(reader_, group, facts, writers_);
    for (std::size_t i = 0; i < added.size(); ++i) {
        reader_.require(!added[i].record.erased || !covers[i].dot);
        added[i].record.cover = {covers[i].dot, covers[i].stamp, covers[i].claimed};
    }
    GroupFields fields(reader_, type, known != nullptr, writers_, added, facts);
    if (const auto columns = group.find("fields"))
        fields.readColumns(*columns);
    if (const auto own = group.find("own"))
        fields.readOwn(*own);
    // Nobody knows any more what type an erased record was of that nobody knew.
    reader_.require(
        known != &schema_.unknown() ||
        std::all_of(added.begin(), added.end(), [](const DecodedRow& row) { return row.record.erased; }));
}

void BatchDecoder::readBeside(const Members& group, BatchKind kind, std::span<DecodedRow> rows) {
    const auto numbers = [&](std::string_view key, auto put) {
        const Reader::Step step(reader_, key);
        if (const auto column = group.find(key)) {
            const auto cells = integersOf(reader_, *column, rows.size(), 0, {});
            for (std::size_t i = 0; i < rows.size(); ++i) {
                reader_.require(cells[i] >= 0 && cells[i] <= highestSequence);
                put(rows[i], cells[i]);
            }
        }
    };
    const char* const places = kind == BatchKind::Pushed ? "position" : "hub";
    numbers(places, [](DecodedRow& row, std::int64_t number) { row.place = number; });
    numbers("seen", [](DecodedRow& row, std::int64_t number) { row.seen = number; });
    numbers("scope", [this](DecodedRow& row, std::int64_t number) {
        row.scopeSet = static_cast<std::size_t>(number);
        reader_.require(row.scopeSet < scopeSets_.size());
    });
    readRowList(reader_, group.find("partial"), rows.size(),
                [&](std::size_t row) { rows[row].partial = true; });
    readRowList(reader_, group.find("returned"), rows.size(),
                [&](std::size_t row) { rows[row].returned = true; });
    readRowList(reader_, group.find("erased"), rows.size(),
                [&](std::size_t row) { rows[row].record.erased = true; });
}

} // namespace lianxin::sync
