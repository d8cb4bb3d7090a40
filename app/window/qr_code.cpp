// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/qr_code.h"

#include <QPainter>
#include <qrencode.h>

#include <algorithm>
#include <memory>

namespace lianxin::window {

namespace {

constexpr int quietModules = 4;

QImage modulesOf(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty())
        return {};
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString(bytes.constData(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
    if (!code)
        return {};
    QImage modules(code->width + 2 * quietModules, code->width + 2 * quietModules, QImage::Format_RGB32);
    modules.fill(Qt::white);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1)
                modules.setPixel(x + quietModules, y + quietModules, qRgb(0x1B, 0x2A, 0x29));
    return modules;
}

} // namespace

void QrCode::setText(const QString& text) {
    if (text == text_)
        return;
    text_ = text;
    modules_ = modulesOf(text);
    update();
    emit changed();
}

void QrCode::paint(QPainter* painter) {
    if (modules_.isNull())
        return;
    const int room = static_cast<int>(std::min(width(), height()));
    const int side = std::max(1, room / modules_.width()) * modules_.width();
    const int x = (static_cast<int>(width()) - side) / 2;
    const int y = (static_cast<int>(height()) - side) / 2;
    painter->drawImage(QRect(x, y, side, side), modules_);
}

} // namespace lianxin::window
