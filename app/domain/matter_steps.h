// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a matter, step by step, and whether a step takes effect.
//
// The hub keeps each matter's state as a short text and judges every event once, at admission. A device folds
// its own unpushed events on top with the same function and marks the outcome provisional. Nothing here is
// ever thrown away: a step without effect stands on the timeline with its reason, for a person to look at.
#pragma once

#include "sync/record/record.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::domain {

/// Where a matter stands (P-09). Everything that waits for a gate or another actor has a stage of its own.
enum class MatterStage : std::uint8_t {
    Draft,             ///< 草稿: raised, not yet submitted (T-01 is the raising itself)
    Received,          ///< 已受理
    Registered,        ///< 已登记
    SettledOnSpot,     ///< 当场答复
    Guided,            ///< 已引导
    Classified,        ///< 已分类
    AwaitingOrder,     ///< 待签发督办令
    AwaitingPresident, ///< 待院长决定
    Dispatched,        ///< 已转办
    InProgress,        ///< 办理中
    PlanInReview,      ///< 方案审核中
    FeedbackInReview,  ///< 反馈内容审核中
    Answered,          ///< 已答复
    OpinionAsked,      ///< 征求意见中
    RedoOrdered,       ///< 责令重办
    LimitedExplained,  ///< 条件所限、已解释
    Tracking,          ///< 跟踪处理
    Rectifying,        ///< 整改跟踪
    Completed,         ///< 办结
    Archived,          ///< 已归档
    TransferredOut,    ///< 另案移交
    NotProceeded,      ///< 不进入程序
};

inline constexpr std::array<std::string_view, 22> matterStages{
    "draft",           "received",      "registered",     "settled_on_spot",
    "guided",          "classified",    "awaiting_order", "awaiting_president",
    "dispatched",      "in_progress",   "plan_in_review", "feedback_in_review",
    "answered",        "opinion_asked", "redo_ordered",   "limited_explained",
    "tracking",        "rectifying",    "completed",      "archived",
    "transferred_out", "not_proceeded"};

std::string_view toCode(MatterStage stage);
std::optional<MatterStage> matterStageFromCode(std::string_view code);

/// What a person does to a matter, by the transition table (P-10).
enum class Step : std::uint8_t {
    Submit,              ///< T-02
    Register,            ///< T-03 登记
    NotProceed,          ///< T-04 不进入程序
    AnswerOnSpot,        ///< T-05 当场答复
    LeadToOffice,        ///< T-06 引导至办公室
    GuideByPhone,        ///< T-07 电话引导
    ConfirmOutcome,      ///< T-08
    Classify,            ///< T-09 分类
    IssueSlip,           ///< T-14 服务问题反馈单
    ConfirmReceipt,      ///< T-18 签收
    ReturnAssignment,    ///< T-19 退回
    Answer,              ///< T-24 答复
    AskOpinion,          ///< T-25 征求意见
    Satisfied,           ///< T-26
    DissatisfiedQuality, ///< T-27 dissatisfied with the quality of handling
    Reissue,             ///< T-28 责令再次办理
    File,                ///< T-35 归档
    Urge,                ///< T-37 催办
    PassOnPraise,        ///< T-41 转达表扬
    Reopen,              ///< T-42
};

inline constexpr std::array<std::string_view, 20> steps{"submit",
                                                        "register",
                                                        "not_proceed",
                                                        "answer_on_spot",
                                                        "lead_to_office",
                                                        "guide_by_phone",
                                                        "confirm_outcome",
                                                        "classify",
                                                        "issue_slip",
                                                        "confirm_receipt",
                                                        "return_assignment",
                                                        "answer",
                                                        "ask_opinion",
                                                        "satisfied",
                                                        "dissatisfied_quality",
                                                        "reissue",
                                                        "file",
                                                        "urge",
                                                        "pass_on_praise",
                                                        "reopen"};

std::string_view toCode(Step step);
std::optional<Step> stepFromCode(std::string_view code);

/// What the effective steps of a matter have led to.
struct MatterState {
    MatterStage stage = MatterStage::Draft;
    bool withOffice = false; ///< the first receiver led the person to the office (T-06)
    bool urged = false;      ///< since the last slip
    std::int64_t round =
        0; ///< how often the department was told to handle it: 1 with the first slip, 2 with a redo

    bool operator==(const MatterState&) const = default;
};

/// A short text such as "in_progress round=2 urged", for the hub to keep. The empty text is a matter just
/// raised.
std::string toText(const MatterState& state);
/// Nothing when the text was not made by toText.
std::optional<MatterState> matterStateFromText(std::string_view text);

/// What became of one step.
struct StepVerdict {
    bool effective = false;
    /// Empty, or: "unknown_step", "not_in_this_stage", "not_for_this_kind", "missing:" and a field of the
    /// event, "matter_missing:" and a field of the matter.
    std::string withoutEffectBecause;

    bool operator==(const StepVerdict&) const = default;
};

/// Judges the event of a matter and, if it takes effect, moves the state on. Pure: the same three inputs give
/// the same verdict on every machine. Reads the step and its fields, never the times.
StepVerdict judgeStep(MatterState& state, const sync::Record& matter, const sync::Record& event);

/// The fields of the event that its step needs and that are still empty; none for a step nobody knows.
std::vector<std::string_view> missingForStep(const sync::Record& event);

} // namespace lianxin::domain
