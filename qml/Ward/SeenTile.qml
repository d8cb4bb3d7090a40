// SPDX-License-Identifier: GPL-3.0-or-later
// One of the three ends of a visit.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: tile

    required property string iconName
    required property bool chosen

    implicitHeight: Theme.px(Theme.isElder ? 100 : 84)
    Accessible.role: Accessible.RadioButton
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: chosen
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.controlRadius
        color: tile.chosen ? Theme.primary : tile.down ? Theme.sunken : Theme.surface
        border.width: tile.chosen ? 0 : Theme.px(2)
        border.color: Theme.lineStrong
        FocusRing {
            shown: tile.visualFocus
            controlRadius: Theme.controlRadius
        }
    }
    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: Theme.unit
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: tile.iconName
                size: Theme.px(32)
                color: tile.chosen ? Theme.surface : Theme.ink2
            }
            Label {
                text: tile.text
                font.bold: tile.chosen
                color: tile.chosen ? Theme.surface : Theme.ink
                Accessible.ignored: true
            }
        }
    }
}
