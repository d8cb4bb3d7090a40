// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/item_extensions.h"

#include "app/domain/survey/answer_check.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;

constexpr std::string_view fhirExtensions = "http://hl7.org/fhir/StructureDefinition/";
constexpr std::string_view captureExtensions = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";

bool isChoice(const Item& item) {
    return item.type == ItemType::Choice || item.type == ItemType::OpenChoice;
}

bool isTyped(const Item& item) {
    return item.type == ItemType::String || item.type == ItemType::Text || item.type == ItemType::Url;
}

bool isOneOf(const Item& item, std::initializer_list<ItemType> types) {
    return std::find(types.begin(), types.end(), item.type) != types.end();
}

bool suits(Control control, const Item& item) {
    switch (control) {
    case Control::Usual:
        return true;
    case Control::Slider:
        return isOneOf(item, {ItemType::Integer, ItemType::Decimal});
    case Control::DropDown:
    case Control::Autocomplete:
        return isChoice(item);
    case Control::CheckBox:
    case Control::RadioButton:
        return isChoice(item) || item.type == ItemType::Boolean;
    case Control::FaceRating:
        return item.type == ItemType::Choice && !item.repeats;
    case Control::Page:
        return item.type == ItemType::Group;
    case Control::Help:
    case Control::Instructions:
        return item.type == ItemType::Display;
    }
    return false;
}

struct NamedControl {
    std::string_view name;
    Control control;
};

constexpr std::array namedControls = std::to_array<NamedControl>({
    {"slider", Control::Slider},
    {"drop-down", Control::DropDown},
    {"check-box", Control::CheckBox},
    {"radio-button", Control::RadioButton},
    {"autocomplete", Control::Autocomplete},
    {"page", Control::Page},
    {"help", Control::Help},
    {"flyover", Control::Help},
    {"instructions", Control::Instructions},
});

/// The codes of a CodeableConcept.
std::vector<std::string> codesOf(const FormObject& extension) {
    std::vector<std::string> codes;
    const auto found = extension.json().find("valueCodeableConcept");
    if (found == extension.json().end() || !found->is_object())
        return codes;
    const FormObject codeable = extension.inside(*found);
    for (const Json* coding : codeable.objects("coding"))
        if (auto code = codeable.inside(*coding).text("code"))
            codes.push_back(*std::move(code));
    return codes;
}

void readControl(const FormObject& extension, Item& item) {
    const auto codes = codesOf(extension);
    if (codes.empty())
        extension.report("questionnaire-itemControl: names no control");
    for (const std::string& code : codes) {
        const auto named = std::find_if(namedControls.begin(), namedControls.end(),
                                        [&code](const NamedControl& one) { return one.name == code; });
        const bool known = named != namedControls.end() && suits(named->control, item);
        if (known)
            item.control = named->control;
        else if ((code != "text-box" || !isTyped(item)) &&
                 (code != "open-choice" || item.type != ItemType::OpenChoice))
            extension.report("questionnaire-itemControl " + beginningOf(code) + ": shown in the usual way");
    }
}

void readFaces(const FormObject& extension, Item& item) {
    if (!extension.flag("valueBoolean"))
        return;
    if (suits(Control::FaceRating, item))
        item.control = Control::FaceRating;
    else
        extension.report("face-rating: is for a choice of one; shown in the usual way");
}

void readOrientation(const FormObject& extension, Item& item) {
    const auto code = extension.text("valueCode");
    if (code == "horizontal")
        item.orientation = Orientation::Horizontal;
    else if (code == "vertical")
        item.orientation = Orientation::Vertical;
    else
        extension.report("questionnaire-choiceOrientation: neither horizontal nor vertical");
}

/// A limit in the item's own type.
void readLimit(const FormObject& extension, const Item& item, std::optional<Value>& limit) {
    auto value = extension.value("value");
    if (value && item.type == ItemType::Decimal && std::holds_alternative<std::int64_t>(*value))
        value = static_cast<double>(std::get<std::int64_t>(*value));
    const bool ordered = isOneOf(item, {ItemType::Integer, ItemType::Decimal, ItemType::Date,
                                        ItemType::DateTime, ItemType::Time, ItemType::Quantity});
    const bool mixedDates =
        value && item.type == ItemType::DateTime && std::holds_alternative<DateText>(*value);
    const bool wholeBound = value && item.type == ItemType::Integer && std::holds_alternative<double>(*value);
    if (value && ordered && (fits(item, *value) || mixedDates || wholeBound))
        limit = std::move(value);
    else
        extension.report("minValue or maxValue: no limit for a question of this type; not checked");
}

