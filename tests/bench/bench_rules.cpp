// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_rules.h"

namespace lianxin::bench {

std::optional<sync::Refusal> BenchRules::refuse(std::string_view, const sync::Record&, bool) const {
    return std::nullopt;
}

std::optional<sync::Scope> BenchRules::scopeNeeded(std::string_view, const sync::Record&) const {
    return std::nullopt;
}

std::vector<sync::Scope> BenchRules::scopesOf(const sync::Record&, std::string_view) const {
    return {sync::Scope(benchScope)};
}

std::optional<sync::ScopeOrigin> BenchRules::originOf(const sync::Scope&) const {
    return std::nullopt;
}

bool BenchRules::isEvent(const sync::RecordType&) const {
    return false;
}

sync::Judgement BenchRules::judge(const sync::Record&, const sync::Record&, std::string&) const {
    return {};
}

} // namespace lianxin::bench
