// SPDX-License-Identifier: GPL-3.0-or-later
// Adds a file to a matter as evidence: which file, and one line that says what it shows.
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

Sheet {
    id: sheet

    required property EvidenceDraft draft
    signal fileAsked

    title: qsTr("添加证据")
    leaveText: qsTr("关上")
    widest: Theme.px(680)

    function faultTitle(): string {
        switch (draft.fault) {
        case EvidenceDraft.NoFile:
            return qsTr("还没有选文件");
        case EvidenceDraft.Unreadable:
            return qsTr("没有添加：读不了“%1”").arg(draft.fileName);
        case EvidenceDraft.Empty:
            return qsTr("没有添加：“%1”是空的").arg(draft.fileName);
        case EvidenceDraft.TooLarge:
            return qsTr("没有添加：“%1”超过 %2 MB").arg(draft.fileName).arg(draft.mostMegabytes);
        case EvidenceDraft.OtherKind:
            return qsTr("没有添加：“%1”不是能收的文件").arg(draft.fileName);
        }
        return Words.saveFault(draft.fault, "");
    }
    function faultDetail(): string {
        switch (draft.fault) {
        case EvidenceDraft.NoFile:
            return qsTr("先选一个文件，再保存。");
        case EvidenceDraft.Unreadable:
            return qsTr("U盘可能拔了，或者不让读。您写的说明还在，插好再选一次。");
        case EvidenceDraft.Empty:
            return qsTr("里面什么也没有。您写的说明还在，请换一个文件。");
        case EvidenceDraft.TooLarge:
            return qsTr("您写的说明还在。照片请拍小一点，录音请分成几段，再选一次。");
        case EvidenceDraft.OtherKind:
            return qsTr("能收照片（JPG、PNG）、录音（M4A、MP3、WAV）和 PDF。您写的说明还在，请换一个文件。");
        }
        return qsTr("文件和说明都还在这里，可以再保存一次。");
    }

    FileWords {
        id: fileWords
    }
    Column {
        width: parent.width
        spacing: Theme.unit * 4
        Rectangle {
            width: parent.width
            height: Math.max(frame.height, file.height, choose.height) + Theme.unit * 6
            radius: Theme.controlRadius
            color: Theme.ground
            EvidencePicture {
                id: frame
                x: Theme.unit * 3
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.px(96)
                height: Theme.px(72)
                kind: sheet.draft.hasFile ? sheet.draft.kind : "photo"
                image: sheet.draft.picture
            }
            Column {
                id: file
                anchors.left: frame.right
                anchors.leftMargin: Theme.unit * 4
                anchors.right: choose.left
                anchors.rightMargin: Theme.unit * 3
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.px(2)
                Label {
                    width: parent.width
                    text: sheet.draft.hasFile ? sheet.draft.fileName : sheet.draft.reading ? qsTr("正在读文件") : qsTr("还没有选文件")
                    font.bold: true
                    maximumLineCount: 2
                    elide: Text.ElideMiddle
                    wrapMode: Text.WrapAnywhere
                }
                Label {
                    width: parent.width
                    text: sheet.draft.hasFile ? [Words.evidenceKind(sheet.draft.kind), fileWords.size(sheet.draft.bytes)].join(qsTr("，")) : qsTr("照片、录音或 PDF，不超过 %1 MB").arg(sheet.draft.mostMegabytes)
                    color: Theme.ink2
                    font.pixelSize: Theme.caption
                }
            }
            SecondButton {
                id: choose
                anchors.right: parent.right
                anchors.rightMargin: Theme.unit * 3
                anchors.verticalCenter: parent.verticalCenter
                enabled: !sheet.draft.saving
                iconBefore: "folder"
                text: sheet.draft.hasFile ? qsTr("换一个文件") : qsTr("选文件")
                onClicked: sheet.fileAsked()
            }
        }
        LineField {
            width: parent.width
            label: qsTr("说明")
            helper: qsTr("一句话，它是什么。例如：护士站的收费单。可以不写。")
            text: sheet.draft.description
            mostCharacters: 200
            onEdited: text => sheet.draft.description = text
            onAccepted: sheet.draft.save()
        }
        Banner {
            visible: sheet.draft.fault !== EvidenceDraft.NoFault
            width: parent.width
            title: sheet.faultTitle()
            detail: sheet.faultDetail()
        }
        MainButton {
            width: parent.width
            busy: sheet.draft.saving
            text: sheet.draft.saving ? qsTr("正在保存") : qsTr("保存")
            onClicked: sheet.draft.save()
        }
    }
}
