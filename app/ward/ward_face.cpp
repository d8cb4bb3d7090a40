// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/ward_face.h"

#include "app/ward/sent_list.h"

#include <algorithm>

namespace lianxin::ward {

WardFace::WardFace(window::StoreLink& store, window::Theme& theme, window::Language& language)
    : store_(store),
      theme_(theme),
      language_(language),
      hospital_(store),
      bedside_(store, beds_),
      entry_(store),
      staff_({"staffId", "name", "title", "ofTheWard"}),
      careLinks_({"code", "name"}),
      departments_({"departmentId", "name", "phone", "headPhone"}),
      wards_({"wardId", "name"}),
      sent_(sentCells()) {
    connect(&store_, &window::StoreLink::recordsChanged, this, &WardFace::read);
    connect(&store_, &window::StoreLink::changed, this, &WardFace::readSentRows);
    connect(&hospital_, &window::HospitalFace::changed, this,
            [this] { theme_.setFacesNeutral(hospital_.facesNeutral()); });
    connect(&bedside_, &BedsideForm::saved, this, &WardFace::wasSaved);
    connect(&entry_, &ReceiverEntry::saved, this, [this] { wasSaved({}); });
    connect(&lock_, &PatientLock::returned, this, &WardFace::takeBack);
    minute_.setInterval(std::chrono::seconds(20));
    connect(&minute_, &QTimer::timeout, this, &WardFace::tick);
    minute_.start();
    read();
    readSentRows();
}

void WardFace::read() {
    today_ = QDate::currentDate();
    store_.ask(
        this,
        [wanted = wantedWard_, today = today_](store::Device& device) {
            return readWard(device, wanted, today);
        },
        [this](WardPicture picture) { take(std::move(picture)); });
}

void WardFace::take(WardPicture picture) {
    takeRows(picture);
    members_ = std::move(picture.staff);
    const bool another = !known_ || picture.ward.id != ward_.id || picture.ward.name != ward_.name;
    known_ = true;
    ward_ = picture.ward;
    bedside_.setWard(ward_.id);
    entry_.setWard(ward_.id);
    beds_.take(std::move(picture.beds), picture.staysKnown);
    bedside_.followBeds();
    if (!lock_.isWithPatient()) { // what a patient is writing must not need anything of the staff's
        bedside_.setWriterRequired(!members_.empty());
        entry_.setWriterRequired(!members_.empty());
    }
    forgetUserWhoLeft();
    if (another)
        emit wardChanged();
}

/// Somebody on the list no more; a new choice is asked for before the next save.
void WardFace::forgetUserWhoLeft() {
    const bool stillHere = std::any_of(members_.begin(), members_.end(),
                                       [this](const StaffMember& one) { return one.id == user_.id; });
    if (user_.id.isEmpty() || stillHere || lock_.isWithPatient())
        return;
    user_ = {};
    passOnWriter();
}

void WardFace::takeRows(const WardPicture& picture) {
    std::vector<Rows::Row> rows;
    for (const StaffMember& one : picture.staff)
        rows.push_back({one.id, {one.id, one.name, one.title, one.ofTheWard}});
    staff_.show(std::exchange(rows, {}));
    for (const CareLink& link : picture.careLinks)
        rows.push_back({link.code, {link.code, link.name}});
    careLinks_.show(std::exchange(rows, {}));
    for (const Department& one : picture.departments)
        rows.push_back({one.id, {one.id, one.name, one.phone, one.headPhone}});
    departments_.show(std::exchange(rows, {}));
    for (const Ward& one : picture.wards)
        rows.push_back({one.id, {one.id, one.name}});
    wards_.show(std::move(rows));
}

void WardFace::readSentRows() {
    store_.ask(
        this, [](store::Device& device) { return readSent(device); },
        [this](std::vector<Rows::Row> rows) { sent_.show(std::move(rows)); });
}

void WardFace::goTo(Page page) {
    if (page == Bedside || lock_.isWithPatient())
        return;
    bedside_.close();
    beds_.setDrafts(bedside_.bedsWithDrafts());
    show(page);
}

void WardFace::openBed(const QString& bedId) {
    if (lock_.isWithPatient())
        return;
    bedside_.open(bedId);
    show(Bedside);
}

void WardFace::chooseUser(const QString& staffId) {
    const auto member = std::find_if(members_.begin(), members_.end(),
                                     [&staffId](const StaffMember& one) { return one.id == staffId; });
    if (member == members_.end() || member->id == user_.id || lock_.isWithPatient())
        return;
    user_ = *member;
    passOnWriter();
}

void WardFace::passOnWriter() {
    const Writer writer{user_.id.toStdString(), user_.role.toStdString()};
    const QString bed = bedside_.bedId();
    bedside_.setWriter(writer);
    entry_.setWriter(writer);
    if (page_ == Bedside)
        bedside_.open(bed);
    beds_.setDrafts(bedside_.bedsWithDrafts());
    emit userChanged();
}

void WardFace::chooseWard(const QString& wardId) {
    if (lock_.isWithPatient())
        return;
    goTo(page_ == Bedside ? Beds : page_);
    wantedWard_ = wardId;
    read();
}

void WardFace::handOver(const QString& filledBy) {
    if (bedside_.bedId().isEmpty())
        return;
    bedside_.setFilledBy(filledBy);
    staffTextSize_ = theme_.textSize();
    lock_.handOver();
}

void WardFace::handIn() {
    bedside_.setLanguage(language_.code());
    bedside_.setOutcome(BedsideForm::Visited); // whoever fills it in was seen
    bedside_.save();
}

void WardFace::wasSaved(const QString& bedLabel) {
    if (lock_.isWithPatient()) {
        lock_.handIn();
        return;
    }
    goTo(Beds);
    emit saved(bedLabel);
}

void WardFace::takeBack() {
    theme_.setTextSize(staffTextSize_);
    if (lock_.isHandedIn()) {
        const QString label = bedside_.bedLabel();
        goTo(Beds);
        emit saved(label);
    }
}

void WardFace::tick() {
    emit nowChanged();
    if (today_ != QDate::currentDate())
        read();
}

void WardFace::show(Page page) {
    if (std::exchange(page_, page) != page)
        emit pageChanged();
}

} // namespace lianxin::ward
