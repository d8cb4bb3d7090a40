// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/bed_list.h"

#include <algorithm>

namespace lianxin::ward {

QString numberOfLabel(const QString& label) {
    QString number = label.trimmed();
    if (number.endsWith(QChar(u'床')))
        number.chop(1);
    number = number.trimmed();
    return number.isEmpty() ? label : number;
}

BedList::BedList()
    : shown_({"bedId", "label", "number", "patientRef", "dayOfStay", "seen", "free", "draft", "cardGiven"}) {}

void BedList::setFilter(Filter filter) {
    if (std::exchange(filter_, filter) != filter)
        show();
}

void BedList::setOnlyWithoutCard(bool only) {
    if (std::exchange(onlyWithoutCard_, only) != only)
        show();
}

int BedList::inUse() const {
    return static_cast<int>(
        std::count_if(all_.begin(), all_.end(), [](const Bed& bed) { return !bed.free; }));
}

int BedList::withoutCard() const {
    return static_cast<int>(std::count_if(
        all_.begin(), all_.end(), [](const Bed& bed) { return !bed.free && !bed.cardGivenAt.isValid(); }));
}

int BedList::countSeen(Seen seen) const {
    return static_cast<int>(std::count_if(all_.begin(), all_.end(),
                                          [seen](const Bed& bed) { return !bed.free && bed.seen == seen; }));
}

void BedList::take(std::vector<Bed> beds, bool staysKnown) {
    if (beds == all_ && staysKnown == staysKnown_)
        return;
    all_ = std::move(beds);
    staysKnown_ = staysKnown;
    show();
}

void BedList::setDrafts(QSet<QString> bedIds) {
    drafts_ = std::move(bedIds);
    show();
}

const Bed* BedList::find(const QString& id) const {
    const auto bed = std::find_if(all_.begin(), all_.end(), [&id](const Bed& one) { return one.id == id; });
    return bed == all_.end() ? nullptr : &*bed;
}

bool BedList::passes(const Bed& bed) const {
    if (onlyWithoutCard_ && (bed.free || bed.cardGivenAt.isValid()))
        return false;
    if (filter_ == All)
        return true;
    return !bed.free && static_cast<int>(bed.seen) == static_cast<int>(filter_) - 1;
}

void BedList::show() {
    std::vector<Rows::Row> rows;
    for (const Bed& bed : all_)
        if (passes(bed))
            rows.push_back({bed.id,
                            {bed.id, bed.label, numberOfLabel(bed.label), bed.patientRef, bed.dayOfStay,
                             static_cast<int>(bed.seen), bed.free, drafts_.contains(bed.id),
                             bed.cardGivenAt.isValid()}});
    shown_.show(std::move(rows));
    emit changed();
}

} // namespace lianxin::ward
