// SPDX-License-Identifier: GPL-3.0-or-later
// One thing a patient can do here, in big words. The whole card is touched.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: card

    required property string title
    required property string detail
    required property string iconName
    property color tone: Theme.primary
    property color toneTint: Theme.primaryTint
    property bool filled: true
    property bool withFaces: false
    /// Four of them share the height of a landscape screen in elder size.
    readonly property bool isLow: height < Theme.px(180)

    Accessible.role: Accessible.Button
    Accessible.name: title + " " + detail
    Accessible.onPressAction: clicked()

    background: Card {
        color: card.down ? Theme.sunken : Theme.surface
        lineColor: Theme.isElder ? Theme.lineStrong : Theme.line
        lineWidth: Theme.isElder ? Theme.edge : 1
        FocusRing {
            shown: card.visualFocus
            controlRadius: Theme.cardRadius
        }
    }
    contentItem: Item {
        Rectangle {
            id: disc
            width: Theme.px(Theme.isElder ? 120 : 104)
            height: width
            radius: width / 2
            x: Theme.isElder ? Theme.px(34) : Theme.inset
            y: card.withFaces && card.height > Theme.px(300) ? Theme.px(52) : (parent.height - height) / 2
            color: card.toneTint
            Icon {
                anchors.centerIn: parent
                name: card.iconName
                color: card.tone
                size: Math.round(parent.width * 0.54)
            }
        }
        Column {
            anchors.left: disc.right
            anchors.leftMargin: Theme.px(32)
            anchors.right: go.left
            anchors.rightMargin: Theme.unit
            y: (parent.height - height) / 2
            spacing: Theme.px(4)
            Label {
                width: parent.width
                text: card.title
                font.pixelSize: card.isLow ? Theme.px(56) : Theme.cardTitle
                font.bold: true
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: card.detail
                font.pixelSize: card.isLow ? Theme.px(36) : Math.round(Theme.body * (Theme.isElder ? 0.85 : 1))
                fontSizeMode: card.isLow ? Text.HorizontalFit : Text.FixedSize
                minimumPixelSize: Theme.px(28)
                wrapMode: card.isLow ? Text.NoWrap : Text.WordWrap
                lineHeight: 0.9
                color: Theme.ink2
                Accessible.ignored: true
            }
            Row {
                visible: card.withFaces
                topPadding: Theme.unit * (card.height > Theme.px(300) ? 3 : 1)
                spacing: Theme.px(26)
                Repeater {
                    model: card.withFaces ? 5 : 0
                    Icon {
                        required property int index
                        name: "face-" + (index + 1)
                        size: Theme.px(card.height > Theme.px(300) ? 72 : 58)
                        color: Theme.facesNeutral ? Theme.ink2 : Theme.faceLine(index + 1)
                        fill: Theme.facesNeutral ? Theme.surface : Theme.faceFill(index + 1)
                    }
                }
            }
        }
        Rectangle {
            id: go
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(36)
            anchors.verticalCenter: parent.verticalCenter
            width: Theme.px(Theme.isElder ? 108 : 112)
            height: width
            radius: width / 2
            color: card.filled ? card.tone : Theme.surface
            border.width: card.filled ? 0 : Theme.px(3)
            border.color: card.tone
            Icon {
                anchors.centerIn: parent
                name: "arrow"
                color: card.filled ? Theme.surface : card.tone
                size: Math.round(parent.width * 0.52)
            }
        }
    }
}
