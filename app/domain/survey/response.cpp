// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/response.h"

#include "app/domain/survey/plain_answers.h"

#include <algorithm>

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;

/// In the order of the form, each question's fault before its being unanswered.
void putInOrder(const Form& form, std::vector<AnswerProblem>& problems) {
    const auto placeOf = [&form](const AnswerProblem& problem) {
        return form.find(problem.linkId).value_or(form.items().size());
    };
    std::stable_sort(problems.begin(), problems.end(),
                     [&placeOf](const AnswerProblem& left, const AnswerProblem& right) {
                         return placeOf(left) < placeOf(right);
                     });
    // A question whose answer could not be used has one thing wrong with it, not two.
    const auto twin = [](const AnswerProblem& left, const AnswerProblem& right) {
        return left.linkId == right.linkId;
    };
    problems.erase(std::unique(problems.begin(), problems.end(), twin), problems.end());
}

} // namespace

platform::Result<SurveyAnswers, std::vector<AnswerProblem>>
answerSurvey(const Json& form, const Json& answers, sync::WallTime authored) {
    using AnswerResult = platform::Result<SurveyAnswers, std::vector<AnswerProblem>>;
    auto read = Form::read(form);
    if (!read) {
        const FormProblem& problem = read.error();
        // The place in another resource is none of a form.
        const bool isForm = problem.fault != FormFault::NotAQuestionnaire;
        return AnswerResult(std::vector<AnswerProblem>{
            {AnswerFault::NotAQuestionnaire, isForm ? problem.place : std::string()}});
    }
    if (read->url().empty() || read->version().empty())
        return AnswerResult(std::vector<AnswerProblem>{{AnswerFault::NotAQuestionnaire, {}}});
    if (!answers.is_object())
        return AnswerResult(std::vector<AnswerProblem>{{AnswerFault::WrongType, {}}});
    FormAnswers filled(std::make_shared<const Form>(std::move(read).value()));
    auto problems = putPlainAnswers(filled, answers);
    const auto more = filled.problems();
    problems.insert(problems.end(), more.begin(), more.end());
    putInOrder(filled.form(), problems);
    if (!problems.empty())
        return AnswerResult(std::move(problems));
    return AnswerResult(SurveyAnswers{filled.response(authored).dump(), filled.score()});
}

} // namespace lianxin::domain
