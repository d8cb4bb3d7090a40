// SPDX-License-Identifier: GPL-3.0-or-later
// A record the hub did not accept: what it is, why, and when it is tried again.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Item {
    id: row

    required property string type
    required property string reason
    required property string detail
    required property string title
    required property real attempts
    required property date retryAt

    height: words.height + Theme.px(28)
    Accessible.role: Accessible.ListItem
    Accessible.name: [what.text, why.text, when.text].join(qsTr("，"))

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Icon {
        id: sign
        y: Theme.px(16)
        name: "alert"
        color: Theme.danger
    }
    Column {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.px(14)
        anchors.right: when.left
        anchors.rightMargin: Theme.px(14)
        y: Theme.px(14)
        spacing: Theme.px(2)
        Label {
            id: what
            width: parent.width
            text: row.title.length > 0 ? Words.recordType(row.type) + "：" + row.title : Words.recordType(row.type)
            font.bold: true
            Accessible.ignored: true
        }
        Label {
            id: why
            width: parent.width
            text: row.detail.length > 0 ? qsTr("%1（%2）").arg(Words.refusal(row.reason)).arg(Words.field(row.detail)) : Words.refusal(row.reason)
            color: Theme.danger
            Accessible.ignored: true
        }
    }
    Label {
        id: when
        anchors.right: parent.right
        y: Theme.px(16)
        text: qsTr("试过 %1 次，%2 再试").arg(row.attempts).arg(Words.time(row.retryAt))
        font.pixelSize: Theme.caption
        color: Theme.ink2
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
