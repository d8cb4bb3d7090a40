// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/response_sheet.h"

#include "app/desk/search_index.h"
#include "app/desk/source_draft.h"
#include "app/desk/value_text.h"
#include "app/window/record_text.h"
#include "platform/sqlite/storage_error.h"

#include <limits>

namespace lianxin::desk {

namespace {

using window::textOf;

std::optional<sync::Record> findSource(store::Device& device, const std::string& id) {
    const auto parsed = sync::Uuid::parse(id);
    if (!parsed)
        return std::nullopt;
    for (const EntryType type : {EntryType::Response, EntryType::Visit})
        if (auto record = device.replica().find(*device.schema().find(typeNameOf(type)), *parsed))
            return record;
    return std::nullopt;
}

QString nameOf(store::Device& device, const char* type, const sync::Value& reference) {
    const auto* id = std::get_if<sync::Uuid>(&reference);
    const auto record = id ? device.replica().find(*device.schema().find(type), *id) : std::nullopt;
    return record ? textOf(*record, "name") : QString();
}

/// The matter of this source: the one this rule would make, or one that its own device made.
std::optional<sync::Uuid> matterOf(store::Device& device, const sync::Uuid& source) {
    const sync::Uuid made = idOfDraftFrom(source);
    if (device.replica().find(*device.schema().find("matter"), made))
        return made;
    SearchIndex index(device.replica());
    index.update(std::numeric_limits<std::int32_t>::max()); // what the index does not know yet counts, too
    return index.drawnFrom(source);
}

struct Opened {
    SaveOutcome outcome;
    QString matter;
};

Opened openMatterOf(store::Device& device, const std::string& id) {
    try {
        const auto source = findSource(device, id);
        if (!source)
            return {{SaveFaultWord::NotAccepted, {}, {}}, {}};
        if (const auto known = matterOf(device, source->id))
            return {{}, QString::fromStdString(known->toString())};
        const auto draft = draftFrom(device.schema(), *source);
        if (!draft)
            return {{SaveFaultWord::NotAccepted, {}, {}}, {}};
        const auto saved = device.save({*draft});
        if (!saved)
            return {outcomeOf(saved.error()), {}};
        return {{}, QString::fromStdString(draft->id.toString())};
    } catch (const platform::StorageError&) {
        return {{SaveFaultWord::DiskFailed, {}, {}}, {}};
    }
}

} // namespace

ResponseSheet::ResponseSheet(window::StoreLink& store) : store_(store) {
    connect(&store_, &window::StoreLink::recordsChanged, this, &ResponseSheet::readAgain);
}

void ResponseSheet::open(const QString& id) {
    beginResetModel();
    id_ = id;
    loaded_ = false;
    read_ = {};
    fault_ = MatterSheet::NoFault;
    endResetModel();
    emit changed();
    emit savingChanged();
    readAgain();
}

void ResponseSheet::readAgain() {
    if (id_.isEmpty())
        return;
    store_.ask(
        this, [id = id_.toStdString()](store::Device& device) { return read(device, id); },
        [this, id = id_](Read found) {
            if (id != id_)
                return;
            // What was answered never changes; what was made of it does.
            const bool first = !std::exchange(loaded_, true);
            if (first)
                beginResetModel();
            read_ = std::move(found);
            if (first)
                endResetModel();
            emit changed();
        });
}

ResponseSheet::Read ResponseSheet::read(store::Device& device, const std::string& id) {
    Read read;
    try {
        const auto source = findSource(device, id);
        if (!source || source->erased)
            return read;
        read.found = true;
        read.opinion = QString::fromStdString(opinionOf(*source));
        read.filledBy = textOf(*source, "filled_by");
        read.ward = nameOf(device, "ward", source->value("ward"));
        if (source->type->name() == "visit")
            readVisit(*source, read);
        else
            readResponse(device, *source, read);
        if (const auto matter = matterOf(device, source->id))
            read.matter = QString::fromStdString(matter->toString());
    } catch (const platform::StorageError&) {
        return {};
    }
    return read;
}

void ResponseSheet::readVisit(const sync::Record& visit, Read& read) {
    read.kind = QStringLiteral("bedside_visit");
    read.origin = read.kind;
    read.at = timeOf(visit.value("visited_at"));
    for (const char* field : {"opinions", "suggestions", "note"})
        if (const QString text = textOf(visit, field); !text.isEmpty())
            read.lines.push_back({{}, field, text.toStdString(), 0, true});
}

void ResponseSheet::readResponse(store::Device& device, const sync::Record& response, Read& read) {
    read.kind = textOf(response, "survey_kind");
    read.origin = textOf(response, "source");
    read.at = timeOf(response.value("submitted_at"));
    read.department = nameOf(device, "department", response.value("department"));
    read.title = nameOf(device, "questionnaire", response.value("questionnaire"));
    read.lines = answersOf(textOf(response, "answers").toStdString());
    if (const QString free = textOf(response, "free_text"); !free.isEmpty())
        if (std::none_of(read.lines.begin(), read.lines.end(),
                         [&free](const Answered& line) { return line.answer == free.toStdString(); }))
            read.lines.push_back({{}, "free_text", free.toStdString(), 0, true});
}

void ResponseSheet::openMatter() {
    if (saving_)
        return;
    saving_ = true;
    fault_ = MatterSheet::NoFault;
    emit savingChanged();
    store_.ask(
        this, [id = id_.toStdString()](store::Device& device) { return openMatterOf(device, id); },
        [this, id = id_](const Opened& opened) {
            saving_ = false;
            fault_ = static_cast<MatterSheet::Fault>(opened.outcome.fault);
            emit savingChanged();
            readAgain();
            if (id == id_ && fault_ == MatterSheet::NoFault)
                emit matterOpened(opened.matter);
        });
}

QVariant ResponseSheet::data(const QModelIndex& index, int role) const {
    const Answered& line = read_.lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Heading:
        return QString::fromStdString(line.heading);
    case Question:
        return QString::fromStdString(line.question);
    case Answer:
        return QString::fromStdString(line.answer);
    case Ordinal:
        return line.ordinal;
    case Typed:
        return line.typed;
    default:
        return {};
    }
}

QHash<int, QByteArray> ResponseSheet::roleNames() const {
    return {{Heading, "heading"},
            {Question, "question"},
            {Answer, "answer"},
            {Ordinal, "ordinal"},
            {Typed, "typed"}};
}

} // namespace lianxin::desk
