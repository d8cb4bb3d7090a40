// SPDX-License-Identifier: GPL-3.0-or-later
// A visitor who knows a window only by what a screen reader would say: finds things by their accessible names
// and touches them where they are seen.
#pragma once

#include <QEventPoint>
#include <QPolygonF>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>

namespace lianxin::device {

class Finger {
public:
    /// The window outlives it.
    explicit Finger(QQuickWindow& window) : window_(window) {}

    /// Touches what is called so, or begins so, once it is there, scrolling to it where that is needed; false
    /// when it does not come.
    bool touch(const QString& name);
    /// Draws through places of the window.
    void draw(const QPolygonF& stroke);
    /// Strikes a key of a keyboard with cables.
    void strike(Qt::Key key, Qt::KeyboardModifiers modifiers);
    /// The same for each letter of a text.
    void type(const QString& text);
    /// What is called so, or begins so, and is there now; nothing where there is no such thing. What can be
    /// touched goes before what can only be read, and what lies in front before what lies behind it.
    QQuickItem* find(const QString& name) const;
    bool sees(const QString& name) const;
    /// Goes on when it holds; false when it does not in time.
    bool waitUntil(const std::function<bool()>& holds) const;
    /// What is being drawn has been drawn.
    void settle() const;
    QImage picture() const;

private:
    void press(const QPointF& place, QEventPoint::State state);

    QQuickWindow& window_;
};

} // namespace lianxin::device
