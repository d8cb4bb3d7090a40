// SPDX-License-Identifier: GPL-3.0-or-later
// One fill-in of a form: what has been answered, and with that, which items are asked at all. It lives as
// long as a sitting and is destroyed with it; nothing of it is stored. For one thread.
//
// An item of the form is one row here, and one more for each further copy of a repeating group it stands in.
// A row's id never changes and is never given again, so that a list on a screen can hold on to it. A
// repeating group has a row of its own, which counts its copies, and each copy has a heading row: group,
// [heading, questions...], [heading, questions...]. There is always at least one copy, and as many as the
// form wants at least.
//
// Each change looks only at the rows that depend on what changed; takeChanges says which rows came out
// different.
#pragma once

#include "app/domain/survey/answer_fault.h"
#include "app/domain/survey/form.h"
#include "sync/record/dot.h"

namespace lianxin::domain {

using RowId = std::uint32_t;

struct FormChanges {
    /// Whose values, fault or enabling changed; each once, in no order.
    std::vector<RowId> rows;
    /// The list of shown rows is another: rows came, went, or were enabled or disabled.
    bool layout = false;
};

struct FormProgress {
    std::size_t answered = 0; ///< questions of those asked
    std::size_t asked = 0;    ///< enabled, shown, and possible to answer
};

class FormAnswers {
public:
    static constexpr std::size_t mostCopies = 100;   ///< of one repeating group
    static constexpr std::size_t mostRows = 100'000; ///< beyond, no copy is added

    /// Begins with the answers that the form gives at first.
    explicit FormAnswers(std::shared_ptr<const Form> form);

    const Form& form() const { return *form_; }

    // ---- what there is
    /// Every row, in the order of the form.
    std::vector<RowId> rows() const;
    /// Those to show: enabled and not hidden, nor inside what is hidden.
    std::vector<RowId> shownRows() const;
    /// The rows of an item in every copy of the groups it stands in, in order.
    std::vector<RowId> rowsOf(std::size_t item) const;
    const Item& item(RowId row) const { return form_->items()[at(row).item]; }
    /// 1 for the heading of the first copy of a repeating group; 0 for a row that is no heading of a copy.
    std::size_t copyOf(RowId row) const;
    /// How many copies the row of a repeating group has; 0 for other rows.
    std::size_t copies(RowId group) const { return at(group).copies.size(); }
    bool isEnabled(RowId row) const { return at(row).enabled; }
    /// Also of a disabled row: they are kept in case it is enabled again.
    const std::vector<Value>& values(RowId row) const { return at(row).values; }
    /// What is wrong with the values; an unanswered question has no fault here, see missing().
    std::optional<AnswerFault> fault(RowId row) const { return at(row).fault; }

    // ---- acts
    /// Replaces the answers of a question; none clears it. Values that are wrong are kept, so that the person
    /// sees what was entered, and have a fault; they count as no answer elsewhere. Values are left as they
    /// are, and the fault is returned, for a read-only or a refused question or a row that is none.
    std::optional<AnswerFault> set(RowId row, std::vector<Value> values);
    /// Adds or takes away an option of a question that repeats; otherwise chooses it. An option that stands
    /// alone takes the place of the others. Choosing the chosen one again keeps it.
    std::optional<AnswerFault> toggle(RowId row, const Option& option);
    /// Adds a copy at the end of a repeating group. Gives its heading; nothing when there may be no more.
    std::optional<RowId> addCopy(RowId group);
    /// Takes away the copy of this heading and what was answered in it. One of the least number cannot go:
    /// false.
    bool removeCopy(RowId heading);
    /// What became different since this was last asked.
    FormChanges takeChanges();

    // ---- where it stands
    /// Enabled rows that require an answer and have none. A required group needs one answer somewhere below.
    std::vector<RowId> missing() const;
    bool isMissing(RowId row) const;
    /// Everything that is wrong, in the order of the form.
    std::vector<AnswerProblem> problems() const;
    FormProgress progress() const;
    /// The mean of what the chosen options count; nothing when none counts.
    std::optional<double> score() const;
    /// Each enabled item once, in the order of the form.
    std::vector<std::string> enabledLinkIds() const;
    /// The QuestionnaireResponse: what was answered, enabled and right. "completed" if nothing is missing or
    /// wrong, otherwise "in-progress". The same answers give the same response.
    nlohmann::json response(std::optional<sync::WallTime> authored) const;

private:
    using ScopeId = std::uint32_t;
    static constexpr RowId noRow = static_cast<RowId>(-1);
    static constexpr ScopeId noScope = static_cast<ScopeId>(-1);

    struct Row {
        std::size_t item = 0;
        ScopeId scope = 0; ///< of a heading: its own
        bool gone = false; ///< its copy was taken away
        bool enabled = false;
        bool changed = false; ///< stands in changes_
        std::vector<Value> values;
        std::optional<AnswerFault> fault;
        std::vector<ScopeId> copies; ///< of a repeating group's own row
    };

    /// One copy of a repeating group, or the whole form: where a linkId has one row.
    struct Scope {
        std::size_t first = 0;   ///< the item of rows[0]
        RowId group = noRow;     ///< the row that counts this copy
        std::vector<RowId> rows; ///< by item; noRow for what stands in a scope further in
    };

    friend class ResponseWriter;

    const Row& at(RowId row) const { return rows_.at(row); }
    bool isHeading(RowId row) const;
    RowId rowIn(ScopeId scope, std::size_t item) const;
    ScopeId scopeAround(ScopeId scope) const;
    bool covers(ScopeId scope, std::size_t item) const;
    void collect(std::size_t item, ScopeId scope, std::vector<RowId>& found) const;
    std::vector<RowId> nearest(std::size_t item, ScopeId scope) const;
    void visit(ScopeId scope, std::size_t first, std::size_t end, std::vector<RowId>& found) const;
    RowId parentOf(RowId row) const;
    std::vector<RowId> childrenOf(RowId row) const;

    ScopeId addScope(std::size_t first, std::size_t end, RowId group);
    void remove(ScopeId scope, std::vector<RowId>& affected);

    bool shouldBeEnabled(RowId row) const;
    bool holds(const Condition& condition, RowId row) const;
    void addDependents(RowId row, std::vector<RowId>& found) const;
    void settle(const std::vector<RowId>& start);
    void note(RowId row);

    bool isAnswered(RowId row) const;
    bool hasAnswerBelow(RowId row) const;

    std::shared_ptr<const Form> form_;
    std::vector<Row> rows_;
    std::vector<Scope> scopes_;
    std::vector<RowId> changes_;
    bool layoutChanged_ = false;
};

} // namespace lianxin::domain
