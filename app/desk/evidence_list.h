// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of the matter whose page stands open, live: what it is, where it is, and small pictures of the
// photos that are here.
#pragma once

#include "app/desk/shown_evidence.h"

#include <QAbstractListModel>
#include <QHash>
#include <QTimer>

namespace lianxin::desk {

class EvidenceList : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(lianxin::desk::ShownEvidence* shown READ shown CONSTANT)

public:
    enum Role { Id = Qt::UserRole, Kind, Description, FileName, By, At, Bytes, Standing, Picture };

    /// The link outlives it.
    explicit EvidenceList(window::StoreLink& store);

    int count() const { return static_cast<int>(items_.size()); }
    bool loaded() const { return loaded_; }
    /// What a person opened of it.
    ShownEvidence* shown() { return &shown_; }

    /// The evidence of this matter from here on.
    Q_INVOKABLE void open(const QString& matter);
    /// The page is left: no picture stays in memory.
    Q_INVOKABLE void close();
    /// A person wants to see it.
    Q_INVOKABLE void show(const QString& id);

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    void read();
    void take(std::vector<EvidenceItem> items);
    void dropWhatWent();
    void drawNext();
    void takePicture(const QString& id, const QImage& picture);

    window::StoreLink& store_;
    QString matter_;
    bool loaded_ = false;
    std::vector<EvidenceItem> items_;
    QHash<QString, QImage> pictures_; ///< of photos that are here; null: it cannot be shown
    bool drawing_ = false;
    ShownEvidence shown_;
    QTimer follow_; ///< while something is under way
};

} // namespace lianxin::desk
