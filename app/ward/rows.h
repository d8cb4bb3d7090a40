// SPDX-License-Identifier: GPL-3.0-or-later
// Rows for a list on a page: named cells, each row known by a key. What comes is taken over row by row where
// the keys stay, so that a list does not jump under a finger.
#pragma once

#include <QAbstractListModel>

#include <vector>

namespace lianxin::ward {

class Rows : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    struct Row {
        QString key;
        std::vector<QVariant> cells; ///< in the order of the names
        bool operator==(const Row&) const = default;
    };

    explicit Rows(std::vector<QByteArray> names) : names_(std::move(names)) {}

    int count() const { return static_cast<int>(rows_.size()); }
    void show(std::vector<Row> rows);

    int rowCount(const QModelIndex& parent) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    bool hasSameKeys(const std::vector<Row>& rows) const;

    std::vector<QByteArray> names_;
    std::vector<Row> rows_;
};

} // namespace lianxin::ward
