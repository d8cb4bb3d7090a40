// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/join.h"

#include "sync/mutants.h"
#include "sync/record/order.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace lianxin::sync {

namespace {

bool sameValue(const Value& a, const Value& b) {
    return compareValues(a, b) == std::strong_ordering::equal;
}

bool sameWrite(const Field& field, const Write& a, const Write& b) {
    if (a.dot != b.dot)
        return false;
    if (field.rule == MergeRule::Versions)
        return true;
    // One save may add and remove several elements of a set, all under its one dot. What was to be written
    // once and has two values under one dot keeps both, for a person to see.
    return sameValue(a.value, b.value) && (a.kind == WriteKind::Removal) == (b.kind == WriteKind::Removal);
}

bool uniteBase(std::vector<Dot>& into, const std::vector<Dot>& other) {
    if (std::includes(into.begin(), into.end(), other.begin(), other.end()))
        return false;
    std::vector<Dot> united;
    std::set_union(into.begin(), into.end(), other.begin(), other.end(), std::back_inserter(united));
    into = std::move(united);
    return true;
}

/// How much a write tells: a text that is here tells more than one that has moved.
bool tellsMore(const Write& a, const Write& b) {
    if (a.kind != b.kind)
        return a.kind == WriteKind::Value || b.kind == WriteKind::Moved;
    return compareValues(a.value, b.value) > 0;
}

/// The same dot seen twice: a stamp may have been corrected upwards, a text may have moved to history.
/// Anything else that differs is a fault of the writer, and the greater value is taken so that every replica
/// agrees.
bool mergeSameDot(Write& into, const Write& other) {
    bool changed = uniteBase(into.base, other.base);
    if (std::tie(other.stamp, other.claimed) > std::tie(into.stamp, into.claimed)) {
        into.stamp = other.stamp;
        into.claimed = other.claimed;
        changed = true;
    }
    if (tellsMore(other, into)) {
        into.kind = other.kind;
        into.value = other.value;
        changed = true;
    }
    return changed;
}

Writes::iterator findWrite(const Field& field, Writes& writes, const Write& wanted) {
    auto at = std::lower_bound(writes.begin(), writes.end(), wanted,
                               [](const Write& a, const Write& b) { return a.dot < b.dot; });
    while (at != writes.end() && at->dot == wanted.dot && !sameWrite(field, *at, wanted))
        ++at;
    return at != writes.end() && at->dot == wanted.dot ? at : writes.end();
}

/// By what tells one write from another in sameWrite, so that the same writes always stand in the same order.
bool standsBefore(const Write& a, const Write& b) {
    if (a.dot != b.dot)
        return a.dot < b.dot;
    const bool aRemoves = a.kind == WriteKind::Removal;
    const bool bRemoves = b.kind == WriteKind::Removal;
    return aRemoves != bRemoves ? bRemoves : compareValues(a.value, b.value) < 0;
}

bool unite(const Field& field, Writes& into, std::span<const Write> other) {
    bool changed = false;
    for (const Write& write : other) {
        const auto at = findWrite(field, into, write);
        if (at != into.end()) {
            changed = mergeSameDot(*at, write) || changed;
        } else {
            into.insert(std::upper_bound(into.begin(), into.end(), write, standsBefore), write);
            changed = true;
        }
    }
    return changed;
}

void lose(const Field& field, const Write& write, std::vector<Loser>& losers) {
    losers.push_back(Loser{field.name, field.type, write});
}

bool joinLatest(const Field& field, Writes& into, std::span<const Write> other, std::vector<Loser>& losers) {
    bool changed = false;
    for (const Write& write : other) {
        if (into.empty()) {
            into.push_back(write);
            changed = true;
            continue;
        }
        Write& shown = into.front();
        // A copy of the shown write that differs in its stamp alone has nothing to lose: the higher stamp is
        // the right one.
        const bool somethingLoses = shown.dot != write.dot || !sameValue(shown.value, write.value);
        if (MUTANT(no_tie_break) ? write.stamp >= shown.stamp && shown != write : laterThan(write, shown)) {
            if (somethingLoses)
                lose(field, shown, losers);
            shown = write;
            changed = true;
        } else if (somethingLoses) {
            lose(field, write, losers);
        }
    }
    return changed;
}

bool joinVersions(const Field& field, Writes& into, std::span<const Write> other,
                  std::vector<Loser>& losers) {
    // Whether a text stands in a state is decided by what the versions there replace. So an old text may come
    // back for a moment and move out again: the state is compared with what it was.
    const Writes before = into;
    for (const Write& write : other) {
        const auto known = findWrite(field, into, write);
        if (known != into.end() && known->kind == WriteKind::Value && write.kind == WriteKind::Value &&
            !sameValue(known->value, write.value))
            lose(field, tellsMore(write, *known) ? *known : write, losers);
        unite(field, into, {&write, 1});
    }
    std::vector<Dot> replaced;
    for (const Write& write : into)
        replaced.insert(replaced.end(), write.base.begin(), write.base.end());
    std::sort(replaced.begin(), replaced.end());
    for (Write& write : into) {
        const bool stands = write.kind == WriteKind::Value;
        if (stands && !std::binary_search(replaced.begin(), replaced.end(), write.dot))
            continue;
        if (stands && !MUTANT(version_dropped_on_resolve))
            lose(field, write, losers);
        write.kind = WriteKind::Moved;
        write.value = {};
    }
    return into != before;
}

/// Once most fields have a state of their own, another save covers more of the record than the old cover
/// does.
void chooseCover(Record& record) {
    if (record.own.size() * 2 <= record.shown.size())
        return;
    std::vector<std::pair<Cover, std::size_t>> candidates;
    for (const OwnState& state : record.own) {
        const Write& write = state.writes.front();
        if (state.writes.size() != 1 || !write.base.empty() || write.kind != WriteKind::Value ||
            isNull(write.value))
            continue;
        const Cover cover{write.dot, write.stamp, write.claimed};
        const auto known = std::find_if(candidates.begin(), candidates.end(),
                                        [&cover](const auto& candidate) { return candidate.first == cover; });
        if (known == candidates.end())
            candidates.emplace_back(cover, 1);
        else
            ++known->second;
    }
    const auto best = std::max_element(candidates.begin(), candidates.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == candidates.end() || best->second * 2 <= record.shown.size())
        return;
    std::vector<Writes> states;
    for (std::size_t i = 0; i < record.shown.size(); ++i)
        states.push_back(writesOf(record, static_cast<FieldIndex>(i)));
    record.cover = best->first;
    record.own.clear();
    for (std::size_t i = 0; i < states.size(); ++i)
        setWrites(record, static_cast<FieldIndex>(i), std::move(states[i]));
}

/// Whether both sides say the same of this field at a glance; most fields of most joins do.
bool plainlyEqual(const Record& a, const Record& b, FieldIndex field) {
    return a.cover == b.cover && !ownState(a, field) && !ownState(b, field) &&
           sameValue(a.shown[field], b.shown[field]);
}

} // namespace

