// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/form_json.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;

constexpr std::string_view translationUrl = "http://hl7.org/fhir/StructureDefinition/translation";

/// What happens where an extension is not acted on.
struct Instead {
    std::string_view name;
    std::string_view words;
};

constexpr std::array instead = std::to_array<Instead>({
    {"sdc-questionnaire-calculatedExpression", "nothing is calculated; the answer is asked for"},
    {"sdc-questionnaire-initialExpression", "begins without an answer"},
    {"sdc-questionnaire-enableWhenExpression", "not evaluated; the item is always asked"},
    {"sdc-questionnaire-answerExpression", "not evaluated; it gives no options"},
    {"sdc-questionnaire-candidateExpression", "not evaluated; it gives no options"},
    {"sdc-questionnaire-answerOptionsToggleExpression", "not evaluated; all options are offered"},
    {"sdc-questionnaire-contextExpression", "not evaluated; gives no context"},
    {"sdc-questionnaire-itemPopulationContext", "not evaluated; nothing is filled in"},
    {"sdc-questionnaire-itemMedia", "the picture or sound is not shown"},
    {"sdc-questionnaire-itemAnswerMedia", "the picture or sound is not shown"},
    {"cqf-expression", "not evaluated; the plain text is shown"},
    {"cqf-calculatedValue", "not evaluated; the plain value is used"},
    {"rendering-xhtml", "the plain text is shown"},
    {"rendering-markdown", "the plain text is shown"},
    {"rendering-style", "the plain text is shown"},
    {"rendering-styleSensitive", "the plain text is shown"},
    {"questionnaire-constraint", "not checked"},
    {"targetConstraint", "not checked"},
    {"regex", "not checked"},
    {"variable", "not evaluated"},
    {"questionnaire-signatureRequired", "no signature is taken"},
    {"questionnaire-supportLink", "no link is shown"},
    {"questionnaire-unitValueSet", "not looked up; it gives no units"},
});

std::string_view consequenceOf(std::string_view name) {
    for (const Instead& one : instead)
        if (one.name == name)
            return one.words;
    return "not acted on";
}

const std::string* textIn(const Json& object, const char* name) {
    const auto found = object.is_object() ? object.find(name) : object.end();
    return !object.is_object() || found == object.end() ? nullptr : found->get_ptr<const std::string*>();
}

/// The code of the extension's value, which often says more than its address.
std::string codeIn(const Json& extension) {
    for (const char* name : {"valueCode", "valueString"})
        if (const std::string* code = textIn(extension, name); code && code->size() <= 40)
            return ' ' + *code;
    const auto concept_ = extension.find("valueCodeableConcept");
    if (concept_ == extension.end() || !concept_->is_object())
        return {};
    const auto codings = concept_->find("coding");
    if (codings == concept_->end() || !codings->is_array() || codings->empty())
        return {};
    const std::string* code = textIn(codings->front(), "code");
    return code && code->size() <= 40 ? ' ' + *code : std::string();
}

} // namespace

void FormReport::add(const std::string& linkId, std::string what) {
    if (known_.emplace(linkId, what).second)
        all_.push_back({linkId, std::move(what)});
}

std::string beginningOf(const std::string& text) {
    constexpr std::size_t most = 80;
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end) + "…";
}

std::string shortNameOf(std::string_view url) {
    const std::size_t slash = url.find_last_of('/');
    const std::string_view last = slash == std::string_view::npos ? url : url.substr(slash + 1);
    return beginningOf(std::string(last.empty() ? url : last));
}

void reportExtension(const FormObject& extension) {
    const std::string* url = textIn(extension.json(), "url");
    if (!url) {
        extension.report("extension: has no url");
        return;
    }
    const std::string name = shortNameOf(*url);
    const std::string_view consequence = consequenceOf(name);
    const std::string code = consequence == "not acted on" ? codeIn(extension.json()) : std::string();
    extension.report(name + code + ": " + std::string(consequence));
}

const Json* FormObject::find(const std::string& name) const {
    const auto found = json_.find(name);
    return found == json_.end() || found->is_null() ? nullptr : &*found;
}

