// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/hub/store_as_sql.h"

#include <vector>

namespace lianxin::hub {

namespace {

std::vector<std::string> columnsOf(platform::Database& database, const std::string& table) {
    auto rows = database.prepare("SELECT name FROM pragma_table_info(?)");
    rows.bindText(1, table);
    std::vector<std::string> columns;
    while (rows.step())
        columns.emplace_back(rows.text(0));
    return columns;
}

std::string rowsOf(platform::Database& database, const std::string& table) {
    std::string literals;
    for (const std::string& column : columnsOf(database, table))
        literals += (literals.empty() ? "quote(\"" : "||','||quote(\"") + column + "\")";
    auto rows = database.prepare("SELECT " + literals + " FROM \"" + table + '"');
    std::string sql;
    while (rows.step())
        sql += "INSERT INTO \"" + table + "\" VALUES(" + std::string(rows.text(0)) + ");\n";
    return sql;
}

} // namespace

std::string storeAsSql(platform::Database& database) {
    std::string sql = "PRAGMA user_version=" + std::to_string(database.userVersion()) + ";\n";
    // Tables come before their indexes, and each with its rows.
    auto made = database.prepare("SELECT type,name,sql FROM sqlite_schema WHERE sql IS NOT NULL "
                                 "AND name NOT LIKE 'sqlite_%' ORDER BY type DESC,rowid");
    while (made.step()) {
        sql += std::string(made.text(2)) + ";\n";
        if (made.text(0) == "table")
            sql += rowsOf(database, std::string(made.text(1)));
    }
    return sql;
}

} // namespace lianxin::hub
