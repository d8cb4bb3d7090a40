// SPDX-License-Identifier: GPL-3.0-or-later
// All candidates, page by page: nothing has to be swiped.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls

Rectangle {
    id: grid

    required property Composer composer
    required property bool flat
    signal closed

    readonly property int columns: flat ? 8 : 4
    readonly property int rows: Math.max(1, Math.floor((height - 2 * edgeRoom) / Theme.px(flat ? 88 : 126)) - 1)
    readonly property real rowHeight: (height - 2 * edgeRoom) / (rows + 1)
    readonly property real edgeRoom: Theme.px(8)
    readonly property int pages: Math.max(1, Math.ceil(composer.candidates.length / (columns * rows)))
    property int page: 0

    color: Theme.keyGround
    onPagesChanged: page = Math.min(page, pages - 1)

    Grid {
        id: cells
        x: grid.edgeRoom
        y: grid.edgeRoom
        width: grid.width - 2 * grid.edgeRoom
        columns: grid.columns
        Repeater {
            model: grid.columns * grid.rows
            KeyboardKey {
                id: cell
                required property int index
                readonly property int place: grid.page * grid.columns * grid.rows + index
                readonly property bool holds: place < grid.composer.candidates.length
                width: cells.width / grid.columns
                height: grid.rowHeight
                opacity: holds ? 1 : 0
                enabled: holds
                textSize: Theme.candidate
                text: holds ? grid.composer.candidates[place] : ""
                Accessible.ignored: !holds
                onClicked: grid.composer.choose(place)
            }
        }
    }
    Row {
        x: grid.edgeRoom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: grid.edgeRoom
        width: cells.width
        height: grid.rowHeight
        KeyboardKey {
            width: parent.width / 3
            height: parent.height
            isFunction: true
            enabled: grid.page > 0
            opacity: enabled ? 1 : 0.4
            iconName: "back"
            text: qsTr("前一页")
            textSize: Math.round(Theme.key * 0.83)
            onClicked: grid.page -= 1
        }
        KeyboardKey {
            width: parent.width / 3
            height: parent.height
            isFunction: true
            iconName: "keyboard"
            text: qsTr("回到键盘")
            textSize: Math.round(Theme.key * 0.83)
            onClicked: grid.closed()
        }
        KeyboardKey {
            width: parent.width / 3
            height: parent.height
            isFunction: true
            enabled: grid.page < grid.pages - 1
            opacity: enabled ? 1 : 0.4
            iconName: "next"
            iconLast: true
            text: qsTr("后一页")
            textSize: Math.round(Theme.key * 0.83)
            onClicked: grid.page += 1
        }
    }
}
