// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/answers.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>

namespace lianxin::desk {

namespace {

using Json = nlohmann::json;

std::string words(const char* chinese) {
    return QCoreApplication::translate("Answers", chinese).toStdString();
}

constexpr const char* ordinalValue = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

std::string textAt(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

int ordinalOf(const Json& coding) {
    if (const auto extensions = coding.find("extension");
        extensions != coding.end() && extensions->is_array())
        for (const Json& extension : *extensions)
            if (extension.is_object() && textAt(extension, "url") == ordinalValue)
                if (const auto value = extension.find("valueDecimal");
                    value != extension.end() && value->is_number())
                    return static_cast<int>(value->get<double>());
    return 0;
}

void addValue(const Json& answer, Answered& line) {
    const auto add = [&line](const std::string& text) {
        line.answer += (line.answer.empty() || text.empty() ? std::string()
                                                            : words(QT_TRANSLATE_NOOP("Answers", "，"))) +
                       text;
    };
    for (const auto& [name, value] : answer.items()) {
        if (name == "valueCoding" && value.is_object()) {
            const std::string display = textAt(value, "display");
            add(display.empty() ? textAt(value, "code") : display);
            line.ordinal = ordinalOf(value);
        } else if (name == "valueQuantity" && value.is_object()) {
            add(value.contains("value") ? value["value"].dump() + ' ' + textAt(value, "unit") : "");
        } else if (name == "valueBoolean" && value.is_boolean()) {
            add(value.get<bool>() ? words(QT_TRANSLATE_NOOP("Answers", "是"))
                                  : words(QT_TRANSLATE_NOOP("Answers", "否")));
        } else if (name.starts_with("value") && value.is_string()) {
            add(value.get<std::string>());
            line.typed = line.typed || name == "valueString";
        } else if (name.starts_with("value") && value.is_primitive()) {
            add(value.dump());
        }
    }
}

void addItems(const Json& parent, std::vector<Answered>& lines) {
    const auto items = parent.find("item");
    if (items == parent.end() || !items->is_array())
        return;
    for (const Json& item : *items) {
        if (!item.is_object())
            continue;
        Answered line;
        const auto answers = item.find("answer");
        const bool answered = answers != item.end() && answers->is_array();
        std::string words = textAt(item, "text");
        if (words.empty())
            words = textAt(item, "linkId");
        (answered ? line.question : line.heading) = std::move(words);
        if (answered)
            for (const Json& answer : *answers)
                if (answer.is_object())
                    addValue(answer, line);
        lines.push_back(std::move(line));
        if (answered)
            for (const Json& answer : *answers)
                if (answer.is_object())
                    addItems(answer, lines);
        addItems(item, lines);
    }
}

} // namespace

std::vector<Answered> answersOf(const std::string& responseJson) {
    std::vector<Answered> lines;
    const Json response = Json::parse(responseJson, nullptr, false);
    if (response.is_object())
        addItems(response, lines);
    return lines;
}

} // namespace lianxin::desk
