// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/kiosk/kiosk_in_use.h"

#include "platform/process/child.h"

#include <QtTest>

namespace lianxin::tests {

namespace {

using namespace Qt::StringLiterals;

void runControl(const std::filesystem::path& folder, std::vector<std::string> words) {
    words.insert(words.begin(), {LIANXIN_BIN_DIR "/lianxinctl", "--data", folder});
    auto child = platform::Child::start(words);
    if (child.wait(std::chrono::minutes(1)) != 0)
        qFatal("%s did not end well", words[3].c_str());
}

const std::filesystem::path& made(const std::filesystem::path& folder, const std::string& hubUrl) {
    runControl(folder, {"enrol", "--hub", hubUrl, "--secret", "no hub knows it"});
    runControl(folder, {"import", LIANXIN_SOURCE_DIR "/app/domain/sample"});
    return folder;
}

} // namespace

KioskInUse::KioskInUse(const std::string& hubUrl)
    : face_(made(folder_.path(), hubUrl), window::Theme::Kiosk, QSize(1080, 1920), 0),
      finger_(face_.window()) {
    face_.window().requestActivate();
    const bool ready = QTest::qWaitForWindowActive(&face_.window()) && QTest::qWaitFor([this] {
                           return kiosk().shelf()->form().has_value() &&
                                  !kiosk().hospital()->name().isEmpty() &&
                                  kiosk().directory()->rowCount({}) > 0;
                       });
    if (!ready)
        qFatal("the kiosk did not open");
}

bool KioskInUse::sees(const QString& name) {
    return QTest::qWaitFor([&] { return finger_.find(name) != nullptr; });
}

bool KioskInUse::touch(const QString& name) {
    const bool touched = finger_.touch(name);
    settle();
    return touched;
}

void KioskInUse::settle() {
    constexpr int turns = 4;
    for (int turn = 0; turn < turns; ++turn) {
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void KioskInUse::goHome() {
    kiosk().endSitting();
    fillDisk(false);
    settle();
}

bool KioskInUse::write(const QString& field, const QString& text) {
    if (!touch(field) || !QTest::qWaitFor([this] { return kiosk().composer()->writing(); }))
        return false;
    kiosk().composer()->insert(text);
    settle();
    return true;
}

bool KioskInUse::raiseUntil(const QString& name) {
    const auto isThere = [&] { return finger_.find(name) != nullptr; };
    const auto go = [&](std::initializer_list<QString> names) {
        return std::all_of(names.begin(), names.end(), [&](const QString& one) { return touch(one); });
    };
    if (!go({u"我要反映"_s}) || isThere() || !go({u"建议："_s, u"下一步"_s}) || isThere() ||
        !go({u"说不清，或和科室无关"_s, u"下一步"_s}) || isThere())
        return isThere();
    if (!write(u"发生了什么事"_s, u"电梯停了"_s))
        return false;
    kiosk().composer()->close();
    if (!go({u"下一步"_s}) || isThere() || !go({u"下一步"_s}) || isThere() || !go({u"下一步"_s}) ||
        isThere() || !go({u"不留姓名"_s, u"下一步"_s}))
        return isThere();
    return sees(name);
}

std::vector<sync::Record> KioskInUse::records(const std::string& type) {
    std::optional<std::vector<sync::Record>> all;
    face_.store().ask(
        &face_.controller(),
        [type](store::Device& device) {
            std::vector<sync::Record> found;
            device.visitAll(type, [&found](const sync::Record& record) { found.push_back(record); });
            return found;
        },
        [&all](std::vector<sync::Record> found) { all = std::move(found); });
    if (!QTest::qWaitFor([&all] { return all.has_value(); }))
        qFatal("the device did not answer");
    return *all;
}

void KioskInUse::fillDisk(bool full) {
    bool done = false;
    face_.store().ask(
        &face_.controller(),
        [full](store::Device& device) {
            // No page may be added to the file: SQLite says of that what it says of a full disk.
            device.replica().database().exec(full ? "PRAGMA max_page_count=1"
                                                  : "PRAGMA max_page_count=1073741823");
            return true;
        },
        [&done](bool) { done = true; });
    if (!QTest::qWaitFor([&done] { return done; }))
        qFatal("the device did not answer");
}

} // namespace lianxin::tests
