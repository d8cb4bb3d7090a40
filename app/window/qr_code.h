// SPDX-License-Identifier: GPL-3.0-or-later
// A text as a QR code, drawn in whole pixels with the quiet zone it needs. Nothing of it is kept anywhere but
// in this item.
#pragma once

#include <QImage>
#include <QQuickPaintedItem>

namespace lianxin::window {

class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)

public:
    explicit QrCode(QQuickItem* parent = nullptr) : QQuickPaintedItem(parent) {}

    QString text() const { return text_; }
    void setText(const QString& text);
    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    QString text_;
    QImage modules_; ///< one pixel a module, quiet zone included
};

} // namespace lianxin::window
