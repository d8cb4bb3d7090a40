// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/matter_steps.h"

#include "app/domain/codes.h"
#include "app/domain/matter.h"

#include <charconv>

namespace lianxin::domain {

namespace {

using enum MatterStage;

/// A set of stages, one bit each.
using Stages = std::uint32_t;

template <class... Stage>
constexpr Stages any(Stage... stages) {
    return ((Stages{1} << static_cast<unsigned>(stages)) | ...);
}

// Wherever somebody is still expected to do something.
constexpr Stages anyOpen = any(Received, Registered, SettledOnSpot, Guided, Classified, AwaitingOrder,
                               AwaitingPresident, Dispatched, InProgress, PlanInReview, FeedbackInReview,
                               Answered, OpinionAsked, RedoOrdered, LimitedExplained, Tracking, Rectifying);

struct Transition {
    Step step;
    Stages from;
    std::optional<MatterStage> to;          ///< absent: the stage stays
    std::array<std::string_view, 3> needed; ///< fields of the event that may not be empty
};

// One row for each step, in the order of the steps. Rows that ask a policy profile, a report or another
// record (gates, orders, measures, extensions) come with those: until then a satisfied person completes the
// matter (T-26).
constexpr std::array<Transition, steps.size()> table{{
    {Step::Submit, any(Draft), Received, {}},                                          // T-02
    {Step::Register, any(Received), Registered, {}},                                   // T-03
    {Step::NotProceed, any(Registered), NotProceeded, {"reason"}},                     // T-04
    {Step::AnswerOnSpot, any(Received, Registered), SettledOnSpot, {"text"}},          // T-05
    {Step::LeadToOffice, any(Received), std::nullopt, {"reason"}},                     // T-06
    {Step::GuideByPhone, any(Registered), Guided, {"department", "phone_given"}},      // T-07
    {Step::ConfirmOutcome, any(Guided), Answered, {}},                                 // T-08
    {Step::Classify, any(Registered), Classified, {"kind", "nature", "direction"}},    // T-09
    {Step::IssueSlip, any(Classified), Dispatched, {"department"}},                    // T-14
    {Step::ConfirmReceipt, any(Dispatched), InProgress, {}},                           // T-18
    {Step::ReturnAssignment, any(Dispatched), Classified, {"reason"}},                 // T-19
    {Step::Answer, any(InProgress), Answered, {"text", "feedback_form", "addressee"}}, // T-24
    {Step::AskOpinion, any(SettledOnSpot, Answered), OpinionAsked, {}},                // T-25
    {Step::Satisfied, any(OpinionAsked), Completed, {"text"}},                         // T-26
    {Step::DissatisfiedQuality, any(OpinionAsked), RedoOrdered, {"reason"}},           // T-27
    {Step::Reissue, any(RedoOrdered), Dispatched, {"due_at"}},                         // T-28
    {Step::File, any(Completed, NotProceeded, TransferredOut), Archived, {}},          // T-35
    {Step::Urge, anyOpen, std::nullopt, {}},                                           // T-37
    {Step::PassOnPraise, any(Registered), Completed, {}},                              // T-41
    {Step::Reopen, any(Archived), Registered, {"reason"}},                             // T-42
}};

constexpr bool inOrder() {
    for (std::size_t place = 0; place < table.size(); ++place)
        if (static_cast<std::size_t>(table[place].step) != place)
            return false;
    return true;
}
static_assert(inOrder(), "a step is looked up by its place in the table");

std::optional<Step> stepOf(const sync::Record& event) {
    const auto* code = std::get_if<std::string>(&event.value("step"));
    return code ? stepFromCode(*code) : std::nullopt;
}

bool isPraise(const sync::Record& matter) {
    const auto* code = std::get_if<std::string>(&matter.value("kind"));
    return code && matterKindFromCode(*code) == MatterKind::Praise;
}

/// What the matter itself lacks for this step.
std::vector<std::string_view> missingInMatter(Step step, const sync::Record& matter) {
    if (step == Step::Register)
        return missingForRegistration(matter);
    std::vector<std::string_view> missing;
    if (step == Step::Submit)
        for (const std::string_view field : {"content", "raised_at"})
            if (sync::isNull(matter.value(field)))
                missing.push_back(field);
    return missing;
}

std::vector<std::string_view> missingFields(const Transition& transition, const sync::Record& event) {
    std::vector<std::string_view> missing;
    for (const std::string_view field : transition.needed)
        if (!field.empty() && sync::isNull(event.value(field)))
            missing.push_back(field);
    return missing;
}

std::string whyWithoutEffect(const MatterState& state, const Transition& transition,
                             const sync::Record& matter, const sync::Record& event) {
    if ((transition.from & any(state.stage)) == 0)
        return "not_in_this_stage";
    if (transition.step == Step::PassOnPraise && !isPraise(matter))
        return "not_for_this_kind";
    if (const auto missing = missingInMatter(transition.step, matter); !missing.empty())
        return "matter_missing:" + std::string(missing.front());
    if (const auto missing = missingFields(transition, event); !missing.empty())
        return "missing:" + std::string(missing.front());
    return {};
}

void moveOn(MatterState& state, const Transition& transition) {
    state.stage = transition.to.value_or(state.stage);
    const bool newRound = transition.step == Step::IssueSlip || transition.step == Step::Reissue;
    if (newRound)
        ++state.round;
    if (newRound || transition.step == Step::Reopen)
        state.urged = false;
    if (transition.step == Step::Urge)
        state.urged = true;
    if (transition.step == Step::LeadToOffice)
        state.withOffice = true;
}

} // namespace

std::string_view toCode(MatterStage stage) {
    return matterStages[static_cast<std::size_t>(stage)];
}

std::optional<MatterStage> matterStageFromCode(std::string_view code) {
    const auto place = placeOf(matterStages, code);
    return place ? std::optional(static_cast<MatterStage>(*place)) : std::nullopt;
}

std::string_view toCode(Step step) {
    return steps[static_cast<std::size_t>(step)];
}

std::optional<Step> stepFromCode(std::string_view code) {
    const auto place = placeOf(steps, code);
    return place ? std::optional(static_cast<Step>(*place)) : std::nullopt;
}

std::string toText(const MatterState& state) {
    if (state == MatterState{})
        return {};
    std::string text(toCode(state.stage));
    if (state.round != 0)
        text += " round=" + std::to_string(state.round);
    if (state.withOffice)
        text += " office";
    if (state.urged)
        text += " urged";
    return text;
}

std::optional<MatterState> matterStateFromText(std::string_view text) {
    MatterState state;
    std::string_view rest = text;
    const auto nextWord = [&rest] {
        const std::string_view word = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), word.size() + 1));
        return word;
    };
    if (!rest.empty()) {
        const auto stage = matterStageFromCode(nextWord());
        if (!stage)
            return std::nullopt;
        state.stage = *stage;
    }
    constexpr std::string_view roundIs = "round=";
    while (!rest.empty()) {
        const std::string_view word = nextWord();
        if (word.starts_with(roundIs))
            std::from_chars(word.data() + roundIs.size(), word.data() + word.size(), state.round);
        state.withOffice = state.withOffice || word == "office";
        state.urged = state.urged || word == "urged";
    }
    // Whatever was misread, left over or out of order does not come out again.
    return toText(state) == text ? std::optional(state) : std::nullopt;
}

StepVerdict judgeStep(MatterState& state, const sync::Record& matter, const sync::Record& event) {
    const auto step = stepOf(event);
    if (!step)
        return {false, "unknown_step"};
    const Transition& transition = table[static_cast<std::size_t>(*step)];
    std::string reason = whyWithoutEffect(state, transition, matter, event);
    if (!reason.empty())
        return {false, std::move(reason)};
    moveOn(state, transition);
    return {true, {}};
}

std::vector<std::string_view> missingForStep(const sync::Record& event) {
    const auto step = stepOf(event);
    return step ? missingFields(table[static_cast<std::size_t>(*step)], event)
                : std::vector<std::string_view>{};
}

} // namespace lianxin::domain
