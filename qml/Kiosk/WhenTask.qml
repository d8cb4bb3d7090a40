// SPDX-License-Identifier: GPL-3.0-or-later
// When it happened, as well as one remembers.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

Column {
    id: column

    required property Kiosk kiosk
    required property MatterDraft draft
    required property real room
    readonly property list<string> days: [qsTr("今天"), qsTr("昨天"), qsTr("前天")]
    readonly property list<string> parts: [qsTr("上午"), qsTr("下午"), qsTr("晚上")]
    readonly property date day: new Date(kiosk.now.getTime() - Math.max(draft.daysAgo, 0) * 86400000)

    width: parent?.width ?? 0
    spacing: Theme.unit * 3

    Grid {
        width: column.width
        columns: Theme.isElder ? 1 : 3
        spacing: Theme.gutter
        Repeater {
            model: 3
            ChoiceTile {
                required property int index
                width: Theme.isElder ? column.width : (column.width - 2 * Theme.gutter) / 3
                text: column.days[index]
                chosen: column.draft.daysAgo === index
                onClicked: column.draft.daysAgo = index
            }
        }
    }
    Row {
        width: column.width
        spacing: Theme.gutter
        SecondButton {
            id: earlier
            width: Math.max(implicitWidth, Theme.px(220))
            text: qsTr("再早一天")
            onClicked: column.draft.daysAgo = Math.min(365, column.draft.daysAgo + 1)
        }
        Label {
            width: column.width - earlier.width - later.width - 2 * Theme.gutter
            height: earlier.height
            verticalAlignment: Text.AlignVCenter
            horizontalAlignment: Text.AlignHCenter
            text: column.draft.daysAgo < 0 ? qsTr("还没选日子") : column.day.toLocaleDateString(Qt.locale(qsTr("zh_CN")), qsTr("M月d日 dddd"))
            font.bold: column.draft.daysAgo >= 0
            font.pixelSize: Theme.choice
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.caption
        }
        SecondButton {
            id: later
            width: earlier.width
            enabled: column.draft.daysAgo > 0
            text: qsTr("晚一天")
            onClicked: column.draft.daysAgo -= 1
        }
    }
    Label {
        topPadding: Theme.unit * 3
        text: qsTr("大概什么时候")
        font.pixelSize: Theme.section
        font.bold: true
    }
    Grid {
        width: column.width
        columns: Theme.isElder ? 1 : 3
        spacing: Theme.gutter
        Repeater {
            model: 3
            ChoiceTile {
                required property int index
                width: Theme.isElder ? column.width : (column.width - 2 * Theme.gutter) / 3
                text: column.parts[index]
                chosen: column.draft.partOfDay === index
                onClicked: {
                    column.draft.partOfDay = index;
                    if (column.draft.daysAgo < 0)
                        column.draft.daysAgo = 0;
                }
            }
        }
    }
}
