// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with an answer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace lianxin::domain {

enum class AnswerFault : std::uint8_t {
    NotAQuestionnaire, ///< the form is not one, or lacks its url or version
    UnknownQuestion,   ///< the form has no question of this linkId
    Unanswered,        ///< required, and not answered
    WrongType,         ///< not the kind of value the question takes
    UnknownOption,     ///< not one of the options
    UnknownUnit,       ///< not one of the units
    TooLong,           ///< more characters than the form allows
    TooShort,          ///< fewer
    TooSmall,          ///< below the least value, or too early
    TooLarge,          ///< above the greatest, or too late
    TooPrecise,        ///< more decimal places than the form allows
    TooFew,            ///< fewer answers, or copies of a group, than the form asks for
    TooMany,           ///< more, or several where one is asked for
    NotTogether,       ///< an option that stands alone was chosen beside another
    ReadOnly,          ///< the form gives this answer itself
    UnsupportedType,   ///< this version cannot answer questions of this type
};

std::string_view nameOf(AnswerFault fault);

struct AnswerProblem {
    AnswerFault fault = AnswerFault::NotAQuestionnaire;
    std::string linkId;
    bool operator==(const AnswerProblem&) const = default;
};

} // namespace lianxin::domain
