// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/matter_facts.h"

#include "app/desk/entry.h"
#include "app/desk/value_text.h"
#include "app/domain/matter.h"
#include "app/domain/timeline.h"
#include "app/window/record_text.h"
#include "platform/sqlite/storage_error.h"

namespace lianxin::desk {

namespace {

std::optional<sync::Record> find(store::Device& device, const std::string& id) {
    const auto parsed = sync::Uuid::parse(id);
    return parsed ? device.replica().find(*device.schema().find("matter"), *parsed) : std::nullopt;
}

QString inForm(const sync::Field& field, const sync::Value& value) {
    if (const auto* id = std::get_if<sync::Uuid>(&value))
        return QString::fromStdString(id->toString());
    if (field.type == sync::FieldType::Boolean)
        return std::get_if<std::int64_t>(&value) && std::get<std::int64_t>(value) != 0 ? QStringLiteral("1")
                                                                                       : QString();
    if (field.type == sync::FieldType::Time)
        return writeTime(timeOf(value));
    const auto* text = std::get_if<std::string>(&value);
    return text ? QString::fromStdString(*text) : QString();
}

QMap<QString, FormField> formOf(const sync::Record& matter) {
    QMap<QString, FormField> form;
    for (const QString& name : formFields()) {
        const auto index = *matter.type->indexOf(name.toStdString());
        const sync::Field& field = matter.type->field(index);
        FormField one{inForm(field, matter.shown[index]), {}};
        const sync::Writes writes = sync::writesOf(matter, index);
        // Versions that stand side by side: the form shows, and so replaces, the newest alone.
        if (const auto heads = sync::headsOf(field, writes); !heads.empty())
            one.base.push_back(heads.front()->dot);
        form.insert(name, std::move(one));
    }
    return form;
}

void readTexts(store::Device& device, const sync::Record& matter, MatterFacts& facts) {
    for (std::size_t i = 0; i < matter.shown.size(); ++i) {
        const sync::Field& field = matter.type->fields()[i];
        const bool isText = field.type == sync::FieldType::Text && field.rule != sync::MergeRule::Set;
        if (isText || field.name == "department")
            facts.texts.insert(QString::fromStdString(field.name), readable(device, field, matter.shown[i]));
    }
}

/// Who received it or wrote it down for the person: by name where the desk knows them.
QString receiverOf(store::Device& device, const sync::Record& matter) {
    const auto* id = std::get_if<sync::Uuid>(&matter.value("first_receiver"));
    const auto staff = id ? device.replica().find(*device.schema().find("staff"), *id) : std::nullopt;
    return staff ? window::textOf(*staff, "display_name") : window::textOf(matter, "first_receiver_number");
}

MatterFacts factsOf(store::Device& device, const sync::Record& matter) {
    MatterFacts facts;
    facts.found = true;
    facts.id = QString::fromStdString(matter.id.toString());
    readTexts(device, matter, facts);
    facts.texts.insert(QStringLiteral("receiver"), receiverOf(device, matter));
    facts.raisedAt = timeOf(matter.value("raised_at"));
    facts.complaintTime = timeOf(matter.value("complaint_time"));
    facts.anonymous = domain::isTrue(matter, "anonymous");
    facts.nameWithheld = domain::isTrue(matter, "name_withheld");
    facts.unitWithheld = domain::isTrue(matter, "unit_withheld");
    facts.unnamed = domain::isTrue(matter, "respondent_unnamed");
    facts.hasName = !sync::isNull(matter.value("complainant_name"));
    facts.hasPhone = !sync::isNull(matter.value("complainant_phone"));
    if (const auto* source = std::get_if<sync::Uuid>(&matter.value("source_record")))
        if (device.replica().find(*device.schema().find("survey_response"), *source))
            facts.sourceId = QString::fromStdString(source->toString());
    for (const std::string_view field : domain::missingForRegistration(matter))
        facts.missing.push_back(QString::fromUtf8(field));
    const auto histories = device.replica().historiesOf(matter.id);
    for (const std::string& field : fieldsInConflict(matter, histories))
        facts.inConflict.push_back(QString::fromStdString(field));
    facts.timeline = timelineItemsOf(device, matter);
    facts.form = formOf(matter);
    if (const auto entry = entryOf(device.replica(), EntryType::Matter, matter.id)) {
        facts.stage = QString::fromUtf8(toCode(static_cast<domain::MatterStage>(entry->stage)));
        facts.provisional = entry->provisional;
    }
    return facts;
}

} // namespace

const QStringList& formFields() {
    static const QStringList fields{QStringLiteral("complaint_time"), QStringLiteral("problem"),
                                    QStringLiteral("respondent"),     QStringLiteral("respondent_unnamed"),
                                    QStringLiteral("department"),     QStringLiteral("opinion"),
                                    QStringLiteral("suggestion"),     QStringLiteral("demand")};
    return fields;
}

MatterFacts readMatter(store::Device& device, const std::string& id) {
    try {
        const auto matter = find(device, id);
        return matter && !matter->erased ? factsOf(device, *matter) : MatterFacts();
    } catch (const platform::StorageError&) {
        return {};
    }
}

std::pair<QString, QString> openContact(store::Device& device, const std::string& id) {
    try {
        const auto matter = find(device, id);
        if (!matter)
            return {};
        const auto open = [&](std::string_view field) {
            const auto index = *matter->type->indexOf(field);
            return readable(device, matter->type->field(index), matter->shown[index]);
        };
        return {open("complainant_name"), open("complainant_phone")};
    } catch (const platform::StorageError&) {
        return {};
    }
}

} // namespace lianxin::desk
