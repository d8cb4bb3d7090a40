// SPDX-License-Identifier: GPL-3.0-or-later
// The kiosk's window: one page at a time, from home and back to home.
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

Window {
    id: window

    required property Kiosk kiosk

    color: Theme.ground
    title: qsTr("连心 患者意见台")

    HomePage {
        anchors.fill: parent
        hospitalName: window.kiosk.hospital.name
        complaintPhone: window.kiosk.hospital.complaintPhone
        isConnected: window.kiosk.store.link === StoreLink.Connected
        now: new Date()
        languageIndex: 0
        surveyQuestions: 8
        onTextSizeChosen: size => Theme.textSize = size
    }
}
