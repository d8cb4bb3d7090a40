// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/print/printing.h"

#include <QBuffer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace lianxin::window;

namespace {

Paper paperOf(std::vector<QStringList> rows) {
    Paper paper;
    paper.title = QStringLiteral("登记本");
    paper.columns = {{QStringLiteral("编号"), 1}, {QStringLiteral("内容"), 3}};
    paper.rows = std::move(rows);
    return paper;
}

int pagesOf(const Paper& paper, QByteArray& bytes) {
    QBuffer file(&bytes);
    file.open(QIODevice::WriteOnly);
    return writePaper(paper, file);
}

QVariantMap onePage() {
    return {{QStringLiteral("title"), QStringLiteral("医患连心卡")},
            {QStringLiteral("heads"), QStringList{QStringLiteral("科室")}},
            {QStringLiteral("shares"), QVariantList{1}},
            {QStringLiteral("letters"), 12},
            {QStringLiteral("rows"), QVariantList{QStringList{QStringLiteral("急诊科")}}}};
}

} // namespace

class PrintingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { programs_ = std::make_unique<QTemporaryDir>(); }
    void cleanup() { qputenv("PATH", path_); }

    void aTableGoesOverAsManyPagesAsItNeeds() {
        QByteArray bytes;
        QCOMPARE(pagesOf(paperOf({}), bytes), 1);
        QVERIFY(bytes.startsWith("%PDF"));
        const std::vector<QStringList> rows(200, {QStringLiteral("1"), QStringLiteral("等候久")});
        const int pages = pagesOf(paperOf(rows), bytes);
        QVERIFY(pages > 3 && pages < 12);
    }

    void aRowLongerThanAPageIsPrintedWhole() {
        QByteArray bytes;
        QCOMPARE(pagesOf(paperOf({{QStringLiteral("1"), QStringLiteral("等候久。").repeated(50)}}), bytes),
                 1);
        QVERIFY(pagesOf(paperOf({{QStringLiteral("1"), QStringLiteral("等候久。").repeated(1500)}}), bytes) >
                2);
    }

    void thePrinterGetsThePaper() {
        program("lp", "cp \"$3\" " + programs_->filePath(QStringLiteral("printed")).toUtf8());
        QTemporaryDir papers;
        Printing printing(papers.path(), Printing::File::Kept);
        printing.print(onePage(), QStringLiteral("卡"));
        QCOMPARE(printing.state(), Printing::Working);
        QTRY_COMPARE(printing.state(), Printing::Printed);
        QVERIFY(QFile::exists(papers.filePath(QStringLiteral("卡.pdf"))));
        QFile printed(programs_->filePath(QStringLiteral("printed")));
        QVERIFY(printed.open(QIODevice::ReadOnly));
        QVERIFY(printed.readAll().startsWith("%PDF"));
        printing.dismiss();
        QCOMPARE(printing.state(), Printing::Idle);
    }

    void withoutAPrinterTheFileIsKept() {
        program("lp", "exit 1");
        QTemporaryDir papers;
        Printing printing(papers.path(), Printing::File::Kept);
        printing.print(onePage(), QStringLiteral("卡"));
        QTRY_COMPARE(printing.state(), Printing::KeptAsFile);
        QVERIFY(QFile::exists(printing.file()));
    }

    void withoutAPrintingSystemTheFileIsKept() {
        qputenv("PATH", programs_->path().toUtf8());
        QTemporaryDir papers;
        Printing printing(papers.path(), Printing::File::Kept);
        printing.look();
        printing.print(onePage(), QStringLiteral("卡"));
        QTRY_COMPARE(printing.state(), Printing::KeptAsFile);
        QVERIFY(!printing.hasPrinter());
    }

    void aKioskKeepsNothingOfWhatItPrinted() {
        program("lp", "exit 1");
        QTemporaryDir papers;
        Printing printing(papers.path(), Printing::File::Removed);
        printing.print(onePage(), QStringLiteral("卡"));
        QTRY_COMPARE(printing.state(), Printing::Failed);
        QVERIFY(QDir(papers.path()).isEmpty());
        QVERIFY(printing.file().isEmpty());
    }

    void aFolderThatCannotBeWrittenIsSaid() {
        QTemporaryDir papers;
        QFile inTheWay(papers.filePath(QStringLiteral("papers")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        Printing printing(papers.filePath(QStringLiteral("papers")), Printing::File::Kept);
        printing.print(onePage(), QStringLiteral("卡"));
        QTRY_COMPARE(printing.state(), Printing::Failed);
    }

    void aPrinterIsFoundByWhatTheMachineSays() {
        program("lpstat", "echo 'system default destination: ward3'");
        Printing printing(QDir::temp(), Printing::File::Removed);
        QSignalSpy changed(&printing, &Printing::changed);
        printing.look();
        QTRY_VERIFY(printing.hasPrinter());
        program("lpstat", "echo 'no system default destination'");
        printing.look();
        QTRY_VERIFY(!printing.hasPrinter());
        QCOMPARE(changed.size(), 2);
    }

private:
    /// A program of this name that comes first when one is started by its name.
    void program(const char* name, const QByteArray& does) {
        QFile file(programs_->filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\n" + does + "\n");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("PATH", programs_->path().toUtf8() + ":" + path_);
    }

    const QByteArray path_ = qgetenv("PATH");
    std::unique_ptr<QTemporaryDir> programs_;
};

QTEST_MAIN(PrintingTest)
#include "printing_test.moc"
