// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a row, cut at its column's end. The whole text stands on the page of its record.
import QtQuick
import Lianxin.Controls

Label {
    wrapMode: Text.NoWrap
    elide: Text.ElideRight
    maximumLineCount: 1
    Accessible.ignored: true
}
