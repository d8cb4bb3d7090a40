// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/directory.h"

#include "app/domain/matter.h"
#include "app/window/record_text.h"

#include <algorithm>
#include <tuple>

namespace lianxin::window {

Directory::Directory(StoreLink& store) : store_(store) {
    connect(&store_, &StoreLink::recordsChanged, this, &Directory::read);
    read();
}

void Directory::setKind(const QString& kind) {
    if (std::exchange(kind_, kind) == kind)
        return;
    emit kindChanged();
    show();
}

int Directory::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Directory::data(const QModelIndex& index, int role) const {
    const Entry& entry = shown_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Id:
        return entry.id;
    case Name:
        return entry.name;
    case Phone:
        return entry.phone;
    case Location:
        return entry.location;
    default:
        return {};
    }
}

QHash<int, QByteArray> Directory::roleNames() const {
    return {{Id, "departmentId"}, {Name, "name"}, {Phone, "phone"}, {Location, "location"}};
}

void Directory::read() {
    store_.ask(
        this,
        [](store::Device& device) {
            std::vector<Entry> entries;
            device.visitAll("department", [&entries](const sync::Record& record) {
                if (domain::isTrue(record, "out_of_use"))
                    return;
                entries.push_back({QString::fromStdString(record.id.toString()), textOf(record, "name"),
                                   textOf(record, "phone"), textOf(record, "location"),
                                   textOf(record, "kind"), numberOf(record, "list_position", 0)});
            });
            std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
                return std::tie(a.position, a.name) < std::tie(b.position, b.name);
            });
            return entries;
        },
        [this](std::vector<Entry> entries) {
            if (entries == all_)
                return;
            all_ = std::move(entries);
            show();
        });
}

void Directory::show() {
    beginResetModel();
    shown_.clear();
    for (const Entry& entry : all_)
        if (kind_.isEmpty() || entry.kind == kind_)
            shown_.push_back(entry);
    endResetModel();
    emit countChanged();
}

} // namespace lianxin::window
