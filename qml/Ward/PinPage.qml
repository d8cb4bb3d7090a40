// SPDX-License-Identifier: GPL-3.0-or-later
// The PIN that parts the staff's pages from the patient's: chosen at the first hand-over, asked for at every
// return. While it is chosen it can be read, so that nobody locks themselves out by a slip.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls
import Lianxin.Ward

FocusScope {
    id: page

    required property PatientLock lock
    required property bool choosing
    readonly property bool full: typed.length === 4
    readonly property string said: lock.secondsToWait > 0 ? qsTr("错了几次，%n 秒后再输。", "", lock.secondsToWait) : !choosing && lock.wrong && typed.length === 0 ? qsTr("密码不对，再输一次。") : choosing ? qsTr("收回平板时要输。记住它；机器重新打开后要重定。") : qsTr("请护士输入 4 位密码。")
    property string typed: ""

    function type(digit: string) {
        if (lock.secondsToWait > 0 || full)
            return;
        typed += digit;
        if (full && !choosing) {
            lock.enterPin(typed);
            typed = "";
        }
    }
    function leave() {
        typed = "";
        if (choosing)
            lock.cancelChoosing();
        else
            lock.cancelAsking();
    }
    onVisibleChanged: typed = ""
    Keys.onEscapePressed: leave()
    Keys.onBackPressed: leave()
    Keys.onPressed: event => {
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            type(event.text);
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.ground
        MouseArea {
            anchors.fill: parent
        }
    }
    Column {
        id: column
        anchors.centerIn: parent
        width: Math.min(parent.width - Theme.px(48), Theme.px(560))
        spacing: Theme.unit * 4
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.choosing ? qsTr("定一个 4 位密码") : qsTr("还给护士")
            font.pixelSize: Theme.title
            font.bold: true
            Accessible.role: Accessible.Heading
        }
        Label {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: page.said
            color: !page.choosing && page.lock.wrong && page.typed.length === 0 ? Theme.danger : Theme.ink2
            Accessible.role: Accessible.AlertMessage
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.px(16)
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("已输 %1 位，共 4 位").arg(page.typed.length)
            Repeater {
                model: 4
                Rectangle {
                    id: cell
                    required property int index
                    readonly property bool filled: index < page.typed.length
                    width: Theme.px(56)
                    height: Theme.px(64)
                    radius: Theme.controlRadius
                    color: Theme.surface
                    border.width: Theme.px(2)
                    border.color: filled ? Theme.primary : Theme.lineStrong
                    Label {
                        anchors.centerIn: parent
                        text: !cell.filled ? "" : page.choosing ? page.typed[cell.index] : "●"
                        font.pixelSize: Theme.px(28)
                        font.bold: true
                        color: Theme.primary
                        Accessible.ignored: true
                    }
                }
            }
        }
        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: 3
            spacing: Theme.px(12)
            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "erase"]
                T.AbstractButton {
                    id: key
                    required property string modelData
                    readonly property bool erases: modelData === "erase"
                    width: Theme.px(128)
                    height: Theme.px(76)
                    enabled: modelData.length > 0
                    opacity: enabled ? 1 : 0
                    text: erases ? qsTr("退一格") : modelData
                    Accessible.role: Accessible.Button
                    Accessible.name: text
                    Accessible.ignored: !enabled
                    Accessible.onPressAction: clicked()
                    onClicked: erases ? page.typed = page.typed.slice(0, -1) : page.type(modelData)
                    background: Rectangle {
                        radius: Theme.controlRadius
                        color: key.down ? Theme.primaryTint : Theme.surface
                        border.width: Theme.edge
                        border.color: Theme.lineStrong
                        FocusRing {
                            shown: key.visualFocus
                            controlRadius: Theme.controlRadius
                        }
                    }
                    contentItem: Label {
                        text: key.text
                        font.pixelSize: key.erases ? Theme.body : Theme.px(34)
                        font.bold: true
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        color: Theme.ink
                        Accessible.ignored: true
                    }
                }
            }
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gutter
            SecondButton {
                height: Theme.mainButtonHeight
                padding: Theme.unit * 5
                quiet: !page.choosing
                text: page.choosing ? qsTr("先不交") : qsTr("返回")
                onClicked: page.leave()
            }
            MainButton {
                visible: page.choosing
                text: page.full ? qsTr("定好，交出去") : qsTr("先输 4 位")
                enabled: page.full
                onClicked: page.lock.choosePin(page.typed)
            }
        }
    }
}
