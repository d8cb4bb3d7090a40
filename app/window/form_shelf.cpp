// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/form_shelf.h"

#include "app/window/form_pages.h"
#include "app/window/record_text.h"

namespace lianxin::window {

namespace {

void put(sync::Record& record, std::string_view field, sync::Value value) {
    record.shown[*record.type->indexOf(field)] = std::move(value);
}

/// For the desk to find.
std::string freeTextOf(const domain::FormAnswers& answers) {
    std::string text;
    for (const auto& [linkId, words] : wordsOf(answers))
        text += (text.empty() ? "" : "\n") + words;
    return text;
}

struct Found {
    ActiveForm form;
    std::string content;
};

} // namespace

FormShelf::FormShelf(StoreLink& store, std::string surveyKind)
    : store_(store), surveyKind_(std::move(surveyKind)) {
    connect(&store_, &StoreLink::recordsChanged, this, &FormShelf::read);
    read();
}

int FormShelf::questions() const {
    if (!form_)
        return 0;
    int count = 0;
    for (const domain::Item& item : form_->form->items())
        count += takesAnswer(item) && !item.hidden && item.conditions.empty() ? 1 : 0;
    return count;
}

void FormShelf::read() {
    store_.ask(
        this,
        [kind = surveyKind_, known = form_](store::Device& device) -> std::optional<ActiveForm> {
            std::optional<Found> found;
            device.visitAll("questionnaire", [&](const sync::Record& record) {
                const auto text = [&record](const char* field) {
                    return textOf(record, field).toStdString();
                };
                const bool newer = !found || record.id > found->form.record;
                if (text("survey_kind") == kind && text("status") == "active" && newer)
                    found = {{record.id, text("version"), kind, nullptr}, text("content")};
            });
            if (!found || (known && known->record == found->form.record))
                return known;
            auto form = domain::Form::readText(found->content);
            if (!form)
                return known;
            found->form.form = std::make_shared<const domain::Form>(std::move(*form));
            return found->form;
        },
        [this](std::optional<ActiveForm> form) {
            if (!form || (form_ && form_->record == form->record))
                return;
            form_ = std::move(form);
            emit changed();
        });
}

std::vector<std::pair<std::string, std::string>> wordsOf(const domain::FormAnswers& answers) {
    std::vector<std::pair<std::string, std::string>> found;
    for (const domain::RowId row : answers.shownRows()) {
        if (answers.item(row).type != domain::ItemType::Text || answers.values(row).empty())
            continue;
        if (const auto* words = std::get_if<std::string>(&answers.values(row).front()))
            found.emplace_back(answers.item(row).linkId, *words);
    }
    return found;
}

std::optional<ActiveForm> formOf(store::Device& device, const sync::Uuid& id) {
    const auto record = device.replica().find(*device.schema().find("questionnaire"), id);
    if (!record)
        return std::nullopt;
    auto form = domain::Form::readText(textOf(*record, "content").toStdString());
    if (!form)
        return std::nullopt;
    return ActiveForm{id, textOf(*record, "version").toStdString(),
                      textOf(*record, "survey_kind").toStdString(),
                      std::make_shared<const domain::Form>(std::move(*form))};
}

sync::Record responseRecord(const ActiveForm& form, const domain::FormAnswers& answers, const FilledIn& how,
                            const store::Device& device) {
    const sync::WallTime now = device.clock().wall();
    sync::Record record = sync::emptyRecord(*device.schema().find("survey_response"), {});
    put(record, "questionnaire", form.record);
    put(record, "questionnaire_version", form.version);
    put(record, "survey_kind", form.surveyKind);
    put(record, "channel", std::string("internal"));
    put(record, "source", how.source);
    put(record, "filled_by", how.by);
    put(record, "language", how.language);
    put(record, "device_kind", how.deviceKind);
    put(record, "submitted_at", now.time_since_epoch().count());
    put(record, "answers", answers.response(now).dump());
    if (const auto score = answers.score())
        put(record, "score", *score);
    if (const std::string text = freeTextOf(answers); !text.empty())
        put(record, "free_text", text);
    return record;
}

} // namespace lianxin::window
