// SPDX-License-Identifier: GPL-3.0-or-later
// A window with a page on which one writes, and fingers that find what they touch by its accessible name, as
// a person finds it by its words.
#pragma once

#include "app/window/input/composer.h"

#include <QPointingDevice>
#include <QQuickView>

#include <memory>

namespace lianxin::tests {

class WritingWindow {
public:
    explicit WritingWindow(QSize size = {1080, 1920});

    QQuickView& view() { return view_; }
    window::Composer& composer();
    QString text(const char* property) const { return view_.rootObject()->property(property).toString(); }
    /// 0 to 2: as the theme has them.
    void setTextSize(int size);

    /// What can be seen under this accessible name; nothing where there is no such thing.
    QQuickItem* find(const QString& name) const;
    /// A finger in the middle of it, or there. False where it cannot be seen.
    bool touch(const QString& name);
    void touch(QPointF place);
    /// A finger drawn through places of the window.
    void draw(const QPolygonF& stroke);

private:
    std::unique_ptr<QPointingDevice> finger_;
    QQuickView view_;
};

} // namespace lianxin::tests
