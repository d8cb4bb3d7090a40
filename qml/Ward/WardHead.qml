// SPDX-License-Identifier: GPL-3.0-or-later
// Which ward, which day, how the device stands towards the hub, who holds the tablet.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls
import Lianxin.Ward

PineGround {
    id: head

    required property WardFace ward
    readonly property bool narrow: width < Theme.px(1000) || Theme.isElder
    signal userAsked
    signal syncAsked

    implicitHeight: Theme.pageBarHeight

    SyncWords {
        id: sync
        store: head.ward.store
    }
    Mark {
        id: mark
        pine: true
        size: Theme.px(40)
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
    }
    Label {
        id: name
        /// Two small lines are read sooner than a name that is cut.
        readonly property bool tight: head.width < Theme.px(1000) && Theme.isElder
        anchors.left: mark.right
        anchors.leftMargin: Theme.unit * 4
        anchors.verticalCenter: parent.verticalCenter
        readonly property real room: pill.x - x - Theme.unit * 4
        visible: room > Theme.px(100)
        width: Math.min(implicitWidth, room)
        text: head.ward.wardName.length > 0 ? head.ward.wardName : head.ward.known ? qsTr("还没有病区") : ""
        font.pixelSize: tight ? Theme.caption : Theme.cardTitle
        font.bold: true
        color: Theme.onPine
        lineHeight: tight ? 0.9 : 1
        wrapMode: tight ? Text.Wrap : Text.NoWrap
        maximumLineCount: tight ? 2 : 1
        elide: Text.ElideRight
        Accessible.role: Accessible.Heading
    }
    Label {
        anchors.left: name.right
        anchors.leftMargin: Theme.unit * 4
        anchors.baseline: name.baseline
        visible: x + implicitWidth + Theme.unit * 4 < pill.x
        text: head.ward.now.toLocaleDateString(Qt.locale(qsTr("zh_CN")), qsTr("M月d日 dddd"))
        color: Theme.onPine2
        wrapMode: Text.NoWrap
    }
    component HeadButton: T.AbstractButton {
        id: button
        required property string iconName
        property string strong: ""
        property color iconColor: Theme.onPine
        property string iconAfter: ""
        property color ground: "transparent"
        implicitWidth: row.width + Theme.unit * 8
        implicitHeight: Theme.px(Theme.isElder ? 60 : 56)
        anchors.verticalCenter: parent?.verticalCenter
        Accessible.role: Accessible.Button
        Accessible.name: text
        Accessible.onPressAction: clicked()
        background: Item {
            Rectangle {
                anchors.fill: parent
                anchors.topMargin: Theme.px(4)
                anchors.bottomMargin: Theme.px(4)
                radius: height / 2
                color: button.down ? Theme.primaryDown : button.ground
                border.width: 1
                border.color: Theme.onPine2
                FocusRing {
                    shown: button.visualFocus
                    controlRadius: parent.radius
                }
            }
        }
        contentItem: Item {
            Row {
                id: row
                anchors.centerIn: parent
                spacing: Theme.unit * 2
                Icon {
                    name: button.iconName
                    color: button.iconColor
                    anchors.verticalCenter: parent.verticalCenter
                }
                Label {
                    visible: text.length > 0
                    text: button.strong
                    font.bold: true
                    color: Theme.onPine
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Label {
                    visible: text.length > 0
                    text: button.text
                    color: Theme.onPine
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
                Icon {
                    visible: button.iconAfter.length > 0
                    name: visible ? button.iconAfter : "down"
                    color: Theme.onPine
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
        }
    }
    HeadButton {
        id: pill
        anchors.right: user.left
        anchors.rightMargin: Theme.unit * 4
        ground: Theme.pineBottom
        iconName: sync.iconName
        iconColor: sync.kind < 5 || sync.kind > 6 ? "#F2B48C" : Theme.onPine2
        strong: head.narrow ? sync.shortText : sync.stateText
        text: head.narrow ? "" : sync.detailText
        Accessible.name: sync.sentence
        onClicked: head.syncAsked()
    }
    HeadButton {
        id: user
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        iconName: "person"
        iconAfter: "down"
        strong: head.ward.userName.length > 0 ? head.ward.userName : qsTr("谁在用")
        Accessible.name: head.ward.userName.length > 0 ? qsTr("%1 在用，换人").arg(head.ward.userName) : qsTr("选谁在用")
        onClicked: head.userAsked()
    }
}
