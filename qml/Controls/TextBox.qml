// SPDX-License-Identifier: GPL-3.0-or-later
// Room for a story: a label above, the text, below it what becomes of it and how much room is left.
import QtQuick
import Lianxin.Controls

FocusScope {
    id: box

    required property string label
    required property string text
    property string helper: qsTr("还没有提交")
    property string error: ""
    property int mostCharacters: 1000
    property bool labelShown: false
    property int textSize: Math.round(Theme.body * 1.06)
    readonly property bool writing: edit.activeFocus
    signal edited(string text)

    implicitHeight: Theme.face === Theme.Kiosk ? Theme.px(412) : Math.round(textSize * 8.5)

    Label {
        id: head
        visible: box.labelShown
        text: box.label
        font.bold: true
    }
    Rectangle {
        anchors.fill: parent
        anchors.topMargin: head.visible ? head.height + Theme.unit : 0
        radius: Theme.controlRadius
        color: Theme.surface
        border.width: edit.activeFocus ? Theme.chosenEdge : Theme.edge
        border.color: box.error.length > 0 ? Theme.danger : edit.activeFocus ? Theme.primary : Theme.lineStrong

        Flickable {
            id: view
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.bottom: foot.top
            anchors.margins: Theme.unit * 3
            contentHeight: edit.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            function follow(place: rect) {
                if (place.y < contentY)
                    contentY = place.y;
                else if (place.y + place.height > contentY + height)
                    contentY = place.y + place.height - height;
            }
            TextEdit {
                id: edit
                width: view.width
                height: Math.max(implicitHeight, view.height)
                focus: true
                wrapMode: TextEdit.Wrap
                textFormat: TextEdit.PlainText
                font.family: Theme.sansFamily
                font.pixelSize: box.textSize
                color: Theme.ink
                selectionColor: Theme.primaryTint2
                selectedTextColor: Theme.ink
                selectByMouse: true
                onTextChanged: {
                    if (length > box.mostCharacters)
                        remove(box.mostCharacters, length);
                    if (text !== box.text)
                        box.edited(text);
                }
                onCursorRectangleChanged: view.follow(cursorRectangle)
                Accessible.role: Accessible.EditableText
                Accessible.name: box.label
                Accessible.multiLine: true
            }
        }
        Item {
            id: foot
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: Theme.unit * 3
            anchors.rightMargin: Theme.unit * 3
            height: Math.round(Theme.caption * 2.2)
            Rectangle {
                width: parent.width
                height: 1
                color: Theme.line
            }
            Icon {
                id: pencil
                name: box.error.length > 0 ? "alert" : "pencil"
                size: Theme.caption
                color: box.error.length > 0 ? Theme.danger : Theme.ink3
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                anchors.left: pencil.right
                anchors.leftMargin: Theme.unit
                anchors.right: count.left
                anchors.verticalCenter: parent.verticalCenter
                text: box.error.length > 0 ? box.error : box.helper
                font.pixelSize: Theme.caption
                color: pencil.color
            }
            Label {
                id: count
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("还能写 %n 个字", "", box.mostCharacters - edit.length)
                font.pixelSize: Theme.caption
                color: Theme.ink3
                wrapMode: Text.NoWrap
            }
        }
    }
    // What is outside changes the text only when it is another one: the cursor stays where it is.
    onTextChanged: {
        if (edit.text !== text)
            edit.text = text;
    }
    Component.onCompleted: edit.text = text
}
