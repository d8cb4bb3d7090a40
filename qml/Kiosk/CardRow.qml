// SPDX-License-Identifier: GPL-3.0-or-later
// One department on the contact card.
import QtQuick
import Lianxin.Controls

Item {
    id: row

    required property string name
    required property string phone
    required property string location

    Accessible.role: Accessible.StaticText
    Accessible.name: name + " " + phone + " " + location

    Rectangle {
        visible: row.y > 0
        width: parent.width
        height: 1
        color: Theme.line
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width - (Theme.isElder ? 0 : number.width + Theme.unit * 2)
        Label {
            width: parent.width
            text: row.name
            font.pixelSize: Theme.section
            font.bold: true
            elide: Text.ElideRight
            maximumLineCount: 2
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            visible: text.length > 0
            text: Theme.isElder ? row.phone : row.location
            font.pixelSize: Theme.isElder ? Theme.px(64) : Theme.caption
            font.bold: Theme.isElder
            color: Theme.isElder ? Theme.primary : Theme.ink2
            Accessible.ignored: true
        }
    }
    Label {
        id: number
        visible: !Theme.isElder
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: row.phone
        font.pixelSize: Theme.px(Theme.textSize === Theme.Large ? 52 : 48)
        font.bold: true
        color: Theme.primary
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
}
