// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital's departments with their phones, in the order the hospital gives: what the contact card
// (医患连心卡) lists and what a person chooses from. Follows what comes.
#pragma once

#include "app/window/store_link.h"

#include <QAbstractListModel>

namespace lianxin::window {

class Directory : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY kindChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { Id = Qt::UserRole, Name, Phone, Location };

    /// The link outlives it.
    explicit Directory(StoreLink& store);

    /// "clinical", "medical_technology", "administrative" or "logistics"; empty: all of them.
    QString kind() const { return kind_; }
    void setKind(const QString& kind);
    int count() const { return static_cast<int>(shown_.size()); }

    int rowCount(const QModelIndex& parent) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void kindChanged();
    void countChanged();

private:
    struct Entry {
        QString id, name, phone, location, kind;
        qint64 position = 0;
        bool operator==(const Entry&) const = default;
    };

    void read();
    void show();

    StoreLink& store_;
    QString kind_;
    std::vector<Entry> all_;
    std::vector<Entry> shown_;
};

} // namespace lianxin::window
