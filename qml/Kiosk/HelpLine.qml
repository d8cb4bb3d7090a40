// SPDX-License-Identifier: GPL-3.0-or-later
// There is always a person to ask.
import QtQuick
import Lianxin.Controls

Row {
    id: line

    required property string phone

    spacing: Theme.unit * 2
    Accessible.role: Accessible.StaticText
    Accessible.name: words.text + " " + phone

    Icon {
        id: receiver
        name: "phone"
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        id: words
        text: line.phone.length === 0 ? qsTr("不会用？请叫导诊员") : Theme.isElder ? qsTr("不会用？叫导诊员，或拨") : qsTr("不会用？请叫导诊员，或拨打")
        width: Math.min(implicitWidth, line.width - receiver.width - number.width - 2 * line.spacing)
        color: Theme.ink2
        font.pixelSize: Math.min(Theme.body, Theme.px(44))
    }
    Label {
        id: number
        text: line.phone
        font.bold: true
        font.pixelSize: words.font.pixelSize
        wrapMode: Text.NoWrap
        anchors.verticalCenter: words.verticalCenter
    }
}
