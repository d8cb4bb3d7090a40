// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/device_list.h"

namespace lianxin::desk {

DeviceList::~DeviceList() {
    pool_.waitForDone();
}

void DeviceList::ask() {
    if (std::exchange(asking_, true))
        return;
    pool_.start([this, settings = store_.settings()] {
        auto reply = store::askHub(settings, "/v1/devices", nlohmann::json::object());
        QMetaObject::invokeMethod(
            this, [this, reply = std::move(reply)] { take(reply); }, Qt::QueuedConnection);
    });
}

void DeviceList::take(const store::HubReply& reply) {
    asking_ = false;
    if (reply.said != store::HubSaid::Answer || !reply.answer.contains("devices"))
        return;
    beginResetModel();
    devices_.clear();
    for (const auto& device : reply.answer["devices"])
        devices_.push_back({QString::fromStdString(device.value("name", std::string())),
                            QString::fromStdString(device.value("role", std::string())),
                            device.value("records", 0.0),
                            QDateTime::fromMSecsSinceEpoch(device.value("last_seen", qint64{0})),
                            device.value("copy_alarm", false), device.value("asking", false)});
    toldAt_ = QDateTime::currentDateTime();
    endResetModel();
    emit changed();
}

QVariant DeviceList::data(const QModelIndex& index, int role) const {
    const Told& told = devices_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Name:
        return told.name;
    case Face:
        return told.role;
    case Records:
        return told.records;
    case LastSeen:
        return told.lastSeen;
    case CopyAlarm:
        return told.copyAlarm;
    case IsThis:
        return told.isThis;
    default:
        return {};
    }
}

QHash<int, QByteArray> DeviceList::roleNames() const {
    return {{Name, "name"},         {Face, "face"},           {Records, "records"},
            {LastSeen, "lastSeen"}, {CopyAlarm, "copyAlarm"}, {IsThis, "isThis"}};
}

} // namespace lianxin::desk
