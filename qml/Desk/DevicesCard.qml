// SPDX-License-Identifier: GPL-3.0-or-later
// Every device of the hospital: what the hub received from it, and when it was last heard of.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Card {
    id: card

    required property DeviceList devices
    readonly property var faces: ({
            "kiosk": qsTr("大厅机器"),
            "ward": qsTr("病区平板"),
            "desk": qsTr("服务办")
        })

    height: body.height + 2 * Theme.inset

    Column {
        id: body
        x: Theme.inset
        y: Theme.inset
        width: parent.width - 2 * x
        spacing: Theme.px(10)
        Label {
            width: parent.width
            text: qsTr("各台机器")
            font.pixelSize: Theme.section
            font.bold: true
            Accessible.role: Accessible.Heading
        }
        Label {
            width: parent.width
            text: card.devices.count > 0 ? qsTr("服务器从每台机器收到多少条新记录（改动不另计），最近一次联系是什么时候。%1 问到的。").arg(Words.time(card.devices.toldAt)) : qsTr("联网以后，这里列出每台机器，服务器各收到多少条。")
            color: Theme.ink2
        }
        Repeater {
            model: card.devices
            Item {
                id: row
                required property string name
                required property string face
                required property real records
                required property date lastSeen
                required property bool copyAlarm
                required property bool isThis
                readonly property string seen: lastSeen.getTime() > 0 ? qsTr("最近联系 %1").arg(Words.time(lastSeen)) : qsTr("还没有联系过")
                width: body.width
                height: Math.max(words.height, figure.height) + Theme.px(22)
                Accessible.role: Accessible.ListItem
                Accessible.name: [who.text, figure.text, when.text].join(qsTr("，"))
                Rectangle {
                    width: parent.width
                    height: 1
                    color: Theme.line
                }
                Column {
                    id: words
                    y: Theme.px(12)
                    width: parent.width - figure.width - Theme.gutter
                    Label {
                        id: who
                        width: parent.width
                        text: row.isThis ? qsTr("%1（这台）").arg(row.name) : row.name
                        font.bold: true
                        Accessible.ignored: true
                    }
                    Label {
                        id: when
                        width: parent.width
                        text: [card.faces[row.face] ?? row.face, row.seen, row.copyAlarm ? qsTr("它的资料被复制过，请重新登记这台机器") : ""].filter(part => part.length > 0).join(qsTr("，"))
                        font.pixelSize: Theme.caption
                        color: row.copyAlarm ? Theme.danger : Theme.ink2
                        Accessible.ignored: true
                    }
                }
                Label {
                    id: figure
                    anchors.right: parent.right
                    y: Theme.px(12)
                    text: qsTr("收到 %1 条").arg(row.records)
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
