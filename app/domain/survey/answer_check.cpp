// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/answer_check.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lianxin::domain {

namespace {

constexpr std::array<std::string_view, 16> answerFaultNames{
    "not-a-questionnaire", "unknown-question", "unanswered", "wrong-type",   "unknown-option",
    "unknown-unit",        "too-long",         "too-short",  "too-small",    "too-large",
    "too-precise",         "too-few",          "too-many",   "not-together", "read-only",
    "unsupported-type"};

std::size_t charactersOf(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

/// The text of a value that has one.
const std::string* wordsOf(const Value& value) {
    if (const auto* uri = std::get_if<UriText>(&value))
        return &uri->text;
    if (const auto* date = std::get_if<DateText>(&value))
        return &date->text;
    if (const auto* time = std::get_if<DateTimeText>(&value))
        return &time->text;
    if (const auto* time = std::get_if<TimeText>(&value))
        return &time->text;
    return std::get_if<std::string>(&value);
}

/// What a value is made of can be written: texts are UTF-8 and hold something, dates are dates, numbers are
/// numbers.
bool isWellFormed(const Value& value) {
    if (const std::string* text = wordsOf(value);
        text && (!simdjson::validate_utf8(*text) || text->find_first_not_of(" \t\r\n") == std::string::npos))
        return false;
    if (const auto* date = std::get_if<DateText>(&value))
        return isDate(date->text);
    if (const auto* time = std::get_if<DateTimeText>(&value))
        return isDateTime(time->text);
    if (const auto* time = std::get_if<TimeText>(&value))
        return isTime(time->text);
    if (const auto* uri = std::get_if<UriText>(&value))
        return uri->text.find_first_of(" \t\r\n") == std::string::npos;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return *whole >= std::numeric_limits<std::int32_t>::min() &&
               *whole <= std::numeric_limits<std::int32_t>::max();
    if (const auto* number = std::get_if<double>(&value))
        return std::isfinite(*number);
    if (const auto* coding = std::get_if<Coding>(&value))
        return simdjson::validate_utf8(coding->code) && simdjson::validate_utf8(coding->system) &&
               simdjson::validate_utf8(coding->display);
    if (const auto* quantity = std::get_if<Quantity>(&value))
        return std::isfinite(quantity->number) && simdjson::validate_utf8(quantity->unit) &&
               simdjson::validate_utf8(quantity->code) && simdjson::validate_utf8(quantity->system);
    return true;
}

/// How many digits stand behind the point, as the number is written shortest.
std::size_t decimalPlacesOf(double number) {
    for (std::size_t places = 0; places < 15; ++places)
        if (const double shifted = number * std::pow(10.0, static_cast<double>(places));
            std::abs(shifted - std::round(shifted)) <= 1e-9 * std::max(1.0, std::abs(shifted)))
            return places;
    return 15;
}

bool isUnitOf(const Item& item, const Quantity& quantity) {
    return item.units.empty() ||
           std::any_of(item.units.begin(), item.units.end(), [&quantity](const Coding& unit) {
               return quantity.code.empty() ? quantity.unit == unit.display || quantity.unit == unit.code
                                            : quantity.code == unit.code;
           });
}

std::optional<AnswerFault> checkLength(const Item& item, const Value& value) {
    // Of a number, its digits count.
    const std::string* words = wordsOf(value);
    const std::size_t length = words ? charactersOf(*words) : plainText(value).size();
    const bool measured =
        words || std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
    if (item.maxLength && measured && length > *item.maxLength)
        return AnswerFault::TooLong;
    if (item.minLength && words && length < *item.minLength)
        return AnswerFault::TooShort;
    return std::nullopt;
}

std::optional<AnswerFault> checkValue(const Item& item, const Value& value) {
    if (!fits(item, value) || !isWellFormed(value))
        return AnswerFault::WrongType;
    const bool chooses = item.type == ItemType::Choice || item.type == ItemType::OpenChoice;
    const bool ownWords = item.type == ItemType::OpenChoice && std::holds_alternative<std::string>(value);
    if (chooses && !ownWords && !item.options->find(value))
        return AnswerFault::UnknownOption;
    if (const auto* quantity = std::get_if<Quantity>(&value); quantity && !isUnitOf(item, *quantity))
        return AnswerFault::UnknownUnit;
    if (const auto fault = chooses && !ownWords ? std::nullopt : checkLength(item, value))
        return fault;
    const auto* number = std::get_if<double>(&value);
    if (number && item.maxDecimalPlaces && decimalPlacesOf(*number) > *item.maxDecimalPlaces)
        return AnswerFault::TooPrecise;
    if (item.minValue && compare(value, *item.minValue) == std::partial_ordering::less)
        return AnswerFault::TooSmall;
    if (item.maxValue && compare(value, *item.maxValue) == std::partial_ordering::greater)
        return AnswerFault::TooLarge;
    return std::nullopt;
}

} // namespace

std::string_view nameOf(AnswerFault fault) {
    return answerFaultNames[static_cast<std::size_t>(fault)];
}

bool fits(const Item& item, const Value& value) {
    switch (item.type) {
    case ItemType::Boolean:
        return std::holds_alternative<bool>(value);
    case ItemType::Decimal:
        return std::holds_alternative<double>(value);
    case ItemType::Integer:
        return std::holds_alternative<std::int64_t>(value);
    case ItemType::Date:
        return std::holds_alternative<DateText>(value);
    case ItemType::DateTime:
        return std::holds_alternative<DateTimeText>(value);
    case ItemType::Time:
        return std::holds_alternative<TimeText>(value);
    case ItemType::String:
    case ItemType::Text:
        return std::holds_alternative<std::string>(value);
    case ItemType::Url:
        return std::holds_alternative<UriText>(value);
    case ItemType::Quantity:
        return std::holds_alternative<Quantity>(value);
    case ItemType::Choice:
    case ItemType::OpenChoice:
        return std::holds_alternative<Coding>(value) || std::holds_alternative<std::string>(value) ||
               std::holds_alternative<std::int64_t>(value) || std::holds_alternative<DateText>(value) ||
               std::holds_alternative<TimeText>(value);
    case ItemType::Group:
    case ItemType::Display:
    case ItemType::Refused:
        return false;
    }
    return false;
}

std::optional<Value> conform(const Item& item, Value value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value); whole && item.type == ItemType::Decimal)
        value = static_cast<double>(*whole);
    if (const auto* text = std::get_if<std::string>(&value); text && item.type == ItemType::Url)
        value = UriText{*text};
    if (const auto* date = std::get_if<DateText>(&value); date && item.type == ItemType::DateTime)
        value = DateTimeText{date->text};
    if (!fits(item, value))
        return std::nullopt;
    const bool chooses = item.type == ItemType::Choice || item.type == ItemType::OpenChoice;
    if (!chooses)
        return value;
    if (const Option* option = item.options->find(value))
        return option->value;
    const bool ownWords = item.type == ItemType::OpenChoice && std::holds_alternative<std::string>(value);
    return ownWords ? std::optional(std::move(value)) : std::nullopt;
}

std::optional<AnswerFault> checkAnswers(const Item& item, std::span<const Value> values) {
    if (values.empty())
        return std::nullopt;
    const std::size_t most = item.repeats ? item.maxOccurs.value_or(mostAnswersToAQuestion) : 1;
    if (values.size() > std::min(most, mostAnswersToAQuestion))
        return AnswerFault::TooMany;
    for (const Value& value : values)
        if (const auto fault = checkValue(item, value))
            return fault;
    if (item.repeats && values.size() < item.minOccurs.value_or(0))
        return AnswerFault::TooFew;
    const auto isExclusive = [&item](const Value& value) {
        const Option* option = item.options->find(value);
        return option && option->exclusive;
    };
    if (values.size() > 1 && std::any_of(values.begin(), values.end(), isExclusive))
        return AnswerFault::NotTogether;
    return std::nullopt;
}

} // namespace lianxin::domain
