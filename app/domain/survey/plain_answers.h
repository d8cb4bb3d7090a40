// SPDX-License-Identifier: GPL-3.0-or-later
// Answers as a person or another program writes them down: {linkId: value or [values]}.
#pragma once

#include "app/domain/survey/form_answers.h"

namespace lianxin::domain {

/// Reads a value for a question as plain JSON: true or false, a number, a text, a date as text, an option by
/// its code or by what is shown, a quantity as a number or {"value", "unit"}; also FHIR's own Coding and
/// Quantity.
platform::Result<Value, AnswerFault> readPlainAnswer(const Item& item, const nlohmann::json& value);

/// Reads what a person typed into a field. Nothing when it is not of the item's type.
std::optional<Value> readTyped(const Item& item, const std::string& text);

/// Puts the answers in. Where a question stands in a repeating group, a list is one value for each copy, and
/// copies are added as needed; a list in the list is for a question that repeats itself. Null clears. Gives
/// every problem; what has none is put in all the same.
std::vector<AnswerProblem> putPlainAnswers(FormAnswers& answers, const nlohmann::json& given);

/// The reverse: what was answered so far, also where it is not asked just now, for putting in again later.
nlohmann::json plainAnswersOf(const FormAnswers& answers);

} // namespace lianxin::domain
