// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/kiosk.h"

#include "app/domain/lookup_code.h"

#include <QClipboard>
#include <QGuiApplication>

namespace lianxin::kiosk {

namespace {

constexpr std::chrono::seconds patience{60};
constexpr int receiptSeconds = 60;

Kiosk::Fault faultOf(const sync::SaveError& error) {
    if (!error.detail.empty())
        qWarning("not saved: %s", error.detail.c_str());
    switch (error.fault) {
    case sync::SaveFault::StorageFull:
        return Kiosk::DiskFull;
    case sync::SaveFault::StorageFailed:
        return Kiosk::DiskFailed;
    case sync::SaveFault::Content:
    case sync::SaveFault::NoSuchRecord:
    case sync::SaveFault::AlreadyExists:
        return Kiosk::NotAccepted;
    }
    return Kiosk::NotAccepted;
}

} // namespace

Kiosk::Kiosk(window::StoreLink& store, window::Theme& theme, window::Language& language)
    : store_(store),
      theme_(theme),
      language_(language),
      hospital_(store),
      directory_(store),
      printing_(QDir::temp().filePath(QStringLiteral("lianxin-print")), window::Printing::File::Removed),
      shelf_(store, "outpatient_satisfaction"),
      lookup_(store.settings()) {
    connect(&language_, &window::Language::changed, this, [this] {
        survey_.setLanguage(language_.code());
        composer_.setUsuallyLatin(language_.code() == QStringLiteral("en"));
    });
    connect(&theme_, &window::Theme::changed, this, [this] { survey_.setOneTask(theme_.isElder()); });
    connect(&hospital_, &window::HospitalFace::changed, this,
            [this] { theme_.setFacesNeutral(hospital_.facesNeutral()); });
    connect(&idle_, &IdleWatch::left, this, &Kiosk::endSitting);
    connect(&store_, &window::StoreLink::changed, this, &Kiosk::lookWhetherReceived);
    second_.setInterval(std::chrono::seconds(1));
    connect(&second_, &QTimer::timeout, this, &Kiosk::tick);
    second_.start();
}

void Kiosk::begin(Page page) {
    if (page == Survey && shelf_.form())
        survey_.open(shelf_.form()->form, language_.code());
    idle_.start(theme_.isElder() ? 2 * patience : patience);
    show(page);
}

/// `make(device)` gives the records and the code under which they can be looked up.
template <class Make>
void Kiosk::save(Make make) {
    setSaving(true, NoFault);
    store_.ask(
        this,
        [make = std::move(make)](store::Device& device) {
            const auto [records, code] = make(device);
            const auto saved = device.save(records);
            if (!saved)
                return Outcome{faultOf(saved.error()), {}, 0};
            return Outcome{NoFault, code, saved->back().position};
        },
        [this, sitting = sitting_](const Outcome& outcome) {
            if (sitting != sitting_)
                return; // it is saved; whoever stands here now is told nothing of it
            setSaving(false, outcome.fault);
            if (outcome.fault == NoFault)
                saved(outcome.code, outcome.position);
        });
}

void Kiosk::saveMatter() {
    if (saving_ || matter_.isEmpty())
        return;
    save([facts = matter_.facts(language_.code(), QDate::currentDate())](store::Device& device) {
        const std::string code = domain::makeLookupCode(device.random());
        return std::pair(recordsOf(facts, code, device),
                         QString::fromStdString(domain::lookupCodeInGroups(code)));
    });
}

void Kiosk::saveSurvey() {
    if (saving_ || !survey_.isOpen() || !shelf_.form())
        return;
    save([form = *shelf_.form(), answers = survey_.answers(),
          language = language_.code().toStdString()](store::Device& device) {
        const window::FilledIn how{"outpatient_survey", "patient", language, "kiosk"};
        return std::pair(std::vector{window::responseRecord(form, answers, how, device)}, QString());
    });
}

void Kiosk::saved(const QString& code, sync::LocalSequence position) {
    matter_.clear();
    survey_.clear();
    receipt_ = {code, now(), position, false};
    receiptSecondsLeft_ = theme_.isElder() ? 2 * receiptSeconds : receiptSeconds;
    idle_.stop();
    emit receiptChanged();
    emit receiptTimeChanged();
    show(Receipt);
    lookWhetherReceived();
}

void Kiosk::lookWhetherReceived() {
    if (page_ != Receipt || receipt_.received)
        return;
    store_.ask(
        this,
        [position = receipt_.position](store::Device& device) {
            return device.replica().state().receivedThrough >= position;
        },
        [this, sitting = sitting_](bool received) {
            if (sitting != sitting_ || !received)
                return;
            receipt_.received = true;
            emit receiptChanged();
        });
}

void Kiosk::endSitting() {
    ++sitting_;
    idle_.stop();
    matter_.clear();
    survey_.clear();
    receipt_ = {};
    receiptSecondsLeft_ = 0;
    setSaving(false, NoFault);
    emit receiptChanged();
    lookup_.clear();
    composer_.forget();
    composer_.close();
    QGuiApplication::clipboard()->clear();
    theme_.setTextSize(window::Theme::Normal);
    language_.setIndex(0);
    show(Home);
    // The next person's records are another writer's.
    store_.ask(
        this,
        [](store::Device& device) {
            device.replica().beginRun();
            return true;
        },
        [](bool) {});
}

void Kiosk::tick() {
    emit nowChanged();
    if (page_ != Receipt)
        return;
    --receiptSecondsLeft_;
    emit receiptTimeChanged();
    if (receiptSecondsLeft_ <= 0)
        endSitting();
}

void Kiosk::show(Page page) {
    if (std::exchange(page_, page) != page)
        emit pageChanged();
}

void Kiosk::setSaving(bool saving, Fault fault) {
    saving_ = saving;
    fault_ = fault;
    emit savingChanged();
}

} // namespace lianxin::kiosk
