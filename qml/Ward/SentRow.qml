// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that was saved: what, when, and how far it is.
import QtQuick
import Lianxin.Controls

Item {
    id: row

    required property string what
    required property string which
    required property string where
    required property date at
    required property int records
    required property int fate
    required property int reason
    required property date now
    readonly property string title: what === "visit" ? qsTr("%1 查房，%2").arg(where).arg(words.seen[["", "visited", "refused", "absent"].indexOf(which)] ?? "") : what === "card" ? qsTr("医患连心卡") : qsTr("首接登记，%1").arg(words.kind(which))
    readonly property string detail: (records > 1 ? qsTr("%1，共 %2 条").arg(words.when(at, now)).arg(records) : words.when(at, now))
    readonly property string fateText: [qsTr("等待送出"), qsTr("已送到"), qsTr("没被收下")][fate]

    height: Math.max(Theme.px(76), column.height + Theme.unit * 5)
    Accessible.role: Accessible.ListItem
    Accessible.name: [title, detail, fateText, why.text].filter(part => part.length > 0).join(qsTr("，"))

    WardWords {
        id: words
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
    Icon {
        id: sign
        name: row.what === "visit" ? "bed" : row.what === "card" ? "card" : "speak"
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: column
        anchors.left: sign.right
        anchors.leftMargin: Theme.unit * 4
        anchors.right: chip.left
        anchors.rightMargin: Theme.unit * 4
        anchors.verticalCenter: parent.verticalCenter
        Label {
            width: parent.width
            text: row.title
            font.bold: true
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            text: row.detail
            font.pixelSize: Theme.caption
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            id: why
            visible: text.length > 0
            width: parent.width
            text: row.fate === 2 ? qsTr("%1。内容还在这台机器里，没有丢。").arg(words.reasons[row.reason] ?? qsTr("原因不明")) : ""
            color: Theme.danger
            Accessible.ignored: true
        }
    }
    Chip {
        id: chip
        anchors.right: parent.right
        anchors.rightMargin: Theme.unit * 2
        anchors.verticalCenter: parent.verticalCenter
        text: row.fateText
        iconName: ["cloud-pause", "tick", "alert"][row.fate]
        tone: [Theme.warn, Theme.ok, Theme.danger][row.fate]
        tint: [Theme.warnTint, Theme.okTint, Theme.dangerTint][row.fate]
    }
}
