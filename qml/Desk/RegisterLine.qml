// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of the register: its name, and what stands there.
import QtQuick
import Lianxin.Controls

Item {
    id: line

    required property string name
    required property string text
    property bool lacking: false

    implicitHeight: Math.max(title.height, value.height, chip.visible ? chip.height : 0)

    WordLabel {
        id: title
        width: Theme.body * 5.4
        text: line.name
        size: Theme.body
        color: Theme.ink2
    }
    Label {
        id: value
        anchors.left: title.right
        anchors.right: parent.right
        visible: !line.lacking
        text: line.text.length > 0 ? line.text : "—"
        font.pixelSize: Theme.body
    }
    Chip {
        id: chip
        anchors.left: title.right
        visible: line.lacking
        text: qsTr("还没有填")
        iconName: "pencil"
        tone: Theme.warn
        tint: Theme.warnTint
    }
}
