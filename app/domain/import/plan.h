// SPDX-License-Identifier: GPL-3.0-or-later
// What an import would change in a store: nothing for a folder that was imported before, one edit for a phone
// number that was corrected. Records that the folder does not name are left alone.
#pragma once

#include "app/domain/import/record.h"
#include "platform/result.h"
#include "sync/record/edit.h"

#include <functional>
#include <optional>
#include <vector>

namespace lianxin::domain {

struct PlannedEdit {
    const sync::RecordType* type = nullptr;
    sync::Uuid id;
    bool isNew = false;
    std::vector<sync::FieldChange> changes; ///< never empty
};

using ImportPlan = std::vector<PlannedEdit>;

/// Compares what was read with what the store holds. A field that the file leaves out is cleared in a record
/// that has it. A published form or profile whose content differs is a problem: a change of it takes a new
/// version and id.
platform::Result<ImportPlan, std::vector<ImportProblem>> planImport(
    const std::vector<ImportedRecord>& records,
    const std::function<std::optional<sync::Record>(const sync::RecordType&, const sync::Uuid&)>& held);

} // namespace lianxin::domain
