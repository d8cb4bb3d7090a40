// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/value.h"

#include "app/domain/time_text.h"

#include <array>
#include <cmath>
#include <limits>

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, std::variant_size_v<Value>> fhirTypes{
    "Boolean", "Integer", "Decimal", "String", "Uri", "Date", "DateTime", "Time", "Coding", "Quantity"};

std::string textAt(const Json& object, const char* key) {
    const auto found = object.find(key);
    const auto* text = found == object.end() ? nullptr : found->get_ptr<const std::string*>();
    return text ? *text : std::string();
}

/// A date of any precision, filled up to a day with the first one; as it is when it is none.
std::string firstDayOf(std::string_view date) {
    std::string day(date);
    if (day.size() == 4)
        day += "-01";
    if (day.size() == 7)
        day += "-01";
    return day;
}

/// When a date or a time on a date begins. A date has no offset: it is taken as UTC, also beside a time.
std::optional<sync::WallTime> firstInstantOf(std::string_view text) {
    return text.find('T') == std::string_view::npos ? parseTime(firstDayOf(text) + "T00:00:00Z")
                                                    : parseTime(text);
}

std::optional<double> numberOf(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    if (const auto* number = std::get_if<double>(&value))
        return *number;
    return std::nullopt;
}

const std::string* dateOf(const Value& value) {
    if (const auto* date = std::get_if<DateText>(&value))
        return &date->text;
    const auto* time = std::get_if<DateTimeText>(&value);
    return time ? &time->text : nullptr;
}

const std::string* wordsOf(const Value& value) {
    if (const auto* uri = std::get_if<UriText>(&value))
        return &uri->text;
    return std::get_if<std::string>(&value);
}

bool isSameCoding(const Coding& left, const Coding& right) {
    // Authors often leave the system out on one side.
    const bool system = left.system.empty() || right.system.empty() || left.system == right.system;
    if (left.code.empty() || right.code.empty())
        return system && left.code == right.code && left.display == right.display;
    return system && left.code == right.code;
}

bool isSameUnit(const Quantity& left, const Quantity& right) {
    if (!left.code.empty() && !right.code.empty())
        return left.code == right.code &&
               (left.system == right.system || left.system.empty() || right.system.empty());
    return left.unit == right.unit || left.unit == right.code || left.code == right.unit;
}

std::optional<Value> quantityFrom(const Json& json) {
    const auto number = json.find("value");
    if (number == json.end() || !number->is_number() || !std::isfinite(number->get<double>()))
        return std::nullopt;
    return Quantity{number->get<double>(), textAt(json, "unit"), textAt(json, "system"),
                    textAt(json, "code")};
}

std::optional<Value> codingFrom(const Json& json) {
    Coding coding{textAt(json, "system"), textAt(json, "code"), textAt(json, "display")};
    return coding.code.empty() && coding.display.empty() ? std::nullopt : std::optional<Value>(coding);
}

std::optional<Value> numberFrom(std::string_view fhirType, const Json& json) {
    if (fhirType == "Decimal" && json.is_number() && std::isfinite(json.get<double>()))
        return json.get<double>();
    if (fhirType != "Integer" || !json.is_number_integer())
        return std::nullopt;
    // Integers of FHIR have 32 bits.
    const auto number = json.get<double>();
    return number >= std::numeric_limits<std::int32_t>::min() &&
                   number <= std::numeric_limits<std::int32_t>::max()
               ? std::optional<Value>(json.get<std::int64_t>())
               : std::nullopt;
}

std::optional<Value> textFrom(std::string_view fhirType, const std::string& text) {
    if (fhirType == "String")
        return text;
    if (fhirType == "Uri")
        return UriText{text};
    if (fhirType == "Date" && isDate(text))
        return DateText{text};
    if (fhirType == "DateTime" && isDateTime(text))
        return DateTimeText{text};
    if (fhirType == "Time" && isTime(text))
        return TimeText{text};
    return std::nullopt;
}

} // namespace

Json decimalToJson(double number) {
    // Whole numbers without a ".0" that the person never wrote.
    if (std::abs(number) < 1e15 && number == std::trunc(number))
        return static_cast<std::int64_t>(number);
    return number;
}

std::string_view fhirTypeOf(const Value& value) {
    return fhirTypes[value.index()];
}

