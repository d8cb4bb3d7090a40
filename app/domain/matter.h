// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of matter (P-02) and what the register needs of one.
#pragma once

#include "sync/record/record.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace lianxin::domain {

enum class MatterKind : std::uint8_t {
    Consultation, ///< 咨询
    HelpRequest,  ///< 求助
    Opinion,      ///< 意见
    Suggestion,   ///< 建议
    Criticism,    ///< 批评
    Complaint,    ///< 投诉
    Accusation,   ///< 举报
    Praise,       ///< 表扬
};

inline constexpr std::array<std::string_view, 8> matterKinds{"consultation", "help_request", "opinion",
                                                             "suggestion",   "criticism",    "complaint",
                                                             "accusation",   "praise"};

std::string_view toCode(MatterKind kind);
std::optional<MatterKind> matterKindFromCode(std::string_view code);

/// The three key elements of the register that this matter still lacks, by field name: complaint_time,
/// problem, respondent. They are asked for at registration and not when the matter is raised: a
/// person in a hurry or in anger is not turned away by a form.
std::vector<std::string_view> missingForRegistration(const sync::Record& matter);

/// Whether a boolean field holds true; an empty one does not.
bool isTrue(const sync::Record& record, std::string_view field);

} // namespace lianxin::domain
