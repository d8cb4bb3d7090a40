// SPDX-License-Identifier: GPL-3.0-or-later
// The way back, by the name of where it leads.
import QtQuick
import Lianxin.Controls

SecondButton {
    quiet: true
    iconBefore: "back"
    padding: Theme.unit
    textSize: Theme.body
}
