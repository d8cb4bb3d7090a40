// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/draft.h"

#include "app/ctl/record_json.h"

#include <array>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;
using terminal::Message;

struct SourceOfSurvey {
    std::string_view surveyKind;
    std::string_view source;
};

/// Where the answers of each kind of survey come from, unless the fields say otherwise.
constexpr std::array usualSources = std::to_array<SourceOfSurvey>({
    {"outpatient_satisfaction", "outpatient_survey"},
    {"inpatient_opinion", "opinion_form"},
    {"public_health_satisfaction", "public_health_survey"},
    {"discharged_satisfaction", "discharge_follow_up"},
    {"service_opinion_round", "bedside_visit"},
    {"opinion_consultation", "opinion_form"},
    {"handling_opinion", "phone"},
    {"after_handling_revisit", "phone"},
});

std::string textOf(const sync::Record& record, std::string_view field) {
    const auto* text = std::get_if<std::string>(&record.value(field));
    return text ? *text : std::string();
}

void set(sync::Record& record, std::string_view field, sync::Value value) {
    record.shown[*record.type->indexOf(field)] = std::move(value);
}

std::string_view usualSource(const std::string& surveyKind) {
    for (const SourceOfSurvey& known : usualSources)
        if (known.surveyKind == surveyKind)
            return known.source;
    return "opinion_form";
}

/// What the object has beside the names it may have.
bool hasOnly(const Json& given, std::initializer_list<std::string_view> names, const std::string& place,
             ProblemList& problems) {
    bool fine = true;
    for (const auto& [name, value] : given.items())
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            problems.add(place, {"多了 " + name, name + " has no place here"});
            fine = false;
        }
    if (given.contains("fields") && !given["fields"].is_object()) {
        problems.add(place, {"fields 应为对象", "fields is not an object"});
        fine = false;
    }
    return fine;
}

} // namespace

std::optional<sync::Record> DraftReader::read(const Json& given, const std::string& place,
                                              ProblemList& problems) {
    const bool isObject = given.is_object();
    std::optional<sync::Record> draft;
    if (isObject && given.contains("questionnaire"))
        draft = readSurvey(given, place, problems);
    else if (isObject && given.contains("type") && given["type"].is_string())
        draft = readRecord(given, place, problems);
    else
        problems.add(place, {"既没有 type，也没有 questionnaire", "has neither type nor questionnaire"});
    if (!draft)
        return std::nullopt;
    const auto faults = content_.check(*draft);
    for (const domain::ContentProblem& fault : faults)
        problems.add(place, wordsFor(fault));
    return faults.empty() ? draft : std::nullopt;
}

std::optional<sync::Record> DraftReader::readRecord(const Json& given, const std::string& place,
                                                    ProblemList& problems) {
    if (!hasOnly(given, {"type", "id", "fields"}, place, problems))
        return std::nullopt;
    const auto name = given["type"].get<std::string>();
    const sync::RecordType* type = replica_.schema().find(name);
    if (!type || type == &replica_.schema().history() || type == &replica_.schema().unknown()) {
        problems.add(place, {"没有这种记录：" + name, "there are no records of the type " + name});
        return std::nullopt;
    }
    sync::Uuid id;
    if (given.contains("id")) {
        const auto parsed =
            given["id"].is_string() ? sync::Uuid::parse(given["id"].get<std::string>()) : std::nullopt;
        if (!parsed || parsed->isNull()) {
            problems.add(place, {"id 不是 UUID 编号", "id is not a UUID"});
            return std::nullopt;
        }
        id = *parsed;
    }
    sync::Record record = sync::emptyRecord(*type, id);
    const auto faults = putFields(record, given.value("fields", Json::object()));
    for (const sync::EditProblem& fault : faults)
        problems.add(place, wordsFor(fault));
    return faults.empty() ? std::optional(std::move(record)) : std::nullopt;
}

std::optional<sync::Record> DraftReader::findForm(const std::string& idOrName, const std::string& place,
                                                  ProblemList& problems) {
    const sync::RecordType& type = *replica_.schema().find("questionnaire");
    if (const auto id = sync::Uuid::parse(idOrName))
        if (auto form = replica_.find(type, *id))
            return form;
    std::vector<sync::Record> named;
    replica_.visit(type, [&](const sync::Record& form) {
        if (textOf(form, "name") == idOrName && textOf(form, "status") == "active")
            named.push_back(form);
    });
    if (named.size() == 1)
        return std::move(named.front());
    problems.add(place, named.empty()
                            ? Message{"本机没有这份问卷：" + idOrName + "（先 sync）",
                                      "this device holds no form " + idOrName + " (sync first)"}
                            : Message{"有几份在用的问卷同名，请用编号：" + idOrName,
                                      "several active forms have this name, give the id: " + idOrName});
    return std::nullopt;
}

std::optional<sync::Record> DraftReader::readSurvey(const Json& given, const std::string& place,
                                                    ProblemList& problems) {
    if (!hasOnly(given, {"questionnaire", "answers", "fields"}, place, problems))
        return std::nullopt;
    const Json& named = given["questionnaire"];
    const auto form = findForm(named.is_string() ? named.get<std::string>() : named.dump(), place, problems);
    if (!form)
        return std::nullopt;
    const auto answers = domain::answerSurvey(Json::parse(textOf(*form, "content"), nullptr, false),
                                              given.value("answers", Json::object()), now_);
    if (!answers) {
        for (const domain::AnswerProblem& fault : answers.error())
            problems.add(place, wordsFor(fault));
        return std::nullopt;
    }
    sync::Record record = sync::emptyRecord(*replica_.schema().find("survey_response"), {});
    set(record, "questionnaire", form->id);
    set(record, "questionnaire_version", textOf(*form, "version"));
    set(record, "survey_kind", textOf(*form, "survey_kind"));
    set(record, "channel", "internal");
    set(record, "source", std::string(usualSource(textOf(*form, "survey_kind"))));
    set(record, "submitted_at", now_.time_since_epoch().count());
    set(record, "answers", answers->json);
    if (answers->score)
        set(record, "score", *answers->score);
    const auto faults = putFields(record, given.value("fields", Json::object()));
    for (const sync::EditProblem& fault : faults)
        problems.add(place, wordsFor(fault));
    return faults.empty() ? std::optional(std::move(record)) : std::nullopt;
}

} // namespace lianxin::ctl
