// SPDX-License-Identifier: GPL-3.0-or-later
// The ward tablet's window: the staff's pages, or the one page that is in a patient's hands, and the keyboard
// below either. While a patient holds it the staff's pages do not exist.
// In 6.4 a Loader cannot make a component that is Bound; what such a component sees of this file is right all the same.
// qmllint disable unqualified compiler
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

Window {
    id: window

    required property WardFace ward
    /// What the keyboard takes of the window's foot.
    readonly property real keyboardHeight: keyboard.visible ? keyboard.height : 0

    color: Theme.ground
    title: qsTr("连心 病区")
    onClosing: close => close.accepted = !window.ward.lock.withPatient

    Item {
        width: parent.width
        height: parent.height - window.keyboardHeight
        Loader {
            anchors.fill: parent
            active: !window.ward.lock.withPatient
            focus: active
            sourceComponent: StaffView {
                ward: window.ward
                keyboardOpen: keyboard.visible
            }
        }
        Loader {
            anchors.fill: parent
            active: window.ward.lock.withPatient
            focus: active
            sourceComponent: PatientView {
                ward: window.ward
                keyboardOpen: keyboard.visible
            }
        }
    }
    Keyboard {
        id: keyboard
        anchors.bottom: parent.bottom
        width: parent.width
        height: implicitHeight
        composer: window.ward.composer
    }
}
