// SPDX-License-Identifier: GPL-3.0-or-later
// A text of a form in the languages its author gave it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lianxin::domain {

struct TranslatedText {
    struct Translation {
        std::string language; ///< as the author wrote it: "en", "zh-TW"
        std::string text;
    };

    std::string base; ///< in the language of the form
    std::vector<Translation> translations;

    bool empty() const { return base.empty(); }
    /// The text for a reader of this language, or the base where there is none: never blank because nobody
    /// translated it.
    const std::string& in(std::string_view language) const;
    /// The author's own translation for readers of this language; nothing when there is none.
    const std::string* translationFor(std::string_view language) const;
};

/// Whether who reads `wanted` can read `given`: the same up to case, or one is the other with a region
/// ("en" and "en-US"). Chinese has two scripts: "zh-TW" and "zh-Hant" are one, "zh" and "zh-CN" the other.
bool isSameLanguage(std::string_view given, std::string_view wanted);

} // namespace lianxin::domain
