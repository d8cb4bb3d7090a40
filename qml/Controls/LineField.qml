// SPDX-License-Identifier: GPL-3.0-or-later
// One line to write: a label above, the line, a helper below that turns into the error.
import QtQuick
import Lianxin.Controls

FocusScope {
    id: field

    required property string label
    required property string text
    property string helper: ""
    property string error: ""
    property int mostCharacters: 60
    property int hints: Qt.ImhNone
    property string iconName: ""
    readonly property bool writing: edit.activeFocus
    signal edited(string text)
    signal accepted

    implicitHeight: head.height + Theme.unit + Theme.fieldHeight + (below.visible ? below.height + Theme.unit : 0)

    Label {
        id: head
        width: parent.width
        text: field.label
        font.bold: true
        font.pixelSize: Theme.body
    }
    Rectangle {
        id: frame
        y: head.height + Theme.unit
        width: parent.width
        height: Theme.fieldHeight
        radius: Theme.controlRadius
        color: Theme.surface
        border.width: edit.activeFocus ? Theme.chosenEdge : Theme.edge
        border.color: field.error.length > 0 ? Theme.danger : edit.activeFocus ? Theme.primary : Theme.lineStrong
        TextInput {
            id: edit
            anchors.fill: parent
            anchors.leftMargin: Theme.unit * 3
            anchors.rightMargin: Theme.unit * 3 + (sign.visible ? sign.width : 0)
            focus: true
            clip: true
            verticalAlignment: TextInput.AlignVCenter
            maximumLength: field.mostCharacters
            inputMethodHints: field.hints
            font.family: Theme.sansFamily
            font.pixelSize: Theme.choice
            color: Theme.ink
            selectionColor: Theme.primaryTint2
            selectedTextColor: Theme.ink
            selectByMouse: true
            onTextChanged: {
                if (text !== field.text)
                    field.edited(text);
            }
            onAccepted: field.accepted()
            Accessible.role: Accessible.EditableText
            Accessible.name: field.label
        }
        Icon {
            id: sign
            visible: field.error.length > 0
            name: "alert"
            color: Theme.danger
            anchors.right: parent.right
            anchors.rightMargin: Theme.unit * 3
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Label {
        id: below
        visible: text.length > 0
        anchors.top: frame.bottom
        anchors.topMargin: Theme.unit
        width: parent.width
        text: field.error.length > 0 ? field.error : field.helper
        font.pixelSize: Theme.caption
        color: field.error.length > 0 ? Theme.danger : Theme.ink3
    }
    onTextChanged: {
        if (edit.text !== text)
            edit.text = text;
    }
    Component.onCompleted: edit.text = text
}
