// SPDX-License-Identifier: GPL-3.0-or-later
// One piece of evidence: what it is, and where it is. Touching it opens it.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls
import Lianxin.Desk

T.AbstractButton {
    id: row

    required property int index
    required property string recordId
    required property string kind
    required property string description
    required property string fileName
    required property string by
    required property date at
    required property real bytes
    required property string standing
    required property var picture
    required property FileWords words
    required property bool connected
    property bool first: false

    implicitHeight: content.implicitHeight + Theme.unit * 5
    Accessible.role: Accessible.Button
    Accessible.name: [title.text, facts.text, state.text].join(qsTr("，"))
    Accessible.onPressAction: clicked()

    background: Rectangle {
        radius: Theme.chipRadius
        color: row.down ? Theme.sunken : "transparent"
        Rectangle {
            visible: !row.first
            width: parent.width
            height: 1
            color: Theme.line
        }
        FocusRing {
            shown: row.visualFocus
            controlRadius: Theme.chipRadius
        }
    }
    contentItem: Item {
        id: content
        implicitHeight: Math.max(frame.height, lines.height)
        EvidencePicture {
            id: frame
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(68)
            height: Theme.px(51)
            kind: row.kind
            image: row.picture
        }
        Column {
            id: lines
            anchors.left: frame.right
            anchors.leftMargin: Theme.unit * 3
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(2)
            Label {
                id: title
                width: parent.width
                text: Words.evidence(row.kind, row.description, row.fileName)
                font.bold: true
                maximumLineCount: 2
                elide: Text.ElideRight
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            Label {
                id: facts
                width: parent.width
                text: [Words.evidenceKind(row.kind), row.words.size(row.bytes), Words.time(row.at), row.by].filter(part => part.length > 0).join(qsTr("，"))
                font.pixelSize: Theme.caption
                color: Theme.ink2
                Accessible.ignored: true
            }
            Label {
                id: state
                width: parent.width
                text: Words.evidenceStanding(row.standing, row.connected)
                font.pixelSize: Theme.caption
                font.bold: row.standing !== "received"
                color: Words.evidenceTone(row.standing)
                Accessible.ignored: true
            }
        }
    }
}
