// SPDX-License-Identifier: GPL-3.0-or-later
// The ward tablet: which page stands, who holds it, and what the ward is like today. Several members of staff
// share one tablet, also without network.
#pragma once

#include "app/ward/bedside_form.h"
#include "app/ward/draft_keeper.h"
#include "app/ward/patient_lock.h"
#include "app/ward/receiver_entry.h"
#include "app/window/form_shelf.h"
#include "app/window/hospital_face.h"
#include "app/window/input/composer.h"
#include "app/window/language.h"
#include "app/window/stick/stick.h"

namespace lianxin::ward {

class WardFace : public QObject {
    Q_OBJECT
    Q_PROPERTY(lianxin::window::StoreLink* store READ store CONSTANT)
    Q_PROPERTY(lianxin::window::HospitalFace* hospital READ hospital CONSTANT)
    Q_PROPERTY(lianxin::ward::BedList* beds READ beds CONSTANT)
    Q_PROPERTY(lianxin::ward::BedsideForm* bedside READ bedside CONSTANT)
    Q_PROPERTY(lianxin::ward::ReceiverEntry* entry READ entry CONSTANT)
    Q_PROPERTY(lianxin::ward::PatientLock* lock READ lock CONSTANT)
    Q_PROPERTY(lianxin::ward::DraftKeeper* drafts READ drafts CONSTANT)
    Q_PROPERTY(lianxin::window::Composer* composer READ composer CONSTANT)
    Q_PROPERTY(lianxin::window::Language* language READ language CONSTANT)
    Q_PROPERTY(lianxin::window::Stick* stick READ stick CONSTANT)
    Q_PROPERTY(lianxin::ward::Rows* staff READ staff CONSTANT)
    Q_PROPERTY(lianxin::ward::Rows* careLinks READ careLinks CONSTANT)
    Q_PROPERTY(lianxin::ward::Rows* departments READ departments CONSTANT)
    Q_PROPERTY(lianxin::ward::Rows* wards READ wards CONSTANT)
    Q_PROPERTY(lianxin::ward::Rows* sent READ sent CONSTANT)
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(QDateTime now READ now NOTIFY nowChanged)
    Q_PROPERTY(bool known READ isKnown NOTIFY wardChanged)
    Q_PROPERTY(QString wardId READ wardId NOTIFY wardChanged)
    Q_PROPERTY(QString wardName READ wardName NOTIFY wardChanged)
    Q_PROPERTY(QString userId READ userId NOTIFY userChanged)
    Q_PROPERTY(QString userName READ userName NOTIFY userChanged)

public:
    enum Page { Beds, Bedside, FirstReceiver, Sent };
    Q_ENUM(Page)

    /// All of them outlive it.
    WardFace(window::StoreLink& store, window::Theme& theme, window::Language& language);
    ~WardFace() override; ///< what is half written is kept

    window::StoreLink* store() { return &store_; }
    window::HospitalFace* hospital() { return &hospital_; }
    BedList* beds() { return &beds_; }
    BedsideForm* bedside() { return &bedside_; }
    ReceiverEntry* entry() { return &entry_; }
    PatientLock* lock() { return &lock_; }
    DraftKeeper* drafts() { return &drafts_; }
    window::Composer* composer() { return &composer_; }
    window::Language* language() { return &language_; }
    window::Stick* stick() { return &stick_; }
    Rows* staff() { return &staff_; }
    Rows* careLinks() { return &careLinks_; }
    Rows* departments() { return &departments_; }
    Rows* wards() { return &wards_; }
    Rows* sent() { return &sent_; }
    Page page() const { return page_; }
    QDateTime now() const { return QDateTime::currentDateTime(); }
    /// Whether the device has been looked into at all.
    bool isKnown() const { return known_; }
    QString wardId() const { return ward_.id; }
    QString wardName() const { return ward_.name; }
    QString userId() const { return user_.id; }
    QString userName() const { return user_.name; }

    Q_INVOKABLE void goTo(Page page);
    Q_INVOKABLE void openBed(const QString& bedId);
    /// One of the ward's staff holds the tablet from here on; the former one's forms stay apart.
    Q_INVOKABLE void chooseUser(const QString& staffId);
    Q_INVOKABLE void chooseWard(const QString& wardId);
    /// "patient" or "family" fills in the form of this bed.
    Q_INVOKABLE void handOver(const QString& filledBy);
    /// What the patient wrote is saved, and the tablet locks.
    Q_INVOKABLE void handIn();

signals:
    void pageChanged();
    void nowChanged();
    void wardChanged();
    void userChanged();
    /// For the page to say so: the bed's label; empty: the first receiver's entry.
    void saved(const QString& bedLabel);

private:
    void read();
    void take(WardPicture picture);
    void forgetUserWhoLeft();
    void takeRows(const WardPicture& picture);
    void showStaff();
    void readKept();
    void followLock();
    void forgetWriting();
    void readSentRows();
    void show(Page page);
    void wasSaved(const QString& bedLabel);
    void takeBack();
    void passOnWriter();
    void tick();

    window::StoreLink& store_;
    window::Theme& theme_;
    window::Language& language_;
    window::HospitalFace hospital_;
    BedList beds_;
    BedsideForm bedside_;
    ReceiverEntry entry_;
    PatientLock lock_;
    window::FormShelf shelf_;
    window::Composer composer_;
    window::Stick stick_;
    DraftKeeper drafts_;
    bool draftsKnown_ = false; ///< what was kept has been read, so it may be written anew
    QString handedTo_;
    Rows staff_, careLinks_, departments_, wards_, sent_;
    std::vector<StaffMember> members_;
    Page page_ = Beds;
    bool known_ = false;
    Ward ward_;
    QString wantedWard_;
    StaffMember user_;
    QDate today_; ///< of what was last read
    window::Theme::TextSize staffTextSize_ = window::Theme::Normal;
    int staffLanguage_ = 0;
    QTimer minute_;
};

} // namespace lianxin::ward
