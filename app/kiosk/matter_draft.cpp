// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/matter_draft.h"

#include "app/domain/sealed_text.h"

#include <QDateTime>

#include <array>

namespace lianxin::kiosk {

namespace {

constexpr qsizetype mobileDigits = 11;

sync::Value textOrNothing(const std::string& text) {
    return text.empty() ? sync::Value() : sync::Value(text);
}

sync::Value sealedOrNothing(const std::string& text) {
    return text.empty() ? sync::Value() : sync::Value(domain::sealOpenly(text));
}

void put(sync::Record& record, std::string_view field, sync::Value value) {
    record.shown[*record.type->indexOf(field)] = std::move(value);
}

/// The person says a day, and perhaps a part of it; the time is where that begins.
std::optional<sync::WallTime> timeOf(const QDate& today, int daysAgo, int partOfDay) {
    if (daysAgo < 0)
        return std::nullopt;
    constexpr std::array beginnings{8, 12, 18};
    const int hour = partOfDay < 0 ? 0 : beginnings[static_cast<std::size_t>(partOfDay)];
    const QDateTime time(today.addDays(-daysAgo), QTime(hour, 0));
    return sync::WallTime(sync::Milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace

void MatterDraft::chooseDepartment(const QString& id, const QString& name) {
    departmentId_ = id;
    departmentName_ = name;
    departmentAnswered_ = true;
    emit changed();
}

bool MatterDraft::isEmpty() const {
    return content_.trimmed().isEmpty();
}

int MatterDraft::missingDigits() const {
    QString digits = phone_;
    digits.removeIf([](QChar c) { return !c.isDigit(); });
    const bool mobile =
        digits.startsWith(QLatin1Char('1')) && digits.size() < mobileDigits && digits.size() > 3;
    return mobile ? static_cast<int>(mobileDigits - digits.size()) : 0;
}

void MatterDraft::clear() {
    for (QString* text : {&kind_, &departmentId_, &departmentName_, &content_, &wish_, &complainantType_,
                          &name_, &phone_, &receiverNumber_}) {
        text->fill(QLatin1Char(' ')); // the memory that held it, not only the name for it
        text->clear();
    }
    departmentAnswered_ = false;
    daysAgo_ = -1;
    partOfDay_ = -1;
    contact_ = Unsaid;
    nameWithheld_ = false;
    unitWithheld_ = false;
    emit changed();
}

MatterDraft::Facts MatterDraft::facts(const QString& language, const QDate& today) const {
    Facts facts;
    facts.kind = kind_.toStdString();
    facts.departmentId = departmentId_.toStdString();
    facts.content = content_.trimmed().toStdString();
    facts.wish = wish_.trimmed().toStdString();
    facts.complainantType = complainantType_.toStdString();
    facts.receiverNumber = receiverNumber_.trimmed().toStdString();
    facts.language = language.toStdString();
    facts.happenedAt = timeOf(today, daysAgo_, partOfDay_);
    facts.withContact = contact_ == WithContact;
    if (facts.withContact) {
        facts.name = name_.trimmed().toStdString();
        facts.phone = phone_.trimmed().toStdString();
        facts.nameWithheld = nameWithheld_;
        facts.unitWithheld = unitWithheld_;
    }
    return facts;
}

std::vector<sync::Record> recordsOf(const MatterDraft::Facts& facts, const std::string& lookupCode,
                                    store::Device& device) {
    const auto now = device.clock().wall().time_since_epoch().count();
    sync::UuidGenerator ids(device.clock(), device.random());
    sync::Record matter = sync::emptyRecord(*device.schema().find("matter"), ids.next());
    put(matter, "kind", facts.kind);
    put(matter, "content", facts.content);
    put(matter, "demand", textOrNothing(facts.wish));
    if (facts.happenedAt)
        put(matter, "complaint_time", facts.happenedAt->time_since_epoch().count());
    if (const auto department = sync::Uuid::parse(facts.departmentId))
        put(matter, "department", *department);
    put(matter, "complainant_type", textOrNothing(facts.complainantType));
    put(matter, "complainant_name", sealedOrNothing(facts.name));
    put(matter, "complainant_phone", sealedOrNothing(facts.phone));
    put(matter, "anonymous", std::int64_t{!facts.withContact});
    put(matter, "name_withheld", std::int64_t{facts.nameWithheld});
    put(matter, "unit_withheld", std::int64_t{facts.unitWithheld});
    put(matter, "contact_mode", std::string("self_service"));
    put(matter, "channel", std::string("internal"));
    put(matter, "source", std::string("opinion_box"));
    put(matter, "first_receiver_number", textOrNothing(facts.receiverNumber));
    put(matter, "lookup_code", lookupCode);
    put(matter, "language", facts.language);
    put(matter, "device_kind", std::string("kiosk"));
    put(matter, "raised_at", now);

    sync::Record submitted = sync::emptyRecord(*device.schema().find("matter_event"), ids.next());
    put(submitted, "matter", matter.id);
    put(submitted, "step", std::string("submit"));
    put(submitted, "occurred_at", now);
    return {std::move(matter), std::move(submitted)};
}

} // namespace lianxin::kiosk
