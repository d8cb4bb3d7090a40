// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/options.h"

namespace lianxin::domain {

namespace {

/// Tells apart values of different types; a coding without a code is its display.
std::string keyOf(const Value& value) {
    if (const auto* coding = std::get_if<Coding>(&value))
        return coding->code.empty() ? "shown\n" + coding->display
                                    : "coded\n" + coding->system + '\n' + coding->code;
    return std::string(fhirTypeOf(value)) + '\n' + plainText(value);
}

} // namespace

Options::Options(std::vector<Option> all) : all_(std::move(all)) {
    byKey_.reserve(all_.size());
    byText_.reserve(2 * all_.size());
    for (std::size_t i = 0; i < all_.size(); ++i)
        byKey_.emplace(keyOf(all_[i].value), i);
    // In this order: of two options that answer to one text, the one whose code it is.
    for (std::size_t i = 0; i < all_.size(); ++i) {
        byText_.emplace(plainText(all_[i].value), i);
        if (const auto* coding = std::get_if<Coding>(&all_[i].value); coding && !coding->system.empty())
            byText_.emplace(coding->system + '|' + coding->code, i);
    }
    for (std::size_t i = 0; i < all_.size(); ++i) {
        byText_.emplace(all_[i].label.base, i);
        for (const auto& translation : all_[i].label.translations)
            byText_.emplace(translation.text, i);
    }
}

const Option* Options::find(const Value& value) const {
    if (const auto exact = byKey_.find(keyOf(value)); exact != byKey_.end())
        return &all_[exact->second];
    const auto* coding = std::get_if<Coding>(&value);
    if (!coding || !coding->system.empty() || coding->code.empty())
        return nullptr;
    const auto found = byText_.find(coding->code);
    if (found == byText_.end())
        return nullptr;
    const auto* own = std::get_if<Coding>(&all_[found->second].value);
    return own && own->code == coding->code ? &all_[found->second] : nullptr;
}

const Option* Options::findByText(const std::string& text) const {
    const auto found = byText_.find(text);
    return found == byText_.end() ? nullptr : &all_[found->second];
}

} // namespace lianxin::domain