std::optional<std::string> FormObject::text(const std::string& name) const {
    const Json* found = find(name);
    const auto* text = found ? found->get_ptr<const std::string*>() : nullptr;
    if (found && !text)
        report(name + ": is no text");
    return text ? std::optional(*text) : std::nullopt;
}

bool FormObject::flag(const std::string& name) const {
    const Json* found = find(name);
    if (found && !found->is_boolean())
        report(name + ": is neither true nor false");
    return found && found->is_boolean() && found->get<bool>();
}

std::optional<std::size_t> FormObject::count(const std::string& name) const {
    const Json* found = find(name);
    const bool whole =
        found && found->is_number_integer() && found->get<double>() >= 0 && found->get<double>() < 1e9;
    if (found && !whole)
        report(name + ": is no count");
    return whole ? std::optional(found->get<std::size_t>()) : std::nullopt;
}

std::vector<const Json*> FormObject::objects(const std::string& name) const {
    std::vector<const Json*> found;
    const Json* list = find(name);
    if (!list)
        return found;
    if (!list->is_array()) {
        report(name + ": is no list");
        return found;
    }
    for (const Json& one : *list) {
        if (one.is_object())
            found.push_back(&one);
        else
            report(name + ": has an entry that is no object");
    }
    return found;
}

TranslatedText FormObject::translated(const std::string& name) const {
    TranslatedText text{this->text(name).value_or(""), {}};
    const Json* attached = find('_' + name);
    if (!attached)
        return text;
    if (!attached->is_object()) {
        report('_' + name + ": is no object");
        return text;
    }
    for (const Json* extension : inside(*attached).objects("extension")) {
        const std::string* url = textIn(*extension, "url");
        if (!url || *url != translationUrl) {
            reportExtension(inside(*extension));
            continue;
        }
        TranslatedText::Translation translation;
        for (const Json* part : inside(*extension).objects("extension")) {
            const std::string* partUrl = textIn(*part, "url");
            for (const char* key : {"valueCode", "valueString", "valueMarkdown"})
                if (const std::string* value = textIn(*part, key); value && partUrl)
                    (*partUrl == "lang" ? translation.language : translation.text) = *value;
        }
        if (translation.language.empty() || translation.text.empty())
            report("translation: lacks its language or its content");
        else
            text.translations.push_back(std::move(translation));
    }
    if (text.base.empty() && !text.translations.empty())
        text.base = text.translations.front().text;
    return text;
}

std::optional<Value> FormObject::value(const std::string& prefix) const {
    for (const auto& [name, value] : json_.items()) {
        if (!name.starts_with(prefix) || name.size() == prefix.size())
            continue;
        auto read = valueFromFhir(std::string_view(name).substr(prefix.size()), value);
        if (!read)
            report(beginningOf(name) + ": is no value that can be used here");
        return read;
    }
    return std::nullopt;
}

std::optional<double> FormObject::ordinal() const {
    for (const Json* extension : objects("extension")) {
        const std::string* url = textIn(*extension, "url");
        if (!url || (*url != ordinalValueUrl && *url != itemWeightUrl))
            continue;
        const auto number = extension->find("valueDecimal");
        if (number != extension->end() && number->is_number() && std::isfinite(number->get<double>()))
            return number->get<double>();
        report(shortNameOf(*url) + ": is no number");
    }
    return std::nullopt;
}

void FormObject::reportStrangers(std::initializer_list<std::string_view> known) const {
    for (const auto& [name, value] : json_.items())
        if (!name.starts_with('_') && std::find(known.begin(), known.end(), name) == known.end())
            report(beginningOf(name) + ": no such element in R4; not acted on");
}

void FormObject::reportAttachments(std::initializer_list<std::string_view> read) const {
    for (const auto& [name, value] : json_.items()) {
        if (!name.starts_with('_') || std::find(read.begin(), read.end(), name) != read.end())
            continue;
        if (value.is_object())
            for (const Json* extension : inside(value).objects("extension"))
                reportExtension(inside(*extension));
    }
}

} // namespace lianxin::domain
