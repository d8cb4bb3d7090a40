// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/rows.h"

#include <algorithm>

namespace lianxin::ward {

void Rows::show(std::vector<Row> rows) {
    if (hasSameKeys(rows)) {
        for (std::size_t place = 0; place < rows.size(); ++place) {
            if (rows_[place] == rows[place])
                continue;
            rows_[place] = std::move(rows[place]);
            const QModelIndex changed = index(static_cast<int>(place));
            emit dataChanged(changed, changed);
        }
        return;
    }
    beginResetModel();
    rows_ = std::move(rows);
    endResetModel();
    emit countChanged();
}

bool Rows::hasSameKeys(const std::vector<Row>& rows) const {
    return std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(),
                      [](const Row& a, const Row& b) { return a.key == b.key; });
}

int Rows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant Rows::data(const QModelIndex& index, int role) const {
    const auto cell = static_cast<std::size_t>(role - Qt::UserRole);
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    return cell < row.cells.size() ? row.cells[cell] : QVariant();
}

QHash<int, QByteArray> Rows::roleNames() const {
    QHash<int, QByteArray> roles;
    for (std::size_t place = 0; place < names_.size(); ++place)
        roles.insert(Qt::UserRole + static_cast<int>(place), names_[place]);
    return roles;
}

} // namespace lianxin::ward
