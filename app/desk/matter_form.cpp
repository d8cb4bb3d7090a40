// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/matter_form.h"

#include "app/desk/value_text.h"

namespace lianxin::desk {

namespace {

sync::Value valueOf(const QString& field, const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {};
    if (field == QLatin1String("complaint_time")) {
        const auto time = readTime(trimmed, QDate::currentDate());
        return time ? sync::Value(std::int64_t{time->toMSecsSinceEpoch()}) : sync::Value();
    }
    if (field == QLatin1String("respondent_unnamed"))
        return std::int64_t{1};
    if (field == QLatin1String("department")) {
        const auto id = sync::Uuid::parse(trimmed.toStdString());
        return id ? sync::Value(*id) : sync::Value();
    }
    return trimmed.toStdString();
}

} // namespace

void MatterForm::open(const QMap<QString, FormField>& fields) {
    shown_ = fields;
    now_.clear();
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        now_.insert(field.key(), field->text);
    emit changed();
}

void MatterForm::clear() {
    shown_.clear();
    now_.clear();
    emit changed();
}

void MatterForm::set(const char* field, const QString& text) {
    QString& now = now_[QString::fromUtf8(field)];
    if (std::exchange(now, text) != text)
        emit changed();
}

void MatterForm::setRespondentUnnamed(bool unnamed) {
    if (unnamed)
        setRespondent({});
    set("respondent_unnamed", unnamed ? QStringLiteral("1") : QString());
}

bool MatterForm::timeIsReadable() const {
    return complaintTime().trimmed().isEmpty() || readTime(complaintTime(), QDate::currentDate());
}

QStringList MatterForm::missing() const {
    QStringList missing;
    if (complaintTime().trimmed().isEmpty() || !timeIsReadable())
        missing.push_back(QStringLiteral("complaint_time"));
    if (problem().trimmed().isEmpty())
        missing.push_back(QStringLiteral("problem"));
    if (respondent().trimmed().isEmpty() && !respondentUnnamed())
        missing.push_back(QStringLiteral("respondent"));
    return missing;
}

std::vector<sync::FieldChange> MatterForm::changes() const {
    std::vector<sync::FieldChange> changes;
    for (auto field = shown_.cbegin(); field != shown_.cend(); ++field) {
        const QString now = now_.value(field.key());
        if (now.trimmed() == field->text.trimmed())
            continue;
        changes.push_back({field.key().toStdString(), valueOf(field.key(), now), field->base});
    }
    return changes;
}

} // namespace lianxin::desk
