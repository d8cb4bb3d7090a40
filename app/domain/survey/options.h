// SPDX-License-Identifier: GPL-3.0-or-later
// The choices of a question: read once, never changed after, and shared by all questions that offer the same
// value set, since a list of fifty thousand is not something to copy.
#pragma once

#include "app/domain/survey/translated_text.h"
#include "app/domain/survey/value.h"

#include <cstddef>
#include <unordered_map>

namespace lianxin::domain {

struct Option {
    Value value;
    TranslatedText label;
    std::string prefix;            ///< "A.", shown before the label
    std::optional<double> ordinal; ///< what it counts in a score
    bool initiallySelected = false;
    bool exclusive = false; ///< "none of these": cannot stand beside another
};

class Options {
public:
    Options() = default;
    explicit Options(std::vector<Option> all);

    const std::vector<Option>& all() const { return all_; }
    bool empty() const { return all_.empty(); }
    std::size_t size() const { return all_.size(); }

    /// The option of this value; a coding without a system is found by its code alone.
    const Option* find(const Value& value) const;
    /// By code, by "system|code", or by what is shown in any language; codes come first.
    const Option* findByText(const std::string& text) const;

private:
    std::vector<Option> all_;
    std::unordered_map<std::string, std::size_t> byKey_;
    std::unordered_map<std::string, std::size_t> byText_;
};

} // namespace lianxin::domain
