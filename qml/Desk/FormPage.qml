// SPDX-License-Identifier: GPL-3.0-or-later
// The register's form of one matter (R-120, R-125): beside it, what the person said.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

DeskPage {
    id: page

    readonly property MatterSheet matter: desk.matter
    readonly property MatterForm form: desk.matter.form
    readonly property bool registers: matter.canRegister
    property bool asking: false
    /// What is missing is said when somebody tried, and before that calmly.
    property bool tried: false

    holdsText: form.edited && !matter.saving
    onLeaveAsked: {
        asking = true;
        view.contentY = 0;
        stay.forceActiveFocus();
    }

    function register() {
        tried = true;
        if (form.missing.length === 0) {
            matter.saveAndRegister();
            return;
        }
        view.contentY = 0;
        if (form.missing[0] === "complaint_time")
            fields.focusTime();
        else if (form.missing[0] === "problem")
            fields.focusProblem();
        else
            fields.focusRespondent();
    }

    Flickable {
        id: view
        width: parent.width
        anchors.top: parent.top
        anchors.bottom: bar.top
        contentHeight: body.height + Theme.px(36)
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: body
            x: Theme.margin
            y: Theme.px(10)
            width: view.width - 2 * x
            spacing: Theme.px(14)
            BackLink {
                text: qsTr("返回")
                onClicked: page.holdsText ? page.leaveAsked() : page.desk.back()
            }
            Label {
                width: parent.width
                text: page.registers ? qsTr("登记") : qsTr("改登记表")
                font.pixelSize: Theme.title
                font.bold: true
                Accessible.role: Accessible.Heading
            }
            Rectangle {
                visible: page.asking
                width: parent.width
                height: stay.height + Theme.px(24)
                radius: Theme.controlRadius
                color: Theme.warnTint
                border.width: 1
                border.color: Theme.warn
                Label {
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.px(16)
                    anchors.right: stay.left
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("改动还没有保存。离开这一页，改动就没有了。")
                    font.bold: true
                    color: Theme.warn
                }
                MainButton {
                    id: stay
                    anchors.right: leave.left
                    anchors.rightMargin: Theme.unit * 2
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("接着改")
                    onClicked: {
                        page.asking = false;
                        fields.focusProblem();
                    }
                }
                SecondButton {
                    id: leave
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.px(12)
                    anchors.verticalCenter: parent.verticalCenter
                    text: qsTr("放弃改动")
                    color: Theme.danger
                    onClicked: page.desk.back()
                }
            }
            Banner {
                visible: page.matter.fault !== MatterSheet.NoFault
                width: parent.width
                title: Words.saveFault(page.matter.fault, page.matter.faultyField)
                detail: qsTr("您写的字还在这一页上。改好后再保存一次。")
            }
            Item {
                width: parent.width
                height: Math.max(fields.height, said.height)
                RegisterFields {
                    id: fields
                    width: parent.width - said.width - Theme.gutter
                    desk: page.desk
                    form: page.form
                    said: page.matter.content
                    tried: page.tried
                }
                SaidCard {
                    id: said
                    anchors.right: parent.right
                    width: page.width > Theme.px(1500) ? Theme.px(480) : Theme.px(330)
                    height: implicitHeight
                    matter: page.matter
                }
            }
        }
    }
    ScrollBar {
        anchors.right: parent.right
        height: view.height
        view: view
    }
    Rectangle {
        id: bar
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.actionBarHeight
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Label {
            x: Theme.margin
            width: parent.width - x - buttons.width - Theme.margin - Theme.gutter
            anchors.verticalCenter: parent.verticalCenter
            text: page.form.missing.length > 0 && page.registers ? qsTr("登记还缺：%1").arg(page.form.missing.map(field => Words.field(field)).join(qsTr("、"))) : page.form.edited ? qsTr("还没有保存") : page.registers ? qsTr("三项都齐了") : qsTr("没有改动")
            color: page.form.missing.length > 0 && page.registers ? (page.tried ? Theme.danger : Theme.warn) : Theme.ink2
            font.bold: page.form.missing.length > 0 && page.registers
        }
        Row {
            id: buttons
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.unit * 3
            SecondButton {
                anchors.verticalCenter: parent.verticalCenter
                visible: page.registers
                enabled: page.form.edited && !page.matter.saving
                text: qsTr("先存着，不登记")
                onClicked: page.matter.saveForm()
            }
            MainButton {
                anchors.verticalCenter: parent.verticalCenter
                busy: page.matter.saving
                text: page.matter.saving ? qsTr("正在保存") : page.registers ? qsTr("保存并登记") : qsTr("保存改动")
                onClicked: page.registers ? page.register() : page.matter.saveForm()
            }
        }
    }
    Component.onCompleted: fields.focusFirst()
}
