// SPDX-License-Identifier: GPL-3.0-or-later
// Where a finger writes: shows the strokes under it and hands each to the composer, which keeps them. Painted
// in plain memory, and only where the finger went, so that it keeps up without a graphics card.
#pragma once

#include "app/window/input/composer.h"

#include <QQuickPaintedItem>

namespace lianxin::window {

class InkArea : public QQuickPaintedItem {
    Q_OBJECT
    Q_PROPERTY(lianxin::window::Composer* composer READ composer WRITE setComposer NOTIFY composerChanged)
    /// A finger is on it.
    Q_PROPERTY(bool touched READ touched NOTIFY touchedChanged)
    Q_PROPERTY(QColor color MEMBER color_ NOTIFY colorChanged)
    /// In pixels.
    Q_PROPERTY(double penWidth MEMBER penWidth_ NOTIFY penWidthChanged)

public:
    explicit InkArea(QQuickItem* parent = nullptr);

    Composer* composer() const { return composer_; }
    void setComposer(Composer* composer);
    bool touched() const { return !stroke_.isEmpty(); }
    void paint(QPainter* painter) override;

signals:
    void touchedChanged();
    void composerChanged();
    void colorChanged();
    void penWidthChanged();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseUngrabEvent() override;

private:
    void endStroke();

    QPointer<Composer> composer_;
    QColor color_;
    double penWidth_ = 8;
    // The stroke under the finger.
    QPolygonF stroke_;
};

} // namespace lianxin::window
