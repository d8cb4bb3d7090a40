// SPDX-License-Identifier: GPL-3.0-or-later
// What the inner pages share: the bar above, the actions below, and between them what scrolls if it must. In
// landscape the head of the page stands left and the rest right.
import QtQuick
import QtQuick.Window
import Lianxin.Controls
import Lianxin.Kiosk

FocusScope {
    id: page

    required property Kiosk kiosk
    required property string title
    default property alias content: body.data
    property alias head: headBox.data
    property string backText: ""
    property string skipText: ""
    required property string nextText
    property string nextIcon: ""
    property bool busy: false
    /// The keyboard stands below: what can be spared makes room for the field.
    readonly property bool writing: kiosk.composer.writing
    readonly property Item writtenIn: Window.activeFocusItem
    onWrittenInChanged: Qt.callLater(revealWritten)
    onWritingChanged: Qt.callLater(revealWritten)
    readonly property bool landscape: Window.width > Window.height
    /// There is too little height for what is written and the actions below it: they stand beside it.
    readonly property bool actionsBeside: landscape && writing && Theme.textSize !== Theme.Normal
    readonly property real headHeight: landscape ? 0 : headBox.height + Theme.unit * 5
    readonly property real bodyWidth: body.width
    /// Without the strip that says there is more: what fills the room must not make it smaller.
    readonly property real bodyRoom: actions.y - view.y
    signal back
    signal skipped
    signal next

    function reveal(item: Item) {
        let inside = item;
        while (inside && inside !== body)
            inside = inside.parent;
        if (!inside)
            return;
        const top = item.mapToItem(body, 0, 0).y - Theme.unit * 8;
        const bottom = top + item.height + Theme.unit * 14;
        if (bottom > view.contentY + view.height)
            view.contentY = bottom - view.height;
        view.contentY = Math.max(0, Math.min(view.contentY, top));
    }
    function revealWritten() {
        if (writing && writtenIn)
            reveal(writtenIn);
    }
    function scrollUp() {
        view.contentY = 0;
    }

    PageBar {
        id: bar
        width: parent.width
        title: page.title
        onLeaveAsked: page.kiosk.endSitting()
        onTextSizeAsked: Theme.textSize = (Theme.textSize + 1) % 3
    }
    Item {
        id: headBox
        x: Theme.margin
        anchors.top: bar.bottom
        anchors.topMargin: Theme.unit * (Theme.isElder || page.writing ? 3 : 4)
        width: page.landscape ? Theme.px(576) : page.width - 2 * Theme.margin
        height: childrenRect.height
    }
    Flickable {
        id: view
        anchors.top: page.landscape ? bar.bottom : headBox.bottom
        anchors.topMargin: page.landscape ? Theme.unit * 4 : Theme.unit * 4
        anchors.bottom: page.actionsBeside ? parent.bottom : actions.top
        anchors.bottomMargin: overflows ? more.height : 0
        readonly property real foot: page.actionsBeside ? page.height : actions.y
        readonly property bool overflows: body.height + Theme.unit * 4 > foot - y + 1
        x: page.landscape ? Theme.px(704) : 0
        width: page.width - x
        contentHeight: body.height + Theme.unit * 4
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Item {
            id: body
            x: page.landscape ? 0 : Theme.margin
            width: view.width - x - Theme.margin
            height: childrenRect.height
        }
    }
    ScrollHint {
        id: more
        list: view
        x: view.x
        width: view.width
        anchors.bottom: page.actionsBeside ? parent.bottom : actions.top
    }
    ActionBar {
        id: actions
        height: page.writing ? Theme.mainButtonHeight + Theme.unit * 3 : implicitHeight
        anchors.bottom: parent.bottom
        width: page.actionsBeside ? view.x - Theme.unit * 4 : parent.width
        narrow: page.actionsBeside
        backText: page.backText
        skipText: page.skipText
        nextText: page.nextText
        nextIcon: page.nextIcon
        busy: page.busy
        onBack: page.back()
        onSkipped: page.skipped()
        onNext: page.next()
    }
}
