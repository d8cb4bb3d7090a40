// SPDX-License-Identifier: GPL-3.0-or-later
// A finger on a window, as real touch events. It finds what it touches by its accessible name, as a person
// finds it by its words.
#pragma once

#include <QPointingDevice>
#include <QPolygonF>
#include <QQuickItem>
#include <QQuickWindow>

#include <memory>

namespace lianxin::tests {

class Finger {
public:
    /// The window outlives it.
    explicit Finger(QQuickWindow& window);

    /// What can be seen under this accessible name, or under one that begins so; nothing where there is no
    /// such thing. What lies in front goes before what lies behind it.
    QQuickItem* find(const QString& name) const;
    /// The middle of an item, in the window.
    static QPointF middleOf(const QQuickItem& item);

    void press(QPointF place);
    void move(QPointF place);
    void release(QPointF place);

    /// Presses and lifts in the middle of it, or there, and lets the program act on it. False where it cannot
    /// be seen.
    bool touch(const QString& name);
    void touch(QPointF place);
    /// Drawn through places of the window.
    void draw(const QPolygonF& stroke);

private:
    QQuickWindow& window_;
    std::unique_ptr<QPointingDevice> device_;
};

/// The name a screen reader says; empty where it says none.
QString accessibleName(QQuickItem& item);

} // namespace lianxin::tests
