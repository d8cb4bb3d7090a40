// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/input/ink_area.h"

#include <QPainter>

#include <utility>

namespace lianxin::window {

InkArea::InkArea(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setAcceptedMouseButtons(Qt::LeftButton);
    setAntialiasing(true);
}

void InkArea::setComposer(Composer* composer) {
    if (composer == composer_)
        return;
    if (composer_)
        disconnect(composer_, nullptr, this, nullptr);
    composer_ = composer;
    if (composer_) {
        connect(composer_, &Composer::changed, this, [this] { update(); });
        connect(composer_, &Composer::forgotten, this, [this] {
            stroke_ = {};
            update();
        });
    }
    emit composerChanged();
}

void InkArea::paint(QPainter* painter) {
    painter->setPen(QPen(color_, penWidth_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto draw = [painter](const QPolygonF& stroke) {
        if (stroke.size() == 1)
            painter->drawPoint(stroke.front());
        else
            painter->drawPolyline(stroke);
    };
    if (composer_)
        for (const QPolygonF& stroke : composer_->strokes())
            draw(stroke);
    draw(stroke_);
}

void InkArea::mousePressEvent(QMouseEvent* event) {
    setKeepMouseGrab(true);
    stroke_ = {event->position()};
    emit touchedChanged();
    update();
}

void InkArea::mouseMoveEvent(QMouseEvent* event) {
    if (stroke_.isEmpty())
        return;
    const QPointF from = stroke_.back();
    const QPointF to = event->position();
    if ((to - from).manhattanLength() < 2)
        return;
    stroke_.append(to);
    const int room = static_cast<int>(penWidth_) + 1;
    update(QRectF(from, to).normalized().toAlignedRect().adjusted(-room, -room, room, room));
}

void InkArea::mouseReleaseEvent(QMouseEvent*) {
    endStroke();
}

void InkArea::mouseUngrabEvent() {
    endStroke();
}

void InkArea::endStroke() {
    setKeepMouseGrab(false);
    const QPolygonF stroke = std::exchange(stroke_, {});
    if (stroke.isEmpty())
        return;
    emit touchedChanged();
    if (composer_)
        composer_->addStroke(stroke);
}

} // namespace lianxin::window
