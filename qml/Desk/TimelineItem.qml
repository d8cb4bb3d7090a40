// SPDX-License-Identifier: GPL-3.0-or-later
// One thing that happened: when, what, with what words.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Item {
    id: item

    required property int index
    required property string what
    required property date at
    required property string step
    required property string field
    required property string text
    required property string reason
    required property string department
    required property bool provisional
    required property string origin
    property bool last: false
    signal decide

    readonly property bool done: what === "step" && (step === "register" || step === "satisfied" || step === "answer")
    readonly property color tone: what === "versions" ? Theme.info : what === "step" ? (done ? Theme.ok : Theme.primary) : what === "raised" ? Theme.accent : Theme.ink2
    readonly property color tint: what === "versions" ? Theme.infoTint : what === "step" ? (done ? Theme.okTint : Theme.primaryTint) : what === "raised" ? Theme.accentTint : Theme.sunken
    readonly property string fact: {
        switch (what) {
        case "raised":
            return qsTr("本人反映");
        case "versions":
            return qsTr("“%1”有两个版本").arg(Words.field(field));
        case "replaced":
            return qsTr("改掉的内容：%1").arg(Words.field(field));
        case "no_effect":
            return qsTr("%1：记下了，没有生效").arg(Words.step(step));
        }
        return Words.step(step);
    }
    readonly property string detail: {
        switch (what) {
        case "raised":
            return Words.origin(origin);
        case "versions":
            return qsTr("断网期间各改了一次。两份都还在。");
        case "no_effect":
            return Words.withoutEffect(reason);
        }
        return [department, reason, provisional ? qsTr("暂定，还没有送到服务器") : ""].filter(part => part.length > 0).join(qsTr("，"));
    }

    height: Math.max(words.height, button.visible ? button.height : 0) + Theme.px(20)
    Accessible.role: Accessible.ListItem
    Accessible.name: [Words.time(at), fact, detail, text].filter(part => part.length > 0).join(qsTr("，"))

    Label {
        id: time
        width: Theme.body * 7.2
        y: Theme.px(2)
        text: Words.time(item.at)
        font.pixelSize: Theme.caption
        color: Theme.ink2
        Accessible.ignored: true
    }
    Rectangle {
        visible: !item.last
        x: circle.x + circle.width / 2 - 1
        y: circle.height
        width: Theme.px(2)
        height: item.height - circle.height
        color: Theme.line
    }
    Rectangle {
        id: circle
        x: time.width + Theme.px(8)
        width: Theme.px(28)
        height: width
        radius: width / 2
        color: item.tint
        Icon {
            anchors.centerIn: parent
            size: Theme.px(16)
            name: item.what === "versions" ? "fork" : item.what === "replaced" ? "erase" : item.what === "no_effect" ? "minus" : item.what === "raised" ? "speak" : item.done ? "tick" : "page"
            color: item.tone
        }
    }
    Column {
        id: words
        anchors.left: circle.right
        anchors.leftMargin: Theme.px(18)
        anchors.right: button.visible ? button.left : parent.right
        anchors.rightMargin: button.visible ? Theme.px(12) : 0
        y: Theme.px(1)
        spacing: Theme.px(2)
        Flow {
            width: parent.width
            spacing: Theme.unit * 2
            Label {
                text: item.fact
                font.bold: true
                Accessible.ignored: true
            }
            Chip {
                visible: item.provisional
                text: qsTr("暂定")
                iconName: "clock"
                tone: Theme.warn
                tint: Theme.warnTint
            }
        }
        Label {
            width: parent.width
            visible: text.length > 0
            text: item.detail
            color: Theme.ink2
            Accessible.ignored: true
        }
        Label {
            width: parent.width
            visible: text.length > 0
            text: item.text
            font.strikeout: item.what === "replaced"
            color: item.what === "replaced" ? Theme.ink3 : Theme.ink
            Accessible.ignored: true
        }
    }
    SecondButton {
        id: button
        visible: item.what === "versions"
        anchors.right: parent.right
        text: qsTr("去决定")
        onClicked: item.decide()
    }
}
