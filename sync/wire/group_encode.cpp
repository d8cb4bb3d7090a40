// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/group_encode.h"

#include "sync/wire/column_encode.h"
#include "sync/wire/field_spec.h"
#include "sync/wire/text.h"

#include <algorithm>
#include <deque>

namespace lianxin::sync {

namespace {

using Rows = std::span<const BatchRow* const>;

/// The writes of one field in the rows of a group that have a state of their own for it.
struct OwnWrites {
    std::vector<std::size_t> rows;
    std::vector<const Write*> writes;
};

void appendKey(std::string& out, std::string_view key) {
    out += out.back() == '{' ? "\"" : ",\"";
    out += key;
    out += "\":";
}

void appendColumn(std::string& out, std::string_view key, const std::vector<MaybeInteger>& cells,
                  std::span<const std::int64_t> idTimes) {
    appendKey(out, key);
    appendIntegers(out, cells, idTimes);
}

bool isCovered(const UnknownField& unknown, const Cover& cover) {
    if (unknown.writes.empty() || (unknown.field.rule != MergeRule::Set && unknown.writes.size() != 1))
        return false;
    const bool isSet = unknown.field.rule == MergeRule::Set;
    return std::all_of(unknown.writes.begin(), unknown.writes.end(), [&cover, isSet](const Write& write) {
        return (!isSet || std::holds_alternative<std::string>(write.value)) &&
               write.kind == WriteKind::Value && write.dot == cover.dot && write.stamp == cover.stamp &&
               write.claimed == cover.claimed && write.base.empty() && !isNull(write.value);
    });
}

Value shownOfCovered(const UnknownField& unknown) {
    if (unknown.field.rule != MergeRule::Set)
        return unknown.writes.front().value;
    std::vector<std::string> elements;
    for (const Write& write : unknown.writes)
        elements.push_back(std::get<std::string>(write.value));
    return elementList(elements);
}

void appendKinds(std::string& out, std::span<const Write* const> writes) {
    if (std::all_of(writes.begin(), writes.end(),
                    [](const Write* write) { return write->kind == WriteKind::Value; }))
        return;
    appendKey(out, "kind");
    out += '"';
    for (const Write* write : writes)
        out += kindLetters[static_cast<std::size_t>(write->kind)];
    out += '"';
}

void appendBases(std::string& out, std::span<const Write* const> writes, BatchEncoder& encoder) {
    if (std::all_of(writes.begin(), writes.end(), [](const Write* write) { return write->base.empty(); }))
        return;
    appendKey(out, "base");
    out += '[';
    for (const Write* write : writes) {
        out += out.back() == '[' ? "[" : ",[";
        for (const Dot& dot : write->base) {
            if (out.back() != '[')
                out += ',';
            appendInteger(out, encoder.indexOf(dot.writer));
            out += ',';
            appendInteger(out, dot.sequence);
        }
        out += ']';
    }
    out += ']';
}

void appendOwn(std::string& out, const Field& field, const OwnWrites& own, const RowFacts& facts,
               BatchEncoder& encoder) {
    appendKey(out, fieldSpec(field));
    out += '{';
    std::vector<MaybeInteger> rows;
    RowFacts ofWrites;
    std::vector<Stamped> stamped;
    std::vector<const Value*> values;
    bool oneEach = own.rows.size() == facts.idTimes.size();
    for (std::size_t i = 0; i < own.writes.size(); ++i) {
        const Write& write = *own.writes[i];
        oneEach = oneEach && own.rows[i] == i;
        rows.emplace_back(static_cast<std::int64_t>(own.rows[i]));
        ofWrites.idTimes.push_back(facts.idTimes[own.rows[i]]);
        if (!facts.positions.empty())
            ofWrites.positions.push_back(facts.positions[own.rows[i]]);
        stamped.push_back({write.dot, write.stamp, write.claimed});
        values.push_back(isNull(write.value) ? nullptr : &write.value);
    }
    if (!oneEach)
        appendColumn(out, "row", rows, {});
    appendStamped(out, stamped, ofWrites, encoder);
    if (std::any_of(values.begin(), values.end(), [](const Value* value) { return value != nullptr; })) {
        appendKey(out, "value");
        appendValues(out, field.type, values, ofWrites.idTimes);
    }
    appendKinds(out, own.writes);
    appendBases(out, own.writes, encoder);
    out += '}';
}

/// What the rows of a group hold of one field. The vectors are used again for the next field.
struct FieldCells {
    std::vector<const Value*> covered;
    OwnWrites own;
    bool any = false;

    void clear() {
        covered.clear();
        own.rows.clear();
        own.writes.clear();
        any = false;
    }
    void addOwn(const Writes& writes) {
        for (const Write& write : writes) {
            own.rows.push_back(covered.size());
            own.writes.push_back(&write);
        }
        covered.push_back(nullptr);
    }
    void addCovered(const Value& value) {
        covered.push_back(isNull(value) ? nullptr : &value);
        any = any || covered.back();
    }
};

Letters lettersOf(FieldType type, std::string_view column) {
    if (column.starts_with("{\"of\""))
        return Letters::Choices;
    const bool isNumber = type == FieldType::Integer || type == FieldType::Time || type == FieldType::Real;
    return isNumber ? Letters::Numbers : Letters::Texts;
}

/// Writes both halves of every field: the columns go straight out, the tables of own writes follow them.
class FieldsEncoder {
public:
    FieldsEncoder(std::string& out, const RowFacts& facts, BatchEncoder& encoder)
        : out_(out), facts_(facts), encoder_(encoder) {}

