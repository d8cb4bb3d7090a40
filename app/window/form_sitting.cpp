// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/form_sitting.h"

#include "app/domain/survey/plain_answers.h"

#include <algorithm>

namespace lianxin::window {

namespace {

using domain::AnswerFault;
using domain::Control;
using domain::Item;
using domain::ItemType;
using domain::RowId;

constexpr std::size_t mostTiles = 12; ///< beyond, options are searched and not laid out

QString faceOrChoice(const Item& item) {
    if (item.control == Control::FaceRating)
        return QStringLiteral("faces");
    const bool many = item.options->size() > mostTiles || item.control == Control::Autocomplete;
    return many ? QStringLiteral("search") : QStringLiteral("choice");
}

/// Which control asks for an item.
QString kindOf(const Item& item) {
    switch (item.type) {
    case ItemType::Group:
        return QStringLiteral("copies");
    case ItemType::Display:
        return QStringLiteral("display");
    case ItemType::Boolean:
        return QStringLiteral("boolean");
    case ItemType::Integer:
    case ItemType::Decimal:
        return item.control == Control::Slider ? QStringLiteral("slider") : QStringLiteral("number");
    case ItemType::Quantity:
        return QStringLiteral("number");
    case ItemType::Date:
        return QStringLiteral("date");
    case ItemType::DateTime:
    case ItemType::Time:
    case ItemType::Url:
    case ItemType::String:
        return QStringLiteral("line");
    case ItemType::Text:
        return QStringLiteral("text");
    case ItemType::Choice:
        return faceOrChoice(item);
    case ItemType::OpenChoice:
        return QStringLiteral("open");
    case ItemType::Refused:
        return QStringLiteral("refused");
    }
    return {};
}

/// Options with an ordinal are the marks; the others stand below them ("did not happen to me").
int facesOf(const Item& item) {
    int faces = 0;
    for (const domain::Option& option : item.options->all())
        faces += option.ordinal.has_value() ? 1 : 0;
    return faces == 0 ? static_cast<int>(std::min<std::size_t>(item.options->size(), 5)) : faces;
}

double numberIn(const std::optional<domain::Value>& value, double otherwise) {
    if (!value)
        return otherwise;
    if (const auto* whole = std::get_if<std::int64_t>(&*value))
        return static_cast<double>(*whole);
    const auto* number = std::get_if<double>(&*value);
    return number ? *number : otherwise;
}

} // namespace

void FormSitting::open(std::shared_ptr<const domain::Form> form, const QString& language) {
    beginResetModel();
    answers_.emplace(std::move(form));
    language_ = language;
    pages_ = pagesOf(*answers_, oneTask_);
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
    if (pages_.empty())
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

bool FormSitting::hasAnswers() const {
    return answers_ && answers_->progress().answered > 0;
}

void FormSitting::setOneTask(bool oneTask) {
    if (std::exchange(oneTask_, oneTask) == oneTask || !answers_)
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
    std::vector<FormPage> pages = pagesOf(*answers_, oneTask_);
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

QString FormSitting::problemOf(RowId row) const {
    if (const auto fault = answers_->fault(row))
        return QString::fromUtf8(domain::nameOf(*fault).data());
    if (asked_ && answers_->isMissing(row))
        return QStringLiteral("unanswered");
    return {};
}

QVariantList FormSitting::chosenOf(RowId row) const {
    QVariantList chosen;
    for (const domain::Option& option : answers_->item(row).options->all()) {
        const auto& values = answers_->values(row);
        chosen.push_back(std::find(values.begin(), values.end(), option.value) != values.end());
    }
    return chosen;
}

QVariantList FormSitting::optionsWith(int row, const QString& text, int most) const {
    QVariantList found;
    const auto& all = answers_->item(rowAt(row)).options->all();
    for (std::size_t i = 0; i < all.size() && found.size() < most; ++i) {
        const QString words = wordsIn(all[i].label);
        if (words.contains(text, Qt::CaseInsensitive))
            found.push_back(QVariantMap{{QStringLiteral("index"), static_cast<int>(i)},
                                        {QStringLiteral("words"), words}});
    }
    return found;
}

int FormSitting::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || pages_.empty() ? 0 : static_cast<int>(here().rows.size());
}

QVariant FormSitting::data(const QModelIndex& index, int role) const {
    const RowId row = rowAt(index.row());
    const Item& item = answers_->item(row);
    const auto& values = answers_->values(row);
    const bool tiled = item.options->size() <= mostTiles;
    switch (role) {
    case RowKey:
        return index.row();
    case Kind:
        return kindOf(item);
    case Words:
        return wordsIn(item.text);
    case Hint:
        return wordsIn(item.entryHint);
    case IsLead:
        return leadRow() == row;
    case IsRequired:
        return item.required;
    case IsMany:
        return item.repeats;
    case OptionWords: {
        QStringList words;
        if (tiled)
            for (const domain::Option& option : item.options->all())
                words.push_back(wordsIn(option.label));
        return words;
    }
    case ChosenOptions:
        return tiled ? chosenOf(row) : QVariantList();
    case Faces:
        return facesOf(item);
    case Typed:
        return values.empty() ? QString() : QString::fromStdString(domain::plainText(values.front()));
    case Problem:
        return problemOf(row);
    case MostCharacters:
        return static_cast<int>(std::min<std::size_t>(item.maxLength.value_or(1000), 100'000));
    case Least:
        return numberIn(item.minValue, 0);
    case Greatest:
        return numberIn(item.maxValue, 100);
    case Step:
        return item.sliderStep.value_or(1);
    default:
        return {};
    }
}

QHash<int, QByteArray> FormSitting::roleNames() const {
    return {{RowKey, "row"},
            {Kind, "kind"},
            {Words, "words"},
            {Hint, "hint"},
            {IsLead, "isLead"},
            {IsRequired, "isRequired"},
            {IsMany, "isMany"},
            {OptionWords, "optionWords"},
            {ChosenOptions, "chosenOptions"},
            {Faces, "faces"},
            {Typed, "typed"},
            {Problem, "problem"},
            {MostCharacters, "mostCharacters"},
            {Least, "least"},
            {Greatest, "greatest"},
            {Step, "step"}};
}

} // namespace lianxin::window
