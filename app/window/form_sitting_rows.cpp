// SPDX-License-Identifier: GPL-3.0-or-later
// A page of a form as a list: which control asks for each row, and what it shows.
#include "app/window/form_sitting.h"

#include "app/domain/survey/plain_answers.h"

#include <algorithm>

namespace lianxin::window {

namespace {

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
