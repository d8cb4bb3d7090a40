// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/hospital_rules.h"

#include "app/domain/matter.h"
#include "app/domain/matter_steps.h"
#include "app/domain/scopes.h"

#include <algorithm>
#include <array>

namespace lianxin::hub {

namespace {

using sync::Record;
using sync::Refusal;
using sync::RefusalReason;

constexpr std::string_view eventType = "matter_event";

/// 咨询 求助 意见 建议 批评 投诉 举报 表扬: the first letters of their readings, in the order of
/// domain::MatterKind.
constexpr std::array<std::string_view, domain::matterKinds.size()> seriesLetters{"ZX", "QZ", "YJ", "JY",
                                                                                 "PP", "TS", "JB", "BY"};

bool isEmpty(const Record& change) {
    return change.own.empty() && change.unknown.empty() &&
           std::all_of(change.shown.begin(), change.shown.end(), sync::isNull);
}

bool touches(const Record& change, const std::string& field) {
    const auto index = change.type->indexOf(field);
    return index && sync::ownState(change, *index) != nullptr;
}

const std::string* textOf(const Record& record, std::string_view field) {
    return std::get_if<std::string>(&record.value(field));
}

bool registers(const Record& event) {
    const std::string* step = textOf(event, "step");
    return step && domain::stepFromCode(*step) == domain::Step::Register;
}

} // namespace

std::optional<Refusal> HospitalRules::refuse(std::string_view roleCode, const Record& record,
                                             bool isNew) const {
    const auto role = domain::deviceRoleFromCode(roleCode);
    if (!role && !roleCode.empty())
        return Refusal{RefusalReason::NotAllowed, "role"};
    // What says nothing new asks for nothing: anyone may repeat what the hub holds, as after a restore.
    if (!isNew && isEmpty(record))
        return std::nullopt;
    const auto allowed = [&record, isNew](domain::DeviceRole one) {
        return isNew ? domain::maySubmit(one, record) : domain::maySubmit(one, *record.type);
    };
    if (role && !allowed(*role))
        return Refusal{RefusalReason::NotAllowed, record.type->name()};
    for (const domain::ContentProblem& problem : content_.check(record)) {
        // Of a record that the hub holds only what changed is here; the rest is not missing.
        if (!isNew && problem.fault == domain::ContentFault::Missing && !touches(record, problem.field))
            continue;
        return Refusal{RefusalReason::WrongContent,
                       problem.field + ": " + std::string(nameOf(problem.fault))};
    }
    return std::nullopt;
}

std::optional<sync::Scope> HospitalRules::scopeNeeded(std::string_view roleCode, const Record& record) const {
    const auto role = domain::deviceRoleFromCode(roleCode);
    return role ? domain::scopeNeeded(*role, record) : std::nullopt;
}

std::vector<sync::Scope> HospitalRules::scopesOf(const Record& record, std::string_view /*state*/) const {
    return domain::scopesOf(record);
}

std::optional<sync::ScopeOrigin> HospitalRules::originOf(const sync::Scope& scope) const {
    const auto ward = domain::wardOfScope(scope);
    return ward ? std::optional(sync::ScopeOrigin{"ward", *ward}) : std::nullopt;
}

bool HospitalRules::isEvent(const sync::RecordType& type) const {
    return type.name() == eventType;
}

sync::Judgement HospitalRules::judge(const Record& event, const Record& parent, std::string& state) const {
    auto known = domain::matterStateFromText(state);
    if (!known)
        return {false, "state_unreadable", std::nullopt};
    const domain::StepVerdict verdict = domain::judgeStep(*known, parent, event);
    sync::Judgement judgement{verdict.effective, verdict.withoutEffectBecause, std::nullopt};
    if (verdict.effective) {
        state = domain::toText(*known);
        if (registers(event))
            judgement.numberSeries = numberSeriesOf(parent, event);
    }
    return judgement;
}

std::string numberSeriesOf(const Record& matter, const Record& registration) {
    const std::string* code = textOf(matter, "kind");
    const auto kind = code ? domain::matterKindFromCode(*code) : std::nullopt;
    const std::string_view letters = kind ? seriesLetters[static_cast<std::size_t>(*kind)] : "SX"; // 事项
    // The stamp, unlike the claimed time, was corrected by the hub's clock.
    constexpr auto chinaIsAheadBy = std::chrono::hours(8);
    const auto day = std::chrono::floor<std::chrono::days>(registration.cover.stamp.wall() + chinaIsAheadBy);
    const int year = static_cast<int>(std::chrono::year_month_day(day).year());
    return std::string(letters) + std::to_string(year);
}

} // namespace lianxin::hub
