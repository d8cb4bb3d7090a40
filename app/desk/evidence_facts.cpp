// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/evidence_facts.h"

#include "app/desk/value_text.h"
#include "app/window/record_text.h"
#include "platform/sqlite/storage_error.h"

#include <algorithm>

namespace lianxin::desk {

namespace {

std::optional<sync::Record> find(store::Device& device, const char* type, const std::string& id) {
    const auto parsed = sync::Uuid::parse(id);
    auto record = parsed ? device.replica().find(*device.schema().find(type), *parsed) : std::nullopt;
    return record && !record->erased ? std::move(record) : std::nullopt;
}

QString standingOf(store::Device& device, const sync::Uuid& id, const sync::BlobState& state) {
    if (state.here && device.replica().parked().contains(id))
        return QStringLiteral("parked");
    if (state.here)
        return state.received ? QStringLiteral("received") : QStringLiteral("waiting");
    if (!state.wanted)
        return QStringLiteral("away");
    return state.hubLacksIt ? QStringLiteral("elsewhere") : QStringLiteral("fetching");
}

QString nameOfStaff(store::Device& device, const sync::Value& reference) {
    const auto* id = std::get_if<sync::Uuid>(&reference);
    const auto staff = id ? device.replica().find(*device.schema().find("staff"), *id) : std::nullopt;
    return staff ? window::textOf(*staff, "display_name") : QString();
}

EvidenceItem itemOf(store::Device& device, const sync::Record& record, const sync::BlobAddress& blob) {
    const sync::BlobState state = device.replica().blobState(blob);
    EvidenceItem item;
    item.id = QString::fromStdString(record.id.toString());
    item.kind = window::textOf(record, "kind");
    item.description = window::textOf(record, "description");
    item.fileName = window::textOf(record, "file_name");
    item.by = nameOfStaff(device, record.value("added_by"));
    item.at = timeOf(record.value("added_at"));
    item.bytes = blob.size;
    item.stored = state.stored;
    item.standing = standingOf(device, record.id, state);
    return item;
}

} // namespace

bool EvidenceItem::isUnderWay() const {
    return standing != QLatin1String("received") && standing != QLatin1String("away");
}

std::vector<EvidenceItem> readEvidence(store::Device& device, const std::string& matter) {
    std::vector<EvidenceItem> items;
    try {
        const auto owner = find(device, "matter", matter);
        const sync::RecordType& type = *device.schema().find("evidence");
        if (!owner)
            return items;
        for (const sync::Row& row : device.replica().tables().of(type).childrenOf(owner->id)) {
            const auto record = device.replica().find(type, row.record.id);
            const auto blob = record && !record->erased ? sync::blobOf(*record) : std::nullopt;
            if (blob)
                items.push_back(itemOf(device, *record, *blob));
        }
    } catch (const platform::StorageError& error) {
        qWarning("the evidence could not be read: %s", error.what());
        items.clear();
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const EvidenceItem& a, const EvidenceItem& b) { return a.at > b.at; });
    return items;
}

SaveOutcome wantEvidence(store::Device& device, const std::string& id) {
    try {
        const auto record = find(device, "evidence", id);
        const auto blob = record ? sync::blobOf(*record) : std::nullopt;
        if (!blob)
            return {SaveFaultWord::NotAccepted, {}, {}};
        const auto wanted = device.replica().wantBlob(*blob);
        return wanted ? SaveOutcome{} : outcomeOf(wanted.error());
    } catch (const platform::StorageError& error) {
        qWarning("the evidence was not asked for: %s", error.what());
        return {SaveFaultWord::DiskFailed, {}, {}};
    }
}

std::optional<EvidenceBytes> readBytes(store::Device& device, const std::string& id) {
    try {
        const auto record = find(device, "evidence", id);
        const auto blob = record ? sync::blobOf(*record) : std::nullopt;
        auto bytes = blob ? device.replica().readBlob(*blob) : std::nullopt;
        if (!bytes)
            return std::nullopt;
        return EvidenceBytes{window::textOf(*record, "media_type").toStdString(), std::move(*bytes)};
    } catch (const platform::StorageError& error) {
        qWarning("the evidence could not be read: %s", error.what());
        return std::nullopt;
    }
}

SaveOutcome saveEvidence(store::Device& device, const std::string& matter, const domain::EvidenceFile& file) {
    try {
        const auto owner = find(device, "matter", matter);
        const auto draft =
            owner ? domain::evidenceDraft(device.schema(), owner->id, file, device.clock().wall())
                  : std::nullopt;
        if (!draft)
            return {SaveFaultWord::NotAccepted, {}, {}};
        const auto saved = device.save({*draft}, {&file.bytes, 1});
        return saved ? SaveOutcome{} : outcomeOf(saved.error());
    } catch (const platform::StorageError& error) {
        qWarning("not saved: %s", error.what());
        return {SaveFaultWord::DiskFailed, {}, {}};
    }
}

} // namespace lianxin::desk
