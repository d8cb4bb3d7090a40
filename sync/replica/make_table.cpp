// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/make_table.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::sync {

namespace {

std::string_view columnType(FieldType type) {
    switch (type) {
    case FieldType::Boolean:
    case FieldType::Integer:
    case FieldType::Time:
        return "INTEGER";
    case FieldType::Real:
        return "REAL";
    case FieldType::Text:
    case FieldType::Json:
        return "TEXT";
    case FieldType::Reference:
    case FieldType::Sealed:
        return "BLOB";
    }
    return "ANY";
}

std::string columnsOf(const RecordType& type) {
    std::string columns = '"' + type.name() + "\"(_position INTEGER PRIMARY KEY,id BLOB NOT NULL UNIQUE,";
    for (const Field& field : type.fields())
        columns += '"' + field.name + "\" " + std::string(columnType(field.type)) + ',';
    return columns +
           "_writer INTEGER,_sequence INTEGER,_stamp INTEGER,_claimed INTEGER,_more BLOB,_scopes BLOB,_seen "
           "INTEGER)STRICT";
}

/// A table that was made with other fields gets those it lacks; no column is ever taken away.
void addColumns(platform::Database& database, const RecordType& type) {
    std::set<std::string, std::less<>> present;
    auto columns = database.prepare("SELECT name FROM pragma_table_info(?)");
    columns.bindText(1, type.name());
    while (columns.step())
        present.emplace(columns.text(0));
    for (const Field& field : type.fields())
        if (!present.contains(field.name))
            database.exec("ALTER TABLE \"" + type.name() + "\" ADD COLUMN \"" + field.name + "\" " +
                          std::string(columnType(field.type)));
}

/// The fields by which rows are looked for: a child's parent, and the blob that a record names.
std::vector<std::string> indexedFields(const RecordType& type) {
    std::vector<std::string> names;
    for (const auto field : {type.parentField(), type.blobField()})
        if (field)
            names.push_back(type.field(*field).name);
    return names;
}

std::string indexName(const RecordType& type, const std::string& field) {
    return type.name() + "_by_" + field;
}

void createIndexes(platform::Database& database, const RecordType& type) {
    for (const std::string& name : indexedFields(type))
        database.exec("CREATE INDEX IF NOT EXISTS \"" + indexName(type, name) + "\" ON \"" + type.name() +
                      "\"(\"" + name + "\") WHERE \"" + name + "\" IS NOT NULL");
}

/// Whether nothing is to be done: a store is opened much more often than its schema changes.
bool isAsWanted(platform::Database& database, const RecordType& type, std::string_view wanted) {
    bool tableStands = false;
    std::set<std::string, std::less<>> present;
    auto known = database.prepare("SELECT name,sql FROM sqlite_schema WHERE tbl_name=?");
    known.bindText(1, type.name());
    while (known.step()) {
        tableStands = tableStands || known.text(1) == wanted;
        present.emplace(known.text(0));
    }
    const std::vector<std::string> indexed = indexedFields(type);
    return tableStands && std::all_of(indexed.begin(), indexed.end(), [&](const std::string& name) {
               return present.contains(indexName(type, name));
           });
}

} // namespace

void makeTable(platform::Database& database, const RecordType& type) {
    const std::string columns = columnsOf(type);
    // Written as SQLite keeps it.
    if (isAsWanted(database, type, "CREATE TABLE " + columns))
        return;
    database.exec("CREATE TABLE IF NOT EXISTS " + columns);
    addColumns(database, type);
    createIndexes(database, type);
}

} // namespace lianxin::sync
