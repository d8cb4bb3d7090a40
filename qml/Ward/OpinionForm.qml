// SPDX-License-Identifier: GPL-3.0-or-later
// The opinion form (征求意见建议表, R-080) as the office published it, on one page: what the patient says, in
// the patient's own words.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

Item {
    id: paper

    required property WardFace ward
    required property bool wide
    readonly property BedsideForm form: ward.bedside
    readonly property FormSitting sitting: form.sitting
    readonly property real margin: wide ? Theme.px(32) : Theme.margin

    height: column.height + Theme.unit * 8

    Column {
        id: column
        x: paper.margin
        y: Theme.unit * 4
        width: paper.width - 2 * x
        spacing: Theme.unit * 6

        Item {
            width: parent.width
            height: Math.max(heads.height, Theme.target)
            Column {
                id: heads
                anchors.left: parent.left
                anchors.right: empty.visible ? empty.left : parent.right
                anchors.verticalCenter: parent.verticalCenter
                Label {
                    width: parent.width
                    text: paper.sitting.isOpen ? paper.sitting.title : qsTr("征求意见建议表")
                    font.pixelSize: Theme.title
                    font.bold: true
                    Accessible.role: Accessible.Heading
                }
                DraftNote {
                    visible: paper.sitting.isOpen
                    width: parent.width
                    drafts: paper.ward.drafts
                    empty: paper.form.empty
                    otherwise: qsTr("照患者原话记。没问到的可以空着。")
                }
            }
            SecondButton {
                id: empty
                visible: !paper.form.empty
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                quiet: true
                padding: 0
                color: Theme.ink2
                text: qsTr("清空重写")
                onClicked: paper.form.discard()
            }
        }
        Repeater {
            model: paper.sitting
            FormRow {
                width: column.width
                sitting: paper.sitting
            }
        }
        EmptyState {
            visible: !paper.sitting.isOpen
            width: parent.width
            iconName: "page"
            fact: qsTr("这台机器上还没有这张表")
            detail: qsTr("服务办发布、机器联网以后，表会出现在这里。见没见到、发没发卡，现在就可以记；患者有话说，记在“首接”。")
        }
    }
}
