// SPDX-License-Identifier: GPL-3.0-or-later
// What the person wishes for (要求, R-063).
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
    label: qsTr("您希望我们怎么做")
    mostCharacters: 500
    text: draft.wish
    onEdited: text => draft.wish = text
}
