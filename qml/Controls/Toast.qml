// SPDX-License-Identifier: GPL-3.0-or-later
// Says for a few seconds what succeeded. Never the only trace of anything.
import QtQuick
import Lianxin.Controls

Rectangle {
    id: toast

    property string text: ""

    function say(words: string) {
        text = words;
        visible = true;
        timer.restart();
    }

    visible: false
    width: row.width + Theme.unit * 12
    height: Math.max(Theme.target, row.height + Theme.unit * 4)
    radius: Theme.controlRadius
    color: Theme.ink
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.unit * 3
        Icon {
            name: "tick"
            color: Theme.onPine2
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            text: toast.text
            color: Theme.surface
            font.bold: true
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    Timer {
        id: timer
        interval: Theme.isElder ? 10000 : 6000
        onTriggered: toast.visible = false
    }
}