std::optional<Value> valueFromFhir(std::string_view fhirType, const Json& json) {
    if (json.is_boolean())
        return fhirType == "Boolean" ? std::optional<Value>(json.get<bool>()) : std::nullopt;
    if (json.is_number())
        return numberFrom(fhirType, json);
    if (const auto* text = json.get_ptr<const std::string*>())
        return textFrom(fhirType, *text);
    if (json.is_object() && fhirType == "Coding")
        return codingFrom(json);
    if (json.is_object() && fhirType == "Quantity")
        return quantityFrom(json);
    return std::nullopt;
}

Json toFhir(const Value& value) {
    struct Writer {
        Json operator()(bool truth) const { return truth; }
        Json operator()(std::int64_t number) const { return number; }
        Json operator()(double number) const { return decimalToJson(number); }
        Json operator()(const std::string& text) const { return text; }
        Json operator()(const UriText& uri) const { return uri.text; }
        Json operator()(const DateText& date) const { return date.text; }
        Json operator()(const DateTimeText& time) const { return time.text; }
        Json operator()(const TimeText& time) const { return time.text; }
        Json operator()(const Coding& coding) const {
            return named({{"system", &coding.system}, {"code", &coding.code}, {"display", &coding.display}});
        }
        Json operator()(const Quantity& quantity) const {
            Json json =
                named({{"unit", &quantity.unit}, {"system", &quantity.system}, {"code", &quantity.code}});
            json["value"] = decimalToJson(quantity.number);
            return json;
        }
        static Json named(std::initializer_list<std::pair<const char*, const std::string*>> texts) {
            Json json = Json::object();
            for (const auto& [name, text] : texts)
                if (!text->empty())
                    json[name] = *text;
            return json;
        }
    };
    return std::visit(Writer{}, value);
}

bool isDate(std::string_view text) {
    const bool precision = text.size() == 4 || text.size() == 7 || text.size() == 10;
    return precision && parseTime(firstDayOf(text) + "T00:00:00Z").has_value();
}

bool isDateTime(std::string_view text) {
    return isDate(text) || parseTime(text).has_value();
}

bool isTime(std::string_view text) {
    const bool noOffset = text.find_first_not_of("0123456789:.") == std::string_view::npos;
    return noOffset && parseTime("2000-01-01T" + std::string(text) + "Z").has_value();
}

std::partial_ordering compare(const Value& left, const Value& right) {
    const auto leftNumber = numberOf(left);
    const auto rightNumber = numberOf(right);
    if (leftNumber && rightNumber)
        return *leftNumber <=> *rightNumber;
    const std::string* leftDate = dateOf(left);
    const std::string* rightDate = dateOf(right);
    if (leftDate && rightDate)
        return firstInstantOf(*leftDate) <=> firstInstantOf(*rightDate);
    const std::string* leftWords = wordsOf(left);
    const std::string* rightWords = wordsOf(right);
    if (leftWords && rightWords)
        return *leftWords <=> *rightWords;
    if (left.index() != right.index())
        return std::partial_ordering::unordered;
    if (const auto* truth = std::get_if<bool>(&left))
        return *truth <=> std::get<bool>(right);
    if (const auto* time = std::get_if<TimeText>(&left))
        return parseTime("2000-01-01T" + time->text + "Z") <=>
               parseTime("2000-01-01T" + std::get<TimeText>(right).text + "Z");
    if (const auto* coding = std::get_if<Coding>(&left))
        return isSameCoding(*coding, std::get<Coding>(right)) ? std::partial_ordering::equivalent
                                                              : std::partial_ordering::unordered;
    const auto& quantity = std::get<Quantity>(left);
    const auto& other = std::get<Quantity>(right);
    return isSameUnit(quantity, other) ? quantity.number <=> other.number : std::partial_ordering::unordered;
}

std::string plainText(const Value& value) {
    if (const auto* coding = std::get_if<Coding>(&value))
        return coding->code.empty() ? coding->display : coding->code;
    if (const auto* quantity = std::get_if<Quantity>(&value))
        return decimalToJson(quantity->number).dump() + (quantity->unit.empty() ? "" : " " + quantity->unit);
    const Json json = toFhir(value);
    const auto* text = json.get_ptr<const std::string*>();
    return text ? *text : json.dump();
}

} // namespace lianxin::domain
