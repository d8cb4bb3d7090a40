// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/validation.h"

#include "app/domain/matter.h"
#include "app/domain/matter_steps.h"
#include "sync/blobs/blob_address.h"
#include "sync/record/edit.h"

#include <algorithm>
#include <new>

namespace lianxin::domain {

namespace {

constexpr std::size_t mostCharactersOfALine = 200;
constexpr std::size_t mostCharactersOfAText = 10'000;
constexpr std::size_t mostBytesOfJson = std::size_t{512} << 10;
constexpr std::size_t mostBytesSealed = 4096;
constexpr std::size_t deepestJson = 48;
constexpr std::size_t firstCapacity = std::size_t{64} << 10; // of the JSON parser; it grows with the texts
constexpr std::int64_t mostOfANumber = 1'000'000'000;
// A device whose clock has lost its battery starts in 1970, and what it takes down counts all the same.
constexpr std::int64_t firstTime = 0;
constexpr std::int64_t endOfTime = 253'402'300'800'000; // the year 10000

struct FieldName {
    std::string_view type;
    std::string_view field;
};

struct FieldCodes {
    FieldName name;
    Codes codes;
};

// What every record of the type has, from the moment it is first saved.
constexpr std::array requiredFields = std::to_array<FieldName>({
    {"hospital", "name"},
    {"department", "name"},
    {"department", "kind"},
    {"ward", "name"},
    {"ward", "department"},
    {"bed", "ward"},
    {"bed", "label"},
    {"staff", "job_number"},
    {"staff", "display_name"},
    {"staff", "role"},
    {"roster_entry", "duty"},
    {"roster_entry", "staff"},
    {"roster_entry", "starts_at"},
    {"roster_entry", "ends_at"},
    {"stay", "patient_ref"},
    {"stay", "ward"},
    {"stay", "admitted_at"},
    {"category", "tree"},
    {"category", "code"},
    {"category", "name"},
    {"questionnaire", "url"},
    {"questionnaire", "version"},
    {"questionnaire", "name"},
    {"questionnaire", "survey_kind"},
    {"questionnaire", "content"},
    {"questionnaire", "status"},
    {"policy_profile", "profile"},
    {"policy_profile", "version"},
    {"policy_profile", "name"},
    {"policy_profile", "content"},
    {"policy_profile", "status"},
    {"survey_response", "questionnaire"},
    {"survey_response", "questionnaire_version"},
    {"survey_response", "survey_kind"},
    {"survey_response", "channel"},
    {"survey_response", "source"},
    {"survey_response", "submitted_at"},
    {"survey_response", "answers"},
    {"matter", "kind"},
    {"matter", "channel"},
    {"matter", "source"},
    {"matter", "raised_at"},
    {"matter_event", "matter"},
    {"matter_event", "step"},
    {"matter_event", "occurred_at"},
    {"evidence", "matter"},
    {"evidence", "kind"},
    {"evidence", "media_type"},
    {"evidence", "content"},
    {"evidence", "added_at"},
    {"visit", "ward"},
    {"visit", "visited_at"},
    {"visit", "outcome"},
    {"card_handout", "ward"},
    {"card_handout", "given_at"},
});

constexpr std::array codedFields = std::to_array<FieldCodes>({
    {{"hospital", "institution_level"}, institutionLevels},
    {{"department", "kind"}, departmentKinds},
    {{"staff", "role"}, roles},
    {{"roster_entry", "duty"}, duties},
    {{"category", "tree"}, categoryTrees},
    {{"questionnaire", "survey_kind"}, surveyKinds},
    {{"questionnaire", "status"}, publicationStates},
    {{"policy_profile", "status"}, publicationStates},
    {{"survey_response", "survey_kind"}, surveyKinds},
    {{"survey_response", "channel"}, channels},
    {{"survey_response", "source"}, sources},
    {{"survey_response", "filled_by"}, fillers},
    {{"survey_response", "language"}, languages},
    {{"survey_response", "device_kind"}, deviceKinds},
    {{"matter", "kind"}, matterKinds},
    {{"matter", "subject"}, subjects},
    {{"matter", "complainant_type"}, complainantTypes},
    {{"matter", "contact_mode"}, contactModes},
    {{"matter", "channel"}, channels},
    {{"matter", "source"}, sources},
    {{"matter", "language"}, languages},
    {{"matter", "device_kind"}, deviceKinds},
    {{"matter_event", "step"}, steps},
    {{"matter_event", "actor_role"}, roles},
    {{"matter_event", "kind"}, matterKinds},
    {{"matter_event", "severity"}, severities},
    {{"matter_event", "feedback_form"}, feedbackForms},
    {{"matter_event", "addressee"}, addressees},
    {{"evidence", "kind"}, evidenceKinds},
    {{"evidence", "media_type"}, evidenceMediaTypes},
    {{"visit", "outcome"}, visitOutcomes},
    {{"visit", "filled_by"}, fillers},
});

constexpr std::array phoneFields = std::to_array<FieldName>({
    {"hospital", "complaint_phone"},
    {"department", "phone"},
    {"department", "head_phone"},
    {"ward", "phone"},
    {"roster_entry", "phone"},
    {"matter_event", "phone_given"},
});

// Where people write as much as they need; other texts are a line.
constexpr std::array longTexts = std::to_array<FieldName>({
    {"survey_response", "free_text"},
    {"matter_event", "text"},
    {"matter_event", "reason"},
});

bool contains(std::span<const FieldName> names, std::string_view type, std::string_view field) {
    return std::any_of(names.begin(), names.end(),
                       [&](const FieldName& name) { return name.type == type && name.field == field; });
}

std::size_t mostOf(std::string_view type, const sync::Field& field) {
    switch (field.type) {
    case sync::FieldType::Text:
        return field.rule == sync::MergeRule::Versions || contains(longTexts, type, field.name)
                   ? mostCharactersOfAText
                   : mostCharactersOfALine;
    case sync::FieldType::Json:
        return mostBytesOfJson;
    case sync::FieldType::Sealed:
        return mostBytesSealed;
    case sync::FieldType::Boolean:
    case sync::FieldType::Integer:
    case sync::FieldType::Real:
    case sync::FieldType::Time:
    case sync::FieldType::Reference:
        return 0;
    }
    return 0;
}

std::string_view resourceTypeOf(std::string_view type, std::string_view field) {
    if (type == "questionnaire" && field == "content")
        return "Questionnaire";
    if (type == "survey_response" && field == "answers")
        return "QuestionnaireResponse";
    return {};
}

bool isPlainText(const std::string& text) {
    return simdjson::validate_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f;
           });
}

