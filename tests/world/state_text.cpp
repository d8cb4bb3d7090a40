// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/state_text.h"

#include <algorithm>

namespace lianxin::world {

using namespace lianxin::sync;

namespace {

std::string textOf(const Writes& writes) {
    std::string text;
    for (const Write& write : writes) {
        text += " [" + dotToText(write.dot) + " @" + std::to_string(write.stamp.packed);
        if (write.claimed != WallTime{})
            text += " claimed " + std::to_string(write.claimed.time_since_epoch().count());
        for (const Dot& dot : write.base)
            text += " saw " + dotToText(dot);
        text += write.kind == WriteKind::Moved     ? " moved"
                : write.kind == WriteKind::Removal ? " removes "
                                                   : " ";
        text += valueToJson(write.value) + ']';
    }
    return text;
}

std::string keyOf(const Record& record) {
    return record.type->name() + ' ' + record.id.toString();
}

} // namespace

std::string textOf(const Record& record) {
    if (record.erased)
        return "erased";
    std::string text;
    for (std::size_t i = 0; i < record.shown.size(); ++i) {
        const auto field = static_cast<FieldIndex>(i);
        if (const Writes writes = writesOf(record, field); !writes.empty())
            text += record.type->field(field).name + ':' + textOf(writes) + ' ';
    }
    for (const UnknownField& unknown : record.unknown)
        text += unknown.field.name + "(unknown):" + textOf(unknown.writes) + ' ';
    return text;
}

StateText visibleState(Replica& replica) {
    StateText state;
    for (const auto& type : replica.schema().types())
        replica.visit(*type, [&state](const Record& record) { state[keyOf(record)] = textOf(record); });
    return state;
}

StateText hubState(Hub& hub, DeviceNumber device) {
    std::map<ScopeNumber, bool> granted;
    auto scopes = hub.database().prepare("SELECT number,name FROM _scope");
    while (scopes.step())
        granted[static_cast<ScopeNumber>(scopes.integer(0))] =
            hub.directory().hasScope(device, Scope(scopes.text(1)));
    StateText state;
    for (const auto& table : hub.tables().all())
        table->scan(INT64_MIN, INT64_MAX, [&](const Row& row) {
            const auto stands = row.scopes.value_or(std::vector<ScopeNumber>{});
            if (std::any_of(stands.begin(), stands.end(), [&](ScopeNumber scope) { return granted[scope]; }))
                state[keyOf(row.record)] = textOf(row.record);
            return true;
        });
    return state;
}

std::string difference(const StateText& a, const StateText& b) {
    std::string lines;
    for (const auto& [key, text] : a) {
        const auto other = b.find(key);
        if (other == b.end())
            lines += key + " only in the first: " + text + '\n';
        else if (other->second != text)
            lines += key + " differs:\n  " + text + "\n  " + other->second + '\n';
    }
    for (const auto& [key, text] : b)
        if (!a.contains(key))
            lines += key + " only in the second: " + text + '\n';
    return lines;
}

} // namespace lianxin::world
