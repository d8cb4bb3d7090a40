// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of one field that stand side by side, for a person to decide (甲, 乙, 丙). A decision replaces the
// versions that were shown and no other: what arrives meanwhile stands against it, again for a person.
#pragma once

#include "app/desk/matter_sheet.h"
#include "app/desk/versions.h"

namespace lianxin::desk {

class VersionsSheet : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(QString field READ field NOTIFY changed)
    Q_PROPERTY(bool isText READ isText NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed)
    Q_PROPERTY(QString combined READ combined WRITE setCombined NOTIFY combinedChanged)
    Q_PROPERTY(lianxin::desk::MatterSheet::Fault fault READ fault NOTIFY savingChanged)
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)

public:
    enum Role { Text = Qt::UserRole, Marked, At, WrittenHere };

    /// The link outlives it.
    explicit VersionsSheet(window::StoreLink& store) : store_(store) {}

    QString field() const { return field_; }
    /// Texts can be combined; other values only chosen.
    bool isText() const { return shown_.isText; }
    int count() const { return static_cast<int>(shown_.versions.size()); }
    bool loaded() const { return loaded_; }
    QString combined() const { return combined_; }
    void setCombined(const QString& text);
    MatterSheet::Fault fault() const { return fault_; }
    bool saving() const { return saving_; }

    void open(const QString& matter, const QString& field);
    /// The combined text starts from this version.
    Q_INVOKABLE void startFrom(int version);
    /// This version becomes the one; the others stay in the matter's history.
    Q_INVOKABLE void keep(int version);
    Q_INVOKABLE void keepCombined();

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();
    void combinedChanged();
    void savingChanged();
    void decided();

private:
    struct Shown {
        QString text;
        QString marked; ///< with what differs bold and underlined, everything else escaped
        QDateTime at;
        bool writtenHere = false;
        sync::Value value;
    };
    struct Read {
        std::vector<Shown> versions;
        std::vector<sync::Dot> seen;
        bool isText = false;
    };

    static Read read(store::Device& device, const sync::Uuid& matter, const std::string& field);
    void save(sync::Value value);

    window::StoreLink& store_;
    sync::Uuid matter_;
    QString field_;
    Read shown_;
    QString combined_;
    bool loaded_ = false;
    bool saving_ = false;
    MatterSheet::Fault fault_ = MatterSheet::NoFault;
};

} // namespace lianxin::desk
