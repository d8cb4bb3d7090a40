// SPDX-License-Identifier: GPL-3.0-or-later
// The places of the tablet: at the left, or at the foot where the screen stands upright.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls
import Lianxin.Ward

Rectangle {
    id: rail

    required property int page
    required property int notAccepted
    required property bool upright
    readonly property list<int> pages: [WardFace.Beds, WardFace.FirstReceiver, WardFace.Sent]
    readonly property list<string> words: [qsTr("查房"), qsTr("首接"), qsTr("记录")]
    readonly property list<string> icons: ["bed", "speak", "page"]
    signal asked(int page)

    height: Theme.px(Theme.isElder ? 100 : 92)
    color: Theme.surface

    Rectangle {
        anchors.right: rail.upright ? parent.right : undefined
        width: rail.upright ? 1 : parent.width
        height: rail.upright ? parent.height : 1
        color: Theme.line
    }
    Grid {
        columns: rail.upright ? 1 : rail.pages.length
        x: rail.upright ? Theme.unit * 2 : (rail.width - width) / 2
        y: rail.upright ? Theme.unit * 4 : Theme.unit
        spacing: rail.upright ? Theme.unit * 3 : Theme.unit * 6
        Repeater {
            model: rail.pages.length
            T.AbstractButton {
                id: place
                required property int index
                readonly property bool here: rail.page === rail.pages[index]
                readonly property int badge: index === 2 ? rail.notAccepted : 0
                width: rail.upright ? rail.width - Theme.unit * 4 : Theme.px(160)
                height: rail.upright ? Theme.px(Theme.isElder ? 100 : 88) : rail.height - Theme.unit * 2
                text: rail.words[index]
                Accessible.role: Accessible.PageTab
                Accessible.name: badge > 0 ? qsTr("%1，%2 条没被收下").arg(text).arg(badge) : text
                Accessible.checked: here
                Accessible.onPressAction: clicked()
                onClicked: rail.asked(rail.pages[index])
                background: Rectangle {
                    radius: Theme.controlRadius
                    color: place.here ? Theme.primaryTint : place.down ? Theme.sunken : "transparent"
                    FocusRing {
                        shown: place.visualFocus
                        controlRadius: Theme.controlRadius
                    }
                }
                contentItem: Item {
                    Column {
                        anchors.centerIn: parent
                        spacing: Theme.unit
                        Icon {
                            name: rail.icons[place.index]
                            size: Theme.px(34)
                            color: place.here ? Theme.primary : Theme.ink2
                            anchors.horizontalCenter: parent.horizontalCenter
                        }
                        WordLabel {
                            width: place.width
                            horizontalAlignment: Text.AlignHCenter
                            text: place.text
                            size: Theme.body
                            lineHeight: 0.9
                            font.bold: place.here
                            color: place.here ? Theme.primary : Theme.ink2
                            Accessible.ignored: true
                        }
                    }
                    Rectangle {
                        visible: place.badge > 0
                        anchors.horizontalCenter: parent.horizontalCenter
                        anchors.horizontalCenterOffset: Theme.px(22)
                        y: Theme.unit
                        width: Math.max(height, number.width + Theme.unit * 2)
                        height: Theme.px(26)
                        radius: height / 2
                        color: Theme.accent
                        Label {
                            id: number
                            anchors.centerIn: parent
                            text: place.badge
                            font.pixelSize: Theme.px(16)
                            font.bold: true
                            color: Theme.surface
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
