// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/folder_list.h"

#include "app/window/beside.h"

#include <QDir>

namespace lianxin::window {

FolderList::Read FolderList::readFolder(const QString& wanted, const QStringList& names, int most) {
    Read read;
    read.places = placesOfFiles();
    read.folder = wanted.isEmpty() && !read.places.empty() ? read.places.front().path : wanted;
    const QDir folder(read.folder);
    read.readable = !read.folder.isEmpty() && folder.isReadable();
    const auto add = [&](const QFileInfoList& found) {
        for (const QFileInfo& one : found.first(std::min<qsizetype>(found.size(), most)))
            read.entries.push_back({one.fileName(), one.absoluteFilePath(), one.isDir(),
                                    one.isDir() ? 0 : one.size(), one.lastModified()});
        read.cut = read.cut || found.size() > most;
    };
    if (!read.readable)
        return read;
    add(folder.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::LocaleAware));
    add(folder.entryInfoList(names, QDir::Files, QDir::Time));
    return read;
}

bool FolderList::canGoUp() const {
    return !folder_.isEmpty() && !QDir(folder_).isRoot();
}

QVariantList FolderList::places() const {
    QVariantList list;
    for (const Place& place : read_.places)
        list.push_back(QVariantMap{{QStringLiteral("kind"), place.kind},
                                   {QStringLiteral("path"), place.path},
                                   {QStringLiteral("name"), QDir(place.path).dirName()}});
    return list;
}

void FolderList::look() {
    looking_ = folder_.isEmpty() || folder_ != read_.folder;
    if (looking_)
        emit changed();
    beside(
        this, [folder = folder_, names = names_, most = most()] { return readFolder(folder, names, most); },
        [this, asked = folder_](const Read& read) {
            if (asked == folder_) // else somebody has gone on meanwhile
                take(read);
        });
}

void FolderList::take(const Read& read) {
    looking_ = false;
    folder_ = read.folder;
    if (read == read_)
        return;
    const bool newPlaces = read.places != read_.places;
    const bool newEntries = read.entries != read_.entries;
    if (newEntries)
        beginResetModel();
    read_ = read;
    if (newEntries)
        endResetModel();
    if (newPlaces)
        emit placesChanged();
    emit changed();
}

void FolderList::open(const QString& folder) {
    folder_ = folder;
    look();
}

void FolderList::goUp() {
    if (canGoUp())
        open(QFileInfo(folder_).absolutePath());
}

QVariant FolderList::data(const QModelIndex& index, int role) const {
    const Entry& entry = read_.entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Name:
        return entry.name;
    case Path:
        return entry.path;
    case IsFolder:
        return entry.isFolder;
    case Bytes:
        return entry.bytes;
    case At:
        return entry.at;
    default:
        return {};
    }
}

QHash<int, QByteArray> FolderList::roleNames() const {
    return {{Name, "name"}, {Path, "path"}, {IsFolder, "isFolder"}, {Bytes, "bytes"}, {At, "at"}};
}

} // namespace lianxin::window
