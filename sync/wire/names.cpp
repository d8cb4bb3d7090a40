// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/wire/names.h"

#include "sync/wire/limits.h"
#include "sync/wire/messages.h"

#include <algorithm>
#include <array>

namespace lianxin::sync {

namespace {

constexpr std::array<std::string_view, 7> actionNames{"retry-later",   "wait-for-network", "needs-enrolment",
                                                      "needs-upgrade", "clock-wrong",      "new-round",
                                                      "refused"};
constexpr std::array<std::string_view, 5> reasonNames{"unknown-type", "wrong-content", "not-allowed",
                                                      "written-once-before", "type-differs"};
constexpr std::array<std::string_view, 4> faultNames{"too-large", "malformed", "wrong-type", "field-differs"};

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? std::nullopt : std::optional(static_cast<Enum>(at - names.begin()));
}

} // namespace

std::string_view nameOf(NextAction action) {
    return actionNames[static_cast<std::size_t>(action)];
}
std::optional<NextAction> nextActionNamed(std::string_view name) {
    return named<NextAction>(actionNames, name);
}

std::string_view nameOf(RefusalReason reason) {
    return reasonNames[static_cast<std::size_t>(reason)];
}
std::optional<RefusalReason> refusalReasonNamed(std::string_view name) {
    return named<RefusalReason>(reasonNames, name);
}

std::string_view nameOf(WireFault::Kind kind) {
    return faultNames[static_cast<std::size_t>(kind)];
}

} // namespace lianxin::sync
