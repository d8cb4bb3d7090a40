// SPDX-License-Identifier: GPL-3.0-or-later
// What the person takes home. It is shown no longer than the person stands there.
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

FocusScope {
    id: page

    required property Kiosk kiosk
    /// Of the window, which has its size from the start: a page that is being made has not.
    readonly property bool landscape: Window.width > Window.height
    /// A survey is nobody's, so there is nothing to look up.
    readonly property bool hasCode: kiosk.receiptCode.length > 0
    readonly property string clock: Qt.formatTime(kiosk.savedAt, "HH:mm")

    Rectangle {
        id: bar
        width: parent.width
        height: Theme.pageBarHeight
        color: Theme.surface
        Mark {
            id: mark
            size: Theme.px(56)
            x: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
        }
        Label {
            anchors.left: mark.right
            anchors.leftMargin: Theme.unit * 2
            anchors.right: count.left
            anchors.rightMargin: Theme.unit * 2
            anchors.verticalCenter: parent.verticalCenter
            height: parent.height - Theme.unit
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.caption
            text: page.hasCode ? qsTr("我要反映") : qsTr("满意度评价")
            font.bold: true
        }
        Label {
            id: count
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("%n 秒后自动清除本页", "", page.kiosk.receiptSecondsLeft)
            font.pixelSize: Theme.caption
            color: Theme.ink2
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    Flickable {
        id: view
        readonly property bool overflows: body.height + Theme.unit * 6 > actions.y - y + 1
        anchors.top: bar.bottom
        anchors.bottom: actions.top
        anchors.bottomMargin: overflows ? more.height : 0
        width: parent.width
        contentHeight: body.height + Theme.unit * 6
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Item {
            id: body
            x: Theme.margin
            y: Theme.unit * (page.landscape ? 2 : 4)
            width: page.width - 2 * Theme.margin
            height: childrenRect.height
            SavedHead {
                id: head
                title: page.hasCode ? qsTr("已保存") : qsTr("已保存，谢谢您")
                width: parent.width
            }
            ReceiptCard {
                id: code
                anchors.top: head.bottom
                anchors.topMargin: Theme.unit * (page.landscape ? 2 : 4)
                visible: page.hasCode
                width: page.landscape ? Math.round(parent.width * 0.54) : parent.width
                code: page.kiosk.receiptCode
                hospitalName: page.kiosk.hospital.name
                phone: page.kiosk.hospital.complaintPhone
            }
            ReceiptSteps {
                x: page.landscape && page.hasCode ? code.width + Theme.unit * 5 : 0
                anchors.top: page.landscape ? code.top : page.hasCode ? code.bottom : code.top
                anchors.topMargin: page.landscape ? 0 : Theme.unit * 4
                width: page.landscape && !page.hasCode ? code.width : parent.width - x
                savedAt: page.clock
                isAnswered: page.hasCode
                isReceived: page.kiosk.isReceived
                isConnected: page.kiosk.store.link === StoreLink.Connected || page.kiosk.store.link === StoreLink.Exchanging
                phone: page.kiosk.hospital.complaintPhone
            }
        }
    }
    ScrollHint {
        id: more
        list: view
        width: parent.width
        anchors.bottom: actions.top
    }
    ActionBar {
        id: actions
        anchors.bottom: parent.bottom
        width: parent.width
        nextText: page.hasCode ? qsTr("记好了，完成") : qsTr("好了，回首页")
        onNext: page.kiosk.endSitting()
    }
}