    void append(const Field& field, const FieldCells& cells) {
        if (cells.any) {
            if (!anyColumn_)
                out_ += ",\"fields\":{";
            anyColumn_ = true;
            const std::size_t begin = out_.size();
            appendKey(out_, fieldSpec(field));
            const std::size_t column = out_.size();
            appendValues(out_, field.type, cells.covered, facts_.idTimes);
            encoder_.markSection(out_, begin, lettersOf(field.type, std::string_view(out_).substr(column)));
        }
        if (!cells.own.writes.empty())
            appendOwn(own_, field, cells.own, facts_, encoder_);
    }
    void finish() {
        if (anyColumn_)
            out_ += '}';
        if (own_.size() > 1) {
            out_ += ",\"own\":";
            out_ += own_;
            out_ += '}';
        }
    }

private:
    std::string& out_;
    const RowFacts& facts_;
    BatchEncoder& encoder_;
    std::string own_ = "{";
    bool anyColumn_ = false;
};

void appendKnown(FieldsEncoder& fields, Rows rows) {
    const RecordType& type = *rows.front()->record->type;
    const Value nothing; // an erased record's parent is known without a write
    FieldCells cells;
    for (std::size_t i = 0; i < type.fields().size(); ++i) {
        cells.clear();
        for (const BatchRow* row : rows) {
            const Record& record = *row->record;
            const OwnState* state =
                record.own.empty() ? nullptr : ownState(record, static_cast<FieldIndex>(i));
            if (state)
                cells.addOwn(state->writes);
            else
                cells.addCovered(record.cover.dot ? record.shown[i] : nothing);
        }
        fields.append(type.fields()[i], cells);
    }
}

const UnknownField* unknownNamed(const Record& record, std::string_view name) {
    const auto at = std::lower_bound(
        record.unknown.begin(), record.unknown.end(), name,
        [](const UnknownField& known, std::string_view wanted) { return known.field.name < wanted; });
    return at != record.unknown.end() && at->field.name == name ? &*at : nullptr;
}

void appendUnknown(FieldsEncoder& fields, Rows rows) {
    std::map<std::string_view, const Field*> declared;
    for (const BatchRow* row : rows)
        declareIn(declared, *row->record);
    FieldCells cells;
    for (const auto& [name, field] : declared) {
        cells.clear();
        std::deque<Value> shown; // holds still while pointers into it are kept
        for (const BatchRow* row : rows) {
            const UnknownField* unknown = unknownNamed(*row->record, name);
            if (!unknown)
                cells.addCovered(Value{});
            else if (isCovered(*unknown, row->record->cover))
                cells.addCovered(shown.emplace_back(shownOfCovered(*unknown)));
            else
                cells.addOwn(unknown->writes);
        }
        fields.append(*field, cells);
    }
}

} // namespace

std::string_view wireType(const Record& record) {
    if (record.type->name() == unknownRecordType)
        if (const auto* name = std::get_if<std::string>(&record.value(unknownTypeField)))
            return *name;
    return record.type->name();
}

bool differsFrom(const std::map<std::string_view, const Field*>& group, const Record& record) {
    return std::any_of(record.unknown.begin(), record.unknown.end(), [&group](const UnknownField& unknown) {
        const auto at = group.find(unknown.field.name);
        return at != group.end() && *at->second != unknown.field;
    });
}

void declareIn(std::map<std::string_view, const Field*>& group, const Record& record) {
    for (const UnknownField& unknown : record.unknown)
        group.emplace(unknown.field.name, &unknown.field);
}

void appendStamped(std::string& out, std::span<const Stamped> stamped, const RowFacts& facts,
                   BatchEncoder& encoder) {
    std::vector<MaybeInteger> writer, sequence, stamp, counter, claimed;
    bool firstWriter = true, usualSequence = !facts.positions.empty(), usualCounter = true,
         noneClaimed = true;
    Stamp before;
    for (std::size_t i = 0; i < stamped.size(); ++i) {
        const Stamped& one = stamped[i];
        writer.emplace_back(one.dot ? encoder.indexOf(one.dot.writer) : 0);
        sequence.emplace_back(one.dot.sequence);
        stamp.emplace_back(one.dot ? MaybeInteger(one.stamp.wall().time_since_epoch().count())
                                   : std::nullopt);
        counter.emplace_back(static_cast<std::int64_t>(one.stamp.packed & 0xffff));
        claimed.emplace_back(
            one.claimed == WallTime{} ? std::nullopt : MaybeInteger(one.claimed.time_since_epoch().count()));
        firstWriter = firstWriter && writer.back() == 0;
        usualSequence = usualSequence && (!one.dot || one.dot.sequence == facts.positions[i]);
        usualCounter = usualCounter && (!one.dot || one.stamp == usualStamp(before, one.stamp.wall()));
        noneClaimed = noneClaimed && !claimed.back();
        if (one.dot)
            before = one.stamp;
    }
    if (!firstWriter)
        appendColumn(out, "writer", writer, {});
    if (!usualSequence)
        appendColumn(out, "sequence", sequence, {});
    appendColumn(out, "stamp", stamp, facts.idTimes);
    if (!usualCounter)
        appendColumn(out, "counter", counter, {});
    if (!noneClaimed)
        appendColumn(out, "claimed", claimed, facts.idTimes);
}

void appendFields(std::string& out, std::span<const BatchRow* const> rows, const RowFacts& facts,
                  BatchEncoder& encoder) {
    FieldsEncoder fields(out, facts, encoder);
    if (rows.front()->record->type->name() != unknownRecordType)
        appendKnown(fields, rows);
    appendUnknown(fields, rows);
    fields.finish();
}

} // namespace lianxin::sync
