// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/evidence_draft.h"

#include "app/window/beside.h"
#include "app/window/picture/decode.h"
#include "platform/files/durable_file.h"
#include "sync/blobs/blob_address.h"

#include <QFileInfo>

namespace lianxin::desk {

namespace {

constexpr QSize roomOfAPicture(192, 144);

} // namespace

QString EvidenceDraft::fileName() const {
    return QFileInfo(path_).fileName();
}

QString EvidenceDraft::kind() const {
    const auto mediaType = file_ ? domain::mediaTypeOf(*file_) : std::nullopt;
    return mediaType ? QString::fromUtf8(domain::evidenceKindOf(*mediaType)) : QString();
}

int EvidenceDraft::mostMegabytes() const {
    return static_cast<int>(sync::largestBlob >> 20);
}

void EvidenceDraft::open(const QString& matter) {
    if (std::exchange(matter_, matter) != matter)
        forget();
}

void EvidenceDraft::forget() {
    path_.clear();
    file_.reset();
    picture_ = {};
    description_.clear();
    reading_ = false;
    give(NoFault);
}

void EvidenceDraft::give(Fault fault) {
    saving_ = false;
    fault_ = fault;
    emit changed();
}

void EvidenceDraft::setDescription(const QString& description) {
    if (std::exchange(description_, description) != description)
        emit changed();
}

EvidenceDraft::Chosen EvidenceDraft::readFile(const QString& path) {
    auto bytes = platform::readWhole(path.toStdString(), static_cast<std::size_t>(sync::largestBlob));
    if (!bytes)
        return {nullptr, {}, bytes.error() == platform::ReadFault::TooLarge ? TooLarge : Unreadable};
    if (bytes->empty())
        return {nullptr, {}, Empty};
    const auto mediaType = domain::mediaTypeOf(*bytes);
    if (!mediaType)
        return {nullptr, {}, OtherKind};
    const bool isPhoto = domain::evidenceKindOf(*mediaType) == "photo";
    QImage picture = isPhoto ? window::decodePicture(*bytes, *mediaType, roomOfAPicture) : QImage();
    return {std::make_shared<const std::string>(std::move(*bytes)), std::move(picture), NoFault};
}

void EvidenceDraft::choose(const QString& path) {
    if (saving_)
        return;
    path_ = path;
    file_.reset();
    picture_ = {};
    reading_ = true;
    give(NoFault);
    window::beside(
        this, [path] { return readFile(path); },
        [this, matter = matter_, path](const Chosen& chosen) {
            if (reading_ && matter == matter_ && path == path_)
                take(chosen);
        });
}

void EvidenceDraft::take(const Chosen& chosen) {
    reading_ = false;
    file_ = chosen.bytes;
    picture_ = chosen.picture;
    give(chosen.fault);
}

void EvidenceDraft::save() {
    if (saving_ || reading_)
        return;
    if (!file_)
        return give(fault_ == NoFault ? NoFile : fault_);
    saving_ = true;
    fault_ = NoFault;
    emit changed();
    store_.ask(
        this,
        [matter = matter_.toStdString(), name = fileName().toStdString(), file = file_,
         description = description_.simplified().toStdString()](store::Device& device) {
            return saveEvidence(device, matter, {name, *file, description});
        },
        [this, matter = matter_](const SaveOutcome& outcome) {
            if (matter != matter_)
                return; // it is saved, and another matter's page stands
            if (outcome.fault != SaveFaultWord::None)
                return give(static_cast<Fault>(outcome.fault));
            forget();
            emit saved();
        });
}

} // namespace lianxin::desk
