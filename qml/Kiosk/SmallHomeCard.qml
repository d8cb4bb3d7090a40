// SPDX-License-Identifier: GPL-3.0-or-later
// A thing that fewer patients come for: half a row, drawing above the words where there is height for it.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: card

    required property string title
    required property string detail
    required property string iconName
    property bool isFlat: false

    Accessible.role: Accessible.Button
    Accessible.name: title + " " + detail
    Accessible.onPressAction: clicked()

    background: Card {
        color: card.down ? Theme.sunken : Theme.surface
        FocusRing {
            shown: card.visualFocus
            controlRadius: Theme.cardRadius
        }
    }
    contentItem: Item {
        Icon {
            id: drawing
            name: card.iconName
            color: Theme.primary
            size: Theme.px(76)
            x: Theme.inset
            y: card.isFlat ? (parent.height - height) / 2 : Theme.inset
        }
        Icon {
            id: more
            name: "next"
            color: Theme.ink3
            size: Theme.px(48)
            anchors.right: parent.right
            anchors.rightMargin: Theme.px(28)
            y: card.isFlat ? (parent.height - height) / 2 : drawing.y + (drawing.height - height) / 2
        }
        Column {
            x: card.isFlat ? drawing.x + drawing.width + Theme.unit * 4 : Theme.inset
            y: card.isFlat ? (parent.height - height) / 2 : parent.height - height - Theme.px(28)
            width: (card.isFlat ? more.x : parent.width - Theme.unit) - x
            Label {
                width: parent.width
                text: card.title
                font.pixelSize: Theme.smallCardTitle
                font.bold: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.body
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            Label {
                width: parent.width
                text: card.detail
                font.pixelSize: Theme.body - Theme.px(2)
                color: Theme.ink2
                Accessible.ignored: true
            }
        }
    }
}
