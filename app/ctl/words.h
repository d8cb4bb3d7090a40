// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with what somebody gave us, said to that person.
#pragma once

#include "app/domain/import/problem.h"
#include "app/domain/survey/form.h"
#include "app/domain/survey/response.h"
#include "app/terminal/message.h"
#include "sync/record/edit.h"
#include "sync/replica/replica.h"

#include <exception>
#include <string>
#include <vector>

namespace lianxin::ctl {

terminal::Message wordsFor(const domain::ContentProblem& problem);
terminal::Message wordsFor(const domain::AnswerProblem& problem);
terminal::Message wordsFor(const domain::FormProblem& problem);
terminal::Message wordsFor(const domain::ImportProblem& problem);
terminal::Message wordsFor(const sync::EditProblem& problem);

/// Everything that is wrong with one input, so that nobody mends one thing only to hear of the next.
class ProblemList {
public:
    void add(const std::string& place, const terminal::Message& problem);
    bool empty() const { return lines_.empty(); }
    /// The lines below a heading.
    terminal::Trouble trouble(const std::string& code, const terminal::Message& heading) const;

private:
    std::vector<terminal::Message> lines_;
};

/// The heading of what a person gave wrongly: nothing was saved.
terminal::Message badInputHeading();

/// A save that did not happen.
terminal::Trouble troubleFrom(const sync::SaveError& error);

/// Faults of the machine. What is a Trouble already stays as it is.
terminal::Trouble troubleFrom(const std::exception& fault);

} // namespace lianxin::ctl
