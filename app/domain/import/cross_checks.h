// SPDX-License-Identifier: GPL-3.0-or-later
// What can only be said of all records of a folder together.
#pragma once

#include "app/domain/import/record.h"

#include <vector>

namespace lianxin::domain {

/// Reports ids and names that are given twice, references to records that are not there, and categories in a
/// circle.
void crossCheck(const std::vector<ImportedRecord>& records, std::vector<ImportProblem>& problems);

} // namespace lianxin::domain
