// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/picture/decode.h"

#include <QBuffer>
#include <QImageReader>

namespace lianxin::window {

namespace {

/// More than the camera of a phone takes. A progressive JPEG is held in memory at its whole size, six bytes a
/// point at worst, however small it shall become.
constexpr qint64 mostPoints = 50'000'000;
/// Of the image itself, and so of what can only be made small once it was read whole.
constexpr int mostMegabytes = 128;

} // namespace

QImage decodePicture(const std::string& bytes, std::string_view mediaType, QSize room) {
    QByteArray view = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer buffer(&view);
    buffer.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(mostMegabytes);
    QImageReader reader(&buffer, mediaType == "image/png" ? "png" : "jpeg");
    reader.setAutoDetectImageFormat(false); // nothing else of all that Qt could read
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty() || qint64{size.width()} * size.height() > mostPoints)
        return {};
    const bool lies = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize most = lies ? room.transposed() : room;
    if (size.width() > most.width() || size.height() > most.height())
        reader.setScaledSize(size.scaled(most, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    return reader.read();
}

} // namespace lianxin::window
