// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/scopes.h"

#include "app/domain/codes.h"
#include "app/domain/matter_steps.h"

#include <algorithm>

namespace lianxin::domain {

namespace {

constexpr std::array<std::string_view, 3> roleCodes{"kiosk", "ward", "desk"};

constexpr std::array<std::string_view, 6> referenceTypes{"hospital", "department",    "ward",
                                                         "category", "questionnaire", "policy_profile"};

constexpr std::array<std::string_view, 2> staffTypes{"staff", "roster_entry"};

constexpr std::array<std::string_view, 6> wardTypes{"bed",  "staff", "roster_entry",
                                                    "stay", "visit", "card_handout"};

constexpr std::array<std::string_view, 3> kioskMayWrite{"survey_response", "matter", "matter_event"};
constexpr std::array<std::string_view, 7> wardMayWrite{
    "survey_response", "matter", "matter_event", "evidence", "stay", "visit", "card_handout"};

constexpr std::array<std::string_view, 3> wardWritesForItself{"stay", "visit", "card_handout"};

constexpr std::array<Step, 1> kioskSteps{Step::Submit};
// Every employee receives complaints: what can be settled is settled, the rest is led to the office (R-111,
//
constexpr std::array<Step, 3> wardSteps{Step::Submit, Step::AnswerOnSpot, Step::LeadToOffice};

constexpr std::string_view wardScopePrefix = "ward:";
constexpr std::string_view historyTypeName = "field_history";

const std::string* textOf(const sync::Record& record, std::string_view field) {
    return std::get_if<std::string>(&record.value(field));
}

std::optional<std::string> scopeOfItsWard(const sync::Record& record) {
    const auto* ward = std::get_if<sync::Uuid>(&record.value("ward"));
    return ward ? std::optional(wardScope(*ward)) : std::nullopt;
}

bool mayWriteType(DeviceRole role, std::string_view typeName) {
    switch (role) {
    case DeviceRole::Kiosk:
        return placeOf(kioskMayWrite, typeName).has_value();
    case DeviceRole::Ward:
        return placeOf(wardMayWrite, typeName).has_value();
    case DeviceRole::Desk:
        return true;
    }
    return false;
}

bool mayTakeStep(DeviceRole role, const sync::Record& event) {
    const std::string* code = textOf(event, "step");
    const auto step = code ? stepFromCode(*code) : std::nullopt;
    const auto contains = [step](std::span<const Step> steps) {
        return step && std::find(steps.begin(), steps.end(), *step) != steps.end();
    };
    switch (role) {
    case DeviceRole::Kiosk:
        return contains(kioskSteps);
    case DeviceRole::Ward:
        return contains(wardSteps);
    case DeviceRole::Desk:
        return true;
    }
    return false;
}

} // namespace

std::string wardScope(const sync::Uuid& ward) {
    return std::string(wardScopePrefix) + ward.toString();
}

std::optional<sync::Uuid> wardOfScope(std::string_view scope) {
    return scope.starts_with(wardScopePrefix) ? sync::Uuid::parse(scope.substr(wardScopePrefix.size()))
                                              : std::nullopt;
}

std::vector<std::string> scopesOf(const sync::Record& record) {
    const std::string& type = record.type->name();
    if (record.type->parentField())
        return {};
    if (placeOf(referenceTypes, type))
        return {std::string(referenceScope)};
    const auto ward = scopeOfItsWard(record);
    if (ward && placeOf(wardTypes, type))
        return {*ward};
    if (placeOf(staffTypes, type))
        return {std::string(staffScope)};
    if (ward && type == "matter")
        return {std::string(officeScope), *ward};
    return {std::string(officeScope)};
}

std::string_view toCode(DeviceRole role) {
    return roleCodes[static_cast<std::size_t>(role)];
}

std::optional<DeviceRole> deviceRoleFromCode(std::string_view code) {
    const auto place = placeOf(roleCodes, code);
    return place ? std::optional(static_cast<DeviceRole>(*place)) : std::nullopt;
}

std::vector<std::string> scopesFor(DeviceRole role, std::span<const sync::Uuid> wards) {
    switch (role) {
    case DeviceRole::Kiosk:
        return {std::string(referenceScope)};
    case DeviceRole::Ward: {
        std::vector<std::string> scopes{std::string(referenceScope), std::string(staffScope)};
        for (const sync::Uuid& ward : wards)
            scopes.push_back(wardScope(ward));
        return scopes;
    }
    case DeviceRole::Desk:
        return {std::string(everyScope)};
    }
    return {};
}

bool maySubmit(DeviceRole role, const sync::RecordType& type) {
    // Whoever may write a record may also pass on the values that were overwritten in it.
    return type.name() == historyTypeName || mayWriteType(role, type.name());
}

bool maySubmit(DeviceRole role, const sync::Record& record) {
    if (!maySubmit(role, *record.type))
        return false;
    if (record.type->name() == historyTypeName) {
        const std::string* type = textOf(record, "record_type");
        return type && mayWriteType(role, *type);
    }
    return record.type->name() != "matter_event" || mayTakeStep(role, record);
}

std::optional<std::string> scopeNeeded(DeviceRole role, const sync::Record& record) {
    const bool isOwnWork = placeOf(wardWritesForItself, record.type->name()).has_value();
    return role == DeviceRole::Ward && isOwnWork ? scopeOfItsWard(record) : std::nullopt;
}

} // namespace lianxin::domain
