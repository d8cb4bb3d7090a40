// SPDX-License-Identifier: GPL-3.0-or-later
// There is more above or below: where one is, and a button for who does not swipe.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

Item {
    id: hint

    required property real fraction
    required property real place
    signal paged(bool down)
    readonly property bool atEnd: place + fraction > 0.995

    width: Theme.px(12)

    Rectangle {
        x: (parent.width - width) / 2
        width: Theme.px(8)
        height: parent.height * hint.fraction
        y: parent.height * hint.place
        radius: width / 2
        color: Theme.lineStrong
    }
    T.AbstractButton {
        id: more
        width: Theme.target
        height: Theme.target
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.unit
        Accessible.role: Accessible.Button
        Accessible.name: hint.atEnd ? qsTr("往上看") : qsTr("往下看")
        Accessible.onPressAction: clicked()
        onClicked: hint.paged(!hint.atEnd)
        background: Rectangle {
            radius: width / 2
            color: more.down ? Theme.sunken : Theme.surface
            border.width: Theme.edge
            border.color: Theme.lineStrong
        }
        contentItem: Item {
            Icon {
                anchors.centerIn: parent
                name: hint.atEnd ? "up" : "down"
                color: Theme.primary
            }
        }
    }
}
