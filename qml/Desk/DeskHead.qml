// SPDX-License-Identifier: GPL-3.0-or-later
// Search left, and right the proof: what is saved here and what the hub received.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Rectangle {
    id: head

    required property Desk desk
    readonly property bool inResponses: desk.page === Desk.Responses
    readonly property Inbox inbox: inResponses ? desk.responses : desk.matters
    readonly property bool searching: field.activeFocus
    /// A page that may hold something typed is not left by a search.
    readonly property bool held: desk.page === Desk.Form || desk.page === Desk.Versions
    signal searched
    signal proofAsked

    function search() {
        if (desk.page !== Desk.Matters && desk.page !== Desk.Responses) {
            proofGuard.leaveFirst();
            return;
        }
        field.forceActiveFocus();
        field.selectAll();
    }
    function leaveSearch() {
        inbox.words = "";
    }

    implicitHeight: Theme.pageBarHeight
    color: Theme.surface

    // Searching is done in a list: from another page the way leads there first.
    QtObject {
        id: proofGuard
        function leaveFirst() {
            if (head.held)
                return;
            head.desk.go(Desk.Matters);
            field.forceActiveFocus();
        }
    }
    Rectangle {
        y: parent.height - 1
        width: parent.width
        height: 1
        color: Theme.line
    }
    Rectangle {
        id: frame
        x: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(Theme.px(460), parent.width * 0.4)
        height: Theme.fieldHeight
        radius: Theme.controlRadius
        color: field.activeFocus ? Theme.surface : Theme.ground
        border.width: field.activeFocus ? Theme.chosenEdge : Theme.edge
        border.color: field.activeFocus ? Theme.primary : Theme.lineStrong
        Icon {
            id: lens
            x: Theme.unit * 3
            anchors.verticalCenter: parent.verticalCenter
            name: "search"
        }
        TextInput {
            id: field
            anchors.left: lens.right
            anchors.leftMargin: Theme.unit * 2
            anchors.right: key.left
            anchors.rightMargin: Theme.unit
            height: parent.height
            verticalAlignment: TextInput.AlignVCenter
            clip: true
            maximumLength: 60
            font.family: Theme.sansFamily
            font.pixelSize: Theme.body
            color: Theme.ink
            selectionColor: Theme.primaryTint2
            selectedTextColor: Theme.ink
            selectByMouse: true
            activeFocusOnTab: true
            enabled: !head.held
            text: head.inbox.words
            onTextEdited: {
                if (head.desk.page !== Desk.Matters && head.desk.page !== Desk.Responses)
                    head.desk.go(Desk.Matters);
                head.inbox.words = text;
            }
            onAccepted: head.searched()
            Keys.onDownPressed: head.searched()
            Accessible.role: Accessible.EditableText
            Accessible.name: hint.text
            Connections {
                target: head.inbox
                function onQueryChanged() {
                    if (field.text !== head.inbox.words)
                        field.text = head.inbox.words;
                }
            }
        }
        Label {
            id: hint
            anchors.fill: field
            visible: field.text.length === 0
            verticalAlignment: Text.AlignVCenter
            text: head.held ? qsTr("先保存或放弃这一页，再搜") : head.inResponses ? qsTr("搜评价里的字、科室") : qsTr("搜编号、科室、内容里的字")
            color: Theme.ink3
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Rectangle {
            id: key
            anchors.right: parent.right
            anchors.rightMargin: Theme.unit * 2
            anchors.verticalCenter: parent.verticalCenter
            width: keyWords.implicitWidth + Theme.unit * 4
            height: keyWords.height + Theme.unit
            radius: Theme.chipRadius
            color: Theme.sunken
            Label {
                id: keyWords
                anchors.centerIn: parent
                text: field.activeFocus ? "Esc" : "Ctrl K"
                font.pixelSize: Theme.px(13)
                color: Theme.ink2
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
    }
    SyncProof {
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(implicitWidth, head.width - frame.x - frame.width - Theme.margin - Theme.gutter)
        store: head.desk.store
        onClicked: head.proofAsked()
    }
}
