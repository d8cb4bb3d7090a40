// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/form_answers.h"

#include "app/domain/survey/response_writer.h"

#include <algorithm>

namespace lianxin::domain {

bool FormAnswers::isHeading(RowId row) const {
    const Scope& scope = scopes_[at(row).scope];
    return scope.group != noRow && at(row).item == scope.first;
}

bool FormAnswers::covers(ScopeId scope, std::size_t item) const {
    const Scope& one = scopes_[scope];
    return item >= one.first && item - one.first < one.rows.size();
}

RowId FormAnswers::rowIn(ScopeId scope, std::size_t item) const {
    return covers(scope, item) ? scopes_[scope].rows[item - scopes_[scope].first] : noRow;
}

FormAnswers::ScopeId FormAnswers::scopeAround(ScopeId scope) const {
    const RowId group = scopes_[scope].group;
    return group == noRow ? noScope : at(group).scope;
}

/// The rows of an item in a scope that covers it, and in the copies further in.
void FormAnswers::collect(std::size_t item, ScopeId scope, std::vector<RowId>& found) const {
    if (const RowId own = rowIn(scope, item); own != noRow) {
        found.push_back(own);
        return;
    }
    std::vector<RowId> groups;
    collect(form_->items()[item].repeatingGroup, scope, groups);
    for (const RowId group : groups)
        for (const ScopeId copy : at(group).copies)
            found.push_back(rowIn(copy, item));
}

/// The rows of an item that somebody in this scope means: those of the innermost scope that has any.
std::vector<RowId> FormAnswers::nearest(std::size_t item, ScopeId scope) const {
    while (!covers(scope, item))
        scope = scopeAround(scope);
    std::vector<RowId> found;
    collect(item, scope, found);
    return found;
}

std::vector<RowId> FormAnswers::rowsOf(std::size_t item) const {
    std::vector<RowId> found;
    collect(item, 0, found);
    return found;
}

void FormAnswers::visit(ScopeId scope, std::size_t first, std::size_t end, std::vector<RowId>& found) const {
    for (std::size_t item = first; item < end; ++item) {
        const RowId row = rowIn(scope, item);
        found.push_back(row);
        if (!form_->items()[item].isRepeatingGroup() || isHeading(row))
            continue;
        for (const ScopeId copy : at(row).copies)
            visit(copy, item, form_->items()[item].end, found);
        item = form_->items()[item].end - 1;
    }
}

std::vector<RowId> FormAnswers::rows() const {
    std::vector<RowId> all;
    visit(0, 0, form_->items().size(), all);
    return all;
}

std::vector<RowId> FormAnswers::shownRows() const {
    std::vector<RowId> shown = rows();
    std::erase_if(shown, [this](RowId row) { return !at(row).enabled || item(row).hidden; });
    return shown;
}

RowId FormAnswers::parentOf(RowId row) const {
    const Scope& scope = scopes_[at(row).scope];
    if (isHeading(row))
        return scope.group;
    const std::size_t parent = item(row).parent;
    return parent == Item::nowhere ? noRow : rowIn(at(row).scope, parent);
}

std::vector<RowId> FormAnswers::childrenOf(RowId row) const {
    std::vector<RowId> children;
    if (item(row).isRepeatingGroup() && !isHeading(row)) {
        for (const ScopeId copy : at(row).copies)
            children.push_back(scopes_[copy].rows.front());
        return children;
    }
    const auto& items = form_->items();
    for (std::size_t child = at(row).item + 1; child < item(row).end; child = items[child].end)
        children.push_back(rowIn(at(row).scope, child));
    return children;
}

std::size_t FormAnswers::copyOf(RowId row) const {
    if (at(row).gone || !isHeading(row))
        return 0;
    const auto& copies = at(scopes_[at(row).scope].group).copies;
    return static_cast<std::size_t>(std::find(copies.begin(), copies.end(), at(row).scope) - copies.begin()) +
           1;
}

// ---- where it stands

bool FormAnswers::isAnswered(RowId row) const {
    return at(row).enabled && !at(row).fault && !at(row).values.empty();
}

bool FormAnswers::hasAnswerBelow(RowId row) const {
    const auto children = childrenOf(row);
    return std::any_of(children.begin(), children.end(),
                       [this](RowId child) { return isAnswered(child) || hasAnswerBelow(child); });
}

bool FormAnswers::isMissing(RowId row) const {
    if (!at(row).enabled || !item(row).required || isHeading(row))
        return false;
    return item(row).isQuestion() ? at(row).values.empty() : !hasAnswerBelow(row);
}

std::vector<RowId> FormAnswers::missing() const {
    std::vector<RowId> found = rows();
    std::erase_if(found, [this](RowId row) { return !isMissing(row); });
    return found;
}

std::vector<AnswerProblem> FormAnswers::problems() const {
    std::vector<AnswerProblem> found;
    for (const RowId row : rows())
        if (isMissing(row))
            found.push_back({AnswerFault::Unanswered, item(row).linkId});
        else if (at(row).enabled && at(row).fault)
            found.push_back({*at(row).fault, item(row).linkId});
    return found;
}

FormProgress FormAnswers::progress() const {
    FormProgress progress;
    for (const RowId row : rows()) {
        const Item& own = item(row);
        if (!at(row).enabled || own.hidden || own.readOnly || !own.isQuestion() ||
            own.type == ItemType::Refused)
            continue;
        ++progress.asked;
        if (isAnswered(row))
            ++progress.answered;
    }
    return progress;
}

std::optional<double> FormAnswers::score() const {
    double sum = 0;
    int counted = 0;
    for (const RowId row : rows()) {
        if (!isAnswered(row))
            continue;
        for (const Value& value : at(row).values)
            if (const Option* option = item(row).options->find(value); option && option->ordinal) {
                sum += *option->ordinal;
                ++counted;
            }
    }
    return counted == 0 ? std::nullopt : std::optional(sum / counted);
}

std::vector<std::string> FormAnswers::enabledLinkIds() const {
    std::vector<bool> enabled(form_->items().size(), false);
    for (const RowId row : rows())
        if (at(row).enabled)
            enabled[at(row).item] = true;
    std::vector<std::string> linkIds;
    for (std::size_t place = 0; place < enabled.size(); ++place)
        if (enabled[place] && form_->find(form_->items()[place].linkId) == place)
            linkIds.push_back(form_->items()[place].linkId);
    return linkIds;
}

nlohmann::json FormAnswers::response(std::optional<sync::WallTime> authored) const {
    return ResponseWriter(*this).write(authored);
}

} // namespace lianxin::domain
