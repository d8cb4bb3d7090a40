// SPDX-License-Identifier: GPL-3.0-or-later
// A group that can be filled several times.
import QtQuick
import Lianxin.Controls

SecondButton {
    id: button

    required property FormRow formRow

    width: parent?.width ?? 0
    text: qsTr("再添一份：%1").arg(formRow.words)
    onClicked: formRow.sitting.addCopy(formRow.row)
}
