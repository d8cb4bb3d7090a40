// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital's answers to what the hub asks: who may write what, who sees it, and what an event means.
#pragma once

#include "app/domain/validation.h"
#include "sync/hub/rules.h"

namespace lianxin::hub {

/// One thread, the hub's: checking content keeps a parser's memory. The schema outlives it.
class HospitalRules final : public sync::HubRules {
public:
    explicit HospitalRules(const sync::Schema& schema) : content_(schema) {}

    std::optional<sync::Refusal> refuse(std::string_view role, const sync::Record& record,
                                        bool isNew) const override;
    std::optional<sync::Scope> scopeNeeded(std::string_view role, const sync::Record& record) const override;
    std::vector<sync::Scope> scopesOf(const sync::Record& record, std::string_view state) const override;
    std::optional<sync::ScopeOrigin> originOf(const sync::Scope& scope) const override;
    bool isEvent(const sync::RecordType& type) const override;
    sync::Judgement judge(const sync::Record& event, const sync::Record& parent,
                          std::string& state) const override;

private:
    mutable domain::ContentRules content_;
};

/// The series of official numbers a matter belongs to when this event registers it: the kind's two letters
/// and the year in China, such as "TS2026" for a complaint.
std::string numberSeriesOf(const sync::Record& matter, const sync::Record& registration);

} // namespace lianxin::hub
