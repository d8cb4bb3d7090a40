// SPDX-License-Identifier: GPL-3.0-or-later
// Our icons, drawn at the size and in the colours asked for: "image://icon/NAME/LINE" or
// "image://icon/NAME/LINE/FILL", colours as hexadecimal digits. The shapes are the module's SVG files.
#pragma once

#include <QQuickImageProvider>

namespace lianxin::window {

class IconProvider : public QQuickImageProvider {
public:
    IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}
    QImage requestImage(const QString& id, QSize* size, const QSize& requestedSize) override;
};

} // namespace lianxin::window
