// SPDX-License-Identifier: GPL-3.0-or-later
// How a form is laid out for one who fills it: which rows stand together on a page. A question and what it
// opens ("what went wrong?") share a page, or, one task a page, follow each other; an author's page and the
// copies of a repeating group stay together.
#pragma once

#include "app/domain/survey/form_answers.h"

#include <string>
#include <vector>

namespace lianxin::window {

struct FormPage {
    std::vector<domain::RowId> rows;
    /// Opened by the question of an earlier page, so it has no number of its own.
    bool follows = false;
};

/// How a form is laid out.
struct PageRules {
    bool oneTask = false;             ///< a question, and nothing it opens, is a page
    bool onePage = false;             ///< everything is one page
    std::vector<std::string> leftOut; ///< linkIds of questions whose answers are known from elsewhere
};

std::vector<FormPage> pagesOf(const domain::FormAnswers& answers, const PageRules& rules);

/// Can be answered here.
bool takesAnswer(const domain::Item& item);

} // namespace lianxin::window
