// SPDX-License-Identifier: GPL-3.0-or-later
// What lies over a matter's page for its evidence: adding it, seeing it, choosing a file for the one and a folder for
// a copy of the other.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Item {
    id: layer

    required property Desk desk
    required property bool connected
    property bool adds: false
    readonly property ShownEvidence shown: desk.evidence.shown
    signal finished

    function add() {
        adds = true;
        adding.forceActiveFocus();
    }
    function show(id: string) {
        desk.evidence.show(id);
        view.forceActiveFocus();
    }
    function choose() {
        choosing.visible = true;
        choosing.forceActiveFocus();
    }

    AddEvidenceSheet {
        id: adding
        visible: layer.adds && !choosing.visible
        anchors.fill: parent
        draft: layer.desk.evidenceDraft
        onFileAsked: layer.choose()
        onClosed: {
            layer.adds = false;
            layer.finished();
        }
    }
    EvidenceView {
        id: view
        visible: layer.shown.id.length > 0
        anchors.fill: parent
        shown: layer.shown
        connected: layer.connected
        onCopyAsked: layer.choose()
        onClosed: {
            layer.shown.close();
            layer.finished();
        }
    }
    FileSheet {
        id: choosing
        visible: false
        anchors.fill: parent
        list: layer.desk.files
        choosesFolder: view.visible
        hint: choosesFolder ? qsTr("存出去的一份不再由连心保管。里面有患者的事，用完请删掉。") : qsTr("列出照片（JPG、PNG）、录音（M4A、MP3、WAV）和 PDF，新的在前。")
        onChosen: path => {
            if (choosesFolder)
                layer.shown.saveCopy(path);
            else
                layer.desk.evidenceDraft.choose(path);
            closed();
        }
        onClosed: {
            visible = false;
            (view.visible ? view : adding).forceActiveFocus();
        }
    }
    Connections {
        target: layer.desk.evidenceDraft
        function onSaved() {
            adding.closed();
        }
    }
}
