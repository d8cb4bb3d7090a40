// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/places.h"

#include <QDir>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace lianxin::window {

QStringList mountedSticks() {
    QStringList folders;
    for (const QStorageInfo& volume : QStorageInfo::mountedVolumes())
        if (volume.isReady() && (volume.rootPath().startsWith(QLatin1String("/media/")) ||
                                 volume.rootPath().startsWith(QLatin1String("/run/media/"))))
            folders.push_back(volume.rootPath());
    return folders;
}

std::vector<Place> placesOfFiles() {
    static constexpr std::array folders{std::pair("desktop", QStandardPaths::DesktopLocation),
                                        std::pair("pictures", QStandardPaths::PicturesLocation),
                                        std::pair("documents", QStandardPaths::DocumentsLocation),
                                        std::pair("downloads", QStandardPaths::DownloadLocation),
                                        std::pair("own", QStandardPaths::HomeLocation)};
    std::vector<Place> places;
    for (const QString& stick : mountedSticks())
        places.push_back({QStringLiteral("stick"), stick});
    for (const auto& [kind, location] : folders) {
        const QString path = QStandardPaths::writableLocation(location);
        const bool isKnown = std::any_of(places.begin(), places.end(),
                                         [&path](const Place& place) { return place.path == path; });
        if (!isKnown && QDir(path).exists())
            places.push_back({QString::fromLatin1(kind), path});
    }
    return places;
}

} // namespace lianxin::window
