// SPDX-License-Identifier: GPL-3.0-or-later
// What the hub asks of whoever uses it: the store knows no trade, so authority, content, scopes and the
// meaning of events are decided by the program's domain.
#pragma once

#include "sync/wire/messages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lianxin::sync {

struct Refusal {
    RefusalReason reason = RefusalReason::WrongContent;
    std::string detail;
};

/// The hub's word on one event, given once, when it is admitted.
struct Judgement {
    bool effective = false;
    std::string withoutEffectBecause;
    /// The parent is given the next official number of this series, unless it has one.
    std::optional<std::string> numberSeries;
};

/// The record that a scope is about.
struct ScopeOrigin {
    std::string_view type;
    Uuid record;
};

/// Called on the hub's own thread only. Implementations keep no state between calls.
class HubRules {
public:
    HubRules() = default;
    HubRules(const HubRules&) = delete;
    HubRules& operator=(const HubRules&) = delete;
    virtual ~HubRules() = default;

    /// Whether a device of this role may write this record. `isNew`: the hub does not hold it yet; otherwise
    /// only the fields that the push would change are in `record`. An empty role: of someone whom a restored
    /// backup does not know, so that only the content can be judged.
    virtual std::optional<Refusal> refuse(std::string_view role, const Record& record, bool isNew) const = 0;

    /// The scope that a device of this role must have, or have had, to bring this new record; nothing: none.
    virtual std::optional<Scope> scopeNeeded(std::string_view role, const Record& record) const = 0;

    /// The scopes of a record that has no parent. `state` is what its events have made of it, or empty.
    virtual std::vector<Scope> scopesOf(const Record& record, std::string_view state) const = 0;

    /// The record that the hub must hold for this scope to be one; nothing: the scope is there by itself.
    /// What would stand in a scope that is none is refused, since every device would have to name it for
    /// ever.
    virtual std::optional<ScopeOrigin> originOf(const Scope& scope) const = 0;

    /// Whether records of this type are events, which are judged, rather than contents.
    virtual bool isEvent(const RecordType& type) const = 0;

    /// Judges an event against its parent's state and carries the state on. The state is the rules' own text.
    virtual Judgement judge(const Record& event, const Record& parent, std::string& state) const = 0;
};

/// The fields an event type has for the hub's word, all hub-given.
inline constexpr std::string_view placeField = "place";
inline constexpr std::string_view effectiveField = "effective";
inline constexpr std::string_view reasonField = "without_effect_because";
/// The reason the hub itself gives: an event came before its parent, from a device that may not touch that.
inline constexpr std::string_view notAllowedReason = "not_allowed";
/// The field, hub-given, that holds a record's official number.
inline constexpr std::string_view numberField = "number";

} // namespace lianxin::sync
