// SPDX-License-Identifier: GPL-3.0-or-later
// Five faces, worst to best, alike until one is touched. In a row where there is room, else one below the other.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

Item {
    id: rating

    /// From worst to best.
    required property list<string> words
    /// 1 to 5; 0: none yet.
    required property int mark
    readonly property bool kiosk: Theme.face === Theme.Kiosk
    readonly property bool patient: Theme.face === Theme.Patient
    property bool stacked: Theme.isElder && (kiosk || patient && width < Theme.px(1000))
    /// A face beside its word, where a member of staff takes down many ratings on one page.
    readonly property bool beside: !kiosk && !patient && tileWidth > Theme.body * 4.4 + faceSize + Theme.unit * 8
    readonly property bool wordy: words.some(words => words.includes(" "))
    /// All five are seen at once, or whoever looks for the best one does not find it.
    readonly property bool low: kiosk ? stacked && Window.width > Window.height : patient && !stacked && wordy && Theme.textSize !== Theme.Normal
    property int faceSize: Theme.px(kiosk ? (low ? 66 : stacked ? 108 : 124) : patient ? (stacked || low ? 64 : width < Theme.px(1000) ? 84 : 108) : 46)
    /// On a tablet each face has an edge of its own.
    readonly property real gap: kiosk ? 0 : Theme.unit * (patient ? 4 : 3)
    readonly property real tileWidth: stacked ? grid.room : (grid.room - gap * (words.length - 1)) / words.length
    signal chosen(int mark)

    implicitHeight: grid.height + (stacked || !kiosk ? 0 : Theme.unit * 6)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("评价")

    Card {
        anchors.fill: parent
        visible: rating.kiosk && !rating.stacked
    }
    Grid {
        id: grid
        readonly property real room: rating.width - (rating.stacked || !rating.kiosk ? 0 : Theme.unit * 4)
        x: (rating.width - room) / 2
        y: rating.stacked || !rating.kiosk ? 0 : Theme.unit * 3
        columns: rating.stacked ? 1 : rating.words.length
        rowSpacing: rating.low ? Theme.unit : Theme.unit * 2
        columnSpacing: rating.gap
        Repeater {
            model: rating.words.length
            FaceTile {
                required property int index
                readonly property int count: rating.words.length
                width: rating.tileWidth
                beside: rating.beside
                framed: rating.stacked || !rating.kiosk
                mark: index + 1
                holds: rating.mark === mark
                stacked: rating.stacked
                faceSize: rating.faceSize
                low: rating.low
                wordsHeight: rating.wordy ? Math.round((rating.patient ? Theme.choice : Theme.body) * 2.9) : 0
                text: rating.words[index]
                Accessible.name: qsTr("%1，第 %2 个，共 %3 个").arg(text).arg(index + 1).arg(count)
                onClicked: rating.chosen(index + 1)
            }
        }
    }
}