bool joinStates(const Field& field, Writes& into, std::span<const Write> other, std::vector<Loser>& losers) {
    if (field.hubGiven)
        return joinLatest(field, into, other, losers);
    switch (field.rule) {
    case MergeRule::Once:
    case MergeRule::Set:
        return unite(field, into, other);
    case MergeRule::Latest:
        return joinLatest(field, into, other, losers);
    case MergeRule::Versions:
        return joinVersions(field, into, other, losers);
    }
    return false;
}

bool joinWrites(Record& record, FieldIndex field, std::span<const Write> writes, std::vector<Loser>& losers) {
    if (record.erased || writes.empty())
        return false;
    Writes state = writesOf(record, field);
    if (!joinStates(record.type->field(field), state, writes, losers))
        return false;
    setWrites(record, field, std::move(state));
    return true;
}

bool joinUnknown(Record& record, const Field& field, std::span<const Write> writes,
                 std::vector<Loser>& losers) {
    if (record.erased || writes.empty())
        return false;
    auto at = std::lower_bound(
        record.unknown.begin(), record.unknown.end(), field.name,
        [](const UnknownField& known, const std::string& name) { return known.field.name < name; });
    if (at == record.unknown.end() || at->field.name != field.name)
        at = record.unknown.insert(at, UnknownField{field, {}});
    return joinStates(at->field, at->writes, writes, losers);
}

bool join(Record& record, const Record& other, std::vector<Loser>& losers) {
    if (record.erased)
        return false;
    if (other.erased) {
        // Whose child it was may be known only there.
        if (const auto parent = record.type->parentField(); parent && isNull(record.shown[*parent]))
            record.shown[*parent] = other.shown[*parent];
        eraseContent(record);
        return true;
    }
    bool changed = false;
    // Nothing is covered here yet: the other side's cover may cover what it brings.
    if (!record.cover.dot)
        record.cover = other.cover;
    for (std::size_t i = 0; i < record.shown.size(); ++i) {
        const auto field = static_cast<FieldIndex>(i);
        if (!plainlyEqual(record, other, field))
            changed = joinWrites(record, field, writesOf(other, field), losers) || changed;
    }
    for (const UnknownField& unknown : other.unknown)
        changed = joinUnknown(record, unknown.field, unknown.writes, losers) || changed;
    if (changed)
        chooseCover(record);
    return changed;
}

} // namespace lianxin::sync
