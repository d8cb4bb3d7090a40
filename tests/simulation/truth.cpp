// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/truth.h"

#include "tests/simulation/trace.h"
#include "tests/world/ward_schema.h"

#include <algorithm>

namespace lianxin::simulation {

using namespace lianxin::sync;

void visitValues(const Record& record, const Visitor& visit) {
    if (record.erased)
        return;
    if (const auto historic = historicWrite(record)) {
        const RecordType* type = world::wardSchema().find(historic->recordType);
        const auto field = type ? type->indexOf(historic->field) : std::nullopt;
        if (field && !type->field(*field).hubGiven)
            visit(historic->record, historic->field, historic->write);
        return;
    }
    for (std::size_t i = 0; i < record.shown.size(); ++i) {
        const auto index = static_cast<FieldIndex>(i);
        const Field& field = record.type->field(index);
        if (field.hubGiven || (isNull(record.shown[i]) && !ownState(record, index)))
            continue;
        for (const Write& write : writesOf(record, index))
            if (write.kind != WriteKind::Moved)
                visit(record.id, field.name, write);
    }
}

void visitValues(Tables& tables, const Visitor& visit) {
    for (const auto& table : tables.all())
        table->scan(INT64_MIN, INT64_MAX, [&visit](const Row& row) {
            visitValues(row.record, visit);
            return true;
        });
}

void Truth::saved(SavedValue value) {
    dots_.insert(value.key.dot);
    byKey_[value.key] = values_.size();
    byRecord_[value.record].push_back(values_.size());
    values_.push_back(std::move(value));
}

void Truth::saved(const BlobAddress& blob, const Uuid& record, const Uuid& parent) {
    blobs_[blob] = false; // what was lost is there again
    recordsOfBlobs_[blob].emplace_back(record, parent);
}

bool Truth::isErased(const BlobAddress& blob) const {
    const auto& records = recordsOfBlobs_.at(blob);
    return std::all_of(records.begin(), records.end(), [this](const auto& record) {
        return erased_.contains(record.first) || erased_.contains(record.second);
    });
}

SavedValue* Truth::find(const WriteKey& key) {
    const auto at = byKey_.find(key);
    return at == byKey_.end() ? nullptr : &values_[at->second];
}

SavedValue* Truth::find(const Uuid& record, const std::string& field, const Write& write) {
    SavedValue* value = find({write.dot, field});
    if (!value)
        return nullptr;
    if (value->record != record || value->value != write.value || value->kind != write.kind)
        throw Violation("a dot stands for another value than was saved");
    return value;
}

std::vector<const SavedValue*> Truth::of(const Uuid& record, std::string_view field) const {
    std::vector<const SavedValue*> found;
    if (const auto at = byRecord_.find(record); at != byRecord_.end())
        for (const std::size_t i : at->second)
            if (values_[i].key.field == field)
                found.push_back(&values_[i]);
    return found;
}

std::set<Dot> Truth::chainOf(const Uuid& record, const std::string& field, const Dot& from) const {
    std::set<Dot> chain;
    std::vector<Dot> open{from};
    const auto values = of(record, field);
    while (!open.empty()) {
        const Dot dot = open.back();
        open.pop_back();
        if (!chain.insert(dot).second)
            continue;
        for (const SavedValue* value : values)
            if (value->key.dot == dot)
                open.insert(open.end(), value->saw.begin(), value->saw.end());
    }
    return chain;
}

} // namespace lianxin::simulation
