// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what is half written stands on the medium already.
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

Row {
    id: note

    required property DraftKeeper drafts
    required property bool empty
    /// What is said while nothing was written.
    required property string otherwise
    readonly property bool kept: !empty && drafts.kept

    spacing: Theme.unit * 2
    Icon {
        id: sign
        visible: note.kept
        anchors.verticalCenter: parent.verticalCenter
        name: "tick"
        size: Theme.body
        color: Theme.ok
    }
    Label {
        width: note.width - (sign.visible ? sign.width + note.spacing : 0)
        text: note.empty ? note.otherwise : note.kept ? qsTr("草稿已存在本机 %1，还没有交").arg(Qt.formatDateTime(note.drafts.keptAt, "HH:mm")) : qsTr("还没有保存")
        font.pixelSize: Theme.caption
        color: note.kept ? Theme.ok : Theme.ink2
    }
}
