// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What the benchmark's hub is told about the benchmark's records: everything is allowed, everything stands in
// one scope.

#include "sync/hub/rules.h"

namespace lianxin::bench {

inline constexpr std::string_view benchScope = "office";

class BenchRules final : public sync::HubRules {
public:
    std::optional<sync::Refusal> refuse(std::string_view role, const sync::Record& record,
                                        bool isNew) const override;
    std::optional<sync::Scope> scopeNeeded(std::string_view role, const sync::Record& record) const override;
    std::vector<sync::Scope> scopesOf(const sync::Record& record, std::string_view state) const override;
    std::optional<sync::ScopeOrigin> originOf(const sync::Scope& scope) const override;
    bool isEvent(const sync::RecordType& type) const override;
    sync::Judgement judge(const sync::Record& event, const sync::Record& parent,
                          std::string& state) const override;
};

} // namespace lianxin::bench
