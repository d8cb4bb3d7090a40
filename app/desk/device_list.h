// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital's devices as the hub knows them: what it received from each, and when it last heard of it.
// Asked of the hub whenever somebody looks; without a network the last answer stays, with its time.
#pragma once

#include "app/store/hub_question.h"
#include "app/window/store_link.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QThreadPool>

namespace lianxin::desk {

class DeviceList : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QDateTime toldAt READ toldAt NOTIFY changed)

public:
    enum Role { Name = Qt::UserRole, Face, Records, LastSeen, CopyAlarm, IsThis };

    /// The link outlives it.
    explicit DeviceList(window::StoreLink& store) : store_(store) {}
    ~DeviceList() override;

    int count() const { return static_cast<int>(devices_.size()); }
    /// When the hub said so; not valid: it has not been heard yet.
    QDateTime toldAt() const { return toldAt_; }

    Q_INVOKABLE void ask();

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    struct Told {
        QString name, role;
        double records = 0;
        QDateTime lastSeen;
        bool copyAlarm = false;
        bool isThis = false;
    };

    void take(const store::HubReply& reply);

    window::StoreLink& store_;
    std::vector<Told> devices_;
    QDateTime toldAt_;
    bool asking_ = false;
    QThreadPool pool_;
};

} // namespace lianxin::desk
