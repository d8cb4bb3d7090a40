// SPDX-License-Identifier: GPL-3.0-or-later
// Whether values may answer a question.
#pragma once

#include "app/domain/survey/answer_fault.h"
#include "app/domain/survey/form.h"

#include <span>

namespace lianxin::domain {

/// Far more than a person gives, and few enough to check them against one another.
inline constexpr std::size_t mostAnswersToAQuestion = 1000;

/// Whether values of this type answer such a question, options and limits aside.
bool fits(const Item& item, const Value& value);

/// The value as answers to this question are kept: a whole number becomes a decimal where those are asked
/// for, a text an address, a coding the option it names. Nothing when it is no answer to it, by type or by
/// options.
std::optional<Value> conform(const Item& item, Value value);

/// What is wrong with all the answers to a question together; nothing is wrong with none.
std::optional<AnswerFault> checkAnswers(const Item& item, std::span<const Value> values);

} // namespace lianxin::domain