std::size_t charactersOf(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

bool isInRange(const sync::Field& field, std::int64_t number) {
    if (field.type == sync::FieldType::Time)
        return number >= firstTime && number < endOfTime;
    return number >= 0 && number <= mostOfANumber;
}

/// The hotline, the media and those above are outside, whoever typed it in. Letters, calls and visits
/// may come by either channel (C-34).
bool contradictsChannel(const sync::Record& record) {
    static constexpr std::array<std::string_view, 6> fromOutside{"hotline_12345",     "president_hotline",
                                                                 "online_opinion",    "letter_external",
                                                                 "superior_assigned", "deputy_or_media"};
    const auto* channel = std::get_if<std::string>(&record.value("channel"));
    const auto* source = std::get_if<std::string>(&record.value("source"));
    return channel && source && *channel == "internal" && placeOf(fromOutside, *source);
}

/// The lists of kinds and subjects give words to codes that the program knows; the other trees are the
/// hospital's own.
bool isUnknownCategory(const sync::Record& record) {
    const auto* tree = std::get_if<std::string>(&record.value("tree"));
    const auto* code = std::get_if<std::string>(&record.value("code"));
    if (!tree || !code)
        return false;
    return (*tree == "kind" && !placeOf(matterKinds, *code)) ||
           (*tree == "subject" && !placeOf(subjects, *code));
}

constexpr std::array<std::string_view, 10> contentFaultNames{
    "missing",  "wrong-type",   "unknown-code", "too-long",       "not-plain-text",
    "not-json", "out-of-range", "not-a-phone",  "wrong-resource", "contradiction"};

} // namespace

std::string_view nameOf(ContentFault fault) {
    return contentFaultNames[static_cast<std::size_t>(fault)];
}

bool isRequired(std::string_view type, std::string_view field) {
    return contains(requiredFields, type, field);
}

Codes codesOf(std::string_view type, std::string_view field) {
    for (const FieldCodes& coded : codedFields)
        if (coded.name.type == type && coded.name.field == field)
            return coded.codes;
    return {};
}

bool looksLikePhone(std::string_view text) {
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool allowed = std::all_of(text.begin(), text.end(), [&](char c) {
        return isDigit(c) || c == ' ' || c == '-' || c == '(' || c == ')';
    });
    const auto digits = std::count_if(text.begin(), text.end(), isDigit);
    return allowed && digits >= 3 && text.size() <= 30;
}

ContentRules::ContentRules(const sync::Schema& schema) {
    if (parser_.allocate(firstCapacity, deepestJson) != simdjson::SUCCESS)
        throw std::bad_alloc();
    for (const auto& type : schema.types()) {
        if (type.get() == &schema.history() || type.get() == &schema.unknown())
            continue;
        std::vector<FieldRule>& rules = rules_[type.get()];
        for (const sync::Field& field : type->fields()) {
            FieldRule rule;
            rule.required = isRequired(type->name(), field.name);
            rule.phone = contains(phoneFields, type->name(), field.name);
            rule.isId = field.name == "departments_involved";
            rule.isBlob = type->blobField() && field.name == type->field(*type->blobField()).name;
            rule.most = mostOf(type->name(), field);
            rule.codes = codesOf(type->name(), field.name);
            rule.resourceType = resourceTypeOf(type->name(), field.name);
            rules.push_back(rule);
        }
    }
}

