// SPDX-License-Identifier: GPL-3.0-or-later
// A few values of which one always holds, side by side in a track.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

Rectangle {
    id: bar

    required property string name
    required property list<string> words
    /// One size for each word; empty: all alike.
    property list<int> sizes
    required property int current
    signal chosen(int index)

    implicitHeight: Theme.target + Theme.unit * 2
    radius: Theme.controlRadius
    color: Theme.sunken
    Accessible.role: Accessible.Grouping
    Accessible.name: name

    Row {
        anchors.fill: parent
        anchors.margins: Theme.px(4)
        Repeater {
            model: bar.words.length
            T.AbstractButton {
                id: part
                required property int index
                readonly property bool holds: bar.current === index
                width: parent.width / bar.words.length
                height: parent.height
                text: bar.words[index]
                onClicked: bar.chosen(index)
                Accessible.role: Accessible.RadioButton
                Accessible.name: bar.name + " " + text
                Accessible.checkable: true
                Accessible.checked: holds
                Accessible.onPressAction: clicked()
                background: Rectangle {
                    radius: Theme.controlRadius - Theme.px(4)
                    color: part.holds ? Theme.surface : part.down ? Theme.line : "transparent"
                    border.width: part.holds ? Theme.edge : 0
                    border.color: Theme.primary
                    FocusRing {
                        shown: part.visualFocus
                        controlRadius: Theme.controlRadius
                    }
                }
                leftPadding: Theme.px(6)
                rightPadding: leftPadding
                contentItem: Label {
                    text: part.text
                    color: part.holds ? Theme.primary : Theme.ink2
                    font.bold: part.holds
                    font.pixelSize: bar.sizes.length > 0 ? bar.sizes[part.index] : Theme.body
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.caption
                    wrapMode: Text.NoWrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
