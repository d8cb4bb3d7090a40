// SPDX-License-Identifier: GPL-3.0-or-later
// A sheet over the page with a question or a list; the page under it waits. Touching beside it, Esc and the
// button below leave it without a change.
import QtQuick
import Lianxin.Controls

FocusScope {
    id: sheet

    required property string title
    required property string leaveText
    default property alias content: body.data
    property int widest: Theme.px(560)
    signal closed

    Accessible.role: Accessible.Dialog
    Accessible.name: title
    // Esc and every letter belong to the sheet: a shortcut of the window would act on the page that waits.
    Keys.onShortcutOverride: event => event.accepted = true
    Keys.onEscapePressed: closed()
    Keys.onBackPressed: closed()

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
        Accessible.ignored: true // closing has a button with words
        MouseArea {
            anchors.fill: parent
            onClicked: sheet.closed()
        }
    }
    Rectangle {
        id: box
        readonly property real most: sheet.height - 2 * Theme.margin
        readonly property real other: head.height + leave.height + Theme.unit * 16
        readonly property bool overflows: body.height + other > most + 1
        anchors.centerIn: parent
        width: Math.min(sheet.width - 2 * Theme.margin, sheet.widest)
        height: Math.min(most, body.height + other)
        radius: Theme.cardRadius
        color: Theme.surface
        border.width: 1
        border.color: Theme.lineStrong
        MouseArea {
            anchors.fill: parent
        }
        Label {
            id: head
            x: Theme.margin
            y: Theme.unit * 5
            width: parent.width - 2 * x
            text: sheet.title
            font.bold: true
            font.pixelSize: Theme.cardTitle
            Accessible.role: Accessible.Heading
        }
        Flickable {
            id: view
            anchors.top: head.bottom
            anchors.topMargin: Theme.unit * 4
            anchors.bottom: leave.top
            anchors.bottomMargin: Theme.unit * 3 + (box.overflows ? more.height : 0)
            x: Theme.margin
            width: parent.width - 2 * x
            contentHeight: body.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Item {
                id: body
                width: view.width
                height: childrenRect.height
            }
        }
        ScrollHint {
            id: more
            list: view
            visible: box.overflows
            x: 1
            width: parent.width - 2
            anchors.bottom: leave.top
            anchors.bottomMargin: Theme.unit * 3
        }
        SecondButton {
            id: leave
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.unit * 4
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            focus: true
            text: sheet.leaveText
            onClicked: sheet.closed()
        }
    }
}