std::vector<ContentProblem> ContentRules::check(const sync::Record& record) {
    std::vector<ContentProblem> problems;
    const auto found = rules_.find(record.type);
    if (record.erased || found == rules_.end())
        return problems;
    for (std::size_t i = 0; i < found->second.size(); ++i) {
        const auto index = static_cast<sync::FieldIndex>(i);
        const sync::Field& field = record.type->field(index);
        const FieldRule& rule = found->second[i];
        if (field.hubGiven)
            continue;
        if (rule.required && sync::isNull(record.shown[i]))
            problems.push_back({ContentFault::Missing, field.name, {}});
        if (auto problem = checkShown(field, rule, record.shown[i]))
            problems.push_back(std::move(*problem));
        const sync::OwnState* state = sync::ownState(record, index);
        if (!state)
            continue;
        for (const sync::Write& write : state->writes)
            if (write.kind == sync::WriteKind::Value && write.value != record.shown[i])
                if (auto problem = checkValue(field, rule, write.value))
                    problems.push_back(std::move(*problem));
    }
    if (contradictsChannel(record))
        problems.push_back({ContentFault::Contradiction, "channel", "source"});
    if (record.type->name() == "category" && isUnknownCategory(record))
        problems.push_back({ContentFault::UnknownCode, "code", std::get<std::string>(record.value("tree"))});
    return problems;
}

std::optional<ContentProblem> ContentRules::checkShown(const sync::Field& field, const FieldRule& rule,
                                                       const sync::Value& shown) {
    if (field.rule != sync::MergeRule::Set)
        return checkValue(field, rule, shown);
    for (std::string& element : sync::elementsOf(shown))
        if (auto problem = checkValue(field, rule, std::move(element)))
            return problem;
    return std::nullopt;
}

std::optional<ContentProblem> ContentRules::checkValue(const sync::Field& field, const FieldRule& rule,
                                                       const sync::Value& value) {
    if (sync::isNull(value))
        return std::nullopt;
    const auto problem = [&field](ContentFault fault, std::string detail) {
        return ContentProblem{fault, field.name, std::move(detail)};
    };
    // What fits() makes of JSON and of sets costs a parse; the one is parsed below, and of a set elements
    // come here.
    const bool isText = field.type == sync::FieldType::Json || field.type == sync::FieldType::Text;
    const bool isWrongType = isText ? !std::holds_alternative<std::string>(value) : !sync::fits(field, value);
    if (isWrongType)
        return problem(ContentFault::WrongType, {});
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        if (field.type != sync::FieldType::Boolean && !isInRange(field, *number))
            return problem(ContentFault::OutOfRange, std::to_string(*number));
    } else if (const auto* sealed = std::get_if<sync::Sealed>(&value)) {
        if (sealed->bytes.size() > rule.most)
            return problem(ContentFault::TooLong, std::to_string(rule.most));
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        if (field.type == sync::FieldType::Json)
            return checkJson(field, rule, *text);
        // Looked at before the characters are counted, so that a megabyte is not walked through three times.
        const std::size_t mostBytes = rule.most * 4;
        if (text->size() > mostBytes || charactersOf(*text) > rule.most)
            return problem(ContentFault::TooLong, std::to_string(rule.most));
        if (!isPlainText(*text))
            return problem(ContentFault::NotPlainText, {});
        if (rule.phone && !looksLikePhone(*text))
            return problem(ContentFault::NotAPhone, *text);
        if ((rule.isId && !sync::Uuid::parse(*text)) || (rule.isBlob && !sync::blobAddressFrom(*text)))
            return problem(ContentFault::WrongType, *text);
        if (!rule.codes.empty() && !placeOf(rule.codes, *text))
            return problem(ContentFault::UnknownCode, *text);
    }
    return std::nullopt;
}

std::optional<ContentProblem> ContentRules::checkJson(const sync::Field& field, const FieldRule& rule,
                                                      const std::string& text) {
    if (text.size() > rule.most)
        return ContentProblem{ContentFault::TooLong, field.name, std::to_string(rule.most)};
    simdjson::dom::element json;
    const auto error = parser_.parse(text).get(json);
    if (error == simdjson::MEMALLOC) // says nothing about the text
        throw std::bad_alloc();
    if (error != simdjson::SUCCESS)
        return ContentProblem{ContentFault::NotJson, field.name, {}};
    if (rule.resourceType.empty())
        return std::nullopt;
    std::string_view resourceType;
    if (json["resourceType"].get(resourceType) != simdjson::SUCCESS || resourceType != rule.resourceType)
        return ContentProblem{ContentFault::WrongResource, field.name, std::string(rule.resourceType)};
    return std::nullopt;
}

} // namespace lianxin::domain
