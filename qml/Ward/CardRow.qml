// SPDX-License-Identifier: GPL-3.0-or-later
// The contact card (医患连心卡): given on a day, or handed out with this save (R-077).
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

Item {
    id: row

    required property WardFace ward
    required property bool ruled
    readonly property BedsideForm form: ward.bedside
    readonly property bool given: !isNaN(form.cardGivenAt.getTime())

    height: Math.max(words.height, Theme.target) + Theme.unit * (ruled ? 5 : 0)

    WardWords {
        id: wardWords
    }
    Rectangle {
        visible: row.ruled
        width: parent.width
        height: 1
        color: Theme.line
    }
    Icon {
        id: sign
        name: "card"
        size: Theme.px(34)
        color: row.given ? Theme.ink2 : Theme.accent
        anchors.verticalCenter: words.verticalCenter
    }
    Column {
        id: words
        anchors.left: sign.right
        anchors.leftMargin: Theme.unit * 3
        anchors.right: toggle.visible ? toggle.left : parent.right
        anchors.rightMargin: Theme.unit * 2
        anchors.bottom: parent.bottom
        Label {
            width: parent.width
            text: qsTr("医患连心卡")
            font.bold: true
        }
        Label {
            width: parent.width
            text: row.given ? qsTr("已发，%1").arg(wardWords.when(row.form.cardGivenAt, row.ward.now)) : row.form.cardHanded ? qsTr("交到手里了") : qsTr("还没发")
            font.pixelSize: Theme.caption
            color: row.given || row.form.cardHanded ? Theme.ink2 : Theme.accent
        }
    }
    Toggle {
        id: toggle
        visible: !row.given
        anchors.right: parent.right
        anchors.verticalCenter: words.verticalCenter
        width: Theme.px(72)
        on: row.form.cardHanded
        Accessible.name: qsTr("医患连心卡，交到手里了")
        onClicked: row.form.cardHanded = !row.form.cardHanded
    }
}
