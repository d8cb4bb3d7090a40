// SPDX-License-Identifier: GPL-3.0-or-later
// Words that are read. What a person typed is shown as it was typed, never as mark-up.
import QtQuick
import Lianxin.Controls

Text {
    color: Theme.ink
    font.family: Theme.sansFamily
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
