// SPDX-License-Identifier: GPL-3.0-or-later
// From one JSON object to one record.
#pragma once

#include "app/domain/import/located_json.h"
#include "app/domain/import/record.h"

#include <optional>
#include <vector>

namespace lianxin::domain {

/// Reads an object whose members are the fields of `type`. Nothing when it has no usable id; everything else
/// that is wrong is added to `problems` and left out of the record.
std::optional<ImportedRecord> readEntry(const std::string& file, const LocatedJson& object,
                                        const sync::RecordType& type, std::vector<ImportProblem>& problems);

/// Reads a FHIR Questionnaire as a record of the type questionnaire.
std::optional<ImportedRecord> readQuestionnaire(const std::string& file, const LocatedJson& resource,
                                                const sync::RecordType& type,
                                                std::vector<ImportProblem>& problems);

} // namespace lianxin::domain
