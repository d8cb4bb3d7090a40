// SPDX-License-Identifier: GPL-3.0-or-later
// One touch for a stick: a device without network reads the answer and saves what waits; a desk brings what
// devices saved to the hub.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Sheet {
    id: sheet

    required property Stick stick
    /// A desk's half, or a device's.
    required property bool brings
    property int waiting: 0
    readonly property bool useful: stick.there && (brings ? stick.bundles > 0 : stick.answered || waiting > 0)

    title: brings ? qsTr("从U盘导入") : qsTr("用U盘带走")
    leaveText: qsTr("关上")
    widest: Theme.px(640)

    StickWords {
        id: words
    }
    Timer {
        interval: 1500
        repeat: true
        running: sheet.visible
        triggeredOnStart: true
        onTriggered: sheet.stick.look()
    }
    Column {
        width: parent.width
        spacing: Theme.unit * 4
        Label {
            width: parent.width
            text: sheet.brings ? qsTr("没有联网的机器存在U盘上的，从这里送到服务器。") : qsTr("没有网络时，把等待送出的存到U盘，拿到服务办的电脑导入。")
            color: Theme.ink2
        }
        Row {
            width: parent.width
            spacing: Theme.unit * 3
            Icon {
                id: sign
                anchors.verticalCenter: parent.verticalCenter
                name: "stick"
                color: sheet.stick.there ? Theme.ok : Theme.ink3
            }
            Label {
                width: parent.width - sign.width - parent.spacing
                anchors.verticalCenter: parent.verticalCenter
                font.bold: true
                text: {
                    if (!sheet.stick.there)
                        return qsTr("请插上U盘。");
                    if (sheet.brings)
                        return sheet.stick.bundles > 0 ? qsTr("U盘上有 %n 台机器的文件。", "", sheet.stick.bundles) : qsTr("U盘上没有可以导入的。");
                    return sheet.stick.answered ? qsTr("U盘上有给本机的回执。") : sheet.waiting > 0 ? qsTr("U盘插好了。") : words.of({
                        "what": "nothing"
                    });
                }
            }
        }
        MainButton {
            width: parent.width
            enabled: sheet.useful && !busy
            busy: sheet.stick.working
            text: sheet.brings ? qsTr("导入") : sheet.stick.answered ? (sheet.waiting > 0 ? qsTr("读回执，再存新的") : qsTr("读回执")) : qsTr("把 %n 条存到U盘", "", sheet.waiting)
            onClicked: sheet.brings ? sheet.stick.bring() : sheet.stick.exchange()
        }
        Label {
            visible: sheet.stick.working
            width: parent.width
            text: qsTr("先别拔U盘。")
            color: Theme.warn
            font.bold: true
        }
        Repeater {
            model: sheet.stick.done
            Label {
                required property var modelData
                width: parent?.width ?? 0
                text: words.of(modelData)
                color: modelData.what === "fault" ? Theme.danger : Theme.ink
                Accessible.role: Accessible.AlertMessage
            }
        }
        Label {
            visible: sheet.stick.well
            width: parent.width
            text: sheet.brings ? qsTr("回执已写在U盘上，请带回去。现在可以拔下。") : qsTr("现在可以拔下U盘。")
            color: Theme.ok
            font.bold: true
        }
    }
    onVisibleChanged: {
        if (!visible)
            stick?.forget();
    }
}
