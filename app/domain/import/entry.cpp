// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/import/entry.h"

#include "app/domain/time_text.h"

#include <set>

namespace lianxin::domain {

namespace {

using Kind = LocatedJson::Kind;

// The system of the coding by which a form says whom it is for (3.2).
constexpr std::string_view surveyKindSystem = "urn:lianxin:survey-kind";

struct Reader {
    const std::string& file;
    std::vector<ImportProblem>& problems;

    void report(std::size_t line, ImportFault fault, std::string_view field, std::string detail) const {
        problems.push_back({file, line, fault, std::string(field), std::move(detail)});
    }
};

std::optional<sync::Uuid> readId(const Reader& reader, const LocatedJson& object) {
    const LocatedJson* id = object.find("id");
    if (!id) {
        reader.report(object.line, ImportFault::MissingField, "id", {});
        return std::nullopt;
    }
    const auto parsed = id->text() ? sync::Uuid::parse(*id->text()) : std::nullopt;
    if (!parsed || parsed->isNull()) {
        reader.report(id->line, ImportFault::BadId, "id", id->text() ? *id->text() : std::string());
        return std::nullopt;
    }
    return parsed;
}

/// Null, after a report, when the JSON value cannot stand in the field.
sync::Value readValue(const Reader& reader, const sync::Field& field, const LocatedJson& json) {
    switch (field.type) {
    case sync::FieldType::Boolean:
        if (const auto* flag = std::get_if<bool>(&json.scalar))
            return std::int64_t{*flag};
        break;
    case sync::FieldType::Integer:
        if (const auto* number = std::get_if<std::int64_t>(&json.scalar))
            return *number;
        break;
    case sync::FieldType::Real:
        if (const auto* number = std::get_if<double>(&json.scalar))
            return *number;
        if (const auto* number = std::get_if<std::int64_t>(&json.scalar))
            return static_cast<double>(*number);
        break;
    case sync::FieldType::Text:
        if (json.text())
            return *json.text();
        break;
    case sync::FieldType::Json:
        if (json.kind == Kind::Object || json.kind == Kind::List)
            return compactJson(json);
        break;
    case sync::FieldType::Time:
        if (!json.text())
            break;
        if (const auto time = parseTime(*json.text()))
            return std::int64_t{time->time_since_epoch().count()};
        reader.report(json.line, ImportFault::BadTime, field.name, *json.text());
        return {};
    case sync::FieldType::Reference:
        if (!json.text())
            break;
        if (const auto id = sync::Uuid::parse(*json.text()))
            return *id;
        reader.report(json.line, ImportFault::BadId, field.name, *json.text());
        return {};
    case sync::FieldType::Sealed:
        break; // what is sealed is sealed on a device and not in a file
    }
    reader.report(json.line, ImportFault::WrongType, field.name, std::string(sync::nameOf(field.type)));
    return {};
}

void readField(const Reader& reader, ImportedRecord& record, const sync::Field& field,
               const LocatedJson& json) {
    if (json.kind == Kind::Null)
        return;
    // An unusable value is reported once; that the field is then empty needs no second complaint. See
    // checkRecord.
    sync::Value value = readValue(reader, field, json);
    if (!sync::isNull(value))
        record.fields.try_emplace(field.name, ImportedField{std::move(value), json.line});
}

bool isObject(const Reader& reader, const LocatedJson& json) {
    if (json.kind == Kind::Object)
        return true;
    reader.report(json.line, ImportFault::WrongShape, {}, "object");
    return false;
}

/// Every question has a name of its own, by which answers refer to it; a person who copies a question forgets
/// that.
void checkItems(const Reader& reader, const LocatedJson& parent, std::set<std::string>& linkIds) {
    const LocatedJson* items = parent.find("item");
    if (!items)
        return;
    for (const LocatedJson& item : items->elements) {
        const LocatedJson* linkId = item.find("linkId");
        if (!linkId || !linkId->text())
            reader.report(item.line, ImportFault::MissingField, "linkId", {});
        else if (!linkIds.insert(*linkId->text()).second)
            reader.report(linkId->line, ImportFault::RepeatedName, "linkId", *linkId->text());
        if (!item.find("type"))
            reader.report(item.line, ImportFault::MissingField, "type",
                          linkId && linkId->text() ? *linkId->text() : "");
        checkItems(reader, item, linkIds);
    }
}

const LocatedJson* findSurveyKind(const LocatedJson& resource) {
    const LocatedJson* codings = resource.find("code");
    if (!codings)
        return nullptr;
    for (const LocatedJson& coding : codings->elements) {
        const LocatedJson* system = coding.find("system");
        if (system && system->text() && *system->text() == surveyKindSystem)
            return coding.find("code");
    }
    return nullptr;
}

} // namespace

std::optional<ImportedRecord> readEntry(const std::string& file, const LocatedJson& object,
                                        const sync::RecordType& type, std::vector<ImportProblem>& problems) {
    const Reader reader{file, problems};
    if (!isObject(reader, object))
        return std::nullopt;
    const auto id = readId(reader, object);
    ImportedRecord record{&type, id.value_or(sync::Uuid{}), {}, file, object.line};
    for (const JsonMember& member : object.members) {
        if (member.key == "id")
            continue;
        const auto index = type.indexOf(member.key);
        if (!index || type.field(*index).hubGiven)
            reader.report(member.line, ImportFault::UnknownField, member.key, {});
        else
            readField(reader, record, type.field(*index), member.value);
    }
    return id ? std::optional(std::move(record)) : std::nullopt;
}

std::optional<ImportedRecord> readQuestionnaire(const std::string& file, const LocatedJson& resource,
                                                const sync::RecordType& type,
                                                std::vector<ImportProblem>& problems) {
    const Reader reader{file, problems};
    if (!isObject(reader, resource))
        return std::nullopt;
    const LocatedJson* resourceType = resource.find("resourceType");
    if (!resourceType || !resourceType->text() || *resourceType->text() != "Questionnaire") {
        reader.report(resourceType ? resourceType->line : resource.line, ImportFault::WrongResource,
                      "resourceType", "Questionnaire");
        return std::nullopt;
    }
    const auto id = readId(reader, resource);
    ImportedRecord record{&type, id.value_or(sync::Uuid{}), {}, file, resource.line};
    struct Source {
        std::string_view field;
        const LocatedJson* json;
    };
    for (const Source& source :
         {Source{"url", resource.find("url")}, Source{"version", resource.find("version")},
          Source{"name", resource.find("title")}, Source{"status", resource.find("status")},
          Source{"survey_kind", findSurveyKind(resource)}})
        if (source.json)
            readField(reader, record, type.field(*type.indexOf(source.field)), *source.json);
    record.fields.try_emplace("content", ImportedField{compactJson(resource), resource.line});
    std::set<std::string> linkIds;
    checkItems(reader, resource, linkIds);
    return id ? std::optional(std::move(record)) : std::nullopt;
}

} // namespace lianxin::domain
