// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence on a matter's page, touched by name as somebody at the desk touches it.
#include "app/desk/desk.h"
#include "app/device/face_window.h"
#include "app/device/tour/finger.h"
#include "sync/blobs/blob_address.h"

#include "tests/unit/desk/desk_records.h"
#include "tests/unit/desk/evidence_files.h"

#include <QtTest>

using namespace lianxin;
using namespace Qt::StringLiterals;

namespace {

/// A desk whose window shows a matter, and a folder with files.
struct OpenMatter {
    desk::DeskRecords records;
    platform::TemporaryFolder files;
    QString matter = makeMatter(records);
    device::FaceWindow face{records.folder(), window::Theme::Desk, QSize(1366, 768), 0};
    device::Finger finger{face.window()};
    desk::Desk& office = *qobject_cast<desk::Desk*>(&face.controller());

    OpenMatter() {
        face.window().requestActivate();
        office.files()->open(QString::fromStdString(files.path().string()));
        office.openMatter(matter);
        if (!QTest::qWaitForWindowActive(&face.window()) ||
            !QTest::qWaitFor([this] { return office.matter()->found() && office.evidence()->loaded(); }))
            qFatal("the matter did not open");
    }
    static QString makeMatter(const desk::DeskRecords& records) {
        store::Device device(records.folder());
        return QString::fromStdString(desk::saveMatter(device, {}).toString());
    }
    bool sees(const QString& name) const {
        return QTest::qWaitFor([&] { return finger.sees(name); });
    }
    bool leaves(const QString& name) const {
        return QTest::qWaitFor([&] { return !finger.sees(name); });
    }
    bool add(const QString& file, const QString& words) {
        if (!finger.touch(u"添加证据"_s) || !finger.touch(u"说明"_s))
            return false;
        finger.type(words);
        return finger.touch(u"选文件"_s) && finger.touch(file) &&
               QTest::qWaitFor([this] { return office.evidenceDraft()->hasFile(); }) &&
               finger.touch(u"保存"_s);
    }
};

} // namespace

class EvidencePageTest : public QObject {
    Q_OBJECT

private slots:
    void aPictureIsAddedListedOpenedAndClosed_R009() {
        OpenMatter open;
        desk::writeFile(open.files.path(), "bill.jpg", desk::pictureOf({800, 600}, "jpeg"));
        QVERIFY(open.sees(u"还没有照片、录音或文件"_s));
        QVERIFY(open.add(u"bill.jpg"_s, u"护士站的收费单"_s));
        const QString row = u"护士站的收费单，照片"_s;
        QVERIFY(open.sees(row));
        QCOMPARE(open.office.toast(), u"saved"_s);
        QVERIFY(open.leaves(u"说明"_s));
        QVERIFY(open.finger.touch(row));
        QVERIFY(open.sees(u"照片：护士站的收费单"_s));
        QVERIFY(open.finger.touch(u"放大"_s));
        QVERIFY(open.finger.touch(u"看整张"_s));
        QVERIFY(open.finger.touch(u"关上"_s));
        QVERIFY(open.leaves(u"照片：护士站的收费单"_s));
        QVERIFY(open.office.evidence()->shown()->picture().value<QImage>().isNull());
    }

    void aFileThatIsTooLargeIsRefusedAndTheWordsStay() {
        OpenMatter open;
        desk::writeLarge(open.files.path(), "large.jpg", std::uintmax_t{sync::largestBlob} + 1);
        desk::writeFile(open.files.path(), "small.jpg", desk::pictureOf({80, 60}, "jpeg"));
        QVERIFY(!open.office.evidenceDraft()->hasFile());
        QVERIFY(open.finger.touch(u"添加证据"_s));
        QVERIFY(open.finger.touch(u"说明"_s));
        open.finger.type(u"走廊的地"_s);
        QVERIFY(open.finger.touch(u"选文件"_s));
        QVERIFY(open.finger.touch(u"large.jpg"_s));
        QVERIFY(open.sees(u"没有添加：“large.jpg”超过 16 MB"_s));
        QCOMPARE(open.finger.find(u"说明"_s)->property("text").toString(), u"走廊的地"_s);
        QVERIFY(open.finger.touch(u"选文件"_s));
        QVERIFY(open.finger.touch(u"small.jpg"_s));
        QVERIFY(open.leaves(u"没有添加"_s));
        QVERIFY(open.finger.touch(u"保存"_s));
        QVERIFY(open.sees(u"走廊的地，照片"_s));
    }

    void aRecordingIsSavedToAFolderThatAPersonChooses() {
        OpenMatter open;
        desk::writeFile(open.files.path(), "voice.mp3", "ID3 somebody speaks");
        std::filesystem::create_directory(open.files.path() / "out");
        QVERIFY(open.add(u"voice.mp3"_s, u"电话录音"_s));
        QVERIFY(open.finger.touch(u"电话录音，录音"_s));
        QVERIFY(open.sees(u"录音在这里放不了"_s));
        QVERIFY(open.finger.touch(u"另存一份"_s));
        QVERIFY(open.finger.touch(u"out"_s));
        QVERIFY(open.sees(u"这里是空的，可以存在这里"_s));
        QVERIFY(open.finger.touch(u"存在这里"_s));
        QVERIFY(open.sees(u"已存一份："_s));
        QVERIFY(std::filesystem::exists(open.files.path() / "out" / "voice.mp3"));
        open.finger.strike(Qt::Key_Escape, Qt::NoModifier);
        QVERIFY(open.leaves(u"录音在这里放不了"_s));
        QCOMPARE(open.office.page(), desk::Desk::Matter); // Esc closed what lay over the page, and no more
    }

    void nothingIsSavedWithoutAFileAndThePageSaysWhatIsMissing() {
        OpenMatter open;
        QVERIFY(open.finger.touch(u"添加证据"_s));
        QVERIFY(open.finger.touch(u"保存"_s));
        QVERIFY(open.sees(u"还没有选文件 先选一个文件"_s));
        open.finger.strike(Qt::Key_Escape, Qt::NoModifier);
        QVERIFY(open.leaves(u"说明"_s));
        QCOMPARE(open.office.evidence()->count(), 0);
    }
};

QTEST_MAIN(EvidencePageTest)
#include "evidence_page_test.moc"
