// SPDX-License-Identifier: GPL-3.0-or-later
// Builds a Form from JSON. Lives while one form is read.
#pragma once

#include "app/domain/survey/form_json.h"
#include "app/domain/survey/option_reader.h"

namespace lianxin::domain {

class FormReader {
public:
    explicit FormReader(const nlohmann::json& questionnaire) : json_(questionnaire) {}

    platform::Result<Form, FormProblem> read();

private:
    void readHead();
    void readItems(const nlohmann::json& holder, std::size_t parent, std::size_t depth);
    void readItem(const nlohmann::json& json, std::size_t parent, std::size_t depth);
    void refuseTwin(Item& item);
    void readType(const FormObject& object, Item& item);
    void readLimits(const FormObject& object, Item& item);
    void readOptions(const FormObject& object, Item& item);
    void readInitial(const FormObject& object, Item& item);
    void readInitialValue(const FormObject& object, Item& item);
    void readConditions(const FormObject& object, std::size_t place);
    std::optional<Condition> readCondition(const FormObject& object);
    void checkShape(Item& item);
    void breakCycles();
    std::vector<bool> itemsInCycles() const;
    void putInOrder();
    void fail(FormFault fault, const std::string& place);

    const nlohmann::json& json_;
    std::optional<OptionReader> options_;
    FormReport report_;
    Form form_;
    std::optional<FormProblem> problem_; ///< the first; nothing more is read after it
    std::vector<const nlohmann::json*> itemJson_;
};

} // namespace lianxin::domain
