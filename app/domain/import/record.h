// SPDX-License-Identifier: GPL-3.0-or-later
// One record as a file gives it, with the places it came from.
#pragma once

#include "app/domain/import/problem.h"
#include "sync/record/record.h"

#include <functional>
#include <map>
#include <string>

namespace lianxin::domain {

struct ImportedField {
    sync::Value value; ///< never null: a field that is null in the file is not given
    std::size_t line = 0;
};

struct ImportedRecord {
    const sync::RecordType* type = nullptr; ///< of the schema the folder was read with
    sync::Uuid id;
    std::map<std::string, ImportedField, std::less<>> fields;
    std::string file;
    std::size_t line = 0;

    /// The value of a field, or null.
    const sync::Value& value(std::string_view field) const;
    /// Where a field stands; the record's first line when it is not given.
    std::size_t lineOf(std::string_view field) const;
    /// "departments.json:12"
    std::string place() const { return file + ":" + std::to_string(line); }
};

} // namespace lianxin::domain
