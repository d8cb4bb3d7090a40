// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/translated_text.h"

namespace lianxin::domain {

namespace {

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
        if (c == '_')
            c = '-';
    }
    return lower;
}

/// The part that decides whether somebody can read it: "en" of "en-US", the script of Chinese.
std::string readAs(std::string_view tag) {
    const std::string lower = lowerCase(tag);
    if (!lower.starts_with("zh"))
        return lower.substr(0, lower.find('-'));
    for (const char* traditional : {"hant", "-tw", "-hk", "-mo"})
        if (lower.find(traditional) != std::string::npos)
            return "zh-hant";
    return "zh-hans";
}

} // namespace

bool isSameLanguage(std::string_view given, std::string_view wanted) {
    return lowerCase(given) == lowerCase(wanted) || readAs(given) == readAs(wanted);
}

const std::string* TranslatedText::translationFor(std::string_view language) const {
    const Translation* readable = nullptr;
    for (const Translation& one : translations) {
        if (lowerCase(one.language) == lowerCase(language))
            return &one.text;
        if (!readable && isSameLanguage(one.language, language))
            readable = &one;
    }
    return readable ? &readable->text : nullptr;
}

const std::string& TranslatedText::in(std::string_view language) const {
    const std::string* translation = translationFor(language);
    return translation ? *translation : base;
}

} // namespace lianxin::domain
