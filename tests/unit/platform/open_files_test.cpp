// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/process/open_files.h"

#include <QtTest>

#include <sys/resource.h>

using lianxin::platform::allowManyOpenFiles;

class OpenFilesTest : public QObject {
    Q_OBJECT

private slots:
    void theSoftLimitIsRaisedToTheHardOne() {
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        limit.rlim_cur = limit.rlim_max / 2;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
        QCOMPARE(allowManyOpenFiles(), static_cast<std::size_t>(limit.rlim_max));
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        QCOMPARE(limit.rlim_cur, limit.rlim_max);
    }
};

QTEST_GUILESS_MAIN(OpenFilesTest)
#include "open_files_test.moc"
