// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/tables.h"

#include "platform/sqlite/transaction.h"

#include <algorithm>

namespace lianxin::sync {

namespace {

/// A record of a type that was unknown when it came, read with the eyes of a program that knows the type.
Record adopted(const Record& unknown, const RecordType& type) {
    Record record = emptyRecord(type, unknown.id);
    record.cover = unknown.cover;
    record.erased = unknown.erased;
    for (const UnknownField& field : unknown.unknown) {
        if (const auto index = type.indexOf(field.field.name))
            setWrites(record, *index, field.writes);
        else
            record.unknown.push_back(field);
    }
    return record;
}

} // namespace

void refuseNewer(platform::Database& database, const Schema& schema) {
    const int fileVersion = database.userVersion();
    if (fileVersion > schema.version())
        throw NewerFile("the file has schema version " + std::to_string(fileVersion) +
                        ", this program knows " + std::to_string(schema.version()));
}

Tables::Tables(platform::Database& database, const Schema& schema) : schema_(schema) {
    refuseNewer(database, schema);
    const int fileVersion = database.userVersion();
    platform::Transaction transaction(database);
    for (const auto& type : schema.types()) {
        tables_.push_back(std::make_unique<TypeTable>(database, *type));
        byType_.emplace(type.get(), tables_.back().get());
    }
    if (fileVersion != schema.version()) {
        adoptUnknown();
        database.setUserVersion(static_cast<int>(schema.version()));
    }
    transaction.commit();
}

void Tables::adoptUnknown() {
    TypeTable& unknown = of(schema_.unknown());
    for (const Row& row : unknown.range(INT64_MIN, INT64_MAX, SIZE_MAX >> 1)) {
        const auto* name = std::get_if<std::string>(&row.record.shown.front());
        const RecordType* type = name ? schema_.find(*name) : nullptr;
        if (!type)
            continue;
        Row moved = row;
        moved.record = adopted(row.record, *type);
        unknown.remove(row.position);
        of(*type).put(moved);
    }
}

std::vector<Row> Tables::rowsWithBlob(const BlobAddress& address) {
    std::vector<Row> rows;
    const std::string text = toText(address);
    for (const auto& table : tables_)
        for (Row& row : table->withBlob(text))
            rows.push_back(std::move(row));
    return rows;
}

void Tables::visitChildren(const Uuid& parent, const std::function<void(TypeTable&, Row&)>& visit) {
    for (const auto& table : tables_)
        for (Row& child : table->childrenOf(parent))
            visit(*table, child);
}

} // namespace lianxin::sync
