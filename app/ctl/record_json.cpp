// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/record_json.h"

#include "app/domain/time_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;
using sync::EditFault;
using sync::EditProblem;
using sync::Field;
using sync::FieldType;
using sync::MergeRule;
using sync::Value;

std::optional<Value> integerFrom(const Json& json) {
    if (!json.is_number_integer())
        return std::nullopt;
    if (json.is_number_unsigned() &&
        json.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
        return std::nullopt;
    return Value{json.get<std::int64_t>()};
}

std::optional<Value> elementsFrom(const Json& json) {
    if (!json.is_array())
        return std::nullopt;
    std::vector<std::string> elements;
    for (const Json& element : json) {
        if (!element.is_string())
            return std::nullopt;
        elements.push_back(element.get<std::string>());
    }
    std::sort(elements.begin(), elements.end());
    elements.erase(std::unique(elements.begin(), elements.end()), elements.end());
    return sync::elementList(elements);
}

std::optional<Value> scalarFrom(FieldType type, const Json& json) {
    switch (type) {
    case FieldType::Boolean:
        return json.is_boolean() ? std::optional<Value>(std::int64_t{json.get<bool>() ? 1 : 0})
                                 : std::nullopt;
    case FieldType::Integer:
        return integerFrom(json);
    case FieldType::Real:
        return json.is_number() && std::isfinite(json.get<double>())
                   ? std::optional<Value>(json.get<double>())
                   : std::nullopt;
    case FieldType::Text:
        return json.is_string() ? std::optional<Value>(json.get<std::string>()) : std::nullopt;
    case FieldType::Json:
        return Value{json.dump()};
    case FieldType::Time: {
        const auto time = json.is_string() ? domain::parseTime(json.get<std::string>()) : std::nullopt;
        return time ? std::optional<Value>(time->time_since_epoch().count()) : std::nullopt;
    }
    case FieldType::Reference: {
        const auto id = json.is_string() ? sync::Uuid::parse(json.get<std::string>()) : std::nullopt;
        return id ? std::optional<Value>(*id) : std::nullopt;
    }
    case FieldType::Sealed: {
        auto value = json.is_object() ? sync::valueFromJson(json.dump()) : std::nullopt;
        return value && std::holds_alternative<sync::Sealed>(*value) ? value : std::nullopt;
    }
    }
    return std::nullopt;
}

Json scalarToOutput(FieldType type, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        if (type == FieldType::Boolean)
            return *number != 0;
        if (type == FieldType::Time)
            return domain::formatTime(sync::WallTime{sync::Milliseconds{*number}});
    }
    if (const auto* id = std::get_if<sync::Uuid>(&value))
        return id->toString();
    if (const auto* text = std::get_if<std::string>(&value); text && type == FieldType::Json) {
        Json parsed = Json::parse(*text, nullptr, false);
        return parsed.is_discarded() ? Json(*text) : parsed;
    }
    return Json::parse(sync::valueToJson(value), nullptr, false);
}

Json dotsToOutput(const std::vector<sync::Dot>& dots) {
    Json list = Json::array();
    for (const sync::Dot& dot : dots)
        list.push_back(sync::dotToText(dot));
    return list;
}

std::optional<std::vector<sync::Dot>> dotsFrom(const Json& json) {
    if (!json.is_array())
        return std::nullopt;
    std::vector<sync::Dot> dots;
    for (const Json& text : json) {
        const auto dot = text.is_string() ? sync::dotFromText(text.get<std::string>()) : std::nullopt;
        if (!dot)
            return std::nullopt;
        dots.push_back(*dot);
    }
    return dots;
}

/// {"value": ...} with or without "base", and nothing else: what a change with a base looks like.
bool isWrapped(const Json& json) {
    return json.is_object() && json.contains("value") && json.size() == (json.contains("base") ? 2U : 1U);
}

Json writesToExport(const Field& field, const sync::Writes& writes) {
    constexpr std::array<const char*, 3> kinds{"value", "moved", "removal"};
    Json list = Json::array();
    for (const sync::Write& write : writes) {
        Json one = writeToOutput(field, write);
        one["stamp"] = write.stamp.packed;
        one["kind"] = kinds[static_cast<std::size_t>(write.kind)];
        list.push_back(std::move(one));
    }
    return list;
}

} // namespace

