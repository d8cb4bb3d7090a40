// SPDX-License-Identifier: GPL-3.0-or-later
// Shows an image that somebody decoded, whole and in the middle of its room. The image is in no cache of
// Qt's: it goes with whoever holds it.
#pragma once

#include <QImage>
#include <QQuickPaintedItem>
#include <QVariant>

namespace lianxin::window {

class PictureView : public QQuickPaintedItem {
    Q_OBJECT
    /// A QImage, or nothing.
    Q_PROPERTY(QVariant image READ image WRITE setImage NOTIFY imageChanged)
    Q_PROPERTY(QSize pictureSize READ pictureSize NOTIFY imageChanged)

public:
    explicit PictureView(QQuickItem* parent = nullptr) : QQuickPaintedItem(parent) {}

    QVariant image() const { return image_; }
    void setImage(const QVariant& image);
    QSize pictureSize() const { return image_.size(); }
    void paint(QPainter* painter) override;

signals:
    void imageChanged();

private:
    QImage image_;
};

} // namespace lianxin::window
