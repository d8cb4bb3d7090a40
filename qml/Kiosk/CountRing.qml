// SPDX-License-Identifier: GPL-3.0-or-later
// The seconds that are left, as a figure and as dots of a ring that go out one by one.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Item {
    id: ring

    required property int secondsLeft
    required property int countFrom

    width: Theme.px(312)
    height: width
    Accessible.ignored: true

    Repeater {
        model: ring.countFrom
        Rectangle {
            required property int index
            readonly property real angle: 2 * Math.PI * index / ring.countFrom
            width: Theme.px(22)
            height: width
            radius: width / 2
            x: ring.width / 2 + Math.sin(angle) * (ring.width / 2 - width / 2) - width / 2
            y: ring.height / 2 - Math.cos(angle) * (ring.height / 2 - width / 2) - width / 2
            color: index < ring.secondsLeft ? Theme.accent : Theme.sunken
        }
    }
    Column {
        anchors.centerIn: parent
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: ring.secondsLeft
            font.pixelSize: Theme.px(110)
            font.bold: true
        }
        Label {
            anchors.horizontalCenter: parent.horizontalCenter
            text: qsTr("秒", "", ring.secondsLeft)
            font.pixelSize: Theme.caption
            color: Theme.ink2
        }
    }
}
