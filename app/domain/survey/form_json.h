// SPDX-License-Identifier: GPL-3.0-or-later
// Looks into the JSON of a form and says what it met there that it did not expect. Lives while a form is
// read.
#pragma once

#include "app/domain/survey/form.h"

#include <set>

namespace lianxin::domain {

/// Collects what is unsupported, each once.
class FormReport {
public:
    void add(const std::string& linkId, std::string what);
    std::vector<Unsupported> take() { return std::move(all_); }

private:
    std::vector<Unsupported> all_;
    std::set<std::pair<std::string, std::string>> known_;
};

inline constexpr std::string_view ordinalValueUrl = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
inline constexpr std::string_view itemWeightUrl = "http://hl7.org/fhir/StructureDefinition/itemWeight";

/// One object of the form: of the item `linkId`, or of the form itself where that is empty.
class FormObject {
public:
    FormObject(const nlohmann::json& json, const std::string& linkId, FormReport& report)
        : json_(json), linkId_(linkId), report_(report) {}

    const nlohmann::json& json() const { return json_; }
    const std::string& linkId() const { return linkId_; }
    FormReport& reportTo() const { return report_; }
    FormObject inside(const nlohmann::json& json) const { return {json, linkId_, report_}; }
    void report(std::string what) const { report_.add(linkId_, std::move(what)); }

    /// Each of these gives nothing where the name is absent; and reports, and gives nothing, where another
    /// kind of JSON stands there.
    std::optional<std::string> text(const std::string& name) const;
    bool flag(const std::string& name) const;
    std::optional<std::size_t> count(const std::string& name) const;
    /// The objects of a list; what is none is reported.
    std::vector<const nlohmann::json*> objects(const std::string& name) const;
    /// A text with its translations; what else is attached to it is reported.
    TranslatedText translated(const std::string& name) const;
    /// The value[x] of an element: `prefix` is "value" or "answer". Reports none, and types that are none.
    std::optional<Value> value(const std::string& prefix) const;
    /// What this option or coding counts in a score.
    std::optional<double> ordinal() const;
    /// Names that R4 does not have here.
    void reportStrangers(std::initializer_list<std::string_view> known) const;
    /// Attachments to primitive values, as in "_required", other than those of texts.
    void reportAttachments(std::initializer_list<std::string_view> read) const;

private:
    const nlohmann::json* find(const std::string& name) const;

    const nlohmann::json& json_;
    const std::string& linkId_;
    FormReport& report_;
};

/// The beginning of a text, for a message; never half a character.
std::string beginningOf(const std::string& text);
/// The last part of an extension's address: what people call it.
std::string shortNameOf(std::string_view url);
/// Reports an extension that nothing is done about, and says what happens instead.
void reportExtension(const FormObject& extension);

} // namespace lianxin::domain
