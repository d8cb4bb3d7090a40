// SPDX-License-Identifier: GPL-3.0-or-later
// What this device can prove: records the hub did not accept, with the reason; they are kept and tried again.
#pragma once

#include "app/window/store_link.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace lianxin::desk {

class SyncSheet : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString hubAddress READ hubAddress NOTIFY changed)

public:
    enum Role { Id = Qt::UserRole, Type, Reason, Detail, Title, Attempts, RetryAt };

    /// The link outlives it.
    explicit SyncSheet(window::StoreLink& store);

    int count() const { return static_cast<int>(read_.parked.size()); }
    QString hubAddress() const { return read_.hub; }

    /// All of them are offered again now: the cause may be gone.
    Q_INVOKABLE void retry();

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    struct Parked {
        QString id, type, reason, detail, title;
        qint64 attempts = 0;
        QDateTime retryAt;
        bool operator==(const Parked&) const = default;
    };
    struct Read {
        std::vector<Parked> parked;
        QString hub;
    };

    void read();

    window::StoreLink& store_;
    Read read_;
};

} // namespace lianxin::desk
