// SPDX-License-Identifier: GPL-3.0-or-later
// Above the keys: the pinyin as it is read, and the characters it may be. With nothing written, the other ways
// to write stand here, one touch away.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

Rectangle {
    id: bar

    required property Composer composer
    /// One line instead of two, where there is width for it.
    required property bool flat
    required property string hint
    /// Other ways to write, offered here: not where one is in use.
    required property bool offersWays
    required property bool candidatesOpen
    signal moreAsked
    signal handwritingAsked
    signal phrasesAsked

    readonly property bool choosing: composer.candidates.length > 0
    readonly property real lineHeight: flat ? height : Theme.px(56)
    readonly property real lineWidth: flat ? Math.round(width * (width < Theme.px(1000) ? 0.3 : 0.23)) : width

    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Math.max(1, Theme.px(1))
        color: Theme.line
    }
    Label {
        id: line
        x: Theme.px(32)
        y: Theme.px(2)
        width: (bar.choosing || bar.offersWays ? bar.lineWidth : bar.width) - 2 * x
        height: bar.lineHeight
        verticalAlignment: Text.AlignVCenter
        text: bar.composer.composition.length > 0 ? bar.composer.composition : bar.hint
        font.pixelSize: Math.min(Theme.body, Theme.px(40))
        fontSizeMode: bar.flat ? Text.Fit : Text.HorizontalFit
        minimumPixelSize: Theme.px(22)
        wrapMode: bar.flat ? Text.Wrap : Text.NoWrap
        elide: bar.flat ? Text.ElideNone : Text.ElideLeft
        color: bar.composer.composition.length > 0 ? Theme.primary : Theme.ink3
    }
    Item {
        id: choices
        visible: bar.choosing
        x: bar.flat ? bar.lineWidth : Theme.px(20)
        y: bar.flat ? Theme.px(4) : bar.lineHeight + Theme.px(4)
        width: more.x - x
        height: bar.height - y - Theme.px(bar.flat ? 4 : 8)
        clip: true
        Row {
            height: parent.height
            Repeater {
                model: bar.flat ? 12 : 8
                Item {
                    id: place
                    required property int index
                    readonly property bool holds: index < bar.composer.candidates.length
                    readonly property bool shown: holds && x + width <= choices.width
                    width: key.implicitWidth
                    height: choices.height
                    opacity: shown ? 1 : 0
                    CandidateKey {
                        id: key
                        anchors.fill: parent
                        mostWidth: choices.width
                        enabled: place.shown
                        first: place.index === 0
                        text: place.holds ? bar.composer.candidates[place.index] : ""
                        Accessible.ignored: !place.shown
                        onClicked: bar.composer.choose(place.index)
                    }
                    Rectangle {
                        visible: place.index > 0
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.max(1, Theme.px(1))
                        height: Theme.px(44)
                        color: Theme.line
                    }
                }
            }
        }
    }
    T.AbstractButton {
        id: more
        visible: bar.choosing
        anchors.right: parent.right
        y: choices.y
        width: Theme.px(120)
        height: choices.height
        focusPolicy: Qt.NoFocus
        Accessible.role: Accessible.Button
        Accessible.name: bar.candidatesOpen ? qsTr("收起候选字") : qsTr("更多候选字")
        Accessible.onPressAction: clicked()
        onClicked: bar.moreAsked()
        background: Rectangle {
            color: more.down ? Theme.primaryTint2 : "transparent"
            Rectangle {
                width: Math.max(1, Theme.px(1))
                height: parent.height
                color: Theme.line
            }
        }
        contentItem: Item {
            Icon {
                name: bar.candidatesOpen ? "up" : "down"
                size: Theme.px(44)
                anchors.centerIn: parent
            }
        }
    }
    Row {
        id: ways
        visible: !bar.choosing && bar.offersWays
        x: bar.flat ? bar.lineWidth : Theme.px(10)
        y: bar.flat ? 0 : bar.lineHeight
        width: bar.width - x - Theme.px(10)
        height: bar.height - y - Theme.px(bar.flat ? 0 : 4)
        KeyboardKey {
            width: ways.width / 2
            height: parent.height
            isFunction: true
            iconName: "brush"
            text: qsTr("手写")
            textSize: Math.min(Theme.secondButton, Theme.px(46))
            onStruck: bar.handwritingAsked()
        }
        KeyboardKey {
            width: ways.width / 2
            height: parent.height
            isFunction: true
            iconName: "page"
            text: qsTr("常用的话")
            textSize: Math.min(Theme.secondButton, Theme.px(46))
            onStruck: bar.phrasesAsked()
        }
    }
}
