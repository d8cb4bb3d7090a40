// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's window: the places left, search and proof above, one page.
// In 6.4 a Loader cannot make a component that is Bound; what such a component sees of this file is right all the same.
// qmllint disable unqualified compiler
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Window {
    id: window

    required property Desk desk

    readonly property list<string> pages: ["MattersPage", "ResponsesPage", "SyncPage", "MatterPage", "FormPage", "VersionsPage", "ResponsePage"]
    /// The lists stay as they were left: place, selection and rows. Every other page is made anew.
    readonly property Loader place: desk.page === Desk.Matters ? matters : desk.page === Desk.Responses ? responses : inner
    readonly property DeskPage page: place.item as DeskPage

    function show() {
        if (place === inner || place.status === Loader.Null)
            place.setSource(pages[desk.page] + ".qml", {
                "desk": desk
            });
        if (place !== inner)
            inner.source = "";
        if (!head.searching)
            place.forceActiveFocus();
    }

    function leaveTo(place: int) {
        if (page !== null && page.holdsText)
            page.leaveAsked();
        else
            desk.go(place);
    }
    function goBack() {
        if (head.searching) {
            head.leaveSearch();
            place.forceActiveFocus();
        } else if (page !== null && page.holdsText) {
            page.leaveAsked();
        } else {
            desk.back();
        }
    }

    color: Theme.ground
    title: qsTr("连心 服务办")

    DeskNav {
        id: nav
        height: parent.height
        width: Theme.px(Theme.isElder ? 232 : 200)
        desk: window.desk
        onPlaceAsked: place => window.leaveTo(place)
    }
    DeskHead {
        id: head
        x: nav.width
        width: parent.width - x
        desk: window.desk
        onSearched: window.place.forceActiveFocus()
        onProofAsked: window.leaveTo(Desk.Sync)
    }
    component Place: Loader {
        visible: window.place === this
        x: nav.width
        y: head.height
        width: window.width - x
        height: window.height - y
        focus: visible
    }
    Place {
        id: matters
    }
    Place {
        id: responses
    }
    Place {
        id: inner
    }
    Toast {
        id: toast
        visible: text.length > 0
        x: nav.width + Theme.margin
        y: parent.height - height - Theme.unit * 6
        text: {
            switch (window.desk.toast) {
            case "saved":
                return qsTr("已保存");
            case "registered":
                return qsTr("已保存，已登记");
            case "decided":
                return qsTr("已保存，其余的版本留在办理经过里");
            case "opened":
                return qsTr("已开成事项");
            }
            return "";
        }
    }
    Shortcut {
        sequences: ["Ctrl+K", "/"]
        onActivated: head.search()
    }
    Shortcut {
        sequence: "Escape"
        onActivated: window.goBack()
    }
    Shortcut {
        sequence: "N"
        enabled: window.desk.page === Desk.Matters || window.desk.page === Desk.Matter
        onActivated: {
            if (window.desk.matter.found)
                window.desk.openForm();
        }
    }
    Connections {
        target: window.desk
        function onPageChanged() {
            window.show();
        }
    }
    Component.onCompleted: show()
}
