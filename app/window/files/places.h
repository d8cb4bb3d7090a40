// SPDX-License-Identifier: GPL-3.0-or-later
// Where people keep files on a machine of Debian's: sticks that are plugged in, and the folders of their own.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace lianxin::window {

struct Place {
    QString kind; ///< "stick", "desktop", "pictures", "documents", "downloads" or "own"
    QString path;
    bool operator==(const Place&) const = default;
};

/// Where Debian's desktops mount what a person plugs in.
QStringList mountedSticks();

/// Those that are there, sticks first: whoever brings a file has just plugged one in. May take its time.
std::vector<Place> placesOfFiles();

} // namespace lianxin::window
