// SPDX-License-Identifier: GPL-3.0-or-later
// A stick between the windows of a ward tablet without a network and a desk, and the real hub.
#include "app/ctl/story_cast.h"
#include "app/ctl/story_records.h"
#include "app/window/stick/stick.h"

#include <QTemporaryDir>
#include <QThreadPool>
#include <QtTest>

using namespace lianxin;
using nlohmann::json;
using window::Stick;
using window::StoreLink;

/// In milliseconds: files are sealed and a hub in another process answers, both instrumented and beside other
/// tests.
constexpr int patience = 30'000;

class StickTest : public QObject {
    Q_OBJECT

    ctl::StoryCast cast_{LIANXIN_BIN_DIR};
    ctl::StoryRecords written_;
    QTemporaryDir folder_;

    void enrol(const std::string& name, const std::string& role, const std::string& url) {
        cast_.ask(name, {"enrol", "--hub", url, "--secret", cast_.enrolAtHub(name, role, {})});
    }

    struct Face {
        StoreLink store;
        Stick stick{store};

        Face(const std::filesystem::path& device, const QStringList& sticks) : store(device) {
            stick.lookIn(sticks);
        }
        void look() {
            stick.look();
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
        }
        /// What each step was.
        QStringList steps() const {
            QStringList steps;
            for (const QVariant& step : stick.done())
                steps.push_back(step.toMap()[QStringLiteral("what")].toString());
            return steps;
        }
        QVariant of(int step, const char* key) const {
            return stick.done().value(step).toMap()[QLatin1String(key)];
        }
    };

    Face kiosk() { return {cast_.file("kiosk"), {folder_.path()}}; }
    void writeAtKiosk(int count) {
        QCOMPARE(cast_.runWith("kiosk", {"submit"}, written_.kioskMatters(count)).status, 0);
    }
    QStringList files() const { return QDir(folder_.path()).entryList(QDir::Files); }
    void breakFile(const QString& name) {
        QFile file(folder_.filePath(name));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
    }

private slots:
    void initTestCase() {
        cast_.makeHub();
        cast_.startHub();
        enrol("desk", "desk", cast_.hubUrl());
        enrol("kiosk", "kiosk", "http://127.0.0.1:9"); // where nobody answers
    }

    void init() {
        for (const QString& name : files())
            QFile::remove(folder_.filePath(name));
    }

    void withoutAStickNothingIsDone() {
        Face face{cast_.file("kiosk"), {folder_.filePath(QStringLiteral("not-mounted"))}};
        face.look();
        QVERIFY(!face.stick.isThere());
        face.stick.exchange();
        QVERIFY(!face.stick.isWorking());
    }

    void whatWaitsIsSavedBroughtAndReceipted() {
        writeAtKiosk(3);
        qint64 waiting = 0;
        {
            Face face = kiosk();
            QTRY_VERIFY_WITH_TIMEOUT(face.store.waiting() > 0, patience);
            waiting = face.store.waiting();
            face.look();
            QVERIFY(face.stick.isThere() && !face.stick.isAnswered());
            face.stick.exchange();
            QVERIFY(face.stick.isWorking());
            QTRY_COMPARE_WITH_TIMEOUT(face.steps(), QStringList{QStringLiteral("saved")}, patience);
            QCOMPARE(face.of(0, "records").toLongLong(), waiting);
            QCOMPARE(face.of(0, "whole"), QVariant(true));
            QCOMPARE(face.store.waiting(), waiting);
            QVERIFY(face.stick.isWell());
            face.stick.forget();
            QVERIFY(face.stick.done().isEmpty());
        }
        {
            Face desk{cast_.file("desk"), {folder_.path()}};
            desk.look();
            QCOMPARE(desk.stick.bundles(), 1);
            desk.stick.bring();
            QTRY_COMPARE_WITH_TIMEOUT(desk.steps(), QStringList{QStringLiteral("brought")}, patience);
            QCOMPARE(desk.of(0, "device").toString(), QStringLiteral("kiosk"));
            QCOMPARE(desk.of(0, "records").toLongLong(), waiting);
            QCOMPARE(desk.of(0, "before"), QVariant(false));
        }
        Face face = kiosk();
        face.look();
        QVERIFY(face.stick.isAnswered());
        face.stick.exchange();
        QTRY_COMPARE_WITH_TIMEOUT(
            face.steps(), (QStringList{QStringLiteral("received"), QStringLiteral("nothing")}), patience);
        QCOMPARE(face.of(0, "records").toLongLong(), waiting);
        QTRY_COMPARE_WITH_TIMEOUT(face.store.waiting(), 0, patience);
        QCOMPARE(files(), QStringList());
    }

    void aBrokenAnswerKeepsNobodyFromSaving() {
        writeAtKiosk(1);
        Face face = kiosk();
        face.look();
        face.stick.exchange();
        QTRY_COMPARE_WITH_TIMEOUT(face.steps(), QStringList{QStringLiteral("saved")}, patience);
        const QString name = files().value(0);
        QVERIFY(QFile::copy(folder_.filePath(name), folder_.filePath(name + QStringLiteral(".answer"))));
        breakFile(name + QStringLiteral(".answer"));
        face.look();
        face.stick.exchange();
        QTRY_COMPARE_WITH_TIMEOUT(face.steps(),
                                  (QStringList{QStringLiteral("fault"), QStringLiteral("saved")}), patience);
        QVERIFY(!face.of(0, "code").toString().isEmpty());
        QVERIFY(!face.stick.isWell());
    }

    void aDeskTellsWhichFileItCouldNotBring() {
        writeAtKiosk(1);
        {
            Face face = kiosk();
            face.look();
            face.stick.exchange();
            QTRY_COMPARE_WITH_TIMEOUT(face.steps(), QStringList{QStringLiteral("saved")}, patience);
        }
        const QString whole = folder_.filePath(files().value(0));
        QVERIFY(QFile::copy(whole, folder_.filePath(QStringLiteral("lianxin-0.bundle"))));
        breakFile(QStringLiteral("lianxin-0.bundle"));
        Face desk{cast_.file("desk"), {folder_.path()}};
        desk.look();
        QCOMPARE(desk.stick.bundles(), 2);
        desk.stick.bring();
        QTRY_COMPARE_WITH_TIMEOUT(
            desk.steps(), (QStringList{QStringLiteral("fault"), QStringLiteral("brought")}), patience);
        QCOMPARE(desk.of(0, "code").toString(), QStringLiteral("torn"));
        QVERIFY(!QFile::exists(folder_.filePath(QStringLiteral("lianxin-0.bundle.answer"))));
    }

    void aStickThatCannotBeWrittenIsTold() {
        writeAtKiosk(1);
        const QString gone = folder_.filePath(QStringLiteral("pulled"));
        QVERIFY(QDir().mkpath(gone));
        Face face{cast_.file("kiosk"), {gone}};
        face.look();
        QVERIFY(face.stick.isThere() && QDir().rmdir(gone));
        face.stick.exchange();
        QTRY_COMPARE_WITH_TIMEOUT(face.steps(), QStringList{QStringLiteral("fault")}, patience);
        QCOMPARE(face.of(0, "code").toString(), QStringLiteral("medium"));
        QTRY_VERIFY_WITH_TIMEOUT(face.store.waiting() > 0, patience);
    }
};

QTEST_GUILESS_MAIN(StickTest)
#include "stick_test.moc"
