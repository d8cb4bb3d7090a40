// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the person can be reached, and what is kept from whom (R-242). Nothing is ticked beforehand.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

Column {
    id: column

    required property Kiosk kiosk
    required property MatterDraft draft
    required property real room
    readonly property bool withContact: draft.contact === MatterDraft.WithContact
    readonly property list<string> types: ["patient", "family", "staff", "other"]
    readonly property list<string> typeWords: [qsTr("患者本人"), qsTr("家属"), qsTr("本院职工"), qsTr("其他")]

    width: parent?.width ?? 0
    spacing: Theme.unit * 3

    Grid {
        width: column.width
        columns: Theme.isElder ? 1 : 2
        spacing: Theme.gutter
        ChoiceTile {
            width: Theme.isElder ? column.width : (column.width - Theme.gutter) / 2
            text: qsTr("不留姓名")
            chosen: column.draft.contact === MatterDraft.Anonymous
            onClicked: column.draft.contact = MatterDraft.Anonymous
        }
        ChoiceTile {
            width: Theme.isElder ? column.width : (column.width - Theme.gutter) / 2
            text: qsTr("留联系方式")
            chosen: column.withContact
            onClicked: column.draft.contact = MatterDraft.WithContact
        }
    }
    LineField {
        visible: column.withContact
        width: column.width
        label: qsTr("怎么称呼您")
        text: column.draft.name
        mostCharacters: 30
        onEdited: text => column.draft.name = text
    }
    LineField {
        visible: column.withContact
        width: column.width
        label: qsTr("联系电话")
        helper: qsTr("可以不填")
        hints: Qt.ImhDialableCharactersOnly
        text: column.draft.phone
        mostCharacters: 20
        onEdited: text => column.draft.phone = text
    }
    ChoiceTile {
        visible: column.withContact
        width: column.width
        many: true
        text: qsTr("办理时不让别人知道我的姓名")
        chosen: column.draft.nameWithheld
        onClicked: column.draft.nameWithheld = !column.draft.nameWithheld
    }
    ChoiceTile {
        visible: column.withContact
        width: column.width
        many: true
        text: qsTr("办理时不让别人知道我的工作单位")
        chosen: column.draft.unitWithheld
        onClicked: column.draft.unitWithheld = !column.draft.unitWithheld
    }
    Label {
        topPadding: Theme.unit * 2
        text: qsTr("您是")
        font.pixelSize: Theme.section
        font.bold: true
    }
    Grid {
        width: column.width
        columns: Theme.isElder ? 1 : 2
        spacing: Theme.gutter
        Repeater {
            model: 4
            ChoiceTile {
                required property int index
                width: Theme.isElder ? column.width : (column.width - Theme.gutter) / 2
                text: column.typeWords[index]
                chosen: column.draft.complainantType === column.types[index]
                onClicked: column.draft.complainantType = column.types[index]
            }
        }
    }
}
