// SPDX-License-Identifier: GPL-3.0-or-later
// How a form is laid out for one who fills it: which rows stand together on a page. A question and what it
// opens ("what went wrong?") share a page, or, one task a page, follow each other; an author's page and the
// copies of a repeating group stay together.
#pragma once

#include "app/domain/survey/form_answers.h"

#include <vector>

namespace lianxin::window {

struct FormPage {
    std::vector<domain::RowId> rows;
    /// Opened by the question of an earlier page, so it has no number of its own.
    bool follows = false;
};

std::vector<FormPage> pagesOf(const domain::FormAnswers& answers, bool oneTask);

/// Can be answered here.
bool takesAnswer(const domain::Item& item);

} // namespace lianxin::window
