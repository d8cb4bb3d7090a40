// SPDX-License-Identifier: GPL-3.0-or-later
// The inbox of matters, newest first; on a wide screen with the chosen one beside it.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

DeskPage {
    id: page

    property bool compact: false
    onVisibleChanged: {
        if (visible)
            list.look();
    }
    readonly property bool withPreview: width > Theme.px(1440)

    ListHead {
        id: head
        x: Theme.margin
        y: Theme.px(20)
        width: parent.width - 2 * x
        title: qsTr("事项")
        inbox: page.desk.matters
        keeper: page.desk.keeper
        Chip {
            visible: page.desk.keeper.toRegister > 0
            anchors.verticalCenter: parent?.verticalCenter
            text: qsTr("待登记 %1").arg(page.desk.keeper.toRegister)
            iconName: "pencil"
            tone: Theme.warn
            tint: Theme.warnTint
        }
        Chip {
            visible: page.desk.keeper.twoVersions > 0
            anchors.verticalCenter: parent?.verticalCenter
            text: qsTr("有两个版本待定 %1").arg(page.desk.keeper.twoVersions)
            iconName: "fork"
            tone: Theme.info
            tint: Theme.infoTint
        }
        SecondButton {
            quiet: true
            anchors.verticalCenter: parent?.verticalCenter
            text: qsTr("打印")
            iconBefore: "print"
            onClicked: {
                printing.setSource("PrintSheet.qml", {
                    "desk": page.desk,
                    "focus": true
                });
                printing.forceActiveFocus();
            }
        }
    }
    FilterRow {
        id: filters
        x: Theme.margin
        anchors.top: head.bottom
        anchors.topMargin: Theme.px(14)
        width: list.width
        desk: page.desk
        inbox: page.desk.matters
        stateWords: [qsTr("全部"), qsTr("未办结"), qsTr("待登记"), qsTr("办理中"), qsTr("已办结"), qsTr("两个版本")]
        states: [Inbox.All, Inbox.Open, Inbox.ToRegister, Inbox.InHand, Inbox.Finished, Inbox.TwoVersions]
        kindCodes: ["complaint", "suggestion", "opinion", "consultation", "help_request", "praise", "criticism", "accusation"]
        compact: page.compact
        onCompactAsked: compact => page.compact = compact
    }
    Columns {
        id: places
        width: list.width - 2
    }
    InboxList {
        id: list
        x: Theme.margin
        anchors.top: filters.bottom
        anchors.topMargin: Theme.px(16)
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.px(24)
        width: parent.width - 2 * Theme.margin - (page.withPreview ? preview.width + Theme.gutter : 0)
        focus: true
        name: qsTr("事项")
        inbox: page.desk.matters
        keeper: page.desk.keeper
        emptyFact: qsTr("现在没有事项")
        onOpened: id => page.desk.openMatter(id)
        onLooked: id => {
            if (page.withPreview)
                page.desk.preview(id);
        }
        row: MatterRow {
            width: ListView.view.width
            columns: places
            compact: page.compact
            current: ListView.isCurrentItem
            focused: ListView.view.activeFocus
            onClicked: {
                const again = list.currentIndex === index;
                list.currentIndex = index;
                list.forceActiveFocus();
                if (again || !page.withPreview)
                    page.desk.openMatter(recordId);
            }
        }
        HeadCell {
            x: places.timeX
            text: qsTr("时间")
        }
        HeadCell {
            x: places.mainX
            text: qsTr("事项")
        }
        HeadCell {
            x: places.kindX
            text: qsTr("类别")
        }
        HeadCell {
            x: places.departmentX
            text: qsTr("有关科室")
        }
        HeadCell {
            x: places.stateX
            text: qsTr("状态")
        }
    }
    MatterPreview {
        id: preview
        visible: page.withPreview
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.top: filters.top
        anchors.bottom: list.bottom
        width: Theme.px(424)
        desk: page.desk
        matter: page.desk.matter
    }
    Loader {
        id: printing
        anchors.fill: parent
        Connections {
            target: printing.item as PrintSheet
            function onClosed() {
                printing.source = "";
                list.forceActiveFocus();
            }
        }
    }
}
