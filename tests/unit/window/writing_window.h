// SPDX-License-Identifier: GPL-3.0-or-later
// A window with a page on which one writes, touched by a finger. Reading the keyboard's pages takes far
// longer than showing them, so the window is made once for a test program, and a fresh page for each test.
#pragma once

#include "app/window/input/composer.h"
#include "tests/touch/finger.h"

#include <QQuickView>

namespace lianxin::tests {

class WritingWindow {
public:
    WritingWindow();

    /// A new page in a window of this size and with words of this size (0 to 2, as the theme has them).
    void begin(QSize size, int textSize);
    window::Composer& composer();
    QString text(const char* property) const { return view_.rootObject()->property(property).toString(); }

    QQuickItem* find(const QString& name) const { return finger_.find(name); }
    bool touch(const QString& name) { return finger_.touch(name); }
    void touch(QPointF place) { finger_.touch(place); }
    void draw(const QPolygonF& stroke) { finger_.draw(stroke); }

private:
    QQuickView view_;
    Finger finger_;
};

} // namespace lianxin::tests
