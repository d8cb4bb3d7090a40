// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/sync_sheet.h"

#include "app/desk/value_text.h"
#include "app/window/record_text.h"
#include "platform/sqlite/storage_error.h"

namespace lianxin::desk {

namespace {

/// The beginning of what stands in a parked record, so that a person knows it again.
QString titleOf(store::Device& device, const sync::ParkedRecord& parked) {
    const sync::RecordType* type = device.schema().find(parked.type);
    const auto record = type ? device.replica().find(*type, parked.id) : std::nullopt;
    if (!record)
        return {};
    for (const char* field :
         {"description", "file_name", "content", "problem", "opinions", "free_text", "name", "step"}) {
        const auto index = type->indexOf(field);
        if (!index || index == type->blobField()) // which names bytes, and says nothing to a person
            continue;
        if (const QString text = window::textOf(*record, field); !text.isEmpty())
            return text.left(60);
    }
    return {};
}

} // namespace

SyncSheet::SyncSheet(window::StoreLink& store) : store_(store) {
    connect(&store_, &window::StoreLink::changed, this, &SyncSheet::read);
    read();
}

void SyncSheet::read() {
    store_.ask(
        this,
        [](store::Device& device) {
            Read read;
            read.hub = QString::fromStdString(device.settings().hubUrl);
            try {
                for (const auto& [id, parked] : device.replica().parked())
                    read.parked.push_back({QString::fromStdString(id.toString()),
                                           QString::fromStdString(parked.type),
                                           QString::fromUtf8(sync::nameOf(parked.reason)),
                                           QString::fromStdString(parked.detail), titleOf(device, parked),
                                           parked.attempts, timeOf(parked.retryAt)});
            } catch (const platform::StorageError&) {
                read.parked.clear(); // the count in the head still says how many there are
            }
            return read;
        },
        [this](Read read) {
            const bool same = read.parked == read_.parked;
            if (!same)
                beginResetModel();
            read_ = std::move(read);
            if (!same)
                endResetModel();
            emit changed();
        });
}

void SyncSheet::retry() {
    store_.ask(
        this,
        [](store::Device& device) {
            try {
                device.replica().retryParked();
                return true;
            } catch (const platform::StorageError&) {
                return false; // they are tried again by themselves in any case
            }
        },
        [this](bool) { read(); });
}

QVariant SyncSheet::data(const QModelIndex& index, int role) const {
    const Parked& parked = read_.parked[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Id:
        return parked.id;
    case Type:
        return parked.type;
    case Reason:
        return parked.reason;
    case Detail:
        return parked.detail;
    case Title:
        return parked.title;
    case Attempts:
        return parked.attempts;
    case RetryAt:
        return parked.retryAt;
    default:
        return {};
    }
}

QHash<int, QByteArray> SyncSheet::roleNames() const {
    return {{Id, "recordId"}, {Type, "type"},         {Reason, "reason"},  {Detail, "detail"},
            {Title, "title"}, {Attempts, "attempts"}, {RetryAt, "retryAt"}};
}

} // namespace lianxin::desk
