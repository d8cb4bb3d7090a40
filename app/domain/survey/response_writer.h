// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a fill-in as a FHIR R4 QuestionnaireResponse. Lives for one writing.
#pragma once

#include "app/domain/survey/form_answers.h"

namespace lianxin::domain {

class ResponseWriter {
public:
    explicit ResponseWriter(const FormAnswers& answers) : answers_(answers) {}

    nlohmann::json write(std::optional<sync::WallTime> authored) const;

private:
    void writeRow(RowId row, nlohmann::json& list) const;
    nlohmann::json writeAnswers(RowId row) const;

    const FormAnswers& answers_;
};

} // namespace lianxin::domain
