// SPDX-License-Identifier: GPL-3.0-or-later
// Records as the JSON of this command line: plain values that people write and other tools read.
//
//   boolean true, integer 3, real 4.5, text "...", set ["...", "..."], json: any value, time
//   "2026-03-02T08:00:00+08:00", reference "id", sealed {"sealed": "hexadecimal"}; null is nothing
//
// A dot is "writer:sequence", the writer in 16 hexadecimal digits.
#pragma once

#include "sync/record/edit.h"
#include "sync/record/history.h"
#include "sync/record/record.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace lianxin::ctl {

/// The value for a field; nothing when the JSON is of another kind than the field.
std::optional<sync::Value> valueFromInput(const sync::Field& field, const nlohmann::json& json);
nlohmann::json valueToOutput(const sync::Field& field, const sync::Value& value);

/// Puts {"field": value, ...} into a record that is not saved yet. Gives every problem.
std::vector<sync::EditProblem> putFields(sync::Record& record, const nlohmann::json& fields);

/// Reads {"field": value} or {"field": {"value": ..., "base": ["writer:sequence", ...]}} as changes of a
/// record.
std::variant<std::vector<sync::FieldChange>, std::vector<sync::EditProblem>>
readChanges(const sync::RecordType& type, const nlohmann::json& fields);

/// {"type", "id", "fields": {...}}, empty fields left out.
nlohmann::json recordToOutput(const sync::Record& record);

/// {"dot", "at", "value"} and, where there is one, "base" and "claimed".
nlohmann::json writeToOutput(const sync::Field& field, const sync::Write& write);

/// The record with everything that stands in it: cover, own states, fields of later programs.
nlohmann::json recordToExport(const sync::Record& record);

} // namespace lianxin::ctl
