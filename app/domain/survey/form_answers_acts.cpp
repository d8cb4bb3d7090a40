// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of a fill-in, and what each does to the rows that depend on it.
#include "app/domain/survey/answer_check.h"
#include "app/domain/survey/form_answers.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace lianxin::domain {

namespace {

bool isBlank(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text && text->find_first_not_of(" \t\r\n") == std::string::npos;
}

bool holdsFor(Operator op, std::partial_ordering order) {
    switch (op) {
    case Operator::Exists:
        return false;
    case Operator::Equal:
        return order == std::partial_ordering::equivalent;
    case Operator::NotEqual:
        return order != std::partial_ordering::equivalent;
    case Operator::Greater:
        return order == std::partial_ordering::greater;
    case Operator::Less:
        return order == std::partial_ordering::less;
    case Operator::GreaterOrEqual:
        return order == std::partial_ordering::greater || order == std::partial_ordering::equivalent;
    case Operator::LessOrEqual:
        return order == std::partial_ordering::less || order == std::partial_ordering::equivalent;
    }
    return false;
}

/// Codings by what their options count, where both do.
std::partial_ordering compareAnswers(const Item& question, const Value& given, const Value& wanted) {
    const auto order = compare(given, wanted);
    if (order != std::partial_ordering::unordered || !std::holds_alternative<Coding>(given))
        return order;
    const Option* left = question.options->find(given);
    const Option* right = question.options->find(wanted);
    // Two options of the same weight are still two: neither above nor below, and not equal.
    if (!left || !right || !left->ordinal || !right->ordinal || *left->ordinal == *right->ordinal)
        return std::partial_ordering::unordered;
    return *left->ordinal <=> *right->ordinal;
}

} // namespace

FormAnswers::FormAnswers(std::shared_ptr<const Form> form) : form_(std::move(form)) {
    addScope(0, form_->items().size(), noRow);
    settle(rows());
    takeChanges();
}

FormAnswers::ScopeId FormAnswers::addScope(std::size_t first, std::size_t end, RowId group) {
    const auto id = static_cast<ScopeId>(scopes_.size());
    scopes_.push_back({first, group, std::vector<RowId>(end - first, noRow)});
    for (std::size_t place = first; place < end; ++place) {
        const Item& item = form_->items()[place];
        const auto row = static_cast<RowId>(rows_.size());
        rows_.push_back({place, id, false, false, false, item.initial, checkAnswers(item, item.initial), {}});
        scopes_[id].rows[place - first] = row;
        if (!item.isRepeatingGroup() || (place == first && group != noRow))
            continue;
        const std::size_t least = std::clamp<std::size_t>(item.minOccurs.value_or(1), 1, mostCopies);
        for (std::size_t copy = 0; copy < least && (copy == 0 || rows_.size() < mostRows); ++copy) {
            const ScopeId added = addScope(place, item.end, row);
            rows_[row].copies.push_back(added);
        }
        place = item.end - 1;
    }
    return id;
}

void FormAnswers::note(RowId row) {
    if (!rows_[row].changed)
        changes_.push_back(row);
    rows_[row].changed = true;
}

FormChanges FormAnswers::takeChanges() {
    for (const RowId row : changes_)
        rows_[row].changed = false;
    return {std::exchange(changes_, {}), std::exchange(layoutChanged_, false)};
}

// ---- enabling

bool FormAnswers::holds(const Condition& condition, RowId row) const {
    bool answered = false;
    for (const RowId asked : nearest(condition.question, at(row).scope)) {
        if (!isAnswered(asked))
            continue;
        answered = true;
        for (const Value& value : at(asked).values)
            if (holdsFor(condition.op, compareAnswers(item(asked), value, condition.answer)))
                return true;
    }
    return condition.op == Operator::Exists && answered == std::get<bool>(condition.answer);
}

bool FormAnswers::shouldBeEnabled(RowId row) const {
    const RowId parent = parentOf(row);
    if (parent != noRow && !at(parent).enabled)
        return false;
    // The conditions of a repeating group are about the whole of it, not about each copy.
    const auto& conditions = item(row).conditions;
    if (conditions.empty() || isHeading(row))
        return true;
    const auto held = [this, row](const Condition& condition) { return holds(condition, row); };
    return item(row).anyCondition ? std::any_of(conditions.begin(), conditions.end(), held)
                                  : std::all_of(conditions.begin(), conditions.end(), held);
}

/// The rows whose conditions look at this one, and some that only might.
void FormAnswers::addDependents(RowId row, std::vector<RowId>& found) const {
    for (const std::size_t dependent : item(row).dependents) {
        const auto rows = nearest(dependent, at(row).scope);
        found.insert(found.end(), rows.begin(), rows.end());
    }
}

