// SPDX-License-Identifier: GPL-3.0-or-later
// One of very many answers: a few letters find it.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Column {
    id: column

    required property FormRow formRow
    property string wanted: ""
    readonly property var found: formRow.sitting.optionsWith(formRow.row, wanted, 8)

    width: parent?.width ?? 0
    spacing: Theme.unit * 2

    LineField {
        width: column.width
        label: qsTr("写几个字来找")
        helper: column.formRow.typed.length > 0 ? qsTr("选的是：%1").arg(column.formRow.typed) : ""
        text: ""
        onEdited: text => column.wanted = text
    }
    Repeater {
        model: column.found
        ChoiceTile {
            required property var modelData
            width: column.width
            text: modelData.words
            chosen: column.formRow.typed === modelData.words
            onClicked: column.formRow.sitting.choose(column.formRow.row, modelData.index)
        }
    }
}
