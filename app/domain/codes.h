// SPDX-License-Identifier: GPL-3.0-or-later
// The words that a field with a fixed list of words may hold. They are stored and sent as they stand here,
// and shown to people by their translations. A released code is never given another meaning and never taken
// away.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace lianxin::domain {

using Codes = std::span<const std::string_view>;

/// The place of a code in its list.
constexpr std::optional<std::size_t> placeOf(Codes codes, std::string_view code) {
    for (std::size_t place = 0; place < codes.size(); ++place)
        if (codes[place] == code)
            return place;
    return std::nullopt;
}

inline constexpr std::array<std::string_view, 5> institutionLevels{"township", "county", "municipal",
                                                                   "maternal_child", "other"};

/// 临床、医技、职能、后勤
inline constexpr std::array<std::string_view, 4> departmentKinds{"clinical", "medical_technology",
                                                                 "administrative", "logistics"};

/// P-01
inline constexpr std::array<std::string_view, 28> roles{"first_receiver",
                                                        "ward_doctor",
                                                        "ward_nurse",
                                                        "complaint_officer",
                                                        "office_director",
                                                        "handling_department",
                                                        "department_head",
                                                        "investigation_member",
                                                        "legal_officer",
                                                        "info_manager",
                                                        "duty_president",
                                                        "general_duty",
                                                        "reception_leader",
                                                        "president",
                                                        "vice_president_in_charge",
                                                        "complaint_supervisor",
                                                        "party_organisation",
                                                        "quality_control",
                                                        "medical_affairs",
                                                        "functional_department",
                                                        "event_committee",
                                                        "leadership_meeting",
                                                        "spokesperson",
                                                        "inspector",
                                                        "security",
                                                        "night_duty",
                                                        "patient",
                                                        "family_member"};

/// 值班: who is called outside and inside office hours.
inline constexpr std::array<std::string_view, 6> duties{"duty_president", "general_duty", "office",
                                                        "ward_doctor",    "ward_nurse",   "night_duty"};

/// The trees of choices a category belongs to.
inline constexpr std::array<std::string_view, 6> categoryTrees{"kind",   "subject",   "care_link",
                                                               "nature", "direction", "cause_class"};

/// 医疗、医疗保健、护理、服务、行风、环境、设施、物价
inline constexpr std::array<std::string_view, 9> subjects{
    "medical", "healthcare", "nursing", "service", "conduct", "environment", "facility", "prices", "other"};

/// 3.2, the populations that are surveyed.
inline constexpr std::array<std::string_view, 8> surveyKinds{
    "outpatient_satisfaction", "inpatient_opinion",     "public_health_satisfaction",
    "discharged_satisfaction", "service_opinion_round", "opinion_consultation",
    "handling_opinion",        "after_handling_revisit"};

/// 内部渠道、外部渠道
inline constexpr std::array<std::string_view, 2> channels{"internal", "external"};

/// 2.2, where something came from.
inline constexpr std::array<std::string_view, 19> sources{"outpatient_survey",
                                                          "bedside_visit",
                                                          "public_health_survey",
                                                          "discharge_follow_up",
                                                          "opinion_box",
                                                          "opinion_form",
                                                          "phone",
                                                          "letter",
                                                          "fax",
                                                          "visit",
                                                          "email",
                                                          "wechat",
                                                          "hotline_12345",
                                                          "president_hotline",
                                                          "online_opinion",
                                                          "letter_external",
                                                          "superior_assigned",
                                                          "deputy_or_media",
                                                          "dept_direct"};

/// 来电、来信、来访 and the others
inline constexpr std::array<std::string_view, 9> contactModes{
    "phone", "letter", "visit", "fax", "email", "wechat", "self_service", "bedside", "other"};

///
inline constexpr std::array<std::string_view, 4> complainantTypes{"patient", "family", "staff", "other"};

/// Who typed a form in (P-06).
inline constexpr std::array<std::string_view, 3> fillers{"patient", "family", "staff"};

///
inline constexpr std::array<std::string_view, 3> visitOutcomes{"visited", "refused", "absent"};

inline constexpr std::array<std::string_view, 3> evidenceKinds{"photo", "recording", "document"};

/// What evidence may be: formats that every hospital's computers can show or play.
inline constexpr std::array<std::string_view, 6> evidenceMediaTypes{
    "image/jpeg", "image/png", "audio/mp4", "audio/mpeg", "audio/wav", "application/pdf"};

/// 口头、书面
inline constexpr std::array<std::string_view, 2> feedbackForms{"spoken", "written"};

/// To whom a result is fed back
inline constexpr std::array<std::string_view, 4> addressees{"complainant", "respondent", "department",
                                                            "assigning_body"};

/// 轻微、重要、重大
inline constexpr std::array<std::string_view, 3> severities{"slight", "important", "major"};

/// Of a form or a profile, as FHIR has it.
inline constexpr std::array<std::string_view, 3> publicationStates{"draft", "active", "retired"};

/// The face at which something was entered.
inline constexpr std::array<std::string_view, 3> deviceKinds{"kiosk", "ward", "desk"};

inline constexpr std::array<std::string_view, 3> languages{"zh-CN", "zh-TW", "en"};

} // namespace lianxin::domain
