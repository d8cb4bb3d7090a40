// SPDX-License-Identifier: GPL-3.0-or-later
// One bed: who lies there, seen or not, the card, and the opinion form (R-079, R-080, R-077).
import QtQuick
import Lianxin.Controls
import Lianxin.Ward

FocusScope {
    id: page

    required property WardFace ward
    readonly property BedsideForm form: ward.bedside
    readonly property bool landscape: width >= Theme.px(1000)
    readonly property real panelWidth: Theme.px(Theme.isElder ? 384 : 344)
    readonly property Flickable paged: landscape ? room : side
    readonly property bool overflows: !ward.composer.writing && paged.contentHeight > bar.y + 1
    readonly property real hintRoom: overflows ? more.height : 0
    property bool asked: false
    signal userAsked

    readonly property list<string> lacks: ["", qsTr("先选谁在用这台平板，再保存。"), qsTr("先选今天见到患者了吗，再保存。"), qsTr("表里有回答，就是见到了：选“已访”，或清空重写。"), qsTr("有一题的答案不合适，请看表里红色的字。")]

    Flickable {
        id: side
        anchors.top: parent.top
        anchors.bottom: page.landscape ? parent.bottom : bar.top
        anchors.bottomMargin: !page.landscape ? page.hintRoom : moreOfWho.visible ? moreOfWho.height : 0
        width: page.landscape ? page.panelWidth : parent.width
        contentHeight: page.landscape ? who.height : who.height + paper.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Rectangle {
            width: parent.width
            height: page.landscape ? Math.max(side.height, who.height) : who.height
            color: Theme.surface
        }
        WhoPanel {
            id: who
            width: parent.width
            ward: page.ward
            wide: !page.landscape
            onHandOverAsked: filledBy => {
                if (page.form.lack === BedsideForm.LacksWriter)
                    page.userAsked();
                else
                    page.ward.handOver(filledBy);
            }
        }
        Item {
            id: below
            y: who.height
            width: parent.width
            height: page.landscape ? 0 : paper.height
        }
    }
    Rectangle {
        visible: page.landscape
        x: page.panelWidth - 1
        width: 1
        height: parent.height
        color: Theme.line
    }
    Flickable {
        id: room
        visible: page.landscape
        anchors.top: parent.top
        anchors.bottom: bar.top
        anchors.bottomMargin: page.hintRoom
        x: page.panelWidth
        width: parent.width - x
        contentHeight: paper.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
    }
    OpinionForm {
        id: paper
        parent: page.landscape ? room.contentItem : below
        width: parent.width
        wide: page.landscape
        ward: page.ward
    }
    ScrollHint {
        id: moreOfWho
        list: side
        visible: page.landscape && !page.ward.composer.writing && who.height > page.height + 1
        width: page.panelWidth - 1
        anchors.bottom: parent.bottom
    }
    WrittenInSight {
        view: page.paged
        writing: page.ward.composer.writing
    }
    ScrollHint {
        id: more
        list: page.paged
        visible: page.overflows
        x: page.landscape ? page.panelWidth : 0
        width: page.width - x
        anchors.bottom: bar.top
    }
    FormBar {
        id: bar
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        width: page.landscape ? page.width - page.panelWidth : page.width
        saving: page.form.saving
        lackText: page.asked ? page.lacks[page.form.lack] : ""
        onSaved: {
            page.asked = true;
            if (page.form.lack === BedsideForm.LacksWriter)
                page.userAsked();
            page.form.save();
        }
        Label {
            id: byWhom
            visible: parent.width > fillers.width + implicitWidth
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("谁填的")
            color: Theme.ink2
            wrapMode: Text.NoWrap
        }
        SwitchBar {
            id: fillers
            readonly property list<string> codes: ["staff", "patient", "family"]
            anchors.left: byWhom.visible ? byWhom.right : parent.left
            anchors.leftMargin: byWhom.visible ? Theme.unit * 3 : 0
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(parent.width, Math.round(Theme.body * 18))
            name: qsTr("谁填的")
            words: [qsTr("护士代记"), qsTr("患者"), qsTr("家属")]
            current: codes.indexOf(page.form.filledBy)
            onChosen: index => page.form.filledBy = codes[index]
        }
    }
    Connections {
        target: page.form
        function onBedChanged() {
            page.asked = false;
        }
    }
}
