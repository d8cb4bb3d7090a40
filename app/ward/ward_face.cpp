// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/ward_face.h"

#include "app/ward/sent_list.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace lianxin::ward {

WardFace::WardFace(window::StoreLink& store, window::Theme& theme, window::Language& language)
    : store_(store),
      theme_(theme),
      language_(language),
      hospital_(store),
      bedside_(store, beds_),
      entry_(store),
      shelf_(store, "inpatient_opinion"),
      stick_(store),
      drafts_(store,
              [this] {
                  return nlohmann::json{{"bedside", bedside_.drafts()}, {"entries", entry_.drafts()}};
              }),
      staff_({"staffId", "name", "title", "ofTheWard", "drafts"}),
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
    connect(&lock_, &PatientLock::changed, this, &WardFace::followLock);
    connect(&shelf_, &window::FormShelf::changed, this, [this] { bedside_.setForm(*shelf_.form()); });
    connect(&language_, &window::Language::changed, this, [this] {
        bedside_.setLanguage(language_.code());
        entry_.setLanguage(language_.code());
        composer_.setUsuallyLatin(language_.code() == QStringLiteral("en"));
    });
    connect(&theme_, &window::Theme::changed, this,
            [this] { bedside_.sitting()->setOneTask(theme_.isElder()); });
    minute_.setInterval(std::chrono::seconds(20));
    connect(&minute_, &QTimer::timeout, this, &WardFace::tick);
    minute_.start();
    readKept();
    read();
    readSentRows();
}

WardFace::~WardFace() {
    drafts_.flush();
}

/// What a former run of the program kept is offered again to who wrote it.
void WardFace::readKept() {
    struct Kept {
        nlohmann::json drafts;
        std::map<std::string, window::ActiveForm> forms;
    };
    store_.ask(
        this,
        [](store::Device& device) {
            Kept kept{readDrafts(device), {}};
            for (const nlohmann::json& draft : kept.drafts.value("bedside", nlohmann::json::array()))
                if (const auto id = sync::Uuid::parse(textOf(draft, "form").toStdString()))
                    if (auto form = window::formOf(device, *id))
                        kept.forms.insert_or_assign(id->toString(), std::move(*form));
            return kept;
        },
        [this](const Kept& kept) {
            bedside_.takeDrafts(kept.drafts.value("bedside", nlohmann::json::array()), kept.forms);
            entry_.takeDrafts(kept.drafts.value("entries", nlohmann::json::array()));
            draftsKnown_ = true;
            beds_.setDrafts(bedside_.bedsWithDrafts());
            showStaff();
            connect(&bedside_, &BedsideForm::changed, &drafts_, &DraftKeeper::touch);
            connect(&entry_, &ReceiverEntry::changed, &drafts_, &DraftKeeper::touch);
        });
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
    showStaff();
    const bool another = !known_ || picture.ward.id != ward_.id || picture.ward.name != ward_.name;
    known_ = true;
    ward_ = picture.ward;
    bedside_.setWard(ward_.id);
    entry_.setWard(ward_.id);
    beds_.take(std::move(picture.beds), picture.staysKnown);
    bedside_.followBeds();
    beds_.setDrafts(bedside_.bedsWithDrafts());
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

void WardFace::showStaff() {
    std::vector<Rows::Row> rows;
    for (const StaffMember& one : members_) {
        const int drafts = bedside_.draftsOf(one.id) + (entry_.hasDraftOf(one.id) ? 1 : 0);
        rows.push_back({one.id, {one.id, one.name, one.title, one.ofTheWard, drafts}});
    }
    staff_.show(std::move(rows));
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
    showStaff();
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
    showStaff();
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
    handedTo_ = filledBy;
    staffTextSize_ = theme_.textSize();
    staffLanguage_ = language_.index();
    lock_.handOver();
}

/// The patient's pages show larger, and a form of the patient's own.
void WardFace::followLock() {
    if (lock_.isWithPatient() && !bedside_.isHandedOver()) {
        forgetWriting();
        theme_.setFace(window::Theme::Patient);
        bedside_.handOver(handedTo_);
    }
    if (!lock_.isWithPatient()) {
        bedside_.takeBack();
        theme_.setFace(window::Theme::Ward);
    }
}

/// Nothing of one hand's writing is there in another's.
void WardFace::forgetWriting() {
    composer_.forget();
    composer_.close();
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        QGuiApplication::clipboard()->clear();
}

void WardFace::handIn() {
    bedside_.setOutcome(BedsideForm::Visited); // whoever fills it in was seen
    bedside_.save();
}

void WardFace::wasSaved(const QString& bedLabel) {
    drafts_.touch();
    if (lock_.isWithPatient()) {
        forgetWriting();
        lock_.handIn();
        return;
    }
    goTo(Beds);
    showStaff();
    emit saved(bedLabel);
}

void WardFace::takeBack() {
    forgetWriting();
    theme_.setTextSize(staffTextSize_);
    language_.setIndex(staffLanguage_);
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
