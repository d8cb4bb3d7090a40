// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/option_reader.h"

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;

constexpr std::string_view optionPrefixUrl =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionPrefix";
constexpr std::string_view exclusiveUrl =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

bool isTextAt(const Json& object, const char* name, std::string_view text) {
    const auto found = object.find(name);
    const auto* own = found == object.end() ? nullptr : found->get_ptr<const std::string*>();
    return own && *own == text;
}

void readOptionExtensions(const FormObject& holder, Option& option) {
    for (const Json* extension : holder.objects("extension")) {
        const FormObject one = holder.inside(*extension);
        if (isTextAt(*extension, "url", optionPrefixUrl))
            option.prefix = one.text("valueString").value_or("");
        else if (isTextAt(*extension, "url", exclusiveUrl))
            option.exclusive = one.flag("valueBoolean");
        else if (!isTextAt(*extension, "url", ordinalValueUrl) && !isTextAt(*extension, "url", itemWeightUrl))
            reportExtension(one);
    }
    if (const auto ordinal = holder.ordinal())
        option.ordinal = ordinal;
}

/// What a coding is called, with the translations that stand at its display.
TranslatedText labelOf(const FormObject& coding, const Coding& own) {
    TranslatedText label = coding.translated("display");
    if (label.empty())
        label.base = own.code;
    return label;
}

/// The option of one answerOption; nothing when it has no value to choose.
std::optional<Option> readAnswerOption(const FormObject& object) {
    auto value = object.value("value");
    if (!value) {
        object.report("answerOption: an option without a usable value is not offered");
        return std::nullopt;
    }
    object.reportStrangers({"id", "extension", "initialSelected", "valueCoding", "valueString",
                            "valueInteger", "valueDate", "valueTime", "modifierExtension"});
    Option option;
    option.initiallySelected = object.flag("initialSelected");
    readOptionExtensions(object, option);
    if (const auto* coding = std::get_if<Coding>(&*value)) {
        const FormObject codingObject = object.inside(object.json()["valueCoding"]);
        option.label = labelOf(codingObject, *coding);
        readOptionExtensions(codingObject, option);
    } else if (std::holds_alternative<std::string>(*value)) {
        option.label = object.translated("valueString");
    } else {
        option.label.base = plainText(*value);
    }
    option.value = *std::move(value);
    return option;
}

/// A concept of a value set.
std::optional<Option> readConcept(const FormObject& object, const std::string& system) {
    const Coding coding{system, object.text("code").value_or(""), object.text("display").value_or("")};
    if (coding.code.empty()) {
        object.report("answerValueSet: a concept without a code is not offered");
        return std::nullopt;
    }
    Option option{coding, labelOf(object, coding), {}, {}, false, false};
    for (const Json* designation : object.objects("designation")) {
        const FormObject one = object.inside(*designation);
        const auto language = one.text("language");
        const auto text = one.text("value");
        if (language && text)
            option.label.translations.push_back({*language, *text});
    }
    readOptionExtensions(object, option);
    return option;
}

void reportTwins(const FormObject& item, const Options& options) {
    for (const Option& option : options.all())
        if (options.find(option.value) != &option) {
            item.report("answerOption: two options of the same value; answers cannot tell them apart");
            return;
        }
}

} // namespace

std::shared_ptr<const Options> OptionReader::optionsOf(const FormObject& item) {
    const bool listed = item.json().contains("answerOption");
    const auto reference = item.text("answerValueSet");
    if (listed && reference)
        item.report("answerValueSet: stands beside answerOption; only the latter is offered");
    if (!listed && reference) {
        auto& read = read_[*reference];
        if (!read.options) {
            FormReport report;
            const FormObject reader(item.json(), item.linkId(), report);
            read.options = std::make_shared<const Options>(fromValueSet(reader, *reference));
            reportTwins(reader, *read.options);
            read.complaints = report.take();
        }
        for (const Unsupported& complaint : read.complaints)
            item.report(complaint.what);
        return read.options;
    }
    auto options = std::make_shared<const Options>(fromAnswerOptions(item));
    reportTwins(item, *options);
    return options;
}

std::vector<Option> OptionReader::fromAnswerOptions(const FormObject& item) const {
    std::vector<Option> options;
    for (const Json* object : item.objects("answerOption"))
        if (auto option = readAnswerOption(item.inside(*object)))
            options.push_back(*std::move(option));
    return options;
}

std::vector<Option> OptionReader::fromValueSet(const FormObject& item, const std::string& reference) const {
    std::vector<Option> options;
    if (!reference.starts_with('#')) {
        item.report("answerValueSet: is kept elsewhere, and nothing is fetched; it gives no options");
        return options;
    }
    const Json* valueSet = nullptr;
    for (const Json* resource : contained_)
        if (isTextAt(*resource, "id", std::string_view(reference).substr(1)) &&
            isTextAt(*resource, "resourceType", "ValueSet"))
            valueSet = resource;
    if (!valueSet) {
        item.report("answerValueSet: the form contains no such value set; it gives no options");
        return options;
    }
    const FormObject found = item.inside(*valueSet);
    if (const auto expansion = valueSet->find("expansion");
        expansion != valueSet->end() && expansion->is_object())
        fromExpansion(found.inside(*expansion), 0, options);
    else if (const auto compose = valueSet->find("compose");
             compose != valueSet->end() && compose->is_object())
        fromCompose(found.inside(*compose), options);
    else
        item.report("answerValueSet: has neither expansion nor compose; it gives no options");
    return options;
}

void OptionReader::fromExpansion(const FormObject& expansion, int depth, std::vector<Option>& options) const {
    for (const Json* entry : expansion.objects("contains")) {
        const FormObject one = expansion.inside(*entry);
        if (!one.flag("abstract") && !one.flag("inactive"))
            if (auto option = readConcept(one, one.text("system").value_or("")))
                options.push_back(*std::move(option));
        if (entry->contains("contains") && depth < static_cast<int>(Form::deepestItem))
            fromExpansion(one, depth + 1, options);
    }
}

void OptionReader::fromCompose(const FormObject& compose, std::vector<Option>& options) const {
    if (compose.json().contains("exclude"))
        compose.report("answerValueSet: exclude is not evaluated; its concepts are offered all the same");
    for (const Json* include : compose.objects("include")) {
        const FormObject one = compose.inside(*include);
        for (const char* name : {"filter", "valueSet"})
            if (include->contains(name))
                one.report(std::string("answerValueSet: include.") + name +
                           " is not evaluated; it gives no options");
        const auto concepts = one.objects("concept");
        if (concepts.empty() && !include->contains("filter") && !include->contains("valueSet"))
            one.report("answerValueSet: includes a whole code system; it gives no options");
        for (const Json* concept_ : concepts)
            if (auto option = readConcept(one.inside(*concept_), one.text("system").value_or("")))
                options.push_back(*std::move(option));
    }
}

} // namespace lianxin::domain
