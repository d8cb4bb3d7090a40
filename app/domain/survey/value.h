// SPDX-License-Identifier: GPL-3.0-or-later
// One answer to a question, as FHIR types it: a value[x] of a QuestionnaireResponse.
#pragma once

#include <nlohmann/json.hpp>

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace lianxin::domain {

struct Coding {
    std::string system;
    std::string code;
    std::string display; ///< in the language of the form
    bool operator==(const Coding&) const = default;
};

struct Quantity {
    double number = 0;
    std::string unit; ///< for people
    std::string system;
    std::string code; ///< for programs
    bool operator==(const Quantity&) const = default;
};

/// Texts of a fixed form. `text` is as FHIR writes it.
struct DateText {
    std::string text; ///< "2026-03-02", also "2026-03" and "2026"
    bool operator==(const DateText&) const = default;
};
struct DateTimeText {
    std::string text; ///< a date, or "2026-03-02T08:00:00+08:00"
    bool operator==(const DateTimeText&) const = default;
};
struct TimeText {
    std::string text; ///< "08:00:00"
    bool operator==(const TimeText&) const = default;
};
struct UriText {
    std::string text;
    bool operator==(const UriText&) const = default;
};

using Value = std::variant<bool, std::int64_t, double, std::string, UriText, DateText, DateTimeText, TimeText,
                           Coding, Quantity>;

/// How FHIR names the type: "Boolean", "Coding", as in valueCoding.
std::string_view fhirTypeOf(const Value& value);
/// The reverse of toFhir for one of these names; nothing for other names and for JSON that is no such value.
std::optional<Value> valueFromFhir(std::string_view fhirType, const nlohmann::json& json);
nlohmann::json decimalToJson(double number);
nlohmann::json toFhir(const Value& value);

bool isDate(std::string_view text);
bool isDateTime(std::string_view text);
bool isTime(std::string_view text);

/// Numbers by number, dates and times by when they begin, texts by their bytes, false before true, quantities
/// of one unit by number. Codings are equal or not, and in no order. What cannot be compared is unordered.
std::partial_ordering compare(const Value& left, const Value& right);

/// The text a person would type for it, and that of a coding's code.
std::string plainText(const Value& value);

} // namespace lianxin::domain
