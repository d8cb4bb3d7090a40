// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/entry.h"

#include "app/desk/search_words.h"
#include "app/domain/lookup_code.h"
#include "app/domain/matter.h"
#include "app/domain/timeline.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace lianxin::desk {

namespace {

using Json = nlohmann::json;

std::string textAt(const sync::Record& record, std::string_view field) {
    const auto* text = std::get_if<std::string>(&record.value(field));
    return text ? *text : std::string();
}

std::int64_t numberAt(const sync::Record& record, std::string_view field) {
    const auto* number = std::get_if<std::int64_t>(&record.value(field));
    return number ? *number : 0;
}

std::optional<sync::Uuid> idAt(const sync::Record& record, std::string_view field) {
    const auto* id = std::get_if<sync::Uuid>(&record.value(field));
    return id ? std::optional(*id) : std::nullopt;
}

void addLine(std::string& text, const std::string& line) {
    if (line.empty())
        return;
    if (!text.empty())
        text += '\n';
    text += line;
}

/// The first line, cut after some characters and never within one.
std::string beginningOf(const std::string& text) {
    constexpr std::size_t mostCharacters = 80;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\n' && at > 0)
            return text.substr(0, at);
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
        if (begins && characters++ == mostCharacters)
            return text.substr(0, at);
    }
    return text;
}

/// Texts that were typed as answers, in the order of the form.
void addTyped(const Json& json, std::string& text) {
    if (json.is_array()) {
        for (const Json& one : json)
            addTyped(one, text);
        return;
    }
    if (!json.is_object())
        return;
    for (const auto& [name, value] : json.items()) {
        if (name == "valueString" && value.is_string())
            addLine(text, value.get<std::string>());
        else if (value.is_structured())
            addTyped(value, text);
    }
}

std::string nameOfDepartment(sync::Replica& replica, const std::optional<sync::Uuid>& id) {
    const auto record = id ? replica.find(*replica.schema().find("department"), *id) : std::nullopt;
    return record ? textAt(*record, "name") : std::string();
}

void fillStage(sync::Replica& replica, const sync::Record& matter, Entry& entry) {
    std::vector<sync::Record> events;
    for (sync::Row& row : replica.tables().of(*replica.schema().find("matter_event")).childrenOf(matter.id))
        events.push_back(std::move(row.record));
    const domain::Timeline timeline = domain::timelineOf(matter, events);
    entry.stage = static_cast<std::int64_t>(timeline.state.stage);
    entry.provisional = timeline.isProvisional;
}

Entry ofMatter(sync::Replica& replica, const sync::Record& record) {
    Entry entry;
    entry.at = numberAt(record, "raised_at");
    entry.kind = textAt(record, "kind");
    entry.source = idAt(record, "source_record");
    entry.department = idAt(record, "department");
    entry.number = textAt(record, "number");
    entry.anonymous = domain::isTrue(record, "anonymous");
    fillStage(replica, record, entry);
    const bool mayHaveHistory = replica.tables().hasHistory();
    entry.conflicts =
        static_cast<std::int64_t>(fieldsInConflict(record, mayHaveHistory ? replica.historiesOf(record.id)
                                                                          : std::vector<sync::Record>())
                                      .size());
    for (const char* field : {"content", "problem", "opinion", "suggestion", "demand", "respondent", "number",
                              "external_order_no", "lookup_code"})
        addLine(entry.searched, textAt(record, field));
    if (const std::string code = textAt(record, "lookup_code"); !code.empty())
        addLine(entry.searched, domain::lookupCodeInGroups(code));
    const std::string content = textAt(record, "content");
    entry.title = beginningOf(content.empty() ? textAt(record, "problem") : content);
    return entry;
}

Entry ofResponse(const sync::Record& record) {
    Entry entry;
    entry.at = numberAt(record, "submitted_at");
    entry.kind = textAt(record, "survey_kind");
    entry.department = idAt(record, "department");
    if (const auto* score = std::get_if<double>(&record.value("score")))
        entry.score = *score;
    return entry;
}

Entry ofVisit(const sync::Record& record) {
    Entry entry;
    entry.at = numberAt(record, "visited_at");
    entry.kind = "bedside_visit";
    return entry;
}

/// What was chosen at the bedside lies in a response of its own.
bool saysNothing(const sync::Record& visit) {
    return opinionOf(visit).empty() && textAt(visit, "note").empty();
}

} // namespace

const char* typeNameOf(EntryType type) {
    switch (type) {
    case EntryType::Matter:
        return "matter";
    case EntryType::Response:
        return "survey_response";
    case EntryType::Visit:
        return "visit";
    }
    return "matter";
}

std::string opinionOf(const sync::Record& record) {
    std::string text;
    if (record.type->name() == "visit") {
        addLine(text, textAt(record, "opinions"));
        addLine(text, textAt(record, "suggestions"));
        return text;
    }
    text = textAt(record, "free_text");
    if (text.empty())
        addTyped(Json::parse(textAt(record, "answers"), nullptr, false), text);
    return text;
}

std::vector<std::string> fieldsInConflict(const sync::Record& record,
                                          const std::vector<sync::Record>& histories) {
    std::vector<std::string> fields;
    for (const sync::Conflict& conflict : sync::conflictsOf(record, histories)) {
        // Two desks that wrote the same leave nothing to decide.
        const bool same = sync::compareValues(conflict.shown.value, conflict.other.value) == 0;
        if (!same && (fields.empty() || fields.back() != conflict.field))
            fields.push_back(conflict.field);
    }
    return fields;
}

std::optional<Entry> entryOf(sync::Replica& replica, EntryType type, const sync::Uuid& id) {
    const auto record = replica.find(*replica.schema().find(typeNameOf(type)), id);
    if (!record || record->erased || (type == EntryType::Visit && saysNothing(*record)))
        return std::nullopt;
    Entry entry = type == EntryType::Matter     ? ofMatter(replica, *record)
                  : type == EntryType::Response ? ofResponse(*record)
                                                : ofVisit(*record);
    entry.id = id;
    entry.type = type;
    if (type != EntryType::Visit)
        entry.origin = textAt(*record, "source");
    if (type != EntryType::Matter) {
        const std::string opinion = opinionOf(*record);
        entry.hasOpinion = !opinion.empty();
        entry.title = beginningOf(opinion);
        addLine(entry.searched, opinion);
    }
    addLine(entry.searched, nameOfDepartment(replica, entry.department));
    entry.searched = folded(entry.searched);
    return entry;
}

} // namespace lianxin::desk
