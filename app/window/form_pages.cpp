// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/form_pages.h"

#include <algorithm>

namespace lianxin::window {

namespace {

using domain::Item;
using domain::RowId;

constexpr std::size_t mostQuestions = 5; // that a page holds beside its first

/// The group an item stays together with: the author's page, or the outermost repeating group.
std::size_t togetherIn(const domain::Form& form, const Item& item) {
    std::size_t found = Item::nowhere;
    for (std::size_t above = item.parent; above != Item::nowhere; above = form.items()[above].parent)
        if (form.items()[above].control == domain::Control::Page || form.items()[above].repeats)
            found = above;
    return found;
}

class Layout {
public:
    Layout(const domain::FormAnswers& answers, const PageRules& rules) : answers_(answers), rules_(rules) {}

    void add(RowId row) {
        const Item& item = answers_.item(row);
        if (std::find(rules_.leftOut.begin(), rules_.leftOut.end(), item.linkId) != rules_.leftOut.end())
            return;
        if (!item.isQuestion() && !item.isRepeatingGroup()) {
            if (!item.text.empty() && item.type == domain::ItemType::Display)
                waiting_.push_back(row);
            return;
        }
        const std::size_t group = item.isRepeatingGroup() ? placeOf(item) : togetherIn(answers_.form(), item);
        const bool onOne = rules_.onePage && !pages_.empty();
        const bool stays = onOne || (group != Item::nowhere && group == group_ && !pages_.empty());
        const bool opened = isOpenedHere(item);
        if (!stays && !(opened && !rules_.oneTask && questions_ < mostQuestions))
            begin(opened);
        group_ = group;
        pages_.back().rows.insert(pages_.back().rows.end(), waiting_.begin(), waiting_.end());
        waiting_.clear();
        pages_.back().rows.push_back(row);
        here_.push_back(placeOf(item));
        ++questions_;
    }

    std::vector<FormPage> finish() {
        if (!waiting_.empty()) {
            if (pages_.empty())
                begin(false);
            pages_.back().rows.insert(pages_.back().rows.end(), waiting_.begin(), waiting_.end());
        }
        return std::move(pages_);
    }

private:
    std::size_t placeOf(const Item& item) const {
        return static_cast<std::size_t>(&item - answers_.form().items().data());
    }

    /// By a question of this page, or of one that itself follows it.
    bool isOpenedHere(const Item& item) const {
        return std::any_of(item.conditions.begin(), item.conditions.end(), [this](const auto& condition) {
            return std::find(here_.begin(), here_.end(), condition.question) != here_.end();
        });
    }

    void begin(bool follows) {
        pages_.push_back({{}, follows});
        questions_ = 0;
        if (!follows)
            here_.clear();
    }

    const domain::FormAnswers& answers_;
    const PageRules& rules_;
    std::vector<FormPage> pages_;
    std::vector<RowId> waiting_;    // words that belong to the question after them
    std::vector<std::size_t> here_; // questions of this page and of those it follows
    std::size_t group_ = Item::nowhere;
    std::size_t questions_ = 0;
};

} // namespace

bool takesAnswer(const Item& item) {
    return item.isQuestion() && item.type != domain::ItemType::Refused && !item.readOnly;
}

std::vector<FormPage> pagesOf(const domain::FormAnswers& answers, const PageRules& rules) {
    Layout layout(answers, rules);
    for (const RowId row : answers.shownRows())
        layout.add(row);
    return layout.finish();
}

} // namespace lianxin::window
