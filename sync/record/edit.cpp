// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/edit.h"

#include "sync/record/json_text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lianxin::sync {

namespace {

Write writeOf(const Cover& cover, Value value) {
    return Write{cover.dot, cover.stamp, cover.claimed, {}, WriteKind::Value, std::move(value)};
}

template <class T>
bool contains(const std::vector<T>& list, const T& wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

void sortOut(std::vector<Dot>& dots) {
    std::sort(dots.begin(), dots.end());
    dots.erase(std::unique(dots.begin(), dots.end()), dots.end());
}

std::vector<Dot> headDots(const Field& field, const Writes& writes) {
    std::vector<Dot> dots;
    for (const Write* head : headsOf(field, writes))
        dots.push_back(head->dot);
    sortOut(dots);
    return dots;
}

/// A version that nobody else can have seen is taken out, and what it replaced is replaced by the new one
/// instead.
void collapse(Writes& state, Write& write, const std::function<bool(const Dot&)>& neverOffered) {
    for (auto at = state.begin(); at != state.end();) {
        const bool replacedHere = std::binary_search(write.base.begin(), write.base.end(), at->dot);
        if (!replacedHere || at->kind != WriteKind::Value || !neverOffered(at->dot)) {
            ++at;
            continue;
        }
        std::erase(write.base, at->dot);
        write.base.insert(write.base.end(), at->base.begin(), at->base.end());
        sortOut(write.base);
        at = state.erase(at);
    }
}

/// What differs between the elements the person saw and those they want. What others added or took out
/// meanwhile was not on the page, so it is left as it is.
Writes setChange(const Field& field, const Writes& state, const FieldChange& change, const Cover& cover) {
    std::map<std::string, std::vector<Dot>> seen;
    if (!change.base)
        for (const std::string& element : elementsOf(shownValue(field, state)))
            seen[element];
    for (const Write& add : state)
        if (const auto* element = std::get_if<std::string>(&add.value);
            element && add.kind == WriteKind::Value)
            if (change.base ? contains(*change.base, add.dot) : seen.contains(*element))
                seen[*element].push_back(add.dot);

    const auto wanted = elementsOf(change.value);
    Writes writes;
    for (const std::string& element : wanted)
        if (!seen.contains(element))
            writes.push_back(writeOf(cover, element));
    for (auto& [element, adds] : seen) {
        if (contains(wanted, element))
            continue;
        Write removal = writeOf(cover, element);
        removal.kind = WriteKind::Removal;
        removal.base = std::move(adds);
        writes.push_back(std::move(removal));
    }
    return writes;
}

bool isListOfTexts(const std::string& text) {
    const auto json = parseJson(text);
    if (!json || !json->is_array())
        return false;
    for (const simdjson::dom::element element : simdjson::dom::array(*json))
        if (!element.is_string())
            return false;
    return true;
}

std::optional<EditFault> faultOf(const Record& record, const FieldChange& change) {
    const auto index = record.type->indexOf(change.field);
    if (!index)
        return EditFault::UnknownField;
    const Field& field = record.type->field(*index);
    if (field.hubGiven)
        return EditFault::HubGiven;
    if (!fits(field, change.value))
        return EditFault::WrongType;
    const Writes state = writesOf(record, *index);
    if (field.rule == MergeRule::Once && !state.empty())
        return EditFault::WrittenOnce;
    // Who names what the page showed has opened it; who does not would replace texts unread.
    if (field.type == FieldType::Sealed && field.rule == MergeRule::Versions && !change.base &&
        headsOf(field, state).size() > 1)
        return EditFault::Sealed;
    return std::nullopt;
}

void applyChange(Record& record, const FieldChange& change, const Cover& cover,
                 const std::function<bool(const Dot&)>& neverOffered, std::vector<Loser>& losers) {
    const FieldIndex index = *record.type->indexOf(change.field);
    const Field& field = record.type->field(index);
    Writes state = writesOf(record, index);
    Writes added;
    switch (field.rule) {
    case MergeRule::Set:
        added = setChange(field, state, change, cover);
        break;
    case MergeRule::Once:
        added.push_back(writeOf(cover, change.value));
        break;
    case MergeRule::Latest:
    case MergeRule::Versions: {
        Write write = writeOf(cover, change.value);
        write.base = change.base ? *change.base : headDots(field, state);
        sortOut(write.base);
        if (field.rule == MergeRule::Versions)
            collapse(state, write, neverOffered);
        added.push_back(std::move(write));
        break;
    }
    }
    // A save is stamped above everything seen, so the person's own change is always the one shown.
    joinStates(field, state, added, losers);
    setWrites(record, index, std::move(state));
}

} // namespace

bool fits(const Field& field, const Value& value) {
    if (isNull(value))
        return true;
    switch (field.type) {
    case FieldType::Boolean: {
        const auto* number = std::get_if<std::int64_t>(&value);
        return number && (*number == 0 || *number == 1);
    }
    case FieldType::Integer:
    case FieldType::Time:
        return std::holds_alternative<std::int64_t>(value);
    case FieldType::Real: {
        const auto* number = std::get_if<double>(&value);
        return number && std::isfinite(*number);
    }
    case FieldType::Text: {
        const auto* text = std::get_if<std::string>(&value);
        return text && (field.rule == MergeRule::Set ? isListOfTexts(*text) : simdjson::validate_utf8(*text));
    }
    case FieldType::Json: {
        const auto* text = std::get_if<std::string>(&value);
        return text && parseJson(*text);
    }
    case FieldType::Reference:
        return std::holds_alternative<Uuid>(value);
    case FieldType::Sealed:
        return std::holds_alternative<Sealed>(value);
    }
    return false;
}

std::optional<EditProblem> applyEdit(Record& record, const std::vector<FieldChange>& changes,
                                     const Cover& write, const std::function<bool(const Dot&)>& neverOffered,
                                     std::vector<Loser>& losers) {
    if (record.erased)
        return EditProblem{EditFault::Erased, {}};
    for (const FieldChange& change : changes)
        if (const auto fault = faultOf(record, change))
            return EditProblem{*fault, change.field};
    if (!record.cover.dot)
        record.cover = write;
    for (const FieldChange& change : changes)
        applyChange(record, change, write, neverOffered, losers);
    return std::nullopt;
}

} // namespace lianxin::sync
