// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of a matter at the desk: added from a file, listed with how it stands, opened, copied.
#include "app/desk/evidence_draft.h"
#include "app/desk/evidence_list.h"
#include "sync/blobs/blob_address.h"

#include "tests/unit/desk/desk_records.h"
#include "tests/unit/desk/evidence_files.h"

#include <QDir>
#include <QtTest>

using namespace lianxin;
using namespace lianxin::desk;
using namespace Qt::StringLiterals;

namespace {

/// A desk with one matter, and a folder from which somebody brings files.
struct Office {
    DeskRecords records;
    platform::TemporaryFolder files;
    std::string matter = makeMatter(records);
    window::StoreLink link{records.folder()};
    EvidenceDraft draft{link};
    EvidenceList list{link};

    Office() {
        draft.open(QString::fromStdString(matter));
        list.open(QString::fromStdString(matter));
    }
    static std::string makeMatter(const DeskRecords& records) {
        store::Device device(records.folder());
        return saveMatter(device, {}).toString();
    }
    QString write(const std::string& name, const std::string& bytes) const {
        return writeFile(files.path(), name, bytes);
    }
    /// Adds a file and waits until the list shows it.
    bool add(const std::string& name, const std::string& bytes, const QString& description) {
        const int before = list.count();
        draft.choose(write(name, bytes));
        draft.setDescription(description);
        return QTest::qWaitFor([this] { return draft.hasFile(); }) && (draft.save(), true) &&
               QTest::qWaitFor([&] { return list.count() == before + 1; });
    }
    template <class Work>
    void onDevice(Work work) {
        bool done = false;
        link.ask(
            &list,
            [work](store::Device& device) {
                work(device);
                return true;
            },
            [&done](bool) { done = true; });
        QVERIFY(QTest::qWaitFor([&done] { return done; }));
    }
    QVariant at(int row, EvidenceList::Role role) const { return list.data(list.index(row), role); }
};

} // namespace

