// SPDX-License-Identifier: GPL-3.0-or-later
// How the device stands towards its hub, in the same words on every face. There is no "failed": waiting is a
// normal state.
import QtQuick
import Lianxin.Controls

QtObject {
    id: words

    required property StoreLink store

    readonly property int kind: store.shortOfRoom ? 7 : store.wasDamaged ? 8 : store.parked > 0 ? 0 : store.link === StoreLink.ClockWrong ? 1 : store.link === StoreLink.NeedsStaff ? 2 : store.link === StoreLink.NotConnected ? (store.waiting > 0 ? 3 : 4) : store.waiting > 0 ? 5 : 6
    readonly property string stateText: [qsTr("%1 条没被收下").arg(store.parked), qsTr("这台机器的时间不对"), qsTr("服务器不认这台机器"), qsTr("未联网"), qsTr("未联网"), qsTr("正在送出"), qsTr("已联网"), qsTr("硬盘满了"), qsTr("文件坏过，已救回")][kind]
    readonly property string detailText: [qsTr("内容还在，去看原因"), qsTr("已保存，等校时"), qsTr("已保存，请找信息科"), qsTr("%1 条等待送出，已保存").arg(store.waiting), qsTr("没有等待送出的"), qsTr("%1 条").arg(store.waiting), qsTr("都已送到"), qsTr("还能存一点，请找信息科腾地方"), qsTr("其余的联网后补回，请告诉信息科")][kind]
    /// Where there is little room: what cannot be left out.
    readonly property string shortText: kind === 3 || kind === 5 ? qsTr("%1 %2 条").arg(stateText).arg(store.waiting) : stateText
    readonly property string sentence: kind === 5 ? qsTr("正在送出 %1 条").arg(store.waiting) : qsTr("%1，%2").arg(stateText).arg(detailText)
    readonly property string iconName: ["alert", "clock", "alert", "cloud-pause", "cloud-pause", "exchange", "cloud-tick", "alert", "alert"][kind]
    readonly property color tone: [Theme.danger, Theme.warn, Theme.warn, Theme.warn, Theme.warn, Theme.info, Theme.ok, Theme.danger, Theme.warn][kind]
    readonly property color tint: [Theme.dangerTint, Theme.warnTint, Theme.warnTint, Theme.warnTint, Theme.warnTint, Theme.infoTint, Theme.okTint, Theme.dangerTint, Theme.warnTint][kind]
}
