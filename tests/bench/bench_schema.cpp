// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_schema.h"

#include <utility>

namespace lianxin::bench {

namespace {

using sync::Field;
using sync::FieldType;
using sync::MergeRule;
using sync::RecordType;
using sync::Value;

Field once(std::string name, FieldType type) {
    return {std::move(name), type, MergeRule::Once};
}

RecordType surveyResponse() {
    std::vector<Field> fields{
        once("device", FieldType::Text),       once("department", FieldType::Text),
        once("form", FieldType::Text),         once("form_version", FieldType::Integer),
        once("lang", FieldType::Text),         once("started_at", FieldType::Time),
        once("submitted_at", FieldType::Time), once("duration_ms", FieldType::Integer),
        once("channel", FieldType::Text),
    };
    for (int question = 1; question <= 15; ++question) {
        fields.push_back(once((question < 10 ? "q0" : "q") + std::to_string(question), FieldType::Integer));
    }
    fields.push_back(once("q16", FieldType::Boolean));
    fields.push_back(once("q17", FieldType::Text));
    fields.push_back(once("q18", FieldType::Json));
    fields.push_back(once("q19", FieldType::Text));
    fields.push_back(once("q20", FieldType::Real));
    fields.push_back(once("text", FieldType::Text));
    fields.push_back(once("score", FieldType::Integer));
    fields.push_back(once("seq", FieldType::Integer));
    fields.push_back(once("hash", FieldType::Text));
    return {std::string(surveyResponseType), std::move(fields), {}};
}

RecordType complaintCase() {
    return {std::string(caseType),
            {
                once("no", FieldType::Text),
                once("department", FieldType::Text),
                once("patient_ref", FieldType::Text),
                once("channel", FieldType::Text),
                once("category", FieldType::Text),
                {"severity", FieldType::Integer, MergeRule::Latest},
                {"status", FieldType::Text, MergeRule::Latest},
                {"assignee", FieldType::Text, MergeRule::Latest},
                once("title", FieldType::Text),
                once("description", FieldType::Text),
                once("opened_at", FieldType::Time),
                once("due_at", FieldType::Time),
                {"resolution", FieldType::Text, MergeRule::Latest},
            },
            {}};
}

RecordType caseEvent() {
    return {std::string(caseEventType),
            {
                once("parent_case", FieldType::Reference),
                once("at", FieldType::Time),
                once("by", FieldType::Text),
                once("kind", FieldType::Text),
                once("note", FieldType::Text),
            },
            "parent_case"};
}

std::vector<Value> valuesOf(const SurveyResponse& response) {
    std::vector<Value> values;
    values.reserve(33);
    values.insert(values.end(),
                  {response.device, response.department, response.form, response.formVersion, response.lang,
                   response.startedAt, response.submittedAt, response.durationMs, response.channel});
    for (const std::int64_t rating : response.ratings) {
        values.emplace_back(rating);
    }
    values.emplace_back(std::int64_t{response.recommends ? 1 : 0});
    values.insert(values.end(), {response.q17, response.q18, response.q19});
    if (response.q20) {
        values.emplace_back(*response.q20);
    } else {
        values.emplace_back();
    }
    values.insert(values.end(), {response.text, response.score, response.seq, response.hash});
    return values;
}

sync::Record draftOfType(const sync::Schema& schema, std::string_view type, const sync::Uuid& id,
                         std::vector<Value> values) {
    sync::Record draft;
    draft.type = schema.find(type);
    draft.id = id;
    draft.shown = std::move(values);
    return draft;
}

} // namespace

sync::Schema benchSchema() {
    return {1, {surveyResponse(), complaintCase(), caseEvent()}};
}

sync::Record draftOf(const sync::Schema& schema, const SurveyResponse& response) {
    return draftOfType(schema, surveyResponseType, response.id, valuesOf(response));
}

sync::Record draftOf(const sync::Schema& schema, const Case& one) {
    return draftOfType(schema, caseType, one.id,
                       {one.number, one.department, one.patientRef, one.channel, one.category, one.severity,
                        one.status, one.assignee, one.title, one.description, one.openedAt, one.dueAt,
                        one.resolution});
}

sync::Record draftOf(const sync::Schema& schema, const CaseEvent& event, const sync::Uuid& caseId) {
    return draftOfType(schema, caseEventType, event.id, {caseId, event.at, event.by, event.kind, event.note});
}

std::vector<sync::FieldChange> changesOf(const OfflineEdit& edit) {
    std::vector<sync::FieldChange> changes;
    for (const auto& [field, value] : edit.set) {
        changes.push_back(
            {field, std::visit([](const auto& held) { return Value(held); }, value), std::nullopt});
    }
    return changes;
}

} // namespace lianxin::bench
