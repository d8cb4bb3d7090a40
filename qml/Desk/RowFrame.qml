// SPDX-License-Identifier: GPL-3.0-or-later
// What rows of the desk's lists share: the whole row is touched; the current one is tinted with a pine edge.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: row

    required property bool current
    required property bool focused
    property bool compact: false

    height: Math.round(Theme.body * (compact ? 2.5 : 4.35))
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: text
    Accessible.selected: current
    Accessible.onPressAction: clicked()

    background: Rectangle {
        color: row.down ? Theme.sunken : row.current ? Theme.primaryTint : Theme.surface
        Rectangle {
            visible: row.current
            width: Theme.px(3)
            height: parent.height
            color: Theme.primary
        }
        Rectangle {
            y: parent.height - 1
            width: parent.width
            height: 1
            color: Theme.line
        }
        Rectangle {
            visible: row.current && row.focused
            anchors.fill: parent
            anchors.margins: 1
            color: "transparent"
            border.width: Theme.px(3)
            border.color: Theme.focus
        }
    }
}
