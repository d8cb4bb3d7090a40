// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's window: one page at a time, from home and back to home. Home holds nothing of anybody and stays;
// any other page is destroyed when it is left, and with it whatever its controls held.
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

Window {
    id: window

    required property Kiosk kiosk

    readonly property list<string> pages: ["", "SurveyPage", "MatterPage", "ReceiptPage", "CardPage", "LookupPage"]

    color: Theme.ground
    title: qsTr("连心 患者意见台")

    HomeView {
        anchors.fill: parent
        visible: window.kiosk.page === Kiosk.Home
        kiosk: window.kiosk
    }
    Loader {
        id: loader
        width: parent.width
        height: parent.height - (keyboard.shown ? keyboard.height : 0)
        focus: true
        function show() {
            if (window.kiosk.page === Kiosk.Home)
                source = "";
            else
                setSource(window.pages[window.kiosk.page] + ".qml", {
                    "kiosk": window.kiosk
                });
        }
    }
    // Home needs no keys: they are made while the first page is read, a few at a time, and stay.
    Loader {
        id: keyboard
        readonly property bool shown: item !== null && window.kiosk.composer.writing
        anchors.bottom: parent.bottom
        width: parent.width
        asynchronous: true
        function prepare() {
            if (window.kiosk.page !== Kiosk.Home && status === Loader.Null)
                setSource("KioskKeyboard.qml", {
                    "kiosk": window.kiosk
                });
        }
    }
    Loader {
        id: question
        readonly property bool asked: window.kiosk.idle.counting
        anchors.fill: parent
        // Whoever stays goes on where they were, the keyboard with them.
        onAskedChanged: {
            if (asked) {
                setSource("IdleQuestion.qml", {
                    "kiosk": window.kiosk
                });
            } else {
                source = "";
                loader.forceActiveFocus();
            }
        }
    }
    Connections {
        target: window.kiosk
        function onPageChanged() {
            loader.show();
            keyboard.prepare();
        }
    }
}
