// SPDX-License-Identifier: GPL-3.0-or-later
// Work that takes its time and does not touch the store: it runs beside the window, which goes on meanwhile.
#pragma once

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace lianxin::window {

/// Runs `work()` beside the window and then, unless `asker` is gone, `then(what it gave)` on the window's
/// thread. `work` must not throw.
template <class Work, class Then>
void beside(QObject* asker, Work work, Then then) {
    QThreadPool::globalInstance()->start(
        [guard = QPointer(asker), work = std::move(work), then = std::move(then)] {
            auto answer = work();
            QMetaObject::invokeMethod(
                qApp,
                [guard, then, answer = std::move(answer)] {
                    if (guard)
                        then(answer);
                },
                Qt::QueuedConnection);
        });
}

} // namespace lianxin::window
