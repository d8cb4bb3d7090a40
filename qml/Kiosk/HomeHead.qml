// SPDX-License-Identifier: GPL-3.0-or-later
// The hospital's own voice on home: its name, its greeting, its promise, and the time.
import QtQuick
import Lianxin.Controls

Item {
    id: head

    required property string hospitalName
    required property date now
    required property bool landscape
    readonly property bool oneLine: !landscape && !Theme.isElder

    Mark {
        id: mark
        pine: true
        size: Theme.px(64)
        x: Theme.margin + Theme.px(2)
        y: Theme.px(56)
    }
    Column {
        anchors.left: mark.right
        anchors.leftMargin: Theme.px(18)
        anchors.right: head.landscape ? parent.right : clock.left
        anchors.rightMargin: Theme.unit * 2
        y: Theme.px(Theme.isElder ? 58 : 44)
        Label {
            width: parent.width
            text: head.hospitalName
            font.family: Theme.serifFamily
            font.bold: true
            font.pixelSize: Theme.px(Theme.isElder ? 52 : 44)
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.caption
            wrapMode: Text.NoWrap
            color: Theme.onPine
        }
        Label {
            visible: !Theme.isElder
            text: qsTr("连心 · 患者意见台")
            font.pixelSize: Theme.px(26)
            color: Theme.onPine2
        }
    }
    Column {
        id: clock
        x: head.landscape ? Theme.margin : parent.width - width - Theme.margin
        y: head.landscape ? parent.height - height - Theme.px(64) : Theme.px(44)
        Label {
            x: head.landscape ? 0 : clock.width - width
            text: Qt.formatTime(head.now, "HH:mm")
            font.pixelSize: Theme.px(head.landscape ? 72 : 58)
            font.bold: true
            color: Theme.onPine
        }
        Label {
            visible: !Theme.isElder
            x: head.landscape ? 0 : clock.width - width
            text: head.now.toLocaleDateString(Qt.locale(qsTr("zh_CN")), qsTr("M月d日 dddd"))
            font.pixelSize: Theme.px(26)
            color: Theme.onPine2
        }
    }
    Label {
        id: greeting
        x: Theme.margin
        y: Theme.px(head.landscape ? 260 : Theme.isElder ? 176 : 206)
        width: parent.width - 2 * Theme.margin
        text: head.landscape ? qsTr("您好，\n有什么想\n告诉我们？") : head.oneLine ? qsTr("您好，有什么想告诉我们？") : qsTr("您好，\n有什么想告诉我们？")
        font.family: Theme.serifFamily
        font.bold: true
        font.pixelSize: Theme.greeting
        fontSizeMode: head.oneLine ? Text.HorizontalFit : Text.FixedSize
        minimumPixelSize: Theme.px(44)
        wrapMode: head.oneLine ? Text.NoWrap : Text.WordWrap
        lineHeight: head.oneLine ? 1 : 0.92
        color: Theme.onPine
    }
    Row {
        visible: !Theme.isElder || head.landscape
        x: Theme.margin
        anchors.top: greeting.bottom
        anchors.topMargin: Theme.px(24)
        spacing: Theme.unit * 2
        Icon {
            id: lock
            name: "lock"
            color: Theme.onPine2
            size: Theme.icon
            y: Theme.px(8)
        }
        Label {
            width: head.width - 2 * Theme.margin - lock.width - parent.spacing
            text: qsTr("可以不留姓名。每一条都有人看。")
            font.pixelSize: head.landscape ? Math.min(Theme.body, Theme.px(30)) : Theme.body
            fontSizeMode: head.landscape ? Text.FixedSize : Text.HorizontalFit
            minimumPixelSize: Theme.px(26)
            wrapMode: head.landscape ? Text.WordWrap : Text.NoWrap
            color: Theme.onPine
        }
    }
}
