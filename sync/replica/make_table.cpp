// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/make_table.h"

#include <set>
#include <string>
#include <string_view>

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

std::string indexName(const RecordType& type, const std::string& parent) {
    return type.name() + "_by_" + parent;
}

void createIndex(platform::Database& database, const RecordType& type) {
    const auto parent = type.parentField();
    if (!parent)
        return;
    const std::string& name = type.field(*parent).name;
    database.exec("CREATE INDEX IF NOT EXISTS \"" + indexName(type, name) + "\" ON \"" + type.name() +
                  "\"(\"" + name + "\") WHERE \"" + name + "\" IS NOT NULL");
}

/// Whether nothing is to be done: a store is opened much more often than its schema changes.
bool isAsWanted(platform::Database& database, const RecordType& type, std::string_view wanted) {
    const auto parent = type.parentField();
    bool tableStands = false;
    bool indexStands = !parent;
    auto known = database.prepare("SELECT name,sql FROM sqlite_schema WHERE tbl_name=?");
    known.bindText(1, type.name());
    while (known.step()) {
        tableStands = tableStands || known.text(1) == wanted;
        indexStands = indexStands || known.text(0) == indexName(type, type.field(*parent).name);
    }
    return tableStands && indexStands;
}

} // namespace

void makeTable(platform::Database& database, const RecordType& type) {
    const std::string columns = columnsOf(type);
    // Written as SQLite keeps it.
    if (isAsWanted(database, type, "CREATE TABLE " + columns))
        return;
    database.exec("CREATE TABLE IF NOT EXISTS " + columns);
    addColumns(database, type);
    createIndex(database, type);
}

} // namespace lianxin::sync
