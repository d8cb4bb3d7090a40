// SPDX-License-Identifier: GPL-3.0-or-later
// The service office's desk: which page stands, and the models behind the pages.
#pragma once

#include "app/desk/device_list.h"
#include "app/desk/evidence_draft.h"
#include "app/desk/evidence_list.h"
#include "app/desk/inbox.h"
#include "app/desk/register_book.h"
#include "app/desk/response_sheet.h"
#include "app/desk/sync_sheet.h"
#include "app/desk/versions_sheet.h"
#include "app/window/directory.h"
#include "app/window/files/folder_list.h"
#include "app/window/hospital_face.h"
#include "app/window/language.h"
#include "app/window/print/printing.h"
#include "app/window/stick/stick.h"

namespace lianxin::desk {

class Desk : public QObject {
    Q_OBJECT
    Q_PROPERTY(lianxin::window::StoreLink* store READ store CONSTANT)
    Q_PROPERTY(lianxin::window::HospitalFace* hospital READ hospital CONSTANT)
    Q_PROPERTY(lianxin::window::Directory* directory READ directory CONSTANT)
    Q_PROPERTY(lianxin::window::Language* language READ language CONSTANT)
    Q_PROPERTY(lianxin::desk::IndexKeeper* keeper READ keeper CONSTANT)
    Q_PROPERTY(lianxin::desk::Inbox* matters READ matters CONSTANT)
    Q_PROPERTY(lianxin::desk::Inbox* responses READ responses CONSTANT)
    Q_PROPERTY(lianxin::desk::MatterSheet* matter READ matter CONSTANT)
    Q_PROPERTY(lianxin::desk::EvidenceList* evidence READ evidence CONSTANT)
    Q_PROPERTY(lianxin::desk::EvidenceDraft* evidenceDraft READ evidenceDraft CONSTANT)
    Q_PROPERTY(lianxin::window::FolderList* files READ files CONSTANT)
    Q_PROPERTY(lianxin::desk::VersionsSheet* versions READ versions CONSTANT)
    Q_PROPERTY(lianxin::desk::ResponseSheet* response READ response CONSTANT)
    Q_PROPERTY(lianxin::desk::SyncSheet* sync READ sync CONSTANT)
    Q_PROPERTY(lianxin::desk::DeviceList* devices READ devices CONSTANT)
    Q_PROPERTY(lianxin::desk::RegisterBook* registerBook READ registerBook CONSTANT)
    Q_PROPERTY(lianxin::window::Printing* printing READ printing CONSTANT)
    Q_PROPERTY(lianxin::window::Stick* stick READ stick CONSTANT)
    Q_PROPERTY(Page page READ page NOTIFY pageChanged)
    Q_PROPERTY(QString toast READ toast NOTIFY toastChanged)

public:
    enum Page { Matters, Responses, Sync, Matter, Form, Versions, Response };
    Q_ENUM(Page)

    /// All of them outlive it.
    Desk(window::StoreLink& store, window::Language& language);

    window::StoreLink* store() { return &store_; }
    window::HospitalFace* hospital() { return &hospital_; }
    window::Directory* directory() { return &directory_; }
    window::Language* language() { return &language_; }
    IndexKeeper* keeper() { return &keeper_; }
    Inbox* matters() { return &matters_; }
    Inbox* responses() { return &responses_; }
    MatterSheet* matter() { return &matter_; }
    EvidenceList* evidence() { return &evidence_; }
    EvidenceDraft* evidenceDraft() { return &evidenceDraft_; }
    window::FolderList* files() { return &files_; }
    VersionsSheet* versions() { return &versions_; }
    ResponseSheet* response() { return &response_; }
    SyncSheet* sync() { return &sync_; }
    DeviceList* devices() { return &devices_; }
    RegisterBook* registerBook() { return &registerBook_; }
    window::Printing* printing() { return &printing_; }
    window::Stick* stick() { return &stick_; }
    Page page() const { return stack_.back(); }
    /// "saved", "registered", "decided" or "opened": what has just succeeded; empty: nothing.
    QString toast() const { return toast_; }

    /// One of the places of the navigation.
    Q_INVOKABLE void go(Page place);
    /// Shows a matter beside the list; its page does not open.
    Q_INVOKABLE void preview(const QString& id);
    Q_INVOKABLE void openMatter(const QString& id);
    Q_INVOKABLE void openForm();
    Q_INVOKABLE void openVersions(const QString& field);
    Q_INVOKABLE void openResponse(const QString& id);
    /// To the page this one was opened from.
    Q_INVOKABLE void back();
    Q_INVOKABLE void dismissToast();

signals:
    void pageChanged();
    void toastChanged();

private:
    void show(const QString& id);
    void push(Page page);
    void tell(const QString& toast);

    window::StoreLink& store_;
    window::Language& language_;
    window::HospitalFace hospital_;
    window::Directory directory_;
    IndexKeeper keeper_;
    Inbox matters_;
    Inbox responses_;
    MatterSheet matter_;
    EvidenceList evidence_;
    EvidenceDraft evidenceDraft_;
    window::FolderList files_;
    VersionsSheet versions_;
    ResponseSheet response_;
    SyncSheet sync_;
    DeviceList devices_;
    RegisterBook registerBook_;
    window::Printing printing_;
    window::Stick stick_;
    std::vector<Page> stack_{Matters};
    QString toast_;
    QTimer toastTime_;
};

} // namespace lianxin::desk
