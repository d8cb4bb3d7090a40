// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The benchmark's record types, with the same typed columns as the bare tables that they are compared with.

#include "sync/record/edit.h"
#include "sync/record/schema.h"
#include "sync/record/value.h"
#include "tests/bench/data.h"

#include <vector>

namespace lianxin::bench {

inline constexpr std::string_view surveyResponseType = "survey_response";
inline constexpr std::string_view caseType = "case";
inline constexpr std::string_view caseEventType = "case_event";

/// Must outlive every record made from it.
sync::Schema benchSchema();

/// What a device saves: the typed values and the id, not yet written by anyone. The schema is benchSchema().
sync::Record draftOf(const sync::Schema& schema, const SurveyResponse& response);
sync::Record draftOf(const sync::Schema& schema, const Case& one);
sync::Record draftOf(const sync::Schema& schema, const CaseEvent& event, const sync::Uuid& caseId);

/// The fields that an offline edit sets.
std::vector<sync::FieldChange> changesOf(const OfflineEdit& edit);

} // namespace lianxin::bench
