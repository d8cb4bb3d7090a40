// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/icon_provider.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace lianxin::window {

QImage IconProvider::requestImage(const QString& id, QSize* size, const QSize& requestedSize) {
    const QStringList parts = id.split(QLatin1Char('/'));
    QFile file(QStringLiteral(":/qt/qml/Lianxin/Controls/icons/%1.svg").arg(parts.value(0)));
    const QSize wanted = requestedSize.isEmpty() ? QSize(24, 24) : requestedSize;
    QImage image(wanted, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (size)
        *size = wanted;
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon called %s", qUtf8Printable(parts.value(0)));
        return image;
    }
    QByteArray shape = file.readAll();
    shape.replace("LINE", "#" + parts.value(1, QStringLiteral("000000")).toLatin1());
    shape.replace("FILL", parts.size() > 2 ? "#" + parts.value(2).toLatin1() : QByteArray("none"));
    QSvgRenderer renderer(shape);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

} // namespace lianxin::window
