// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for texts in all that a window holds: every property of every object that can be reached from it, the
// rows of every model, what undo would bring back, and the clipboard.
#pragma once

#include <QObject>
#include <QStringList>

namespace lianxin::tests {

/// Where any of the texts stands, in words for a test's message; empty where none does.
QStringList tracesOf(const QStringList& texts, const QList<QObject*>& roots);

} // namespace lianxin::tests
