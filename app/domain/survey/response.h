// SPDX-License-Identifier: GPL-3.0-or-later
// From a form and plain answers to what is stored and sent: a FHIR R4 QuestionnaireResponse that other tools
// read.
#pragma once

#include "app/domain/survey/answer_fault.h"
#include "platform/result.h"
#include "sync/record/dot.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace lianxin::domain {

struct SurveyAnswers {
    std::string json; ///< the QuestionnaireResponse, the same text for the same answers
    /// The mean of the ordinal values of the chosen options; nothing when no answer has one.
    std::optional<double> score;
};

/// `form` is a Questionnaire with its url and version, and of bounded depth. `answers` are plain ones
/// (plain_answers.h). `authored` is when the person sent it in. Gives every problem there is, in the order of
/// the form; those of questions that the form does not have come last.
platform::Result<SurveyAnswers, std::vector<AnswerProblem>>
answerSurvey(const nlohmann::json& form, const nlohmann::json& answers, sync::WallTime authored);

} // namespace lianxin::domain
