// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's window: one page at a time, from home and back to home. A page is destroyed when another one
// stands, and with it whatever its controls held.
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

Window {
    id: window

    required property Kiosk kiosk

    readonly property list<string> pages: ["HomeView", "SurveyPage", "MatterPage", "ReceiptPage", "CardPage", "LookupPage"]

    color: Theme.ground
    title: qsTr("连心 患者意见台")

    Loader {
        id: loader
        width: parent.width
        height: parent.height - (keyboard.visible ? keyboard.height : 0)
        focus: true
        function show() {
            setSource(window.pages[window.kiosk.page] + ".qml", {
                "kiosk": window.kiosk
            });
        }
        Component.onCompleted: show()
    }
    Keyboard {
        id: keyboard
        anchors.bottom: parent.bottom
        width: parent.width
        height: implicitHeight
        composer: window.kiosk.composer
    }
    IdleOverlay {
        anchors.fill: parent
        visible: window.kiosk.idle.counting
        secondsLeft: window.kiosk.idle.secondsLeft
        countFrom: window.kiosk.idle.countFrom
        onStays: window.kiosk.idle.stay()
        onLeaves: window.kiosk.endSitting()
    }
    Connections {
        target: window.kiosk
        function onPageChanged() {
            loader.show();
        }
    }
}
