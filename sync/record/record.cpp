// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/record.h"

#include "sync/record/order.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lianxin::sync {

namespace {

Writes coveredWrites(const Record& record, FieldIndex index) {
    const Value& shown = record.shown[index];
    if (isNull(shown) || !record.cover.dot)
        return {};
    const auto write = [&record](Value value) {
        return Write{record.cover.dot, record.cover.stamp, record.cover.claimed, {},
                     WriteKind::Value, std::move(value)};
    };
    if (record.type->field(index).rule != MergeRule::Set)
        return {write(shown)};
    Writes adds;
    for (std::string& element : elementsOf(shown))
        adds.push_back(write(std::move(element)));
    return adds;
}

/// Whether the cover and the shown value alone give back exactly these writes.
bool isCovered(const Record& record, FieldIndex index, const Writes& writes) {
    return writes.front().dot == record.cover.dot && coveredWrites(record, index) == writes;
}

bool isReplaced(const Writes& writes, const Dot& dot) {
    return std::any_of(writes.begin(), writes.end(), [&dot](const Write& write) {
        return std::binary_search(write.base.begin(), write.base.end(), dot);
    });
}

Value shownSet(const Writes& writes) {
    std::vector<std::string> present;
    for (const Write& add : writes) {
        if (add.kind != WriteKind::Value)
            continue;
        const bool removed = std::any_of(writes.begin(), writes.end(), [&add](const Write& write) {
            return write.kind == WriteKind::Removal && write.value == add.value &&
                   std::binary_search(write.base.begin(), write.base.end(), add.dot);
        });
        if (const auto* element = std::get_if<std::string>(&add.value); element && !removed)
            present.push_back(*element);
    }
    std::sort(present.begin(), present.end());
    present.erase(std::unique(present.begin(), present.end()), present.end());
    return present.empty() ? Value{} : elementList(present);
}

} // namespace

const Value& Record::value(std::string_view field) const {
    static const Value none;
    const auto index = type->indexOf(field);
    return index ? shown[*index] : none;
}

Uuid Record::parent() const {
    if (const auto field = type->parentField())
        if (const auto* parentId = std::get_if<Uuid>(&shown[*field]))
            return *parentId;
    return {};
}

Record emptyRecord(const RecordType& type, const Uuid& id) {
    Record record;
    record.type = &type;
    record.id = id;
    record.shown.resize(type.fields().size());
    return record;
}

const OwnState* ownState(const Record& record, FieldIndex field) {
    const auto at =
        std::lower_bound(record.own.begin(), record.own.end(), field,
                         [](const OwnState& state, FieldIndex index) { return state.field < index; });
    return at != record.own.end() && at->field == field ? &*at : nullptr;
}

Writes writesOf(const Record& record, FieldIndex field) {
    const OwnState* state = ownState(record, field);
    return state ? state->writes : coveredWrites(record, field);
}

void setWrites(Record& record, FieldIndex index, Writes writes) {
    const Field& field = record.type->field(index);
    record.shown[index] = shownValue(field, writes);
    auto at = std::lower_bound(record.own.begin(), record.own.end(), index,
                               [](const OwnState& state, FieldIndex wanted) { return state.field < wanted; });
    const bool present = at != record.own.end() && at->field == index;
    if (writes.empty() || isCovered(record, index, writes)) {
        if (present)
            record.own.erase(at);
    } else if (present) {
        at->writes = std::move(writes);
    } else {
        record.own.insert(at, OwnState{index, std::move(writes)});
    }
}

std::vector<const Write*> headsOf(const Field& field, const Writes& writes) {
    std::vector<const Write*> heads;
    for (const Write& write : writes)
        if (write.kind == WriteKind::Value &&
            (field.rule != MergeRule::Versions || !isReplaced(writes, write.dot)))
            heads.push_back(&write);
    // Of a Once field the first write stands; of every other rule the latest does.
    const bool oldestFirst = field.rule == MergeRule::Once && !field.hubGiven;
    std::sort(heads.begin(), heads.end(), [oldestFirst](const Write* a, const Write* b) {
        return oldestFirst ? laterThan(*b, *a) : laterThan(*a, *b);
    });
    return heads;
}

Value shownValue(const Field& field, const Writes& writes) {
    if (field.rule == MergeRule::Set)
        return shownSet(writes);
    const auto heads = headsOf(field, writes);
    return heads.empty() ? Value{} : heads.front()->value;
}

void eraseContent(Record& record) {
    record.erased = true;
    record.cover = {};
    record.own.clear();
    record.unknown.clear();
    // Whose child it was stays, so that the fact reaches those who see the parent.
    const auto parent = record.type->parentField();
    for (std::size_t i = 0; i < record.shown.size(); ++i)
        if (!parent || i != *parent)
            record.shown[i] = {};
}

bool sameContent(const Record& a, const Record& b) {
    if (a.type != b.type || a.id != b.id || a.erased != b.erased || a.unknown != b.unknown)
        return false;
    for (std::size_t i = 0; i < a.shown.size(); ++i)
        if (const auto field = static_cast<FieldIndex>(i); writesOf(a, field) != writesOf(b, field))
            return false;
    return true;
}

Stamp highestStamp(const Record& record) {
    Stamp highest;
    forEachStamped(record, [&highest](const auto& stamped) { highest = std::max(highest, stamped.stamp); });
    return highest;
}

std::vector<std::string> elementsOf(const Value& shown) {
    std::vector<std::string> elements;
    const auto* text = std::get_if<std::string>(&shown);
    if (!text)
        return elements;
    const auto list = nlohmann::json::parse(*text, nullptr, false);
    if (!list.is_array())
        return elements;
    for (const auto& element : list)
        if (element.is_string())
            elements.push_back(element.get<std::string>());
    return elements;
}

Value elementList(const std::vector<std::string>& elements) {
    return nlohmann::json(elements).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace lianxin::sync
