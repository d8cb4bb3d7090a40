// SPDX-License-Identifier: GPL-3.0-or-later
// What happened, in the person's own words.
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

TextBox {
    id: box

    required property Kiosk kiosk
    required property MatterDraft draft
    required property real room

    width: parent?.width ?? 0
    height: Math.max(Theme.body * 6, room - Theme.unit * 4)
    focus: true
    label: qsTr("发生了什么事")
    text: draft.content
    onEdited: text => draft.content = text
}