std::optional<Value> valueFromInput(const Field& field, const Json& json) {
    if (json.is_null())
        return Value{};
    auto value = field.rule == MergeRule::Set ? elementsFrom(json) : scalarFrom(field.type, json);
    return value && sync::fits(field, *value) ? value : std::nullopt;
}

Json valueToOutput(const Field& field, const Value& value) {
    if (sync::isNull(value))
        return nullptr;
    if (field.rule == MergeRule::Set)
        return sync::elementsOf(value);
    return scalarToOutput(field.type, value);
}

std::vector<EditProblem> putFields(sync::Record& record, const Json& fields) {
    std::vector<EditProblem> problems;
    for (const auto& [name, json] : fields.items()) {
        const auto index = record.type->indexOf(name);
        if (!index) {
            problems.push_back({EditFault::UnknownField, name});
            continue;
        }
        const Field& field = record.type->field(*index);
        if (field.hubGiven && !json.is_null())
            problems.push_back({EditFault::HubGiven, name});
        else if (auto value = valueFromInput(field, json))
            record.shown[*index] = std::move(*value);
        else
            problems.push_back({EditFault::WrongType, name});
    }
    return problems;
}

std::variant<std::vector<sync::FieldChange>, std::vector<EditProblem>>
readChanges(const sync::RecordType& type, const Json& fields) {
    std::vector<sync::FieldChange> changes;
    std::vector<EditProblem> problems;
    for (const auto& [name, json] : fields.items()) {
        const auto index = type.indexOf(name);
        if (!index) {
            problems.push_back({EditFault::UnknownField, name});
            continue;
        }
        sync::FieldChange change{name, {}, std::nullopt};
        const bool wrapped = isWrapped(json);
        if (wrapped && json.contains("base"))
            change.base = dotsFrom(json["base"]);
        auto value = valueFromInput(type.field(*index), wrapped ? json["value"] : json);
        if (!value || (wrapped && json.contains("base") && !change.base)) {
            problems.push_back({EditFault::WrongType, name});
            continue;
        }
        change.value = std::move(*value);
        changes.push_back(std::move(change));
    }
    if (!problems.empty())
        return problems;
    return changes;
}

Json recordToOutput(const sync::Record& record) {
    Json fields = Json::object();
    for (std::size_t i = 0; i < record.shown.size(); ++i)
        if (!sync::isNull(record.shown[i])) {
            const Field& field = record.type->fields()[i];
            fields[field.name] = valueToOutput(field, record.shown[i]);
        }
    Json json{{"type", record.type->name()}, {"id", record.id.toString()}, {"fields", std::move(fields)}};
    if (record.erased)
        json["erased"] = true;
    return json;
}

Json writeToOutput(const Field& field, const sync::Write& write) {
    // Of a set a write carries one element and not the list.
    Json json{{"dot", sync::dotToText(write.dot)},
              {"at", domain::formatTime(write.stamp.wall())},
              {"value", scalarToOutput(field.type, write.value)}};
    if (!write.base.empty())
        json["base"] = dotsToOutput(write.base);
    if (write.claimed != sync::WallTime{})
        json["claimed"] = domain::formatTime(write.claimed);
    return json;
}

Json recordToExport(const sync::Record& record) {
    Json json = recordToOutput(record);
    json["cover"] = {{"dot", sync::dotToText(record.cover.dot)}, {"stamp", record.cover.stamp.packed}};
    if (record.cover.claimed != sync::WallTime{})
        json["cover"]["claimed"] = domain::formatTime(record.cover.claimed);
    for (const sync::OwnState& state : record.own) {
        const Field& field = record.type->field(state.field);
        json["own"][field.name] = writesToExport(field, state.writes);
    }
    for (const sync::UnknownField& unknown : record.unknown)
        json["unknown"][unknown.field.name] = {{"type", nameOf(unknown.field.type)},
                                               {"rule", nameOf(unknown.field.rule)},
                                               {"writes", writesToExport(unknown.field, unknown.writes)}};
    return json;
}

} // namespace lianxin::ctl
