// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture/picture_view.h"

#include <QPainter>

namespace lianxin::window {

void PictureView::setImage(const QVariant& image) {
    image_ = image.value<QImage>();
    emit imageChanged();
    update();
}

void PictureView::paint(QPainter* painter) {
    if (image_.isNull())
        return;
    QRectF place(QPointF(), QSizeF(image_.size()).scaled(boundingRect().size(), Qt::KeepAspectRatio));
    place.moveCenter(boundingRect().center());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, image_);
}

} // namespace lianxin::window
