// SPDX-License-Identifier: GPL-3.0-or-later
// The lobby kiosk: which page stands, and that everything of a person is forgotten when the sitting ends.
// A sitting is one patient's time at the kiosk; between sittings home stands, in the kiosk's own language and
// size.
#pragma once

#include "app/kiosk/idle_watch.h"
#include "app/kiosk/matter_draft.h"
#include "app/kiosk/matter_lookup.h"
#include "app/window/directory.h"
#include "app/window/form_shelf.h"
#include "app/window/form_sitting.h"
#include "app/window/hospital_face.h"
#include "app/window/input/composer.h"
#include "app/window/language.h"
#include "app/window/print/printing.h"

#include <QDateTime>

namespace lianxin::kiosk {

class Kiosk : public QObject {
    Q_OBJECT
    Q_PROPERTY(lianxin::window::StoreLink* store READ store CONSTANT)
    Q_PROPERTY(lianxin::window::HospitalFace* hospital READ hospital CONSTANT)
    Q_PROPERTY(lianxin::window::Directory* directory READ directory CONSTANT)
    Q_PROPERTY(lianxin::window::Language* language READ language CONSTANT)
    Q_PROPERTY(lianxin::kiosk::MatterDraft* matter READ matter CONSTANT)
    Q_PROPERTY(lianxin::window::FormShelf* shelf READ shelf CONSTANT)
    Q_PROPERTY(lianxin::window::FormSitting* survey READ survey CONSTANT)
    Q_PROPERTY(lianxin::kiosk::MatterLookup* lookup READ lookup CONSTANT)
    Q_PROPERTY(lianxin::window::Composer* composer READ composer CONSTANT)
    Q_PROPERTY(lianxin::kiosk::IdleWatch* idle READ idle CONSTANT)
    Q_PROPERTY(lianxin::window::Printing* printing READ printing CONSTANT)
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(QDateTime now READ now NOTIFY nowChanged)
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
    Q_PROPERTY(Fault fault READ fault NOTIFY savingChanged)
    Q_PROPERTY(QString receiptCode READ receiptCode NOTIFY receiptChanged)
    Q_PROPERTY(QDateTime savedAt READ savedAt NOTIFY receiptChanged)
    Q_PROPERTY(bool isReceived READ isReceived NOTIFY receiptChanged)
    Q_PROPERTY(int receiptSecondsLeft READ receiptSecondsLeft NOTIFY receiptTimeChanged)

public:
    enum Page { Home, Survey, Matter, Receipt, Card, Lookup };
    Q_ENUM(Page)
    /// Why something was not saved; what was typed still stands.
    enum Fault { NoFault, DiskFull, DiskFailed, NotAccepted };
    Q_ENUM(Fault)

    /// All of them outlive it.
    Kiosk(window::StoreLink& store, window::Theme& theme, window::Language& language);

    window::StoreLink* store() { return &store_; }
    window::HospitalFace* hospital() { return &hospital_; }
    window::Directory* directory() { return &directory_; }
    window::Printing* printing() { return &printing_; }
    window::Language* language() { return &language_; }
    MatterDraft* matter() { return &matter_; }
    window::FormShelf* shelf() { return &shelf_; }
    window::FormSitting* survey() { return &survey_; }
    MatterLookup* lookup() { return &lookup_; }
    window::Composer* composer() { return &composer_; }
    IdleWatch* idle() { return &idle_; }
    Page page() const { return page_; }
    QDateTime now() const { return QDateTime::currentDateTime(); }
    bool saving() const { return saving_; }
    Fault fault() const { return fault_; }
    QString receiptCode() const { return receipt_.code; }
    QDateTime savedAt() const { return receipt_.savedAt; }
    bool isReceived() const { return receipt_.received; }
    int receiptSecondsLeft() const { return receiptSecondsLeft_; }

    /// A person touched one of home's cards: a sitting begins.
    Q_INVOKABLE void begin(Page page);
    Q_INVOKABLE void saveMatter();
    Q_INVOKABLE void saveSurvey();
    /// Back to home. Nothing of the sitting is left in this program.
    Q_INVOKABLE void endSitting();

signals:
    void pageChanged();
    void nowChanged();
    void savingChanged();
    void receiptChanged();
    void receiptTimeChanged();

private:
    /// What the person takes home of what was saved.
    struct TakenHome {
        QString code;
        QDateTime savedAt;
        sync::LocalSequence position = 0;
        bool received = false;
    };

    void show(Page page);
    void setSaving(bool saving, Fault fault);
    struct Outcome {
        Fault fault = NoFault;
        QString code; ///< empty where there is nothing to look up
        sync::LocalSequence position = 0;
    };
    template <class Make>
    void save(Make make);
    void saved(const QString& code, sync::LocalSequence position);
    void lookWhetherReceived();
    void tick();

    window::StoreLink& store_;
    window::Theme& theme_;
    window::Language& language_;
    window::HospitalFace hospital_;
    window::Directory directory_;
    window::Printing printing_;
    MatterDraft matter_;
    window::FormShelf shelf_;
    window::FormSitting survey_;
    MatterLookup lookup_;
    window::Composer composer_;
    IdleWatch idle_;
    QTimer second_;
    Page page_ = Home;
    bool saving_ = false;
    Fault fault_ = NoFault;
    TakenHome receipt_;
    int receiptSecondsLeft_ = 0;
    quint64 sitting_ = 0; ///< what was asked for one person is not shown to the next
};

} // namespace lianxin::kiosk
