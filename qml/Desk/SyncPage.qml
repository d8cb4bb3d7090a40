// SPDX-License-Identifier: GPL-3.0-or-later
// The proof: what was saved on this device, what the hub received, what waits, and what it did not accept.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

DeskPage {
    id: page

    readonly property StoreLink store: desk.store
    readonly property bool connected: store.link === StoreLink.Connected || store.link === StoreLink.Exchanging

    Timer {
        interval: 15000
        repeat: true
        running: true
        triggeredOnStart: true
        onTriggered: page.desk.devices.ask()
    }
    Flickable {
        id: view
        anchors.fill: parent
        contentHeight: body.height + Theme.px(50)
        clip: true
        focus: true
        boundsBehavior: Flickable.StopAtBounds
        Keys.onUpPressed: contentY = Math.max(0, contentY - Theme.px(80))
        Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + Theme.px(80)))

        Column {
            id: body
            x: Theme.margin
            y: Theme.px(20)
            width: Math.min(view.width - 2 * x, Theme.px(1280))
            spacing: Theme.px(20)
            Item {
                width: parent.width
                height: Math.max(heading.height, bring.height)
                Label {
                    id: heading
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("同步")
                    font.pixelSize: Theme.title
                    font.bold: true
                    wrapMode: Text.NoWrap
                    Accessible.role: Accessible.Heading
                }
                SecondButton {
                    id: bring
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    quiet: true
                    iconBefore: "stick"
                    text: qsTr("从U盘导入")
                    onClicked: {
                        sheet.visible = true;
                        sheet.forceActiveFocus();
                    }
                }
            }
            Banner {
                visible: page.store.shortOfRoom || page.store.wasDamaged
                width: parent.width
                title: page.store.shortOfRoom ? qsTr("这台机器的硬盘满了") : qsTr("这台机器的文件坏过，已经救回")
                detail: page.store.shortOfRoom ? qsTr("已存的都在，还能存一点。请管理员腾出地方，再重新打开。") : qsTr("还读得出的、没送出的都救回来了，其余的联网后补回。原来的文件放在一边，没有删。请管理员查一查硬盘。")
            }
            Banner {
                visible: !page.connected
                width: parent.width
                tone: page.store.link === StoreLink.NeedsStaff ? Theme.danger : Theme.warn
                tint: page.store.link === StoreLink.NeedsStaff ? Theme.dangerTint : Theme.warnTint
                iconName: page.store.link === StoreLink.ClockWrong ? "clock" : page.store.link === StoreLink.NeedsStaff ? "alert" : "cloud-pause"
                title: page.store.link === StoreLink.ClockWrong ? qsTr("这台机器的时间不对") : page.store.link === StoreLink.NeedsStaff ? qsTr("服务器没有接受这台机器") : page.store.waiting > 0 ? qsTr("未联网，%1 条等待送出").arg(page.store.waiting) : qsTr("未联网")
                detail: page.store.link === StoreLink.ClockWrong ? qsTr("已保存，校时后自动送出。") : page.store.link === StoreLink.NeedsStaff ? qsTr("内容都还在本机。请管理员看这台机器的登记，或升级程序。") : qsTr("都已存在本机，联网后自动送出，照常使用。")
            }
            Row {
                width: parent.width
                spacing: Theme.gutter
                readonly property real one: (width - 3 * spacing) / 4
                readonly property real tallest: Math.max(saved.needed, received.needed, waiting.needed, refused.needed)
                FigureCard {
                    id: saved
                    width: parent.one
                    height: parent.tallest
                    title: qsTr("这台机器保存的")
                    figure: page.store.saved
                }
                FigureCard {
                    id: received
                    width: parent.one
                    height: parent.tallest
                    title: qsTr("服务器收到的")
                    figure: page.store.received
                    tone: page.store.received === page.store.saved ? Theme.ok : Theme.ink
                }
                FigureCard {
                    id: waiting
                    width: parent.one
                    height: parent.tallest
                    title: qsTr("等待送出的")
                    figure: page.store.waiting
                    tone: page.store.waiting > 0 ? Theme.warn : Theme.ink
                }
                FigureCard {
                    id: refused
                    width: parent.one
                    height: parent.tallest
                    title: qsTr("没被收下的")
                    figure: page.store.parked
                    tone: page.store.parked > 0 ? Theme.danger : Theme.ink
                }
            }
            Label {
                width: parent.width
                text: page.store.saved === page.store.received ? qsTr("对得上：本机 %1 条，服务器都收到了。").arg(page.store.saved) : qsTr("对得上：%1 条收到，%2 条等待，%3 条没被收下，合起来是本机的 %4 条。").arg(page.store.received).arg(page.store.waiting).arg(page.store.parked).arg(page.store.saved)
                color: Theme.ink2
            }
            Label {
                visible: page.store.evidenceWaiting > 0
                width: parent.width
                text: qsTr("照片、录音和文件还有 %n 份等待送出。它们都已存在本机，跟在文字后面送。", "", page.store.evidenceWaiting)
                color: Theme.warn
            }
            Card {
                width: parent.width
                height: parked.height + 2 * Theme.inset
                Column {
                    id: parked
                    x: Theme.inset
                    y: Theme.inset
                    width: parent.width - 2 * x
                    spacing: Theme.px(10)
                    Item {
                        width: parent.width
                        height: Math.max(title.height, retry.height)
                        Label {
                            id: title
                            anchors.verticalCenter: parent.verticalCenter
                            text: qsTr("没被收下的记录")
                            font.pixelSize: Theme.section
                            font.bold: true
                            wrapMode: Text.NoWrap
                            Accessible.role: Accessible.Heading
                        }
                        SecondButton {
                            id: retry
                            visible: page.desk.sync.count > 0
                            anchors.right: parent.right
                            text: qsTr("现在再送一次")
                            onClicked: page.desk.sync.retry()
                        }
                    }
                    Label {
                        width: parent.width
                        text: page.desk.sync.count > 0 ? qsTr("内容都还在本机，会自己再试。改正原因后，也可以现在再送一次。") : qsTr("没有。服务器没有退回过这台机器的记录。")
                        color: Theme.ink2
                    }
                    Repeater {
                        model: page.desk.sync
                        ParkedRow {
                            width: parked.width
                        }
                    }
                }
            }
            DevicesCard {
                width: parent.width
                devices: page.desk.devices
            }
            Label {
                width: parent.width
                text: qsTr("服务器地址 %1").arg(page.desk.sync.hubAddress)
                font.pixelSize: Theme.caption
                color: Theme.ink3
            }
        }
    }
    StickSheet {
        id: sheet
        visible: false
        anchors.fill: parent
        stick: page.desk.stick
        brings: true
        onClosed: {
            visible = false;
            view.forceActiveFocus();
        }
    }
}
