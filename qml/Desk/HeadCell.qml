// SPDX-License-Identifier: GPL-3.0-or-later
// What a column holds.
import QtQuick
import Lianxin.Controls

Label {
    anchors.verticalCenter: parent?.verticalCenter
    font.bold: true
    color: Theme.ink2
    wrapMode: Text.NoWrap
}
