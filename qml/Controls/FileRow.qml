// SPDX-License-Identifier: GPL-3.0-or-later
// A file or a folder in a list of them.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: row

    required property string name
    required property bool isFolder
    required property real bytes
    required property date at
    required property FileWords words

    implicitHeight: Math.max(Theme.target, content.implicitHeight + Theme.unit * 3)
    Accessible.role: Accessible.Button
    Accessible.name: facts.visible ? qsTr("%1，%2").arg(name).arg(facts.text) : name
    Accessible.onPressAction: clicked()

    background: Rectangle {
        color: row.down ? Theme.sunken : Theme.surface
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
        FocusRing {
            shown: row.visualFocus
            controlRadius: 0
        }
    }
    contentItem: Item {
        id: content
        implicitHeight: Math.max(title.implicitHeight, facts.implicitHeight)
        Icon {
            id: sign
            x: Theme.unit * 3
            anchors.verticalCenter: parent.verticalCenter
            name: row.isFolder ? "folder" : /\.(jpe?g|png)$/i.test(row.name) ? "photo" : /\.pdf$/i.test(row.name) ? "page" : "recording"
            color: row.isFolder ? Theme.primary : Theme.ink2
        }
        Label {
            id: title
            anchors.left: sign.right
            anchors.leftMargin: Theme.unit * 3
            anchors.right: facts.visible ? facts.left : parent.right
            anchors.rightMargin: Theme.unit * 3
            anchors.verticalCenter: parent.verticalCenter
            text: row.name
            color: row.enabled ? Theme.ink : Theme.ink3
            elide: Text.ElideMiddle
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Label {
            id: facts
            visible: !row.isFolder
            anchors.right: parent.right
            anchors.rightMargin: Theme.unit * 3
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%1，%2").arg(row.words.size(row.bytes)).arg(Qt.formatDateTime(row.at, "yyyy-MM-dd HH:mm"))
            font.pixelSize: Theme.caption
            color: Theme.ink2
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