void readStep(const FormObject& extension, Item& item) {
    const auto value = extension.value("value");
    const auto* whole = value ? std::get_if<std::int64_t>(&*value) : nullptr;
    const auto* number = value ? std::get_if<double>(&*value) : nullptr;
    const double step = whole ? static_cast<double>(*whole) : number ? *number : 0;
    if (step > 0)
        item.sliderStep = step;
    else
        extension.report("questionnaire-sliderStepValue: no step above zero");
}

void readUnit(const FormObject& extension, Item& item, bool usual) {
    const auto found = extension.json().find("valueCoding");
    const auto unit = found == extension.json().end() ? std::nullopt : valueFromFhir("Coding", *found);
    const bool counted = isOneOf(item, {ItemType::Quantity, ItemType::Integer, ItemType::Decimal});
    if (!unit || !counted || (!usual && item.type != ItemType::Quantity)) {
        extension.report("questionnaire-unit: no unit for a question of this type");
        return;
    }
    const auto& coding = std::get<Coding>(*unit);
    if (std::find(item.units.begin(), item.units.end(), coding) == item.units.end())
        item.units.insert(usual ? item.units.begin() : item.units.end(), coding);
}

void readUsage(const FormObject& extension) {
    const auto code = extension.text("valueCode");
    if (code != "capture" && code != "capture-display")
        reportExtension(extension);
}

/// An extension by its address after the common beginnings.
struct Known {
    std::string_view name;
    void (*read)(const FormObject& extension, Item& item);
};

constexpr std::array knownExtensions = std::to_array<Known>({
    {"questionnaire-itemControl", readControl},
    {"questionnaire-displayCategory", readControl},
    {"questionnaire-hidden", [](const FormObject& e, Item& item) { item.hidden = e.flag("valueBoolean"); }},
    {"questionnaire-choiceOrientation", readOrientation},
    {"questionnaire-sliderStepValue", readStep},
    {"questionnaire-unit", [](const FormObject& e, Item& item) { readUnit(e, item, true); }},
    {"questionnaire-unitOption", [](const FormObject& e, Item& item) { readUnit(e, item, false); }},
    {"questionnaire-usageMode", [](const FormObject& e, Item&) { readUsage(e); }},
    {"questionnaire-minOccurs",
     [](const FormObject& e, Item& item) { item.minOccurs = e.count("valueInteger"); }},
    {"questionnaire-maxOccurs",
     [](const FormObject& e, Item& item) { item.maxOccurs = e.count("valueInteger"); }},
    {"minLength", [](const FormObject& e, Item& item) { item.minLength = e.count("valueInteger"); }},
    {"maxDecimalPlaces",
     [](const FormObject& e, Item& item) { item.maxDecimalPlaces = e.count("valueInteger"); }},
    {"minValue", [](const FormObject& e, Item& item) { readLimit(e, item, item.minValue); }},
    {"maxValue", [](const FormObject& e, Item& item) { readLimit(e, item, item.maxValue); }},
    {"sdc-questionnaire-minQuantity",
     [](const FormObject& e, Item& item) { readLimit(e, item, item.minValue); }},
    {"sdc-questionnaire-maxQuantity",
     [](const FormObject& e, Item& item) { readLimit(e, item, item.maxValue); }},
    {"entryFormat", [](const FormObject& e, Item& item) { item.entryHint = e.translated("valueString"); }},
    {"sdc-questionnaire-shortText",
     [](const FormObject& e, Item& item) { item.shortText = e.translated("valueString"); }},
    {"sdc-questionnaire-openLabel",
     [](const FormObject& e, Item& item) { item.openLabel = e.translated("valueString"); }},
    // Notes for authors say nothing to who fills it in.
    {"designNote", [](const FormObject&, Item&) {}},
});

/// What only says more about a type that is refused as a whole.
bool belongsToRefused(std::string_view name) {
    return name == "mimeType" || name == "maxSize" || name == "questionnaire-referenceResource" ||
           name == "questionnaire-referenceProfile" || name == "questionnaire-referenceFilter";
}

} // namespace

void readItemExtensions(const FormObject& object, Item& item) {
    for (const Json* json : object.objects("extension")) {
        const FormObject extension = object.inside(*json);
        const std::string url = extension.text("url").value_or("");
        std::string_view name = url;
        if (url == faceRatingExtension) {
            readFaces(extension, item);
            continue;
        }
        if (name.starts_with(fhirExtensions))
            name.remove_prefix(fhirExtensions.size());
        else if (name.starts_with(captureExtensions))
            name.remove_prefix(captureExtensions.size());
        const auto known = std::find_if(knownExtensions.begin(), knownExtensions.end(),
                                        [name](const Known& one) { return one.name == name; });
        if (known != knownExtensions.end())
            known->read(extension, item);
        else if (item.type != ItemType::Refused || !belongsToRefused(name))
            reportExtension(extension);
    }
}

} // namespace lianxin::domain
