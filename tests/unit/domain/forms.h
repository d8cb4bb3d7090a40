// SPDX-License-Identifier: GPL-3.0-or-later
// Small forms for tests, written as the items of a Questionnaire.
#pragma once

#include "app/domain/survey/plain_answers.h"

#include <QStringList>

#include <stdexcept>

namespace lianxin::tests {

using domain::Form;
using domain::FormAnswers;
using domain::RowId;
using nlohmann::json;

inline json questionnaire(const std::vector<json>& items) {
    return {{"resourceType", "Questionnaire"}, {"url", "urn:form"}, {"version", "1"}, {"item", items}};
}

inline std::shared_ptr<const Form> formOf(const json& whole) {
    auto form = Form::read(whole);
    if (!form)
        throw std::runtime_error(std::string(nameOf(form.error().fault)) + ' ' + form.error().place);
    return std::make_shared<const Form>(std::move(form).value());
}

/// Takes a list, so that one item is a list too.
inline FormAnswers fillIn(const std::vector<json>& items) {
    return FormAnswers(formOf(questionnaire(items)));
}

inline RowId rowOf(const FormAnswers& answers, const std::string& linkId, std::size_t copy = 0) {
    return answers.rowsOf(answers.form().find(linkId).value()).at(copy);
}

inline const domain::Item& itemOf(const Form& form, const std::string& linkId) {
    return form.items()[form.find(linkId).value()];
}

/// Puts plain answers in; what was wrong with them, as "fault linkId".
inline QStringList put(FormAnswers& answers, const json& given) {
    QStringList found;
    for (const auto& problem : domain::putPlainAnswers(answers, given))
        found << QString::fromStdString(std::string(nameOf(problem.fault)) + ' ' + problem.linkId);
    return found;
}

inline QStringList enabled(const FormAnswers& answers) {
    QStringList found;
    for (const std::string& linkId : answers.enabledLinkIds())
        found << QString::fromStdString(linkId);
    return found;
}

inline QStringList linkIds(const FormAnswers& answers, const std::vector<RowId>& rows) {
    QStringList found;
    for (const RowId row : rows)
        found << QString::fromStdString(answers.item(row).linkId);
    return found;
}

/// What a form does not do, as "linkId name".
inline QStringList unsupported(const Form& form) {
    QStringList found;
    for (const auto& one : form.unsupported())
        found << QString::fromStdString(one.linkId + ' ' + one.what.substr(0, one.what.find(':')));
    return found;
}

inline json question(const std::string& linkId, const std::string& type, json more = json::object()) {
    more["linkId"] = linkId;
    more["type"] = type;
    return more;
}

inline json coding(const std::string& code) {
    return {{"system", "urn:s"}, {"code", code}, {"display", "shown " + code}};
}

/// A choice of these codes; with `ordinals`, they count 1, 2, 3...
inline json choice(const std::string& linkId, const std::vector<std::string>& codes, bool ordinals) {
    json options = json::array();
    double count = 0;
    for (const std::string& code : codes) {
        json option{{"valueCoding", coding(code)}};
        if (ordinals)
            option["extension"] = {
                {{"url", "http://hl7.org/fhir/StructureDefinition/ordinalValue"}, {"valueDecimal", ++count}}};
        options.push_back(option);
    }
    return question(linkId, "choice", {{"answerOption", options}});
}

inline json extension(const std::string& url, const std::string& valueName, const json& value) {
    return {{"url", url}, {valueName, value}};
}

inline json itemControl(const std::string& code) {
    return extension("http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                     "valueCodeableConcept", {{"coding", {{{"code", code}}}}});
}

inline json when(const std::string& linkId, const std::string& op, const std::string& answerName,
                 const json& answer) {
    return {{"question", linkId}, {"operator", op}, {answerName, answer}};
}

} // namespace lianxin::tests
