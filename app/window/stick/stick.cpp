// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/stick/stick.h"

#include "app/store/bundle.h"
#include "app/window/beside.h"
#include "app/window/files/places.h"

#include <QDir>

#include <algorithm>

namespace lianxin::window {

namespace {

namespace fs = std::filesystem;

constexpr QLatin1String answerEnding(".answer");

fs::path pathOf(const QString& path) {
    return fs::path(path.toStdU16String());
}

fs::path answerTo(const fs::path& file) {
    return file.string() + answerEnding.data();
}

/// Runs one step; what goes wrong in it is a step, too.
template <class Step>
void take(QVariantList& done, Step step) {
    const auto fault = [&done](const QString& code) {
        done.push_back(
            QVariantMap{{QStringLiteral("what"), QStringLiteral("fault")}, {QStringLiteral("code"), code}});
    };
    try {
        done.push_back(step());
    } catch (const terminal::Trouble& trouble) {
        fault(QString::fromStdString(trouble.code()));
    } catch (const std::system_error&) {
        fault(QStringLiteral("medium"));
    } catch (const std::exception&) {
        fault(QStringLiteral("storage"));
    }
}

QVariantMap received(store::Device& device, const fs::path& file) {
    const std::int64_t waited = device.replica().ledger().waiting;
    const bool taken = store::readAnswer(device, answerTo(file));
    const std::int64_t waiting = device.replica().ledger().waiting;
    // The stick goes through many hands, and these two have done what they were for. One that stays is read
    // once more and changes nothing.
    std::error_code stays;
    fs::remove(answerTo(file), stays);
    fs::remove(file, stays);
    if (!taken)
        return {{QStringLiteral("what"), QStringLiteral("late")}};
    return {{QStringLiteral("what"), QStringLiteral("received")},
            {QStringLiteral("records"), static_cast<qint64>(waited - waiting)}};
}

QVariantMap saved(store::Device& device, const fs::path& file) {
    const auto bundle = store::saveBundle(device, file);
    if (!bundle)
        return {{QStringLiteral("what"), QStringLiteral("nothing")}};
    return {{QStringLiteral("what"), QStringLiteral("saved")},
            {QStringLiteral("records"), static_cast<qint64>(bundle->records)},
            {QStringLiteral("whole"), bundle->isWhole}};
}

QVariantMap brought(const store::Settings& settings, const fs::path& file) {
    const store::BroughtBundle bundle = store::bringBundle(settings, file, answerTo(file));
    return {{QStringLiteral("what"), QStringLiteral("brought")},
            {QStringLiteral("device"), QString::fromStdString(bundle.device)},
            {QStringLiteral("records"), static_cast<qint64>(bundle.records)},
            {QStringLiteral("refused"), static_cast<qint64>(bundle.refused)},
            {QStringLiteral("before"), bundle.cameBefore},
            {QStringLiteral("changed"), bundle.historyChanged},
            {QStringLiteral("revoked"), bundle.isRevoked}};
}

} // namespace

Stick::Stick(StoreLink& store)
    : store_(store), name_(QString::fromStdString(store::bundleName(store.settings()))) {}

Stick::Seen Stick::seenOn(const QStringList& folders, const QString& name) {
    Seen first;
    for (const QString& path : folders) {
        const QDir folder(path);
        if (!folder.exists())
            continue;
        Seen seen{path, folder.exists(name + answerEnding),
                  folder.entryList({QStringLiteral("lianxin-*.bundle")}, QDir::Files, QDir::Name)};
        if (!seen.bundles.isEmpty() || seen.answered)
            return seen;
        if (first.folder.isEmpty())
            first = std::move(seen);
    }
    return first;
}

bool Stick::isWell() const {
    const auto failed = [](const QVariant& step) {
        return step.toMap()[QStringLiteral("what")] == QStringLiteral("fault");
    };
    return !done_.isEmpty() && std::none_of(done_.begin(), done_.end(), failed);
}

void Stick::look() {
    if (looking_ || working_)
        return;
    looking_ = true;
    beside(
        this,
        [folders = folders_, name = name_] {
            return seenOn(folders.isEmpty() ? mountedSticks() : folders, name);
        },
        [this](const Seen& seen) {
            looking_ = false;
            if (std::exchange(seen_, seen) != seen)
                emit changed();
        });
}

void Stick::exchange() {
    if (working_ || !isThere())
        return;
    begin();
    store_.ask(
        this,
        [file = pathOf(QDir(seen_.folder).filePath(name_)),
         answered = seen_.answered](store::Device& device) {
            QVariantList done;
            if (answered)
                take(done, [&] { return received(device, file); });
            take(done, [&] { return saved(device, file); });
            return done;
        },
        [this](const QVariantList& done) { end(done); });
}

void Stick::bring() {
    if (working_ || !isThere())
        return;
    begin();
    beside(
        this,
        [settings = store_.settings(), folder = QDir(seen_.folder), bundles = seen_.bundles] {
            QVariantList done;
            for (const QString& name : bundles)
                take(done, [&] { return brought(settings, pathOf(folder.filePath(name))); });
            return done;
        },
        [this](const QVariantList& done) { end(done); });
}

void Stick::forget() {
    done_.clear();
    emit changed();
}

void Stick::begin() {
    working_ = true;
    done_.clear();
    emit changed();
}

void Stick::end(const QVariantList& done) {
    working_ = false;
    done_ = done;
    emit changed();
    look();
}

} // namespace lianxin::window
