// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/files/durable_file.h"
#include "platform/files/file_lock.h"
#include "platform/files/temporary_folder.h"

#include <sys/stat.h>

#include <QtTest>

#include <optional>

using namespace lianxin::platform;

class FilesTest : public QObject {
    Q_OBJECT

private slots:
    void aTemporaryFolderGoesWithEverythingInIt() {
        std::filesystem::path path;
        {
            const TemporaryFolder folder;
            path = folder.path();
            std::filesystem::create_directories(path / "a" / "b");
            writeDurably(path / "a" / "b" / "file", "content");
            QVERIFY(TemporaryFolder().path() != path);
        }
        QVERIFY(!std::filesystem::exists(path));
    }

    void aLockHasOneOwnerAtATime() {
        const TemporaryFolder folder;
        const auto path = folder.path() / "lock";
        std::optional<FileLock> first = FileLock::tryTake(path);
        QVERIFY(first.has_value());
        QVERIFY(!FileLock::tryTake(path).has_value());
        first.reset();
        QVERIFY(FileLock::tryTake(path).has_value());
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(FileLock::tryTake(folder.path() / "no" / "lock")),
                                 std::system_error);
    }

    void aFileIsReplacedAsAWhole() {
        const TemporaryFolder folder;
        const auto path = folder.path() / "file";
        writeDurably(path, "a long first content");
        writeDurably(path, "second");
        QCOMPARE(readWhole(path, 100).value(), std::string("second"));
        QVERIFY(!std::filesystem::exists(path.string() + ".partial"));
        struct stat facts {};
        ::stat(path.c_str(), &facts);
        QCOMPARE(facts.st_mode & 0777U, 0600U);
    }

    void aReplacementThatFailsLeavesTheOldContent() {
        const TemporaryFolder folder;
        const auto path = folder.path() / "file";
        writeDurably(path, "old");
        std::filesystem::create_directory(path.string() + ".partial"); // the new content cannot be written
        QVERIFY_EXCEPTION_THROWN(writeDurably(path, "new"), std::system_error);
        QCOMPARE(readWhole(path, 100).value(), std::string("old"));
        QVERIFY_EXCEPTION_THROWN(writeDurably(folder.path() / "no" / "file", "new"), std::system_error);
    }

    void onlyRegularFilesOfTheAllowedSizeAreRead() {
        const TemporaryFolder folder;
        const auto path = folder.path() / "file";
        writeDurably(path, "12345");
        QCOMPARE(readWhole(path, 5).value(), std::string("12345"));
        QCOMPARE(readWhole(path, 4).error(), ReadFault::TooLarge);
        QCOMPARE(readWhole(folder.path() / "none", 5).error(), ReadFault::Missing);
        QCOMPARE(readWhole(folder.path(), 100'000).error(), ReadFault::Unreadable);
        const auto pipe = folder.path() / "pipe";
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        QCOMPARE(readWhole(pipe, 5).error(), ReadFault::Unreadable);
    }
};

QTEST_GUILESS_MAIN(FilesTest)
#include "files_test.moc"
