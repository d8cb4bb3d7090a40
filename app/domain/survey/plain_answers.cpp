// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/plain_answers.h"

#include "app/domain/survey/answer_check.h"

#include <charconv>
#include <set>

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;
using ValueResult = platform::Result<Value, AnswerFault>;

ValueResult found(std::optional<Value> value, AnswerFault otherwise) {
    return value ? ValueResult(*std::move(value)) : ValueResult(otherwise);
}

/// The unit by its code or by what is shown; the usual one when none is said.
std::optional<Quantity> withUnit(const Item& item, double number, const std::string& unit) {
    if (unit.empty() && item.units.empty())
        return Quantity{number, {}, {}, {}};
    for (const Coding& one : item.units)
        if (unit.empty() || unit == one.code || unit == one.display)
            return Quantity{number, one.display.empty() ? one.code : one.display, one.system, one.code};
    return item.units.empty() ? std::optional(Quantity{number, unit, {}, {}}) : std::nullopt;
}

ValueResult readQuantity(const Item& item, const Json& value) {
    if (value.is_number())
        return found(withUnit(item, value.get<double>(), {}), AnswerFault::WrongType);
    const auto whole = valueFromFhir("Quantity", value);
    if (!whole)
        return ValueResult(AnswerFault::WrongType);
    const auto& quantity = std::get<Quantity>(*whole);
    const auto known = withUnit(item, quantity.number, quantity.code.empty() ? quantity.unit : quantity.code);
    if (!known)
        return ValueResult(AnswerFault::UnknownUnit);
    return ValueResult(Value(item.units.empty() ? quantity : *known));
}

ValueResult readChoice(const Item& item, const Json& value) {
    std::optional<Value> read;
    if (value.is_object())
        read = valueFromFhir("Coding", value);
    else if (value.is_number_integer())
        read = valueFromFhir("Integer", value);
    else if (const auto* text = value.get_ptr<const std::string*>()) {
        if (const Option* option = item.options->findByText(*text))
            return ValueResult(option->value);
        read = *text;
    }
    if (!read)
        return ValueResult(AnswerFault::WrongType);
    return found(conform(item, *std::move(read)), AnswerFault::UnknownOption);
}

} // namespace

ValueResult readPlainAnswer(const Item& item, const Json& value) {
    switch (item.type) {
    case ItemType::Boolean:
        return found(valueFromFhir("Boolean", value), AnswerFault::WrongType);
    case ItemType::Integer:
        return found(valueFromFhir("Integer", value), AnswerFault::WrongType);
    case ItemType::Decimal:
        return found(valueFromFhir("Decimal", value), AnswerFault::WrongType);
    case ItemType::Date:
        return found(valueFromFhir("Date", value), AnswerFault::WrongType);
    case ItemType::DateTime:
        return found(valueFromFhir("DateTime", value), AnswerFault::WrongType);
    case ItemType::Time: {
        const auto* text = value.get_ptr<const std::string*>();
        // A person leaves the seconds out.
        return found(valueFromFhir("Time", text && text->size() == 5 ? Json(*text + ":00") : value),
                     AnswerFault::WrongType);
    }
    case ItemType::String:
    case ItemType::Text:
        return found(valueFromFhir("String", value), AnswerFault::WrongType);
    case ItemType::Url:
        return found(valueFromFhir("Uri", value), AnswerFault::WrongType);
    case ItemType::Quantity:
        return readQuantity(item, value);
    case ItemType::Choice:
    case ItemType::OpenChoice:
        return readChoice(item, value);
    case ItemType::Group:
    case ItemType::Display:
        return ValueResult(AnswerFault::UnknownQuestion);
    case ItemType::Refused:
        return ValueResult(AnswerFault::UnsupportedType);
    }
    return ValueResult(AnswerFault::UnsupportedType);
}

std::optional<Value> readTyped(const Item& item, const std::string& text) {
    Json json = text;
    if (item.type == ItemType::Integer || item.type == ItemType::Decimal || item.type == ItemType::Quantity) {
        double number = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (fault != std::errc() || end != text.data() + text.size())
            return std::nullopt;
        json = decimalToJson(number);
    }
    auto value = readPlainAnswer(item, json);
    return value ? std::optional(std::move(value).value()) : std::nullopt;
}

