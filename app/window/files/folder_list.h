// SPDX-License-Identifier: GPL-3.0-or-later
// What lies in one folder of this machine, for a sheet on which a person chooses a file, or the folder
// itself. It is read beside the window: a stick may take its time.
#pragma once

#include "app/window/files/places.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QVariantList>

namespace lianxin::window {

class FolderList : public QAbstractListModel {
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString folder READ folder NOTIFY changed)
    Q_PROPERTY(bool canGoUp READ canGoUp NOTIFY changed)
    Q_PROPERTY(bool looking READ isLooking NOTIFY changed)
    Q_PROPERTY(bool readable READ isReadable NOTIFY changed)
    Q_PROPERTY(bool cut READ isCut NOTIFY changed)
    Q_PROPERTY(int most READ most CONSTANT)
    Q_PROPERTY(QVariantList places READ places NOTIFY placesChanged)

public:
    enum Role { Name = Qt::UserRole, Path, IsFolder, Bytes, At };

    /// Files that are called so are listed, "*.jpg", small letters or capitals.
    explicit FolderList(QStringList names) : names_(std::move(names)) {}

    int count() const { return static_cast<int>(read_.entries.size()); }
    /// Its path; empty while none was looked at.
    QString folder() const { return folder_; }
    bool canGoUp() const;
    /// Another one is being read than the one that is listed.
    bool isLooking() const { return looking_; }
    /// It is there and may be read.
    bool isReadable() const { return read_.readable; }
    /// It holds more than is listed.
    bool isCut() const { return read_.cut; }
    /// Of folders and of files, each.
    int most() const { return 500; }
    /// Maps of kind and path, as Place, and the name of a stick.
    QVariantList places() const;

    /// Reads the folder that stands, at first the first of the places, and which places there are. Whoever
    /// shows them asks again and again: sticks come and go.
    Q_INVOKABLE void look();
    Q_INVOKABLE void open(const QString& folder);
    Q_INVOKABLE void goUp();

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : count(); }
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();
    void placesChanged();

private:
    struct Entry {
        QString name;
        QString path;
        bool isFolder = false;
        qint64 bytes = 0;
        QDateTime at;
        bool operator==(const Entry&) const = default;
    };
    struct Read {
        QString folder;
        std::vector<Place> places;
        std::vector<Entry> entries; ///< folders by name, then files, the newest first
        bool readable = false;
        bool cut = false;
        bool operator==(const Read&) const = default;
    };

    static Read readFolder(const QString& folder, const QStringList& names, int most);
    void take(const Read& read);

    QStringList names_;
    QString folder_;
    Read read_;
    bool looking_ = false;
};

} // namespace lianxin::window
