// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/directory.h"

#include "app/domain/contact_card.h"
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

QVariantList Directory::onCard(const QString& kind) const {
    QVariantList list;
    for (const Entry& entry : all_)
        if (entry.kind == kind && !entry.phone.isEmpty())
            list.append(QVariantMap{{QStringLiteral("name"), entry.name},
                                    {QStringLiteral("phone"), entry.phone},
                                    {QStringLiteral("location"), entry.location}});
    return list;
}

Directory::Card Directory::cardOf(store::Device& device) {
    Card card;
    sync::WallTime changed{};
    device.visitAll("department", [&](const sync::Record& record) {
        changed = std::max(changed, domain::cardChangedAt(record));
        if (domain::isTrue(record, "out_of_use"))
            return;
        card.entries.push_back({QString::fromStdString(record.id.toString()), textOf(record, "name"),
                                textOf(record, "phone"), textOf(record, "location"), textOf(record, "kind"),
                                numberOf(record, "list_position", 0)});
    });
    std::sort(card.entries.begin(), card.entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.position, a.name) < std::tie(b.position, b.name);
    });
    if (changed > sync::WallTime{})
        card.version = QDateTime::fromMSecsSinceEpoch(changed.time_since_epoch().count());
    return card;
}

void Directory::read() {
    store_.ask(this, cardOf, [this](Card card) {
        if (card.entries == all_ && card.version == cardVersion_)
            return;
        all_ = std::move(card.entries);
        cardVersion_ = card.version;
        show();
        emit cardChanged();
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
