// SPDX-License-Identifier: GPL-3.0-or-later
// One piece of evidence over the whole page: a photo, large, and larger when somebody wants to read it; what cannot
// be shown here can be saved.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

FocusScope {
    id: view

    required property ShownEvidence shown
    required property bool connected
    property bool large: false
    signal closed
    signal copyAsked

    function scroll(x: real, y: real) {
        ground.contentX = Math.max(0, Math.min(ground.contentWidth - ground.width, ground.contentX + x));
        ground.contentY = Math.max(0, Math.min(ground.contentHeight - ground.height, ground.contentY + y));
    }

    Accessible.role: Accessible.Dialog
    Accessible.name: title.text
    // Esc and every letter belong to this view: a shortcut of the window would act on the page that waits.
    Keys.onShortcutOverride: event => event.accepted = true
    Keys.onEscapePressed: closed()
    Keys.onBackPressed: closed()
    Keys.onUpPressed: scroll(0, -Theme.px(80))
    Keys.onDownPressed: scroll(0, Theme.px(80))
    Keys.onLeftPressed: scroll(-Theme.px(80), 0)
    Keys.onRightPressed: scroll(Theme.px(80), 0)

    FileWords {
        id: fileWords
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.ground
        Accessible.ignored: true // nothing happens when it is touched
        MouseArea {
            anchors.fill: parent
        }
    }
    Rectangle {
        id: head
        width: parent.width
        height: Math.max(about.height, buttons.height) + Theme.unit * 6
        color: Theme.surface
        Column {
            id: about
            x: Theme.margin
            width: parent.width - buttons.width - 2 * Theme.margin - Theme.gutter
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.px(2)
            Label {
                id: title
                width: parent.width
                text: Words.evidence(view.shown.kind, view.shown.description, view.shown.fileName)
                font.pixelSize: Theme.section
                font.bold: true
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
            }
            Label {
                width: parent.width
                text: [Words.evidenceKind(view.shown.kind), view.shown.description.length > 0 ? view.shown.fileName : "", fileWords.size(view.shown.bytes), Words.time(view.shown.at), view.shown.by].filter(part => part.length > 0).join(qsTr("，"))
                color: Theme.ink2
                elide: Text.ElideRight
                maximumLineCount: 2
            }
            Label {
                width: parent.width
                text: Words.evidenceStanding(view.shown.standing, view.connected)
                color: Words.evidenceTone(view.shown.standing)
            }
        }
        Row {
            id: buttons
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.unit * 3
            SecondButton {
                visible: view.shown.drawing === ShownEvidence.Drawn
                iconBefore: view.large ? "minus" : "plus"
                text: view.large ? qsTr("看整张") : qsTr("放大")
                onClicked: {
                    view.large = !view.large;
                    ground.contentX = (ground.contentWidth - ground.width) / 2;
                    ground.contentY = 0;
                }
            }
            SecondButton {
                visible: view.shown.here
                enabled: view.shown.copy !== ShownEvidence.Copying
                text: qsTr("另存一份")
                onClicked: view.copyAsked()
            }
            MainButton {
                implicitHeight: Theme.buttonHeight
                focus: true
                text: qsTr("关上")
                onClicked: view.closed()
            }
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    Label {
        id: copied
        visible: text.length > 0
        x: Theme.margin
        y: head.height + Theme.unit * 3
        width: parent.width - 2 * x
        color: view.shown.copy >= ShownEvidence.FolderFailed ? Theme.danger : Theme.ink
        font.bold: true
        Accessible.role: Accessible.AlertMessage
        text: {
            switch (view.shown.copy) {
            case ShownEvidence.Copied:
                return qsTr("已存一份：%1").arg(view.shown.copiedTo);
            case ShownEvidence.FolderFailed:
                return qsTr("没有存出去：这个文件夹写不进去，可能满了，或者U盘拔了。原件还在，换一个地方再存。");
            case ShownEvidence.SourceFailed:
                return qsTr("没有存出去：现在读不出原件。请找信息科。");
            }
            return "";
        }
    }
    Flickable {
        id: ground
        anchors.fill: parent
        anchors.topMargin: head.height + (copied.visible ? copied.height + Theme.unit * 6 : 0)
        contentWidth: view.large ? Math.max(width, picture.pictureSize.width) : width
        contentHeight: view.large ? Math.max(height, picture.pictureSize.height) : height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        PictureView {
            id: picture
            readonly property real edge: view.large ? 0 : Theme.unit * 4
            x: edge
            y: edge
            width: ground.contentWidth - 2 * edge
            height: ground.contentHeight - 2 * edge
            visible: view.shown.drawing === ShownEvidence.Drawn
            image: view.shown.picture
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("照片：%1").arg(title.text)
        }
    }
    EmptyState {
        visible: view.shown.drawing === ShownEvidence.NotDrawable || view.shown.drawing === ShownEvidence.NoPicture
        anchors.centerIn: ground
        width: Theme.px(520)
        iconName: view.shown.kind === "photo" ? "photo" : view.shown.kind === "recording" ? "recording" : "page"
        fact: !view.shown.here ? Words.evidenceStanding(view.shown.standing, view.connected) : view.shown.kind === "recording" ? qsTr("录音在这里放不了") : view.shown.kind === "photo" ? qsTr("这张照片在这里打不开") : qsTr("这份文件在这里打不开")
        detail: view.shown.here ? qsTr("原件照原样存着。可以另存一份，用别的程序打开。") : view.shown.stored > 0 ? qsTr("已到 %1，共 %2。到了就会显示。").arg(fileWords.size(view.shown.stored)).arg(fileWords.size(view.shown.bytes)) : qsTr("共 %1。到了就会显示，您可以先做别的。").arg(fileWords.size(view.shown.bytes))
    }
    Connections {
        target: view.shown
        function onChanged() {
            if (view.shown.drawing !== ShownEvidence.Drawn)
                view.large = false;
        }
    }
}
