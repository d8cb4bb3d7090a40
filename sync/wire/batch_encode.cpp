// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/batch_encode.h"

#include "sync/wire/column_encode.h"
#include "sync/wire/group_encode.h"
#include "sync/wire/text.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

struct Group {
    std::string_view type;
    std::map<std::string_view, const Field*> unknown;
    std::vector<const BatchRow*> rows;
};

bool belongs(const Group& group, const Record& record) {
    return group.type == wireType(record) && !differsFrom(group.unknown, record);
}

/// By type, in the order in which the types first appear. Two records that declare one field differently,
/// which only a faulty program can make, still do not meet in one group, so that nobody downstream refuses
/// the whole message.
std::vector<Group> groupsOf(const std::vector<BatchRow>& rows) {
    std::vector<Group> groups;
    Group* last = nullptr;
    for (const BatchRow& row : rows) {
        if (!last || !belongs(*last, *row.record)) {
            const auto at = std::find_if(groups.begin(), groups.end(),
                                         [&row](const Group& group) { return belongs(group, *row.record); });
            last = at != groups.end() ? &*at : &groups.emplace_back(Group{wireType(*row.record), {}, {}});
        }
        declareIn(last->unknown, *row.record);
        last->rows.push_back(&row);
    }
    return groups;
}

template <class NumberOf>
void appendUnless(std::int64_t usual, std::string& out, std::string_view key,
                  std::span<const BatchRow* const> rows, NumberOf numberOf) {
    std::vector<MaybeInteger> cells;
    cells.reserve(rows.size());
    bool all = true;
    for (const BatchRow* row : rows) {
        cells.emplace_back(numberOf(*row));
        all = all && cells.back() == usual;
    }
    if (all)
        return;
    out += ",\"";
    out += key;
    out += "\":";
    appendIntegers(out, cells, {});
}

void appendPlaces(std::string& out, std::string_view key, std::int64_t firstPlace,
                  std::span<const BatchRow* const> rows) {
    bool usual = true;
    for (std::size_t i = 0; i < rows.size(); ++i)
        usual = usual && rows[i]->place == firstPlace + static_cast<std::int64_t>(i);
    if (usual)
        return;
    std::vector<MaybeInteger> cells;
    cells.reserve(rows.size());
    for (const BatchRow* row : rows)
        cells.emplace_back(row->place);
    out += ",\"";
    out += key;
    out += "\":";
    appendIntegers(out, cells, {});
}

template <class Holds>
void appendRowList(std::string& out, std::string_view key, std::span<const BatchRow* const> rows,
                   Holds holds) {
    bool any = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!holds(*rows[i]))
            continue;
        out += any ? "," : std::string(",\"").append(key).append("\":[");
        appendInteger(out, static_cast<std::int64_t>(i));
        any = true;
    }
    if (any)
        out += ']';
}

void appendCovers(std::string& out, std::span<const BatchRow* const> rows, const RowFacts& facts,
                  BatchEncoder& encoder) {
    std::vector<Stamped> covers;
    covers.reserve(rows.size());
    bool any = false;
    for (const BatchRow* row : rows) {
        const Cover& cover = row->record->cover;
        covers.push_back({cover.dot, cover.stamp, cover.claimed});
        any = any || cover.dot;
    }
    if (any)
        appendStamped(out, covers, facts, encoder);
}

} // namespace

void BatchEncoder::appendGroups(std::string& out, std::string_view key, BatchKind kind,
                                std::int64_t firstPlace, const std::vector<BatchRow>& rows) {
    if (rows.empty())
        return;
    out += ",\"";
    out += key;
    out += "\":[";
    for (const Group& group : groupsOf(rows)) {
        out += out.back() == '[' ? "{\"type\":" : ",{\"type\":";
        appendQuoted(out, group.type);
        std::vector<const Uuid*> ids;
        RowFacts facts;
        for (const BatchRow* row : group.rows) {
            ids.push_back(&row->record->id);
            facts.idTimes.push_back(timeOf(row->record->id));
            if (kind == BatchKind::Pushed)
                facts.positions.push_back(row->place);
        }
        out += ",\"id\":";
        appendIds(out, ids);
        sectionLetters_ = Letters::Texts;
        sectionBegin_ = out.size();
        appendPlaces(out, kind == BatchKind::Pushed ? "position" : "hub", firstPlace, group.rows);
        appendUnless(0, out, "seen", group.rows, [](const BatchRow& row) { return row.seen; });
        appendScopes(out, group.rows);
        appendRowList(out, "partial", group.rows, [](const BatchRow& row) { return row.partial; });
        appendRowList(out, "returned", group.rows, [](const BatchRow& row) { return row.returned; });
        appendRowList(out, "erased", group.rows, [](const BatchRow& row) { return row.record->erased; });
        appendCovers(out, group.rows, facts, *this);
        appendFields(out, group.rows, facts, *this);
        out += '}';
    }
    out += ']';
}

void BatchEncoder::appendShared(std::string& out) const {
    if (!writers_.empty()) {
        out += ",\"writers\":[";
        for (const WriterId& writer : writers_) {
            out += out.back() == '[' ? "\"" : ",\"";
            appendRandom(out, writer.value);
            out += '"';
        }
        out += ']';
    }
    if (!scopeSets_.empty()) {
        out += ",\"scopes\":[";
        for (const std::vector<Scope>* scopes : scopeSets_) {
            out += out.back() == '[' ? "[" : ",[";
            for (const Scope& scope : *scopes) {
                if (out.back() != '[')
                    out += ',';
                appendQuoted(out, scope);
            }
            out += ']';
        }
        out += ']';
    }
}

void BatchEncoder::markSection(std::string& out, std::size_t begin, Letters letters) {
    constexpr std::size_t worthIts = 1000; // statistics cost about a hundred bytes
    const bool isLong = begin - sectionBegin_ >= worthIts || out.size() - begin >= worthIts;
    if (letters == sectionLetters_ || !isLong)
        return;
    out.insert(begin, 1, sectionBoundary);
    sectionBegin_ = begin;
    sectionLetters_ = letters;
}

std::int64_t BatchEncoder::indexOf(const WriterId& writer) {
    const auto [at, isNew] =
        writerIndexes_.try_emplace(writer.value, static_cast<std::int64_t>(writers_.size()));
    if (isNew)
        writers_.push_back(writer);
    return at->second;
}

std::int64_t BatchEncoder::indexOf(const std::vector<Scope>& scopes) {
    const auto [at, isNew] = scopeIndexes_.try_emplace(scopes, static_cast<std::int64_t>(scopeSets_.size()));
    if (isNew)
        scopeSets_.push_back(&at->first);
    return at->second;
}

void BatchEncoder::appendScopes(std::string& out, std::span<const BatchRow* const> rows) {
    if (rows.front()->scopes)
        appendUnless(0, out, "scope", rows,
                     [this](const BatchRow& row) { return row.partial ? 0 : indexOf(*row.scopes); });
}

} // namespace lianxin::sync
