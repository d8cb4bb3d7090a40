// SPDX-License-Identifier: GPL-3.0-or-later
// Shows which control the keyboard would press. Its parent says when.
import QtQuick
import Lianxin.Controls

Rectangle {
    required property bool shown
    required property real controlRadius
    readonly property int gap: Theme.px(3)

    visible: shown
    anchors.fill: parent
    anchors.margins: -2 * gap
    radius: controlRadius + 2 * gap
    color: "transparent"
    border.width: gap
    border.color: Theme.focus
}
