// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"

#include "app/domain/codes.h"

#include <QStandardPaths>

namespace lianxin::desk {

namespace {

constexpr std::chrono::seconds toastStays{6};

/// The office keeps its register; where there is no printer the file is all there is of it.
QDir papers() {
    return QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
        .filePath(QStringLiteral("连心"));
}

/// By what files are called; what they are is seen when one is chosen.
QStringList namesOfEvidence() {
    QStringList names{QStringLiteral("*.jpeg")};
    for (const std::string_view mediaType : domain::evidenceMediaTypes)
        names.push_back(QStringLiteral("*") + QString::fromUtf8(domain::fileEndingOf(mediaType)));
    return names;
}

} // namespace

Desk::Desk(window::StoreLink& store, window::Language& language)
    : store_(store),
      language_(language),
      hospital_(store),
      directory_(store),
      keeper_(store),
      matters_(store, keeper_, List::Matters),
      responses_(store, keeper_, List::Responses),
      matter_(store),
      evidence_(store),
      evidenceDraft_(store),
      files_(namesOfEvidence()),
      versions_(store),
      response_(store),
      sync_(store),
      devices_(store),
      registerBook_(store),
      printing_(papers(), window::Printing::File::Kept),
      stick_(store) {
    toastTime_.setSingleShot(true);
    toastTime_.setInterval(toastStays);
    connect(&toastTime_, &QTimer::timeout, this, &Desk::dismissToast);
    connect(&matter_, &MatterSheet::saved, this, [this](bool registered) {
        if (page() == Form)
            back();
        tell(registered ? QStringLiteral("registered") : QStringLiteral("saved"));
    });
    connect(this, &Desk::pageChanged, this, [this] {
        if (page() == Matter)
            evidence_.open(matter_.id());
        else
            evidence_.close();
    });
    connect(&evidenceDraft_, &EvidenceDraft::saved, this, [this] { tell(QStringLiteral("saved")); });
    connect(&versions_, &VersionsSheet::decided, this, [this] {
        if (page() == Versions)
            back();
        tell(QStringLiteral("decided"));
    });
    connect(&response_, &ResponseSheet::matterOpened, this, [this](const QString& id) {
        openMatter(id);
        tell(QStringLiteral("opened"));
    });
}

void Desk::go(Page place) {
    stack_ = {place};
    emit pageChanged();
}

void Desk::push(Page page) {
    // The way back is the way one came: a page that is on it is not entered twice.
    const auto known = std::find(stack_.begin(), stack_.end(), page);
    stack_.erase(known, stack_.end());
    stack_.push_back(page);
    emit pageChanged();
}

void Desk::preview(const QString& id) {
    if (page() == Matters)
        show(id);
}

void Desk::show(const QString& id) {
    if (matter_.id() != id)
        matter_.open(id);
}

void Desk::openMatter(const QString& id) {
    if (id.isEmpty())
        return;
    show(id);
    evidenceDraft_.open(id);
    push(Matter);
}

void Desk::openForm() {
    if (!matter_.found())
        return;
    matter_.beginForm();
    push(Form);
}

void Desk::openVersions(const QString& field) {
    versions_.open(matter_.id(), field);
    push(Versions);
}

void Desk::openResponse(const QString& id) {
    if (id.isEmpty())
        return;
    response_.open(id);
    push(Response);
}

void Desk::back() {
    if (stack_.size() < 2)
        return;
    stack_.pop_back();
    emit pageChanged();
}

void Desk::tell(const QString& toast) {
    toast_ = toast;
    toastTime_.start();
    emit toastChanged();
}

void Desk::dismissToast() {
    toast_.clear();
    emit toastChanged();
}

} // namespace lianxin::desk
