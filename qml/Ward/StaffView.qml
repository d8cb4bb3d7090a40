// SPDX-License-Identifier: GPL-3.0-or-later
// What the staff see: head, places, the page that stands, and what was just saved.
pragma ComponentBehavior: Bound
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

FocusScope {
    id: view

    required property WardFace ward
    required property bool keyboardOpen
    readonly property bool landscape: width >= Theme.px(1000)
    readonly property bool atBed: ward.page === WardFace.Bedside
    readonly property list<string> pages: ["BedsPage", "BedPage", "FirstPage", "SentPage"]
    property bool choosing: false

    WardHead {
        id: head
        visible: !view.keyboardOpen
        width: parent.width
        height: visible ? implicitHeight : 0
        ward: view.ward
        onUserAsked: view.choosing = true
        onSyncAsked: view.ward.goTo(WardFace.Sent)
    }
    WardRail {
        id: rail
        visible: !(view.atBed || view.keyboardOpen)
        anchors.top: view.landscape ? head.bottom : undefined
        anchors.bottom: parent.bottom
        width: view.landscape ? Theme.px(96) : parent.width
        upright: view.landscape
        page: view.ward.page
        notAccepted: view.ward.store.parked
        onAsked: page => view.ward.goTo(page)
    }
    Loader {
        id: loader
        focus: true
        anchors.top: head.bottom
        anchors.left: rail.visible && view.landscape ? rail.right : parent.left
        anchors.right: parent.right
        anchors.bottom: rail.visible && !view.landscape ? rail.top : parent.bottom
        function show() {
            setSource(view.pages[view.ward.page] + ".qml", {
                "ward": view.ward
            });
        }
        Component.onCompleted: show()
    }
    Connections {
        target: view.ward
        function onPageChanged() {
            toast.visible = false;
            loader.show();
        }
        function onSaved(bedLabel: string) {
            toast.say(bedLabel.length > 0 ? qsTr("已保存，%1").arg(bedLabel) : qsTr("已保存，首接登记"));
        }
    }
    Connections {
        target: loader.item
        ignoreUnknownSignals: true
        function onUserAsked() {
            view.choosing = true;
        }
    }
    Toast {
        id: toast
        anchors.left: loader.left
        anchors.leftMargin: Theme.margin
        anchors.bottom: loader.bottom
        anchors.bottomMargin: Theme.margin
    }
    UserSheet {
        anchors.fill: parent
        visible: view.choosing
        ward: view.ward
        onClosed: view.choosing = false
    }
    PinPage {
        anchors.fill: parent
        visible: view.ward.lock.stage === PatientLock.ChoosingPin
        choosing: true
        lock: view.ward.lock
    }
}
