// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard of the kiosk's window.
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

Keyboard {
    required property Kiosk kiosk

    composer: kiosk.composer
}
