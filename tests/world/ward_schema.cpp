// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/world/ward_schema.h"

#include <algorithm>

namespace lianxin::world {

using namespace lianxin::sync;

namespace {

std::vector<Field> noteFields() {
    return {
        {"ward", FieldType::Text, MergeRule::Once},    {"title", FieldType::Text, MergeRule::Once},
        {"phone", FieldType::Text, MergeRule::Latest}, {"text", FieldType::Text, MergeRule::Versions},
        {"tags", FieldType::Text, MergeRule::Set},     {"number", FieldType::Text, MergeRule::Once, true}};
}

RecordType stepRecordType() {
    return RecordType(std::string(stepType),
                      {{"note", FieldType::Reference, MergeRule::Once},
                       {"kind", FieldType::Text, MergeRule::Once},
                       {"target", FieldType::Text, MergeRule::Once},
                       {std::string(placeField), FieldType::Integer, MergeRule::Once, true},
                       {std::string(effectiveField), FieldType::Boolean, MergeRule::Once, true},
                       {std::string(reasonField), FieldType::Text, MergeRule::Once, true}},
                      "note");
}

RecordType pictureRecordType() {
    return RecordType(
        std::string(pictureType),
        {{"note", FieldType::Reference, MergeRule::Once}, {"image", FieldType::Text, MergeRule::Once}},
        "note", "image");
}

std::string textOf(const Record& record, std::string_view field) {
    const auto* text = std::get_if<std::string>(&record.value(field));
    return text ? *text : std::string();
}

} // namespace

const Schema& wardSchema() {
    static const Schema schema(
        1, {RecordType(std::string(noteType), noteFields(), {}), stepRecordType(), pictureRecordType()});
    return schema;
}

const Schema& newerWardSchema() {
    static const Schema schema = [] {
        auto fields = noteFields();
        fields.push_back({"mood", FieldType::Text, MergeRule::Latest});
        return Schema(2,
                      {RecordType(std::string(noteType), fields, {}), stepRecordType(), pictureRecordType(),
                       RecordType("memo",
                                  {{"note", FieldType::Reference, MergeRule::Once},
                                   {"words", FieldType::Text, MergeRule::Latest}},
                                  "note")});
    }();
    return schema;
}

NoteState noteStateFrom(std::string_view text) {
    const auto bar = text.find('|');
    if (bar == std::string_view::npos)
        return {};
    return {text.substr(0, bar) == "closed", std::string(text.substr(bar + 1))};
}

std::string toText(const NoteState& state) {
    return (state.closed ? "closed|" : "open|") + state.ward;
}

bool takeStep(NoteState& state, std::string_view kind, std::string_view target) {
    const bool legal = kind == "reopen" ? state.closed : !state.closed;
    if (!legal)
        return false;
    if (kind == "close")
        state.closed = true;
    else if (kind == "reopen")
        state.closed = false;
    else if (kind == "move")
        state.ward = target;
    return true;
}

std::optional<Refusal> WardRules::refuse(std::string_view role, const Record& record, bool isNew) const {
    const bool saysNothing =
        !isNew && record.own.empty() && std::all_of(record.shown.begin(), record.shown.end(), sync::isNull);
    if (role == "reader" && !saysNothing)
        return Refusal{RefusalReason::NotAllowed, "role"};
    if (record.type->name() == noteType && textOf(record, "title") == refusedTitle)
        return Refusal{RefusalReason::WrongContent, "title"};
    if (record.type->name() == refusedType)
        return Refusal{RefusalReason::WrongContent, "type"};
    return std::nullopt;
}

std::optional<Scope> WardRules::scopeNeeded(std::string_view, const Record&) const {
    return std::nullopt;
}

std::vector<Scope> WardRules::scopesOf(const Record& record, std::string_view state) const {
    const NoteState moved = noteStateFrom(state);
    const std::string ward = moved.ward.empty() ? textOf(record, "ward") : moved.ward;
    return ward.empty() ? std::vector<Scope>{} : std::vector<Scope>{ward};
}

std::optional<ScopeOrigin> WardRules::originOf(const Scope& /*scope*/) const {
    return std::nullopt;
}

bool WardRules::isEvent(const RecordType& type) const {
    return type.name() == stepType;
}

Judgement WardRules::judge(const Record& event, const Record&, std::string& text) const {
    NoteState state = noteStateFrom(text);
    const std::string kind = textOf(event, "kind");
    Judgement judgement;
    judgement.effective = takeStep(state, kind, textOf(event, "target"));
    if (!judgement.effective)
        judgement.withoutEffectBecause = state.closed ? "closed" : "open";
    else if (kind == "close")
        judgement.numberSeries = "N";
    text = toText(state);
    return judgement;
}

Record noteDraft(const Schema& schema, std::string_view ward, std::string_view title) {
    Record note = emptyRecord(*schema.find(noteType), {});
    setShown(note, "ward", std::string(ward));
    setShown(note, "title", std::string(title));
    return note;
}

Record stepDraft(const Schema& schema, const Uuid& note, std::string_view kind, std::string_view target) {
    Record step = emptyRecord(*schema.find(stepType), {});
    setShown(step, "note", note);
    setShown(step, "kind", std::string(kind));
    if (!target.empty())
        setShown(step, "target", std::string(target));
    return step;
}

Record pictureDraft(const Schema& schema, const Uuid& note, const BlobAddress& image) {
    Record picture = emptyRecord(*schema.find(pictureType), {});
    setShown(picture, "note", note);
    setShown(picture, "image", toText(image));
    return picture;
}

void setShown(Record& draft, std::string_view field, Value value) {
    draft.shown.at(draft.type->indexOf(field).value()) = std::move(value);
}

} // namespace lianxin::world
