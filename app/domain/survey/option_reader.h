// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the choices of questions. Lives while one form is read; what it gives is shared by the form's
// questions.
#pragma once

#include "app/domain/survey/form_json.h"

namespace lianxin::domain {

class OptionReader {
public:
    /// `contained` are the resources that the form carries with it.
    explicit OptionReader(std::vector<const nlohmann::json*> contained) : contained_(std::move(contained)) {}

    /// The options of a choice; never null, empty when it has none that can be used.
    std::shared_ptr<const Options> optionsOf(const FormObject& item);

private:
    std::vector<Option> fromAnswerOptions(const FormObject& item) const;
    std::vector<Option> fromValueSet(const FormObject& item, const std::string& reference) const;
    void fromExpansion(const FormObject& expansion, int depth, std::vector<Option>& options) const;
    void fromCompose(const FormObject& compose, std::vector<Option>& options) const;

    struct ReadValueSet {
        std::shared_ptr<const Options> options;
        std::vector<Unsupported> complaints; ///< each question that refers to it hears them
    };

    std::vector<const nlohmann::json*> contained_;
    std::unordered_map<std::string, ReadValueSet> read_;
};

} // namespace lianxin::domain