/// Looks at these rows again, and at all that hang on those that come out different; each after what it hangs
/// on, so that none is looked at twice.
void FormAnswers::settle(const std::vector<RowId>& start) {
    using Turn = std::tuple<std::size_t, bool, RowId>;
    std::set<Turn> open;
    const auto add = [this, &open](const std::vector<RowId>& rows) {
        for (const RowId row : rows)
            open.emplace(item(row).order, isHeading(row), row);
    };
    add(start);
    while (!open.empty()) {
        const RowId row = std::get<RowId>(*open.begin());
        open.erase(open.begin());
        const bool enabled = shouldBeEnabled(row);
        if (enabled == rows_[row].enabled)
            continue;
        rows_[row].enabled = enabled;
        layoutChanged_ = true;
        note(row);
        std::vector<RowId> next = childrenOf(row);
        addDependents(row, next);
        add(next);
    }
}

// ---- acts

std::optional<AnswerFault> FormAnswers::set(RowId row, std::vector<Value> values) {
    if (row >= rows_.size() || rows_[row].gone || item(row).type == ItemType::Group ||
        item(row).type == ItemType::Display)
        return AnswerFault::UnknownQuestion;
    const Item& question = item(row);
    if (question.type == ItemType::Refused)
        return AnswerFault::UnsupportedType;
    if (question.readOnly)
        return AnswerFault::ReadOnly;
    std::erase_if(values, isBlank);
    for (Value& value : values)
        if (auto fitting = conform(question, value))
            value = *std::move(fitting);
    if (values == rows_[row].values)
        return rows_[row].fault;
    rows_[row].values = std::move(values);
    rows_[row].fault = checkAnswers(question, rows_[row].values);
    note(row);
    std::vector<RowId> dependents;
    addDependents(row, dependents);
    settle(dependents);
    return rows_[row].fault;
}

std::optional<AnswerFault> FormAnswers::toggle(RowId row, const Option& option) {
    if (row >= rows_.size() || !item(row).repeats)
        return set(row, {option.value});
    const Options& options = *item(row).options;
    std::vector<Value> values = rows_[row].values;
    if (std::erase(values, option.value) > 0)
        return set(row, std::move(values));
    const auto goes = [&options, &option](const Value& value) {
        const Option* other = options.find(value);
        return option.exclusive || (other && other->exclusive);
    };
    std::erase_if(values, goes);
    values.push_back(option.value);
    // In the order of the options, whatever the order of the touches; a person's own words come last.
    const auto placeOf = [&options](const Value& value) {
        const Option* own = options.find(value);
        return own ? static_cast<std::size_t>(own - options.all().data()) : options.size();
    };
    std::stable_sort(values.begin(), values.end(), [&placeOf](const Value& left, const Value& right) {
        return placeOf(left) < placeOf(right);
    });
    return set(row, std::move(values));
}

std::optional<RowId> FormAnswers::addCopy(RowId group) {
    if (group >= rows_.size() || rows_[group].gone || !item(group).isRepeatingGroup() || isHeading(group) ||
        item(group).readOnly)
        return std::nullopt;
    const Item& own = item(group);
    const std::size_t most = std::min(own.maxOccurs.value_or(mostCopies), mostCopies);
    const std::size_t place = at(group).item;
    if (copies(group) >= most || rows_.size() + (own.end - place) > mostRows)
        return std::nullopt;
    const ScopeId added = addScope(place, own.end, group);
    rows_[group].copies.push_back(added);
    std::vector<RowId> fresh;
    visit(added, place, own.end, fresh);
    note(group);
    layoutChanged_ = true;
    settle(fresh);
    return fresh.front();
}

bool FormAnswers::removeCopy(RowId heading) {
    if (heading >= rows_.size() || copyOf(heading) == 0)
        return false;
    const ScopeId scope = at(heading).scope;
    const RowId group = scopes_[scope].group;
    if (copies(group) <= std::max<std::size_t>(item(group).minOccurs.value_or(1), 1) || item(group).readOnly)
        return false;
    std::vector<RowId> affected;
    remove(scope, affected);
    std::erase(rows_[group].copies, scope);
    std::erase_if(affected, [this](RowId row) { return rows_[row].gone; });
    note(group);
    layoutChanged_ = true;
    settle(affected);
    return true;
}

/// Empties the rows of a copy; what was answered in it is not kept anywhere.
void FormAnswers::remove(ScopeId scope, std::vector<RowId>& affected) {
    for (const RowId row : scopes_[scope].rows) {
        if (row == noRow)
            continue;
        addDependents(row, affected);
        for (const ScopeId copy : rows_[row].copies)
            remove(copy, affected);
        rows_[row].gone = true;
        rows_[row].enabled = false;
        rows_[row].fault.reset();
        rows_[row].values.clear();
    }
}

} // namespace lianxin::domain
