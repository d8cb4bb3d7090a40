// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/form_sitting.h"

#include "app/domain/survey/plain_answers.h"

#include <algorithm>

namespace lianxin::window {

using domain::Item;
using domain::RowId;

void FormSitting::open(std::shared_ptr<const domain::Form> form, const QString& language) {
    beginResetModel();
    answers_.emplace(std::move(form));
    language_ = language;
    pages_ = pagesOf(*answers_, rules_);
    page_ = 0;
    asked_ = false;
    endResetModel();
    emit pageChanged();
    emit answersChanged();
}

void FormSitting::setLanguage(const QString& language) {
    if (std::exchange(language_, language) != language)
        show(page_);
}

void FormSitting::clear() {
    beginResetModel();
    answers_.reset();
    pages_.clear();
    page_ = 0;
    asked_ = false;
    endResetModel();
    emit pageChanged();
    emit answersChanged();
}

QString FormSitting::wordsIn(const domain::TranslatedText& text) const {
    return QString::fromStdString(text.in(language_.toStdString()));
}

QString FormSitting::title() const {
    return answers_ ? wordsIn(answers_->form().title()) : QString();
}

std::optional<RowId> FormSitting::leadRow() const {
    if (pages_.empty() || rules_.onePage)
        return std::nullopt;
    for (const RowId row : here().rows)
        if (answers_->item(row).isQuestion())
            return row;
    return std::nullopt;
}

QString FormSitting::section() const {
    const auto row = leadRow();
    if (!row || answers_->item(*row).parent == Item::nowhere)
        return {};
    return wordsIn(answers_->form().items()[answers_->item(*row).parent].text);
}

QString FormSitting::lead() const {
    const auto row = leadRow();
    return row ? wordsIn(answers_->item(*row).text) : QString();
}

int FormSitting::number() const {
    const auto end = pages_.begin() + std::min<std::ptrdiff_t>(page_ + 1, std::ssize(pages_));
    return static_cast<int>(
        std::count_if(pages_.begin(), end, [](const FormPage& page) { return !page.follows; }));
}

int FormSitting::numbers() const {
    return static_cast<int>(
        std::count_if(pages_.begin(), pages_.end(), [](const FormPage& page) { return !page.follows; }));
}

bool FormSitting::canSkip() const {
    return !pages_.empty() && std::none_of(here().rows.begin(), here().rows.end(), [this](RowId row) {
        return answers_->item(row).required && takesAnswer(answers_->item(row));
    });
}

int FormSitting::countAsked(bool answeredOnly) const {
    int count = 0;
    for (const FormPage& page : pages_)
        for (const RowId row : page.rows)
            if (takesAnswer(answers_->item(row)) && (!answeredOnly || !answers_->values(row).empty()))
                ++count;
    return count;
}

bool FormSitting::hasAnswers() const {
    return answered() > 0;
}

int FormSitting::answered() const {
    return answers_ ? countAsked(true) : 0;
}

int FormSitting::asked() const {
    return answers_ ? countAsked(false) : 0;
}

bool FormSitting::hasFaults() const {
    const auto faulty = [this](RowId row) { return answers_->fault(row).has_value(); };
    return std::any_of(pages_.begin(), pages_.end(), [&faulty](const FormPage& page) {
        return std::any_of(page.rows.begin(), page.rows.end(), faulty);
    });
}

void FormSitting::answer(const nlohmann::json& answers) {
    if (!answers_)
        return;
    domain::putPlainAnswers(*answers_, answers);
    takeChanges();
}

void FormSitting::setOneTask(bool oneTask) {
    if (std::exchange(rules_.oneTask, oneTask) == oneTask || !answers_)
        return;
    layOut();
}

void FormSitting::choose(int row, int option) {
    const auto& all = answers_->item(rowAt(row)).options->all();
    if (option < 0 || option >= static_cast<int>(all.size()))
        return;
    answers_->toggle(rowAt(row), all[static_cast<std::size_t>(option)]);
    takeChanges();
}

void FormSitting::type(int row, const QString& text) {
    const RowId key = rowAt(row);
    std::vector<domain::Value> values;
    if (!text.isEmpty()) {
        const auto typed = domain::readTyped(answers_->item(key), text.toStdString());
        values.push_back(typed ? *typed : domain::Value(text.toStdString()));
    }
    answers_->set(key, std::move(values));
    takeChanges();
}

void FormSitting::say(int row, bool yes) {
    answers_->set(rowAt(row), {domain::Value(yes)});
    takeChanges();
}

void FormSitting::addCopy(int row) {
    answers_->addCopy(rowAt(row));
    takeChanges();
}

bool FormSitting::pageIsSound() {
    return std::none_of(here().rows.begin(), here().rows.end(), [this](RowId row) {
        return takesAnswer(answers_->item(row)) && (answers_->isMissing(row) || answers_->fault(row));
    });
}

bool FormSitting::next() {
    asked_ = !pageIsSound();
    if (asked_) {
        show(page_);
        return false;
    }
    if (isLast())
        return true;
    asked_ = false;
    show(page_ + 1);
    return true;
}

bool FormSitting::back() {
    if (page_ == 0)
        return false;
    asked_ = false;
    show(page_ - 1);
    return true;
}

bool FormSitting::skip() {
    for (const RowId row : std::vector(here().rows))
        if (takesAnswer(answers_->item(row)))
            answers_->set(row, {});
    takeChanges();
    if (isLast())
        return false;
    show(page_ + 1);
    return true;
}

void FormSitting::takeChanges() {
    const domain::FormChanges changes = answers_->takeChanges();
    if (changes.layout)
        layOut();
    else
        for (std::size_t i = 0; i < here().rows.size(); ++i)
            if (std::find(changes.rows.begin(), changes.rows.end(), here().rows[i]) != changes.rows.end()) {
                const QModelIndex changed = index(static_cast<int>(i), 0);
                emit dataChanged(changed, changed);
            }
    emit answersChanged();
}

/// The pages are others; the question that stood still stands, and its controls live on where they can.
void FormSitting::layOut() {
    const auto lead = leadRow();
    const std::vector<RowId> before = here().rows;
    std::vector<FormPage> pages = pagesOf(*answers_, rules_);
    int page = std::min(page_, static_cast<int>(pages.size()) - 1);
    for (std::size_t i = 0; i < pages.size(); ++i)
        if (lead && std::find(pages[i].rows.begin(), pages[i].rows.end(), *lead) != pages[i].rows.end())
            page = static_cast<int>(i);
    const std::vector<RowId> after = pages[static_cast<std::size_t>(page)].rows;
    const auto parted = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const int same = static_cast<int>(parted.first - before.begin());
    if (static_cast<std::size_t>(same) < before.size()) {
        beginRemoveRows({}, same, static_cast<int>(before.size()) - 1);
        pages_[static_cast<std::size_t>(page_)].rows.resize(static_cast<std::size_t>(same));
        endRemoveRows();
    }
    const bool grows = static_cast<std::size_t>(same) < after.size();
    if (grows)
        beginInsertRows({}, same, static_cast<int>(after.size()) - 1);
    pages_ = std::move(pages);
    page_ = page;
    if (grows)
        endInsertRows();
    if (same > 0)
        emit dataChanged(index(0, 0), index(same - 1, 0));
    emit pageChanged();
}

void FormSitting::show(int page) {
    beginResetModel();
    page_ = page;
    endResetModel();
    emit pageChanged();
}

} // namespace lianxin::window
