// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/form.h"

#include "app/domain/survey/form_reader.h"

#include <algorithm>
#include <array>

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;
using ReadResult = platform::Result<Form, FormProblem>;

constexpr std::array<std::string_view, 7> formFaultNames{"too-large",           "too-deep", "not-json",
                                                         "not-a-questionnaire", "bad-item", "too-many-items",
                                                         "modifier-extension"};

/// How deep the brackets of a text go, whether or not it is JSON: what is parsed must also be walked and
/// freed without filling the stack.
std::size_t depthOf(std::string_view text) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '\\')
            ++i;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '['))
            deepest = std::max(deepest, ++depth);
        else if (!quoted && (c == '}' || c == ']') && depth > 0)
            --depth;
    }
    return deepest;
}

} // namespace

std::string_view nameOf(FormFault fault) {
    return formFaultNames[static_cast<std::size_t>(fault)];
}

ReadResult Form::readText(std::string_view text) {
    if (text.size() > mostBytes)
        return ReadResult(FormProblem{FormFault::TooLarge, {}});
    if (depthOf(text) > deepestJson)
        return ReadResult(FormProblem{FormFault::TooDeep, {}});
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return ReadResult(FormProblem{FormFault::NotJson, {}});
    return read(json);
}

ReadResult Form::read(const Json& questionnaire) {
    return FormReader(questionnaire).read();
}

std::string Form::canonical() const {
    return url_.empty() || version_.empty() ? url_ : url_ + '|' + version_;
}

std::optional<std::size_t> Form::find(const std::string& linkId) const {
    const auto found = byLinkId_.find(linkId);
    return found == byLinkId_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t Form::questions() const {
    return static_cast<std::size_t>(
        std::count_if(items_.begin(), items_.end(), [](const Item& item) { return item.isQuestion(); }));
}

std::vector<std::string> Form::unanswerable() const {
    std::vector<std::string> found;
    for (const Item& item : items_) {
        const bool closed = item.type == ItemType::Refused || item.readOnly || item.hidden;
        if (item.required && item.isQuestion() && closed && item.initial.empty())
            found.push_back(item.linkId);
    }
    return found;
}

std::vector<std::string> Form::untranslated(std::string_view language) const {
    if (isSameLanguage(language_, language))
        return {};
    const auto lacks = [language](const TranslatedText& text) {
        return !text.empty() && !text.translationFor(language);
    };
    std::vector<std::string> found;
    for (const Item& item : items_) {
        const auto& options = item.options->all();
        const bool option = std::any_of(options.begin(), options.end(),
                                        [&lacks](const Option& one) { return lacks(one.label); });
        if (option || lacks(item.text) || lacks(item.shortText) || lacks(item.entryHint) ||
            lacks(item.openLabel))
            found.push_back(item.linkId);
    }
    return found;
}

} // namespace lianxin::domain
