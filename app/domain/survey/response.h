// SPDX-License-Identifier: GPL-3.0-or-later
// From a form and plain answers to what is stored and sent: a FHIR R4 QuestionnaireResponse that other tools
// read.
#pragma once

#include "platform/result.h"
#include "sync/record/dot.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::domain {

struct SurveyAnswers {
    std::string json; ///< the QuestionnaireResponse, the same text for the same answers
    /// The mean of the ordinal values of the chosen options; nothing when no answer has one.
    std::optional<double> score;
};

enum class AnswerFault : std::uint8_t {
    NotAQuestionnaire, ///< the form is not one, or lacks its url or version
    UnknownQuestion,   ///< the form has no question of this linkId
    Unanswered,        ///< required, and not answered
    WrongType,         ///< not the kind of value the question takes
    UnknownOption,     ///< not one of the options
    TooLong,           ///< more characters than the form allows
    UnsupportedType,   ///< this version cannot answer questions of this type
};

std::string_view nameOf(AnswerFault fault);

struct AnswerProblem {
    AnswerFault fault = AnswerFault::NotAQuestionnaire;
    std::string linkId;
    bool operator==(const AnswerProblem&) const = default;
};

/// `form` is a Questionnaire. `answers` maps a linkId to a value: true or false, a number, a text, a date as
/// text, the code of an option, or a list of these where the question repeats. `authored` is when the person
/// sent it in. Gives every problem there is.
platform::Result<SurveyAnswers, std::vector<AnswerProblem>>
answerSurvey(const nlohmann::json& form, const nlohmann::json& answers, sync::WallTime authored);

} // namespace lianxin::domain
