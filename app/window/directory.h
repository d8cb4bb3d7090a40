// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital's departments with their phones, in the order the hospital gives: what the contact card
// (医患连心卡) lists and what a person chooses from. Follows what comes.
#pragma once

#include "app/window/store_link.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace lianxin::window {

class Directory : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY kindChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QDateTime cardVersion READ cardVersion NOTIFY cardChanged)

public:
    enum Role { Id = Qt::UserRole, Name, Phone, Location };

    /// The link outlives it.
    explicit Directory(StoreLink& store);

    /// "clinical", "medical_technology", "administrative" or "logistics"; empty: all of them.
    QString kind() const { return kind_; }
    void setKind(const QString& kind);
    int count() const { return static_cast<int>(shown_.size()); }
    /// When a department or a number on the card last changed; not valid where there is none.
    QDateTime cardVersion() const { return cardVersion_; }
    /// The departments of a kind with a phone, as maps of name, phone and location.
    Q_INVOKABLE QVariantList onCard(const QString& kind) const;

    int rowCount(const QModelIndex& parent) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void kindChanged();
    void countChanged();
    void cardChanged();

private:
    struct Entry {
        QString id, name, phone, location, kind;
        qint64 position = 0;
        bool operator==(const Entry&) const = default;
    };

    struct Card {
        std::vector<Entry> entries;
        QDateTime version;
    };

    static Card cardOf(store::Device& device);
    void read();
    void show();

    StoreLink& store_;
    QString kind_;
    std::vector<Entry> all_;
    std::vector<Entry> shown_;
    QDateTime cardVersion_;
};

} // namespace lianxin::window
