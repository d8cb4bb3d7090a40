// SPDX-License-Identifier: GPL-3.0-or-later
// The tablet in a patient's hands: one question a page, nothing of the staff's. Neither Esc nor the back
// gesture leads out of it, only the PIN.
// In 6.4 a Loader cannot make a component that is Bound; what such a component sees of this file is right all the same.
// qmllint disable unqualified
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

FocusScope {
    id: view

    required property WardFace ward
    required property bool keyboardOpen
    readonly property PatientLock lock: ward.lock

    Keys.onEscapePressed: {}
    Keys.onBackPressed: {}
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("请您来填")

    PatientBar {
        id: bar
        visible: !view.keyboardOpen
        width: parent.width
        height: visible ? implicitHeight : 0
        language: view.ward.language
        filling: view.lock.stage === PatientLock.Filling
        onReturned: view.lock.askPin()
    }
    Loader {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        active: view.lock.stage === PatientLock.Filling
        focus: active
        sourceComponent: PatientQuestions {
            ward: view.ward
            keyboardOpen: view.keyboardOpen
        }
    }
    LockedPage {
        visible: view.lock.stage === PatientLock.Locked
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        handedIn: view.lock.handedIn
        onReturned: view.lock.askPin()
    }
    PinPage {
        anchors.fill: parent
        visible: view.lock.stage === PatientLock.AskingPin
        choosing: false
        lock: view.lock
    }
}
