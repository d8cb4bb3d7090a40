// SPDX-License-Identifier: GPL-3.0-or-later
// A hospital's reference data as one folder of plain JSON that people can edit:
//
//   hospital.json          one object
//   departments.json  wards.json  beds.json  staff.json  roster.json  categories.json
//                          a list of objects each
//   policy_profile.json    one object
//   questionnaires/*.json  one FHIR R4 Questionnaire each; its id is the record's, its `code` names the
//   survey kind
//
// An object has an `id` (a UUID that stays the same for ever) and the fields of its record type by their own
// names. References are ids; times are ISO 8601 with an offset. The folder app/domain/sample is an example.
#pragma once

#include "app/domain/import/record.h"
#include "platform/result.h"

#include <filesystem>
#include <vector>

namespace lianxin::domain {

/// The records, or everything that is wrong, in the order of files and lines.
using ImportResult = platform::Result<std::vector<ImportedRecord>, std::vector<ImportProblem>>;

/// Reads and checks the whole folder; writes nothing anywhere. The same folder gives the same records every
/// time. The schema is that of makeHospitalSchema and outlives the result.
ImportResult readFolder(const std::filesystem::path& folder, const sync::Schema& schema);

} // namespace lianxin::domain
