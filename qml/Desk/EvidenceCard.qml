// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of a matter (R-009): photos, recordings and papers, the newest first.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Card {
    id: card

    required property EvidenceList evidence
    required property bool connected
    signal addAsked
    signal opened(string id)

    height: body.height + 2 * Theme.inset

    FileWords {
        id: fileWords
    }
    Column {
        id: body
        x: Theme.inset
        y: Theme.inset
        width: parent.width - 2 * x
        spacing: Theme.px(10)
        Item {
            width: parent.width
            height: title.height
            Label {
                id: title
                text: qsTr("证据")
                font.pixelSize: Theme.section
                font.bold: true
                wrapMode: Text.NoWrap
                Accessible.role: Accessible.Heading
            }
            Label {
                visible: card.evidence.count > 0
                anchors.right: parent.right
                anchors.baseline: title.baseline
                text: qsTr("共 %n 份", "", card.evidence.count)
                font.pixelSize: Theme.caption
                color: Theme.ink2
                wrapMode: Text.NoWrap
            }
        }
        Label {
            visible: card.evidence.loaded && card.evidence.count === 0
            width: parent.width
            text: qsTr("还没有照片、录音或文件。")
            color: Theme.ink2
        }
        Column {
            visible: card.evidence.count > 0
            width: parent.width
            Repeater {
                model: card.evidence
                EvidenceRow {
                    width: body.width
                    words: fileWords
                    connected: card.connected
                    first: index === 0
                    onClicked: card.opened(recordId)
                }
            }
        }
        SecondButton {
            width: parent.width
            iconBefore: "clip"
            text: qsTr("添加证据")
            onClicked: card.addAsked()
        }
    }
}
