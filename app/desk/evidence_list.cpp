// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/evidence_list.h"

#include "app/window/beside.h"
#include "app/window/picture/decode.h"

#include <algorithm>

namespace lianxin::desk {

namespace {

/// Bytes come and go without a change of any record, so somebody has to look.
constexpr std::chrono::seconds betweenLooks{2};
constexpr QSize roomOfAThumbnail(192, 144);

bool sameRecords(const std::vector<EvidenceItem>& a, const std::vector<EvidenceItem>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const EvidenceItem& one, const EvidenceItem& other) { return one.id == other.id; });
}

} // namespace

EvidenceList::EvidenceList(window::StoreLink& store) : store_(store), shown_(store) {
    follow_.setInterval(betweenLooks);
    connect(&follow_, &QTimer::timeout, this, &EvidenceList::read);
    connect(&store_, &window::StoreLink::recordsChanged, this, &EvidenceList::read);
    connect(&shown_, &ShownEvidence::asked, this, &EvidenceList::read);
}

void EvidenceList::open(const QString& matter) {
    close();
    matter_ = matter;
    read();
}

void EvidenceList::close() {
    matter_.clear();
    shown_.close();
    follow_.stop();
    pictures_.clear();
    take({});
    loaded_ = false;
    emit changed();
}

void EvidenceList::show(const QString& id) {
    const auto item =
        std::find_if(items_.begin(), items_.end(), [&id](const EvidenceItem& one) { return one.id == id; });
    if (item != items_.end())
        shown_.open(*item);
}

void EvidenceList::read() {
    if (matter_.isEmpty())
        return;
    store_.ask(
        this, [id = matter_.toStdString()](store::Device& device) { return readEvidence(device, id); },
        [this, matter = matter_](std::vector<EvidenceItem> items) {
            if (matter == matter_)
                take(std::move(items));
        });
}

void EvidenceList::take(std::vector<EvidenceItem> items) {
    if (sameRecords(items, items_)) {
        const bool news = items != items_;
        items_ = std::move(items);
        if (news)
            emit dataChanged(index(0), index(count() - 1));
    } else {
        beginResetModel();
        items_ = std::move(items);
        endResetModel();
    }
    loaded_ = true;
    dropWhatWent();
    for (const EvidenceItem& item : items_)
        shown_.take(item);
    if (std::any_of(items_.begin(), items_.end(), [](const EvidenceItem& one) { return one.isUnderWay(); }))
        follow_.start();
    else
        follow_.stop();
    emit changed();
    drawNext();
}

/// What was erased is seen nowhere any more.
void EvidenceList::dropWhatWent() {
    const auto isThere = [this](const QString& id) {
        return std::any_of(items_.begin(), items_.end(),
                           [&id](const EvidenceItem& one) { return one.id == id; });
    };
    if (!shown_.id().isEmpty() && !isThere(shown_.id()))
        shown_.close();
    pictures_.removeIf([&isThere](QHash<QString, QImage>::iterator entry) { return !isThere(entry.key()); });
}

/// One after the other: a page full of photos takes the memory of one.
void EvidenceList::drawNext() {
    const auto next = std::find_if(items_.begin(), items_.end(), [this](const EvidenceItem& item) {
        return item.kind == QLatin1String("photo") && item.isHere() && !pictures_.contains(item.id);
    });
    if (drawing_ || next == items_.end())
        return;
    drawing_ = true;
    store_.ask(
        this, [id = next->id.toStdString()](store::Device& device) { return readBytes(device, id); },
        [this, id = next->id](std::optional<EvidenceBytes> file) {
            window::beside(
                this,
                [file = std::move(file)] {
                    return file ? window::decodePicture(file->bytes, file->mediaType, roomOfAThumbnail)
                                : QImage();
                },
                [this, id](const QImage& picture) { takePicture(id, picture); });
        });
}

void EvidenceList::takePicture(const QString& id, const QImage& picture) {
    drawing_ = false;
    const auto item =
        std::find_if(items_.begin(), items_.end(), [&id](const EvidenceItem& one) { return one.id == id; });
    if (item != items_.end()) {
        pictures_.insert(id, picture);
        const QModelIndex place = index(static_cast<int>(item - items_.begin()));
        emit dataChanged(place, place, {Picture});
    }
    drawNext();
}

QVariant EvidenceList::data(const QModelIndex& index, int role) const {
    const EvidenceItem& item = items_[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Id:
        return item.id;
    case Kind:
        return item.kind;
    case Description:
        return item.description;
    case FileName:
        return item.fileName;
    case By:
        return item.by;
    case At:
        return item.at;
    case Bytes:
        return item.bytes;
    case Standing:
        return item.standing;
    case Picture:
        return pictures_.value(item.id);
    default:
        return {};
    }
}

QHash<int, QByteArray> EvidenceList::roleNames() const {
    return {
        {Id, "recordId"}, {Kind, "kind"},   {Description, "description"}, {FileName, "fileName"}, {By, "by"},
        {At, "at"},       {Bytes, "bytes"}, {Standing, "standing"},       {Picture, "picture"}};
}

} // namespace lianxin::desk