class DeskEvidenceTest : public QObject {
    Q_OBJECT

private slots:
    void aFileIsAddedWithALineAndListedWithItsPicture_R009() {
        Office office;
        QTRY_VERIFY(office.list.loaded());
        QCOMPARE(office.list.count(), 0);
        QSignalSpy saved(&office.draft, &EvidenceDraft::saved);
        office.draft.choose(office.write("收费单.jpg", pictureOf({1200, 900}, "jpeg")));
        office.draft.setDescription(u" 护士站的\n收费单 "_s);
        QTRY_VERIFY(office.draft.hasFile());
        QCOMPARE(office.draft.kind(), u"photo"_s);
        QVERIFY(!office.draft.picture().value<QImage>().isNull());
        office.draft.save();
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!office.draft.hasFile() && office.draft.description().isEmpty());
        QTRY_COMPARE(office.list.count(), 1);
        QCOMPARE(office.at(0, EvidenceList::Description).toString(), u"护士站的 收费单"_s);
        QCOMPARE(office.at(0, EvidenceList::FileName).toString(), u"收费单.jpg"_s);
        QCOMPARE(office.at(0, EvidenceList::Standing).toString(), u"waiting"_s);
        QTRY_VERIFY(!office.at(0, EvidenceList::Picture).value<QImage>().isNull());
        QCOMPARE(office.at(0, EvidenceList::Picture).value<QImage>().size(), QSize(192, 144));
        QTRY_COMPARE(office.link.evidenceWaiting(), qint64{1});
    }

    void whatCannotBeEvidenceIsRefusedAndTheLineStays_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("fault");
        QTest::newRow("too large") << u"large.jpg"_s << int{EvidenceDraft::TooLarge};
        QTest::newRow("empty") << u"empty.jpg"_s << int{EvidenceDraft::Empty};
        QTest::newRow("another kind") << u"program.jpg"_s << int{EvidenceDraft::OtherKind};
        QTest::newRow("gone") << u"gone.jpg"_s << int{EvidenceDraft::Unreadable};
        QTest::newRow("a folder") << u"folder.jpg"_s << int{EvidenceDraft::Unreadable};
    }

    void whatCannotBeEvidenceIsRefusedAndTheLineStays() {
        QFETCH(const QString, name);
        QFETCH(const int, fault);
        Office office;
        writeLarge(office.files.path(), "large.jpg", std::uintmax_t{sync::largestBlob} + 1);
        office.write("empty.jpg", "");
        office.write("program.jpg", "MZ");
        std::filesystem::create_directory(office.files.path() / "folder.jpg");
        office.draft.setDescription(u"收费单"_s);
        office.draft.choose(QString::fromStdString((office.files.path() / name.toStdString()).string()));
        QTRY_COMPARE(int{office.draft.fault()}, fault);
        QVERIFY(!office.draft.hasFile());
        office.draft.save();
        QCOMPARE(int{office.draft.fault()}, fault); // nothing was saved, and why still stands
        QCOMPARE(office.draft.description(), u"收费单"_s);
        office.draft.choose(office.write("good.png", pictureOf({20, 10}, "png")));
        QTRY_VERIFY(office.draft.hasFile());
        QCOMPARE(office.draft.fault(), EvidenceDraft::NoFault);
        office.draft.save();
        QTRY_COMPARE(office.list.count(), 1);
        QCOMPARE(office.at(0, EvidenceList::Description).toString(), u"收费单"_s);
    }

    void whatIsSavedIsWhatWasChosenThoughTheStickIsGone() {
        Office office;
        const std::string bytes = pictureOf({30, 20}, "png");
        office.draft.choose(office.write("stick.png", bytes));
        QTRY_VERIFY(office.draft.hasFile());
        std::filesystem::remove(office.files.path() / "stick.png");
        office.draft.save();
        QTRY_COMPARE(office.list.count(), 1);
        QCOMPARE(office.at(0, EvidenceList::Bytes).toLongLong(), static_cast<qint64>(bytes.size()));
    }

    void aFullDiskKeepsFileAndLineAndSaysSo() {
        Office office;
        office.draft.choose(office.write("a.jpg", pictureOf({400, 300}, "jpeg")));
        office.draft.setDescription(u"收费单"_s);
        QTRY_VERIFY(office.draft.hasFile());
        office.onDevice(
            [](store::Device& device) { device.replica().database().exec("PRAGMA max_page_count=1"); });
        office.draft.save();
        QTRY_COMPARE(office.draft.fault(), EvidenceDraft::DiskFull);
        QVERIFY(office.draft.hasFile() && office.draft.description() == u"收费单"_s);
        office.onDevice([](store::Device& device) {
            device.replica().database().exec("PRAGMA max_page_count=1073741823");
        });
        office.draft.save();
        QTRY_COMPARE(office.list.count(), 1);
    }

    void anotherMattersEvidenceIsNotMixedIn() {
        Office office;
        QVERIFY(office.add("a.png", pictureOf({9, 9}, "png"), u"第一件"_s));
        office.draft.setDescription(u"还没有存"_s);
        office.draft.open(u"another"_s);
        QVERIFY(office.draft.description().isEmpty());
        const std::string other = [&] {
            std::string id;
            office.onDevice([&id](store::Device& device) { id = saveMatter(device, {}).toString(); });
            return id;
        }();
        office.list.open(QString::fromStdString(other));
        QTRY_VERIFY(office.list.loaded());
        QCOMPARE(office.list.count(), 0);
    }

    void aPictureIsOpenedLargeAndBounded() {
        Office office;
        QVERIFY(office.add("large.jpg", pictureOf({3000, 1000}, "jpeg"), u"走廊"_s));
        ShownEvidence& shown = *office.list.shown();
        office.list.show(office.at(0, EvidenceList::Id).toString());
        QCOMPARE(shown.description(), u"走廊"_s);
        QTRY_COMPARE(shown.drawing(), ShownEvidence::Drawn);
        QCOMPARE(shown.picture().value<QImage>().width(), 2560);
        shown.close();
        QVERIFY(shown.id().isEmpty() && shown.picture().value<QImage>().isNull());
    }

    void aPictureThatClaimsToBeHugeIsKeptAndNotDrawn() {
        Office office;
        QVERIFY(office.add("huge.png", claimOf({60000, 60000}), {}));
        QVERIFY(office.add("broken.jpg", "\xff\xd8\xff\xe0 no picture", {}));
        for (int row = 0; row < 2; ++row) {
            office.list.show(office.at(row, EvidenceList::Id).toString());
            QTRY_COMPARE(office.list.shown()->drawing(), ShownEvidence::NotDrawable);
            QVERIFY(office.list.shown()->isHere());
        }
    }

    void whatIsNotHereIsAskedForWhenItIsOpened() {
        Office office;
        const std::string bytes = pictureOf({40, 40}, "png");
        QVERIFY(office.add("a.png", bytes, u"不在本机的"_s));
        // As it is where a record came without its bytes.
        office.onDevice(
            [bytes](store::Device& device) { device.replica().blobs().remove(sync::addressOf(bytes)); });
        const QString id = office.at(0, EvidenceList::Id).toString();
        office.list.open(QString::fromStdString(office.matter));
        QTRY_COMPARE(office.list.count(), 1);
        QCOMPARE(office.at(0, EvidenceList::Standing).toString(), u"away"_s);
        office.list.show(id);
        QCOMPARE(office.list.shown()->drawing(), ShownEvidence::NoPicture);
        QTRY_COMPARE(office.at(0, EvidenceList::Standing).toString(), u"fetching"_s);
        QTRY_COMPARE(office.list.shown()->standing(), u"fetching"_s);
        office.list.shown()->saveCopy(QDir::tempPath());
        QCOMPARE(office.list.shown()->copy(), ShownEvidence::NoCopy);
        office.onDevice(
            [bytes](store::Device& device) { device.replica().blobs().put(sync::addressOf(bytes), bytes); });
        QTRY_COMPARE(office.list.shown()->drawing(), ShownEvidence::Drawn); // it has come, and shows itself
    }

    void whatWasErasedIsSeenNowhere() {
        Office office;
        QVERIFY(office.add("a.png", pictureOf({9, 9}, "png"), {}));
        const QString id = office.at(0, EvidenceList::Id).toString();
        office.list.show(id);
        QTRY_COMPARE(office.list.shown()->drawing(), ShownEvidence::Drawn);
        office.onDevice([id = *sync::Uuid::parse(id.toStdString())](store::Device& device) {
            auto& table = device.replica().tables().of(*device.schema().find("evidence"));
            table.remove(table.find(id)->position);
        });
        QTRY_COMPARE(office.list.count(), 0);
        QVERIFY(office.list.shown()->id().isEmpty());
        QVERIFY(office.list.shown()->picture().value<QImage>().isNull());
    }

    void aCopyIsWrittenBesideWhatLiesThereUnderWhatItIs() {
        Office office;
        const std::string bytes = "ID3 a recording";
        QVERIFY(office.add("voice.exe", bytes, {}));
        ShownEvidence& shown = *office.list.shown();
        office.list.show(office.at(0, EvidenceList::Id).toString());
        QCOMPARE(shown.kind(), u"recording"_s);
        const platform::TemporaryFolder to;
        const QString folder = QString::fromStdString(to.path().string());
        for (const char* name : {"voice.exe.mp3", "voice.exe (2).mp3"}) {
            shown.saveCopy(folder);
            QTRY_COMPARE(shown.copy(), ShownEvidence::Copied);
            QCOMPARE(shown.copiedTo(), QDir(folder).filePath(QString::fromUtf8(name)));
            QFile copy(shown.copiedTo());
            QVERIFY(copy.open(QIODevice::ReadOnly) && copy.readAll().toStdString() == bytes);
        }
        shown.saveCopy(folder + u"/no such folder"_s);
        QTRY_COMPARE(shown.copy(), ShownEvidence::FolderFailed);
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), qsizetype{2});
    }

    void whatTheHubRefusedSaysSo() {
        Office office;
        QVERIFY(office.add("a.png", pictureOf({9, 9}, "png"), {}));
        const std::string id = office.at(0, EvidenceList::Id).toString().toStdString();
        office.onDevice([id](store::Device& device) {
            auto& replica = device.replica();
            const sync::RecordType* type = device.schema().find("evidence");
            const auto row = replica.tables().of(*type).find(*sync::Uuid::parse(id));
            replica.setAside({type, row->record.id, row->position},
                             {sync::NextAction::Refused, "wrong-content", {}, {}});
        });
        QTRY_COMPARE(office.at(0, EvidenceList::Standing).toString(), u"parked"_s);
    }
};

QTEST_GUILESS_MAIN(DeskEvidenceTest)
#include "desk_evidence_test.moc"
