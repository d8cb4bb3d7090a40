// SPDX-License-Identifier: GPL-3.0-or-later
// Short ways to write down records and writes in the tests of the sync core, and the steps that a replica
// takes with what a join hands back. Everything here is a value; nothing outlives the test that made it, but
// for the schema.
#pragma once

#include "sync/record/edit.h"
#include "sync/record/history.h"
#include "sync/record/join.h"
#include "sync/record/order.h"
#include "sync/record/record.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::tests {

using namespace lianxin::sync;

/// A type with a field of every rule, named after its rule. It is the first type of the schema.
inline const Schema& noteSchema() {
    static const Schema schema(1, {RecordType("note",
                                              {{"parent", FieldType::Reference, MergeRule::Once},
                                               {"once", FieldType::Text, MergeRule::Once},
                                               {"once_number", FieldType::Integer, MergeRule::Once},
                                               {"latest", FieldType::Text, MergeRule::Latest},
                                               {"latest_number", FieldType::Integer, MergeRule::Latest},
                                               {"latest_sealed", FieldType::Sealed, MergeRule::Latest},
                                               {"versions", FieldType::Text, MergeRule::Versions},
                                               {"versions_sealed", FieldType::Sealed, MergeRule::Versions},
                                               {"set", FieldType::Text, MergeRule::Set},
                                               {"verdict", FieldType::Text, MergeRule::Once, true},
                                               {"place", FieldType::Integer, MergeRule::Latest, true}},
                                              "parent")});
    return schema;
}

inline const RecordType& noteType() {
    return *noteSchema().types().front();
}
inline FieldIndex fieldOf(std::string_view name) {
    return noteType().indexOf(name).value();
}
inline const Field& definitionOf(std::string_view name) {
    return noteType().field(fieldOf(name));
}

inline Uuid idOf(std::uint8_t number) {
    Uuid id;
    id.bytes.back() = number;
    return id;
}

inline Dot dot(std::uint64_t writer, LocalSequence sequence) {
    return {WriterId{writer}, sequence};
}
inline Stamp stampAt(std::int64_t milliseconds) {
    return Stamp::at(WallTime{Milliseconds{milliseconds}});
}

inline Write put(Dot dot, std::int64_t milliseconds, Value value, std::vector<Dot> base = {}) {
    std::sort(base.begin(), base.end());
    return Write{dot, stampAt(milliseconds), {}, std::move(base), WriteKind::Value, std::move(value)};
}
inline Write text(Dot dot, std::int64_t milliseconds, std::string value, std::vector<Dot> base = {}) {
    return put(dot, milliseconds, Value{std::move(value)}, std::move(base));
}
inline Write removal(Dot dot, std::int64_t milliseconds, std::string element, std::vector<Dot> seen) {
    Write write = text(dot, milliseconds, std::move(element), std::move(seen));
    write.kind = WriteKind::Removal;
    return write;
}

inline Record emptyNote() {
    return emptyRecord(noteType(), idOf(1));
}

/// A note that holds these writes of one field, joined in the order given.
inline Record noteWith(std::string_view field, const Writes& writes) {
    Record record = emptyNote();
    std::vector<Loser> losers;
    for (const Write& write : writes)
        joinWrites(record, fieldOf(field), {&write, 1}, losers);
    return record;
}

/// A note as one save makes it: every value named, under one cover.
inline Record savedNote(const Cover& cover, const std::map<std::string, Value>& values) {
    Record record = emptyNote();
    record.cover = cover;
    for (const auto& [field, value] : values)
        setWrites(record, fieldOf(field),
                  {Write{cover.dot, cover.stamp, cover.claimed, {}, WriteKind::Value, value}});
    return record;
}

struct Joined {
    Record record;
    std::vector<Loser> losers;
    bool changed = false;
};

inline Joined joined(const Record& a, const Record& b) {
    Joined result{a, {}, false};
    result.changed = join(result.record, b, result.losers);
    return result;
}

inline Writes writesIn(const Record& record, std::string_view field) {
    return writesOf(record, fieldOf(field));
}

/// A record with the history that its joins have written down: what one replica holds of it.
struct Held {
    Record record;
    std::map<Uuid, Record> history;
};

/// Writes the losers down and joins all history back into the record, until nothing changes any more.
inline void settle(Held& held, std::vector<Loser> losers) {
    for (bool open = true; open;) {
        open = false;
        std::vector<Loser> none;
        for (const Loser& loser : losers) {
            const Record history = historyRecord(noteSchema().history(), held.record, loser);
            const auto [at, isNew] = held.history.try_emplace(history.id, history);
            const bool changed = isNew || join(at->second, history, none);
            open = open || changed;
        }
        losers.clear();
        for (const auto& [id, history] : held.history)
            open = joinHistory(held.record, history, losers) || open;
    }
}

/// What one replica does with a record that another one held.
inline void receive(Held& held, const Record& record) {
    std::vector<Loser> losers;
    join(held.record, record, losers);
    settle(held, std::move(losers));
}

inline void receiveHistory(Held& held, const Record& history) {
    std::vector<Loser> losers;
    if (const auto [at, isNew] = held.history.try_emplace(history.id, history); !isNew)
        join(at->second, history, losers);
    losers.clear();
    settle(held, std::move(losers));
}

/// Two replicas that held these records and gave them to each other. What comes of it must be the same on
/// both; what is handed back is what the first holds.
inline Held exchanged(const Record& a, const Record& b) {
    Held one{a, {}};
    Held other{b, {}};
    receive(one, b);
    receive(other, a);
    const bool sameHistory = std::equal(
        one.history.begin(), one.history.end(), other.history.begin(), other.history.end(),
        [](const auto& mine, const auto& theirs) { return sameContent(mine.second, theirs.second); });
    if (!sameContent(one.record, other.record) || !sameHistory)
        throw std::logic_error("two replicas that exchanged their records hold different ones");
    return one;
}

/// Every history record of a replica, for conflictsOf.
inline std::vector<Record> historyIn(const Held& held) {
    std::vector<Record> list;
    for (const auto& [id, history] : held.history)
        list.push_back(history);
    return list;
}

/// The values of a field's history, oldest first.
inline std::vector<Value> historyOf(const Held& held, std::string_view field) {
    std::vector<Write> writes;
    for (const auto& [id, history] : held.history)
        if (const auto historic = historicWrite(history); historic && historic->field == field)
            writes.push_back(historic->write);
    std::sort(writes.begin(), writes.end(), [](const Write& a, const Write& b) { return laterThan(b, a); });
    std::vector<Value> values;
    for (const Write& write : writes)
        values.push_back(write.value);
    return values;
}

inline std::vector<Value> headsIn(const Record& record, std::string_view field) {
    const Writes writes = writesIn(record, field);
    std::vector<Value> values;
    for (const Write* head : headsOf(definitionOf(field), writes))
        values.push_back(head->value);
    return values;
}

inline Value asText(std::string value) {
    return Value{std::move(value)};
}
inline std::vector<Value> asTexts(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
}

} // namespace lianxin::tests
