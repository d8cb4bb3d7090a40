// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/print/printing.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

namespace lianxin::window {

namespace {

/// A print server that cannot be reached is not waited for any longer.
constexpr std::chrono::seconds longestHandOver{15};

Paper paperOf(const QVariantMap& map) {
    Paper paper;
    paper.title = map.value(QStringLiteral("title")).toString();
    paper.facts = map.value(QStringLiteral("facts")).toStringList();
    paper.foot = map.value(QStringLiteral("foot")).toString();
    paper.family = map.value(QStringLiteral("family")).toString();
    paper.letters = map.value(QStringLiteral("letters")).toReal();
    paper.landscape = map.value(QStringLiteral("landscape")).toBool();
    const QStringList heads = map.value(QStringLiteral("heads")).toStringList();
    const QVariantList shares = map.value(QStringLiteral("shares")).toList();
    for (qsizetype i = 0; i < heads.size(); ++i)
        paper.columns.push_back({heads[i], shares.value(i, 1).toReal()});
    for (const QVariant& row : map.value(QStringLiteral("rows")).toList())
        paper.rows.push_back(row.toStringList());
    return paper;
}

bool writtenTo(const QString& path, const Paper& paper) {
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && writePaper(paper, file) > 0 && file.commit();
}

/// The words of the printing system are read, so they are asked for in one language.
void speakPlainly(QProcess& process) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
}

} // namespace

Printing::Printing(const QDir& folder, File file) : folder_(folder), keep_(file) {
    speakPlainly(asking_);
    speakPlainly(handing_);
    connect(&asking_, &QProcess::finished, this, [this] {
        const bool found = asking_.readAllStandardOutput().contains("destination: ");
        if (std::exchange(hasPrinter_, found) != found)
            emit changed();
    });
    connect(&handing_, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        end(status == QProcess::NormalExit && code == 0);
    });
    connect(&handing_, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false);
    });
    patience_.setSingleShot(true);
    patience_.setInterval(longestHandOver);
    connect(&patience_, &QTimer::timeout, &handing_, &QProcess::kill);
}

void Printing::look() {
    if (asking_.state() == QProcess::NotRunning)
        asking_.start(QStringLiteral("lpstat"), {QStringLiteral("-d")});
}

void Printing::print(const QVariantMap& paper, const QString& name) {
    if (state_ == Working)
        return;
    file_ = folder_.filePath(name + QStringLiteral(".pdf"));
    set(Working);
    if (!folder_.mkpath(QStringLiteral(".")))
        return end(false);
    // Thousands of rows take seconds, and the page goes on meanwhile.
    QThreadPool::globalInstance()->start(
        [this, guard = QPointer(this), path = file_, paper = paperOf(paper)] {
            const bool written = writtenTo(path, paper);
            QMetaObject::invokeMethod(
                qApp,
                [this, guard, written] {
                    if (guard)
                        written ? handOver() : end(false);
                },
                Qt::QueuedConnection);
        });
}

void Printing::handOver() {
    handing_.start(QStringLiteral("lp"), {QStringLiteral("-s"), QStringLiteral("--"), file_});
    patience_.start();
}

void Printing::end(bool printed) {
    patience_.stop();
    if (keep_ == File::Removed)
        QFile::remove(file_);
    const bool there = QFile::exists(file_);
    if (!there)
        file_.clear();
    set(printed ? Printed : there ? KeptAsFile : Failed);
}

void Printing::dismiss() {
    if (state_ != Working)
        set(Idle);
}

void Printing::set(State state) {
    state_ = state;
    emit changed();
}

} // namespace lianxin::window
