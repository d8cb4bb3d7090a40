// SPDX-License-Identifier: GPL-3.0-or-later
// The departments with the phones of their heads (R-114), to look one up and to choose one.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls
import Lianxin.Ward

Sheet {
    id: sheet

    required property Rows departments
    required property string chosenId
    signal chosen(string id, string name, string headPhone)

    title: qsTr("科室和负责人电话")
    leaveText: qsTr("不选，关上")
    widest: Theme.px(720)

    Column {
        width: parent.width
        Label {
            visible: sheet.departments.count === 0
            width: parent.width
            text: qsTr("还没有科室名单。联网以后会出现在这里。")
            color: Theme.ink2
        }
        Repeater {
            model: sheet.departments
            T.AbstractButton {
                id: row
                required property string departmentId
                required property string name
                required property string phone
                required property string headPhone
                readonly property bool holds: departmentId === sheet.chosenId
                readonly property string numbers: headPhone.length > 0 ? qsTr("负责人 %1").arg(headPhone) : phone.length > 0 ? qsTr("科室 %1").arg(phone) : qsTr("没有登记电话")
                width: parent?.width ?? 0
                height: Math.max(Theme.px(72), words.height + Theme.unit * 4)
                Accessible.role: Accessible.Button
                Accessible.name: qsTr("%1，%2").arg(name).arg(numbers)
                Accessible.onPressAction: clicked()
                onClicked: sheet.chosen(departmentId, name, headPhone)
                background: Rectangle {
                    color: row.holds ? Theme.primaryTint : row.down ? Theme.sunken : Theme.surface
                    Rectangle {
                        width: parent.width
                        height: 1
                        color: Theme.line
                    }
                    FocusRing {
                        shown: row.visualFocus
                        controlRadius: 0
                    }
                }
                contentItem: Item {
                    Column {
                        id: words
                        anchors.verticalCenter: parent.verticalCenter
                        x: Theme.unit * 2
                        width: parent.width - 2 * x
                        Label {
                            width: parent.width
                            text: row.name
                            font.bold: true
                            Accessible.ignored: true
                        }
                        Label {
                            width: parent.width
                            text: row.numbers
                            color: row.headPhone.length > 0 ? Theme.primary : Theme.ink2
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
