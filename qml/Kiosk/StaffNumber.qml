// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody of the staff is to write for the person: who, by their number, so that it stands on record.
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

FocusScope {
    id: scope

    required property MatterDraft draft
    property string typed: draft.receiverNumber
    signal done

    function accept() {
        draft.receiverNumber = typed.trim();
        done();
    }
    implicitHeight: column.height

    Column {
        id: column
        width: scope.width
        spacing: Theme.unit * 3
        LineField {
            width: parent.width
            focus: true
            label: qsTr("工作人员的工号")
            hints: Qt.ImhDigitsOnly
            text: scope.typed
            mostCharacters: 12
            onEdited: text => scope.typed = text
            onAccepted: scope.accept()
        }
        Flow {
            width: parent.width
            spacing: Theme.gutter
            MainButton {
                text: qsTr("开始代写")
                enabled: scope.typed.trim().length > 0
                onClicked: scope.accept()
            }
            SecondButton {
                height: Theme.mainButtonHeight
                padding: Theme.unit * 5
                text: qsTr("还是自己写")
                onClicked: {
                    scope.typed = "";
                    scope.accept();
                }
            }
        }
    }
}