namespace {

/// Puts plain answers into one fill-in, and keeps what is wrong with them.
class Putting {
public:
    explicit Putting(FormAnswers& answers) : answers_(answers) {}

    void put(const std::string& linkId, const Json& value);
    std::vector<AnswerProblem> takeProblems() { return std::move(problems_); }

private:
    void putInCopies(std::size_t place, const Json& list);
    void putInRow(RowId row, const Json& value);
    void say(AnswerFault fault, const std::string& linkId);

    FormAnswers& answers_;
    std::vector<AnswerProblem> problems_;
};

void Putting::say(AnswerFault fault, const std::string& linkId) {
    if (problems_.empty() || problems_.back() != AnswerProblem{fault, linkId})
        problems_.push_back({fault, linkId});
}

void Putting::put(const std::string& linkId, const Json& value) {
    const auto place = answers_.form().find(linkId);
    if (!place || !answers_.form().items()[*place].isQuestion())
        return say(AnswerFault::UnknownQuestion, linkId);
    const Item& item = answers_.form().items()[*place];
    const bool perCopy = item.repeatingGroup != Item::nowhere && value.is_array() &&
                         (!item.repeats || (!value.empty() && value.front().is_array()));
    if (perCopy)
        putInCopies(*place, value);
    else
        putInRow(answers_.rowsOf(*place).front(), value);
}

void Putting::putInCopies(std::size_t place, const Json& list) {
    const Item& item = answers_.form().items()[place];
    std::vector<RowId> rows = answers_.rowsOf(place);
    while (rows.size() < list.size()) {
        if (!answers_.addCopy(answers_.rowsOf(item.repeatingGroup).back()))
            return say(AnswerFault::TooMany, item.linkId);
        rows = answers_.rowsOf(place);
    }
    for (std::size_t copy = 0; copy < list.size(); ++copy)
        putInRow(rows[copy], list[copy]);
}

void Putting::putInRow(RowId row, const Json& value) {
    const Item& item = answers_.item(row);
    if (value.is_array() && !item.repeats)
        return say(AnswerFault::WrongType, item.linkId);
    std::vector<Value> values;
    if (value.is_array() && value.size() > mostAnswersToAQuestion)
        return say(AnswerFault::TooMany, item.linkId);
    for (const Json& one : value.is_array() ? value : Json::array({value})) {
        if (one.is_null())
            continue;
        auto read = readPlainAnswer(item, one);
        if (!read)
            return say(read.error(), item.linkId);
        values.push_back(std::move(read).value());
    }
    // What the form itself answered may be said again.
    if (values == answers_.values(row))
        return;
    if (const auto fault = answers_.set(row, std::move(values)))
        say(*fault, item.linkId);
}

} // namespace

std::vector<AnswerProblem> putPlainAnswers(FormAnswers& answers, const Json& given) {
    if (!given.is_object())
        return {{AnswerFault::WrongType, {}}};
    Putting putting(answers);
    for (const auto& [linkId, value] : given.items())
        putting.put(linkId, value);
    return putting.takeProblems();
}

Json plainAnswersOf(const FormAnswers& answers) {
    Json given = Json::object();
    const auto& items = answers.form().items();
    for (std::size_t place = 0; place < items.size(); ++place) {
        const Item& item = items[place];
        if (!item.isQuestion())
            continue;
        Json copies = Json::array();
        bool any = false;
        for (const RowId row : answers.rowsOf(place)) {
            Json values = Json::array();
            for (const Value& value : answers.values(row))
                values.push_back(toFhir(value));
            any = any || !values.empty();
            copies.push_back(item.repeats ? values : values.empty() ? Json() : values.front());
        }
        if (any)
            given[item.linkId] = item.repeatingGroup == Item::nowhere ? copies.front() : copies;
    }
    return given;
}

} // namespace lianxin::domain
