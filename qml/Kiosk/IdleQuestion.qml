// SPDX-License-Identifier: GPL-3.0-or-later
// The question of the idle time, asked by this kiosk.
import QtQuick
import Lianxin.Kiosk

IdleOverlay {
    id: question

    required property Kiosk kiosk

    secondsLeft: kiosk.idle.secondsLeft
    countFrom: kiosk.idle.countFrom
    onStays: kiosk.idle.stay()
    onLeaves: kiosk.endSitting()
}
