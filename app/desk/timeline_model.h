// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to one matter, newest first: steps, replaced texts, versions that wait for a decision.
#pragma once

#include "app/store/device.h"

#include <QAbstractListModel>
#include <QDateTime>

namespace lianxin::desk {

struct TimelineItem {
    /// "step", "no_effect", "replaced", "versions" or "raised"
    QString what;
    QDateTime at;
    QString step;   ///< its code
    QString field;  ///< whose text was replaced, or stands in versions
    QString text;   ///< what was written with it, or the old text
    QString reason; ///< why without effect, as a code; or the reason a person gave
    QString department;
    bool provisional = false;

    bool operator==(const TimelineItem&) const = default;
};

/// Runs on the device's thread. Can throw platform::StorageError.
std::vector<TimelineItem> timelineItemsOf(store::Device& device, const sync::Record& matter);

class TimelineModel : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)

public:
    enum Role { What = Qt::UserRole, At, Step, Field, Text, Reason, Department, Provisional };

    int count() const { return static_cast<int>(items_.size()); }
    void show(std::vector<TimelineItem> items);

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();

private:
    std::vector<TimelineItem> items_;
};

} // namespace lianxin::desk
