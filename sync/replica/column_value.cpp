// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/column_value.h"

namespace lianxin::sync {

void bindValue(platform::Statement& statement, int parameter, const Value& value) {
    switch (value.index()) {
    case 1:
        statement.bind(parameter, std::get<std::int64_t>(value));
        return;
    case 2:
        statement.bind(parameter, std::get<double>(value));
        return;
    case 3:
        statement.bindText(parameter, std::get<std::string>(value));
        return;
    case 4:
        statement.bindBlob(parameter, std::get<Uuid>(value).view());
        return;
    case 5:
        statement.bindBlob(parameter, std::string_view(std::get<Sealed>(value).bytes));
        return;
    default:
        statement.bindNull(parameter);
    }
}

void readValue(const platform::Cell& cell, FieldType type, std::vector<Value>& values) {
    switch (cell.type()) {
    case SQLITE_INTEGER:
        values.emplace_back(cell.integer());
        return;
    case SQLITE_FLOAT:
        values.emplace_back(cell.real());
        return;
    case SQLITE_TEXT:
        values.emplace_back(std::in_place_type<std::string>, cell.text());
        return;
    case SQLITE_BLOB:
        if (type == FieldType::Sealed)
            values.emplace_back(Sealed{std::string(cell.blob())});
        else if (const auto id = Uuid::fromBytes(cell.blob()))
            values.emplace_back(*id);
        else
            values.emplace_back();
        return;
    default:
        values.emplace_back();
    }
}

} // namespace lianxin::sync
