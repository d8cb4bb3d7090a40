// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/value_text.h"

#include "app/domain/sealed_text.h"
#include "app/window/record_text.h"

#include <QRegularExpression>

namespace lianxin::desk {

QDateTime timeOf(const sync::Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? QDateTime::fromMSecsSinceEpoch(*number) : QDateTime();
}

QDateTime timeOf(sync::WallTime time) {
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

QString departmentName(store::Device& device, const sync::Value& reference) {
    const auto* id = std::get_if<sync::Uuid>(&reference);
    const auto record = id ? device.replica().find(*device.schema().find("department"), *id) : std::nullopt;
    return record ? window::textOf(*record, "name") : QString();
}

QString readable(store::Device& device, const sync::Field& field, const sync::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return QString::fromStdString(*text);
    if (const auto* sealed = std::get_if<sync::Sealed>(&value))
        return QString::fromStdString(domain::openText(*sealed).value_or(std::string()));
    if (field.type == sync::FieldType::Time)
        return writeTime(timeOf(value));
    if (field.type == sync::FieldType::Reference)
        return departmentName(device, value);
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return field.type == sync::FieldType::Boolean
                   ? (*number != 0 ? QStringLiteral("✓") : QStringLiteral("–"))
                   : QString::number(*number);
    if (const auto* real = std::get_if<double>(&value))
        return QString::number(*real);
    return {};
}

std::optional<QDateTime> readTime(const QString& typed, const QDate& today) {
    static const QRegularExpression form(QStringLiteral(
        "^\\s*(?:(\\d{4})[-/.年])?(\\d{1,2})[-/.月](\\d{1,2})日?(?:\\s+(\\d{1,2})[:：](\\d{2}))?\\s*$"));
    const auto match = form.match(typed);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.captured(1).isEmpty() ? today.year() : match.captured(1).toInt();
    const QDate date(year, match.captured(2).toInt(), match.captured(3).toInt());
    const QTime time(match.captured(4).toInt(), match.captured(5).toInt());
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    // Without a year the last such day is meant.
    return QDateTime(match.captured(1).isEmpty() && date > today ? date.addYears(-1) : date, time);
}

QString writeTime(const QDateTime& time) {
    if (!time.isValid())
        return {};
    return time.time() == QTime(0, 0) ? time.toString(QStringLiteral("yyyy-MM-dd"))
                                      : time.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace lianxin::desk
