// SPDX-License-Identifier: GPL-3.0-or-later
// Which department it is about; nobody has to know.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

Column {
    id: column

    required property Kiosk kiosk
    required property MatterDraft draft
    required property real room
    readonly property int columns: Theme.isElder ? 1 : 2

    width: parent?.width ?? 0
    spacing: Theme.unit * 3

    ChoiceTile {
        width: column.width
        text: qsTr("说不清，或和科室无关")
        chosen: column.draft.departmentAnswered && column.draft.departmentId.length === 0
        onClicked: column.draft.chooseDepartment("", "")
    }
    Grid {
        width: column.width
        columns: column.columns
        spacing: Theme.gutter
        Repeater {
            model: column.kiosk.directory
            ChoiceTile {
                required property string departmentId
                required property string name
                width: (column.width - Theme.gutter * (column.columns - 1)) / column.columns
                text: name
                chosen: column.draft.departmentId === departmentId
                onClicked: column.draft.chooseDepartment(departmentId, name)
            }
        }
    }
}
