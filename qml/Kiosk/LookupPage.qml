// SPDX-License-Identifier: GPL-3.0-or-later
// "What became of mine", by lookup code and without a name (P-25).
import QtQuick
import Lianxin.Controls
import Lianxin.Kiosk

InnerPage {
    id: page

    readonly property MatterLookup lookup: kiosk.lookup
    readonly property list<string> facts: ["", qsTr("正在查"), "", qsTr("没找到这个码"), qsTr("这个码抄错了"), qsTr("现在没有联网，查不了"), qsTr("现在查的人多，请等一分钟")]
    readonly property string fact: facts[lookup.outcome]
    readonly property list<string> advice: ["", "", "", qsTr("可能还没送到，也可能抄错一个字。换个时间再查，或问服务办 %1。").arg(kiosk.hospital.complaintPhone), qsTr("请对着回执再看一遍：一共 8 个字，没有字母 I、L、O、U。"), qsTr("您反映的事不受影响。换个时间再来，或打服务办 %1。").arg(kiosk.hospital.complaintPhone), qsTr("您的码没有问题。")]

    title: qsTr("查询进度")
    nextText: lookup.outcome === MatterLookup.Found ? qsTr("看好了，回首页") : qsTr("查一查")
    busy: lookup.outcome === MatterLookup.Asking
    onNext: {
        if (lookup.outcome === MatterLookup.Found)
            kiosk.endSitting();
        else
            lookup.ask();
    }

    head: Column {
        width: parent.width
        spacing: Theme.unit * 2
        Label {
            width: parent.width
            text: qsTr("请输入回执码")
            font.pixelSize: Theme.title
            font.bold: true
            Accessible.role: Accessible.Heading
        }
        Label {
            width: parent.width
            visible: !(page.writing && Theme.isElder)
            text: qsTr("回执上的 8 个字，大写小写都行。")
            color: Theme.ink2
        }
    }

    Column {
        width: page.bodyWidth
        spacing: Theme.unit * 4
        LineField {
            width: parent.width
            focus: true
            label: qsTr("回执码")
            hints: Qt.ImhLatinOnly | Qt.ImhNoPredictiveText
            mostCharacters: 12
            text: page.lookup.code
            onEdited: text => page.lookup.code = text
            onAccepted: page.lookup.ask()
        }
        Banner {
            visible: page.fact.length > 0
            width: parent.width
            title: page.fact
            detail: page.advice[page.lookup.outcome]
            iconName: page.lookup.outcome === MatterLookup.NoNetwork ? "cloud-pause" : page.lookup.outcome === MatterLookup.Asking ? "clock" : "search"
            tone: Theme.warn
            tint: Theme.warnTint
        }
        LookupResult {
            visible: page.lookup.outcome === MatterLookup.Found
            width: parent.width
            lookup: page.lookup
        }
    }
}
