// SPDX-License-Identifier: GPL-3.0-or-later
// The lookup code in large signs and as a picture for a phone. The picture holds plain text: a visitor's phone is
// not on the hospital's network.
import QtQuick
import Lianxin.Controls

Card {
    id: card

    required property string code
    required property string hospitalName
    required property string phone

    height: column.height + 2 * Theme.px(36)

    Column {
        id: column
        x: Theme.px(48)
        y: Theme.px(36)
        width: card.width - 2 * x
        spacing: Theme.unit * 2
        Label {
            text: qsTr("您的回执码")
            color: Theme.ink2
        }
        Label {
            width: parent.width
            text: card.code
            font.pixelSize: Theme.figure
            font.bold: true
            font.letterSpacing: Theme.px(4)
            fontSizeMode: Text.HorizontalFit
            wrapMode: Text.NoWrap
            color: Theme.primary
        }
        Item {
            width: parent.width
            height: Math.max(words.height, picture.height)
            Column {
                id: words
                width: parent.width - picture.width - Theme.unit * 3
                spacing: Theme.unit * 3
                Label {
                    width: parent.width
                    text: Theme.isElder ? said.replace("\n", "") : said
                    readonly property string said: qsTr("凭这个码查询进度，\n不用报姓名。")
                    font.pixelSize: Theme.choice
                }
                Label {
                    width: parent.width
                    text: qsTr("请拍照或抄下带走。")
                    color: Theme.ink2
                }
            }
            Column {
                id: picture
                anchors.right: parent.right
                spacing: Theme.unit
                Rectangle {
                    width: Theme.px(Window.width > Window.height ? 296 : 336)
                    height: width
                    radius: Theme.controlRadius
                    color: Theme.surface
                    border.width: 1
                    border.color: Theme.line
                    QrCode {
                        anchors.fill: parent
                        anchors.margins: Theme.px(4)
                        text: card.hospitalName + "\n" + qsTr("回执码") + " " + card.code + "\n" + qsTr("电话") + " " + card.phone
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("回执码的二维码")
                    }
                }
                Label {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: qsTr("手机扫码保存")
                    font.pixelSize: Theme.caption
                    color: Theme.ink2
                }
            }
        }
    }
}
