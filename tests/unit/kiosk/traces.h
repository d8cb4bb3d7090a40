// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for texts in all that a window holds: every property of every object that can be reached from it, the
// rows of every model, what undo would bring back, and the clipboard.
#pragma once

#include <QObject>
#include <QStringList>

namespace lianxin::tests {

/// Undoing takes back what stands in the controls: for after a sitting only.
enum class Undo { No, Yes };

/// Where any of the texts stands, in words for a test's message; empty where none does.
QStringList tracesOf(const QStringList& texts, const QList<QObject*>& roots, Undo undo);

} // namespace lianxin::tests
