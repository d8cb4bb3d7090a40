// SPDX-License-Identifier: GPL-3.0-or-later
// What every page of the desk is. A page that holds something typed is asked before it is left.
import QtQuick
import Lianxin.Desk

FocusScope {
    required property Desk desk
    focus: true
    property bool holdsText: false
    /// The page asks the person; it goes by itself when the person agrees.
    signal leaveAsked
}
