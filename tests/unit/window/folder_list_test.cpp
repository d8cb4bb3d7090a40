// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/files/folder_list.h"
#include "platform/files/temporary_folder.h"

#include <QDir>
#include <QtTest>

#include <fstream>

using namespace lianxin;
using namespace lianxin::window;
using namespace Qt::StringLiterals;

class FolderListTest : public QObject {
    Q_OBJECT

    std::unique_ptr<platform::TemporaryFolder> folder_;
    std::unique_ptr<FolderList> list_;

    QString path(const QString& name) const {
        return QDir(QString::fromStdString(folder_->path().string())).filePath(name);
    }
    void write(const std::string& name, std::chrono::hours before) {
        const auto file = folder_->path() / name;
        std::ofstream(file) << name;
        std::filesystem::last_write_time(file, std::filesystem::last_write_time(file) - before);
    }
    QStringList names() const {
        QStringList names;
        for (int row = 0; row < list_->count(); ++row)
            names.push_back(list_->data(list_->index(row), FolderList::Name).toString());
        return names;
    }
    bool opened(const QString& folder) {
        list_->open(folder);
        return QTest::qWaitFor([this] { return !list_->isLooking(); });
    }

private slots:
    void init() {
        folder_ = std::make_unique<platform::TemporaryFolder>();
        list_ = std::make_unique<FolderList>(QStringList{u"*.jpg"_s, u"*.pdf"_s});
    }

    void foldersComeFirstAndOfFilesTheNewest() {
        write("old.jpg", std::chrono::hours(48));
        write("NEW.JPG", std::chrono::hours(1));
        write("paper.pdf", std::chrono::hours(24));
        write("program.exe", std::chrono::hours(0));
        write(".hidden.jpg", std::chrono::hours(0));
        std::filesystem::create_directory(folder_->path() / "b");
        std::filesystem::create_directory(folder_->path() / "a");
        QVERIFY(opened(path({})));
        QCOMPARE(names(), (QStringList{u"a"_s, u"b"_s, u"NEW.JPG"_s, u"paper.pdf"_s, u"old.jpg"_s}));
        QVERIFY(list_->data(list_->index(0), FolderList::IsFolder).toBool());
        QCOMPARE(list_->data(list_->index(2), FolderList::Bytes).toLongLong(), qint64{7});
        QVERIFY(list_->isReadable() && !list_->isCut());
    }

    void oneGoesDownAndUpAgain() {
        std::filesystem::create_directory(folder_->path() / "a");
        QVERIFY(opened(path(u"a"_s)));
        QCOMPARE(list_->count(), 0);
        list_->goUp();
        QTRY_COMPARE(names(), QStringList{u"a"_s});
        QCOMPARE(QDir(list_->folder()), QDir(path({})));
        QVERIFY(opened(u"/"_s));
        QVERIFY(!list_->canGoUp());
    }

    void aFolderThatIsGoneIsNotReadable() {
        QVERIFY(opened(path(u"stick"_s)));
        QVERIFY(!list_->isReadable());
        QCOMPARE(list_->count(), 0);
    }

    void noListIsEndless() {
        for (int file = 0; file < list_->most() + 1; ++file)
            std::ofstream(folder_->path() / (std::to_string(file) + ".jpg")) << file;
        QVERIFY(opened(path({})));
        QCOMPARE(list_->count(), list_->most());
        QVERIFY(list_->isCut());
    }

    void atFirstOneOfThePlacesStands() {
        QVERIFY(opened({}));
        const QVariantList places = list_->places();
        QVERIFY(!places.isEmpty());
        QCOMPARE(list_->folder(), places.front().toMap().value(u"path"_s).toString());
    }

    void whoeverGoesOnSeesTheLastFolder() {
        write("a.jpg", std::chrono::hours(0));
        list_->open(path(u"stick"_s));
        list_->open(path({}));
        QTRY_COMPARE(names(), QStringList{u"a.jpg"_s});
        QVERIFY(list_->isReadable());
    }
};

QTEST_GUILESS_MAIN(FolderListTest)
#include "folder_list_test.moc"
