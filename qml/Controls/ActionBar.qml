// SPDX-License-Identifier: GPL-3.0-or-later
// The foot of an inner page: back on the left, passing over in the middle, on to the next on the right.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: bar

    property string backText: ""
    property string backIcon: "back"
    property string skipText: ""
    required property string nextText
    property string nextIcon: ""
    property bool busy: false
    /// It stands in a column of the page: words alone.
    property bool narrow: false
    signal back
    signal skipped
    signal next

    readonly property real room: width - 2 * Theme.margin
    readonly property bool skips: skipText.length > 0

    implicitHeight: Theme.actionBarHeight
    color: narrow ? "transparent" : Theme.surface

    Rectangle {
        visible: !bar.narrow
        width: parent.width
        height: 1
        color: Theme.line
    }
    SecondButton {
        id: back
        visible: bar.backText.length > 0
        x: Theme.margin
        width: bar.narrow ? Math.round(bar.room * (bar.skips ? 0.3 : 0.42)) : Math.max(Math.round(bar.room * 0.27), Math.min(implicitWidth, Math.round(bar.room * 0.33)))
        height: Theme.mainButtonHeight
        anchors.verticalCenter: parent.verticalCenter
        iconBefore: bar.narrow ? "" : bar.backIcon
        padding: Theme.unit * (bar.narrow ? 1 : 3)
        text: bar.backText
        onClicked: bar.back()
    }
    SecondButton {
        visible: bar.skips
        anchors.left: back.right
        anchors.right: next.left
        anchors.margins: Theme.unit
        height: Theme.mainButtonHeight
        padding: 0
        anchors.verticalCenter: parent.verticalCenter
        quiet: true
        text: bar.skipText
        onClicked: bar.skipped()
    }
    MainButton {
        id: next
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        width: back.visible ? Math.round(bar.room * (!bar.narrow ? 0.465 : bar.skips ? 0.42 : 0.52)) : bar.room
        height: Theme.mainButtonHeight
        padding: Theme.unit * 2
        anchors.verticalCenter: parent.verticalCenter
        text: bar.nextText
        iconAfter: bar.narrow ? "" : bar.nextIcon
        busy: bar.busy
        onClicked: bar.next()
    }
}
