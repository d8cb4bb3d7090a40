// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/shown_evidence.h"

#include "app/window/beside.h"
#include "app/window/picture/decode.h"

#include <QDir>
#include <QSaveFile>

namespace lianxin::desk {

namespace {

/// Enough to read a photographed paper line by line.
constexpr QSize roomOfALargePicture(2560, 2560);

/// As it was called where it came from, with the ending of what it is: whoever opens a copy shall not be
/// mistaken about it.
QString nameOf(const QString& fileName, const QString& description, std::string_view mediaType) {
    const QString ending = QString::fromUtf8(domain::fileEndingOf(mediaType));
    QString name = fileName.isEmpty() ? description.left(60) : fileName;
    name.replace(QLatin1Char('/'), QLatin1Char('_'));
    const bool isJpeg =
        ending == QLatin1String(".jpg") && name.endsWith(QLatin1String(".jpeg"), Qt::CaseInsensitive);
    if (isJpeg || name.endsWith(ending, Qt::CaseInsensitive))
        return name;
    return name + ending;
}

/// The name, or one with a number where it is taken.
QString freePath(const QDir& folder, const QString& name) {
    const QFileInfo wanted(name);
    QString path = folder.filePath(name);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = folder.filePath(
            QStringLiteral("%1 (%2).%3").arg(wanted.completeBaseName()).arg(number).arg(wanted.suffix()));
    return path;
}

/// Where it was written; empty where the folder does not take it.
QString writtenTo(const QString& path, const std::string& bytes) {
    QSaveFile file(path);
    const auto size = static_cast<qint64>(bytes.size());
    return file.open(QIODevice::WriteOnly) && file.write(bytes.data(), size) == size && file.commit()
               ? path
               : QString();
}

} // namespace

void ShownEvidence::open(const EvidenceItem& item) {
    close();
    item_ = item;
    if (item_.standing == QLatin1String("away"))
        want();
    draw();
    emit changed();
}

void ShownEvidence::take(const EvidenceItem& item) {
    if (item.id != item_.id || item == item_)
        return;
    item_ = item;
    draw();
    emit changed();
}

void ShownEvidence::close() {
    item_ = {};
    drawing_ = NoPicture;
    picture_ = {};
    copy_ = NoCopy;
    copiedTo_.clear();
    emit changed();
}

void ShownEvidence::want() {
    store_.ask(
        this, [id = item_.id.toStdString()](store::Device& device) { return wantEvidence(device, id); },
        [this](const SaveOutcome&) { emit asked(); }); // how it stands then says whether it was noted
}

void ShownEvidence::draw() {
    if (drawing_ != NoPicture || item_.kind != QLatin1String("photo") || !item_.isHere())
        return;
    drawing_ = Working;
    store_.ask(
        this, [id = item_.id.toStdString()](store::Device& device) { return readBytes(device, id); },
        [this, id = item_.id](std::optional<EvidenceBytes> file) {
            if (id != item_.id)
                return;
            window::beside(
                this,
                [file = std::move(file)] {
                    return file ? window::decodePicture(file->bytes, file->mediaType, roomOfALargePicture)
                                : QImage();
                },
                [this, id](const QImage& picture) {
                    if (id == item_.id)
                        takePicture(picture);
                });
        });
}

void ShownEvidence::takePicture(const QImage& picture) {
    picture_ = picture;
    drawing_ = picture.isNull() ? NotDrawable : Drawn;
    emit changed();
}

void ShownEvidence::saveCopy(const QString& folder) {
    if (copy_ == Copying || !isHere())
        return;
    copy_ = Copying;
    emit changed();
    store_.ask(
        this, [id = item_.id.toStdString()](store::Device& device) { return readBytes(device, id); },
        [this, item = item_, folder](std::optional<EvidenceBytes> file) {
            if (!file)
                return endCopy(SourceFailed, {});
            window::beside(
                this,
                [item, folder, file = std::move(*file)] {
                    const QString name = nameOf(item.fileName, item.description, file.mediaType);
                    return writtenTo(freePath(QDir(folder), name), file.bytes);
                },
                [this](const QString& path) { endCopy(path.isEmpty() ? FolderFailed : Copied, path); });
        });
}

void ShownEvidence::endCopy(Copy copy, const QString& path) {
    if (copy_ != Copying)
        return; // it was closed meanwhile
    copy_ = copy;
    copiedTo_ = path;
    emit changed();
}

} // namespace lianxin::desk
