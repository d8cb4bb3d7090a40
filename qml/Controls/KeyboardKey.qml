// SPDX-License-Identifier: GPL-3.0-or-later
// One key. Its cell reaches half-way into the gaps around it, so that a touch between two keys goes to the
// nearer. It works when the finger comes down: one that slides is not lost.
import QtQuick
import QtQuick.Templates as T
import Lianxin.Controls

T.AbstractButton {
    id: key

    /// What readers say; what stands on the key where nothing else is said.
    property string name: text
    property string iconName: ""
    property bool isFunction: false
    property bool held: false
    property int textSize: Theme.key
    /// Room of the cell beyond the half gap, outside the cap.
    property real extraLeft: 0
    property real extraRight: 0
    signal struck

    property real halfRow: Theme.px(7)
    property int depth: Theme.px(4)
    property bool manyLines: false
    property bool iconLast: false

    readonly property real halfGap: Theme.px(5)
    readonly property color cap: isFunction ? Theme.functionKey : Theme.surface
    readonly property color signColor: held ? Theme.surface : Theme.ink

    focusPolicy: Qt.NoFocus
    leftInset: halfGap + extraLeft
    rightInset: halfGap + extraRight
    topInset: halfRow
    bottomInset: halfRow
    padding: 0
    leftPadding: leftInset + Theme.unit
    rightPadding: rightInset + Theme.unit
    onPressed: struck()
    Accessible.role: Accessible.Button
    Accessible.name: name
    Accessible.onPressAction: struck()

    background: Item {
        Rectangle {
            width: parent.width
            height: parent.height + (key.down ? 0 : key.depth)
            radius: Theme.px(13)
            color: Theme.keyEdge
        }
        Rectangle {
            anchors.fill: parent
            radius: Theme.px(13)
            color: key.down ? Theme.primaryTint2 : key.held ? Theme.primary : key.cap
        }
    }
    contentItem: Item {
        Row {
            id: sign
            anchors.centerIn: parent
            spacing: Theme.unit
            layoutDirection: key.iconLast ? Qt.RightToLeft : Qt.LeftToRight
            Icon {
                id: drawing
                visible: key.iconName.length > 0
                name: visible ? key.iconName : "next"
                size: Math.round(key.textSize * (key.text.length > 0 ? 0.9 : 1.05))
                color: key.signColor
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                visible: text.length > 0
                text: key.text
                width: Math.min(implicitWidth, key.availableWidth - (drawing.visible ? drawing.width + sign.spacing : 0))
                font.pixelSize: key.textSize
                height: key.manyLines ? key.availableHeight - key.topInset - key.bottomInset : implicitHeight
                fontSizeMode: key.manyLines ? Text.Fit : Text.HorizontalFit
                minimumPixelSize: Theme.px(24)
                font.bold: key.isFunction
                wrapMode: key.manyLines ? Text.Wrap : Text.NoWrap
                verticalAlignment: Text.AlignVCenter
                horizontalAlignment: Text.AlignHCenter
                color: key.signColor
                anchors.verticalCenter: parent.verticalCenter
                Accessible.ignored: true
            }
        }
    }
}
