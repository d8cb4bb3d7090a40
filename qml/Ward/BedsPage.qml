// SPDX-License-Identifier: GPL-3.0-or-later
// Today's round: every bed in its own place. What is undone stands out; filters show a part, nothing is ever
// sorted anew.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

FocusScope {
    id: page

    required property WardFace ward
    readonly property BedList beds: ward.beds
    readonly property real room: width - 2 * Theme.margin
    readonly property bool wide: room >= Theme.px(1000)
    readonly property int columns: wide ? (Theme.isElder ? 3 : 4) : Theme.isElder ? 2 : 3
    readonly property int gap: wide ? Theme.gutter : Theme.px(10)

    RoundHead {
        id: head
        x: Theme.margin
        y: Theme.unit * 4
        width: page.room
        beds: page.beds
        canPage: grid.contentHeight > grid.height + 1
        atTop: grid.contentY <= 1
        atEnd: grid.contentY + grid.height >= grid.contentHeight - 1
        onPaged: down => grid.contentY = Math.max(0, Math.min(grid.contentHeight - grid.height, grid.contentY + (down ? 1 : -1) * grid.cellHeight * Math.max(1, Math.floor(grid.height / grid.cellHeight))))
    }
    GridView {
        id: grid
        anchors.top: head.bottom
        anchors.topMargin: Theme.unit * 5
        anchors.bottom: parent.bottom
        x: Theme.margin
        width: page.room + page.gap
        bottomMargin: Theme.unit * 2
        cellWidth: Math.floor((page.room + page.gap) / page.columns)
        cellHeight: Theme.px(Theme.isElder ? 172 : Theme.textSize === Theme.Large ? 150 : 140) + page.gap
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: page.beds.shown
        delegate: BedTile {
            width: grid.cellWidth - page.gap
            height: grid.cellHeight - page.gap
            onClicked: page.ward.openBed(bedId)
        }
    }
    EmptyState {
        visible: page.ward.known && grid.count === 0
        width: page.room
        x: Theme.margin
        anchors.verticalCenter: grid.verticalCenter
        iconName: "bed"
        fact: page.beds.beds === 0 ? qsTr("还没有床位") : qsTr("没有这样的床位")
        detail: page.beds.beds === 0 ? qsTr("服务办登记好床位、机器联网以后，床位会出现在这里。") : qsTr("点“全部”看所有床位。")
    }
}
