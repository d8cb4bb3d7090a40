// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/import/folder.h"
#include "app/domain/schema.h"

#include <QtTest>

#include <filesystem>
#include <map>
#include <memory>

using namespace lianxin::domain;
namespace fs = std::filesystem;

namespace {

const fs::path sample = fs::path(LIANXIN_SOURCE_DIR) / "app/domain/sample";

std::string place(const ImportProblem& problem) {
    std::string text =
        problem.file + ":" + std::to_string(problem.line) + " " + std::string(nameOf(problem.fault));
    return problem.field.empty() ? text : text + " " + problem.field;
}

} // namespace

class ImportFolderTest : public QObject {
    Q_OBJECT

    const lianxin::sync::Schema schema_ = makeHospitalSchema();
    std::unique_ptr<QTemporaryDir> dir_;

    fs::path folder() const { return fs::path(dir_->path().toStdString()) / "hospital"; }

    void write(const char* file, const QByteArray& text) const {
        QFile out(QString::fromStdString((folder() / file).string()));
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(out.write(text), text.size());
    }

    QByteArray read(const char* file) const {
        QFile in(QString::fromStdString((folder() / file).string()));
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }

    /// Puts `after` in place of the first `before`, which must be there.
    void change(const char* file, const QByteArray& before, const QByteArray& after) const {
        QByteArray text = read(file);
        const auto at = text.indexOf(before);
        QVERIFY2(at >= 0, before.constData());
        write(file, text.replace(at, before.size(), after));
    }

    QStringList problems() const {
        QStringList found;
        const ImportResult result = readFolder(folder(), schema_);
        if (!result)
            for (const ImportProblem& problem : result.error())
                found << QString::fromStdString(place(problem));
        return found;
    }

private slots:
    void init() {
        dir_ = std::make_unique<QTemporaryDir>();
        fs::copy(sample, folder(), fs::copy_options::recursive);
    }

    void cleanup() { dir_.reset(); }

    void theSampleHospitalIsInOrder() {
        const ImportResult result = readFolder(sample, schema_);
        QVERIFY2(result, result ? "" : place(result.error().front()).c_str());
        std::map<std::string, int> count;
        for (const ImportedRecord& record : result.value())
            ++count[record.type->name()];
        QCOMPARE(count["hospital"], 1);
        QCOMPARE(count["department"], 21);
        QCOMPARE(count["ward"], 4);
        QCOMPARE(count["bed"], 48);
        QCOMPARE(count["questionnaire"], 2);
        QCOMPARE(count["policy_profile"], 1);
        QVERIFY(count["staff"] > 20 && count["roster_entry"] > 20 && count["category"] > 30);
    }

    void everyClinicalDepartmentOfTheSampleHasAPhone() {
        const ImportResult result = readFolder(sample, schema_);
        for (const ImportedRecord& record : result.value())
            if (record.type->name() == "department") {
                const auto phone = std::get<std::string>(record.value("phone"));
                QVERIFY2(phone.starts_with("0000-555-"), phone.c_str());
            }
    }

    void theSameFolderGivesTheSameRecords() {
        const ImportResult first = readFolder(folder(), schema_);
        const ImportResult second = readFolder(folder(), schema_);
        QCOMPARE(first.value().size(), second.value().size());
        for (std::size_t i = 0; i < first.value().size(); ++i) {
            QVERIFY(first.value()[i].id == second.value()[i].id);
            QCOMPARE(first.value()[i].fields.size(), second.value()[i].fields.size());
            for (const auto& [name, field] : first.value()[i].fields)
                QVERIFY2(field.value == second.value()[i].value(name), name.c_str());
        }
    }

    void everyRecordKnowsItsFileAndLine() {
        const ImportResult result = readFolder(folder(), schema_);
        for (const ImportedRecord& record : result.value())
            if (record.type->name() == "ward" && std::get<std::string>(record.value("name")) == "骨科病区")
                QCOMPARE(record.place(), std::string("wards.json:4"));
        QCOMPARE(result.value().front().place(), std::string("hospital.json:1"));
        QCOMPARE(result.value().front().lineOf("complaint_phone"), std::size_t{8});
    }

    void aByteOrderMarkIsTakenForWhatItIs() {
        const auto before = readFolder(folder(), schema_);
        write("departments.json", "\xef\xbb\xbf" + read("departments.json"));
        const auto after = readFolder(folder(), schema_);
        QVERIFY(after);
        for (std::size_t i = 0; i < before.value().size(); ++i)
            QVERIFY(before.value()[i].id == after.value()[i].id);
        change("departments.json", "0000-555-1003", "找护士站");
        QCOMPARE(problems(), QStringList("departments.json:4 not-a-phone phone"));
    }

    void windowsLineEndsCountAsOne() {
        write("wards.json", read("wards.json").replace("\n", "\r\n"));
        QCOMPARE(problems(), QStringList());
        change("wards.json", "\"list_position\": 3", "\"list_position\": \"3\"");
        QCOMPARE(problems(), QStringList("wards.json:4 wrong-type list_position"));
    }

    void everyProblemIsFoundAtOnce() {
        change("departments.json", "\"kind\": \"clinical\"", "\"kind\": \"klinical\"");
        change("departments.json", "0000-555-1004", "ring us");
        change("staff.json", "\"job_number\": \"N-012\"", "\"job_nummer\": \"N-012\"");
        change("wards.json", "\"department\": \"01980000-000d", "\"department\": \"01980000-0bad");
        change("roster.json", "2026-03-02T17:30:00+08:00\"", "2026-03-02 17:30\"");
        change("hospital.json", "\"address\"", "\"adress\"");
        QCOMPARE(
            problems(),
            QStringList({"departments.json:2 unknown-code kind", "departments.json:5 not-a-phone phone",
                         "hospital.json:6 unknown-field adress", "roster.json:2 bad-time ends_at",
                         "staff.json:4 unknown-field job_nummer", "staff.json:4 missing-field job_number",
                         "wards.json:2 dangling-reference department"}));
    }

    void aTruncatedFileIsReportedWhereItEnds() {
        const QByteArray text = read("departments.json");
        write("departments.json", text.left(text.indexOf("神经内科")));
        const ImportResult result = readFolder(folder(), schema_);
        QVERIFY(!result);
        QCOMPARE(result.error().front().file, std::string("departments.json"));
        QCOMPARE(result.error().front().line, std::size_t{5});
        QVERIFY(result.error().front().fault == ImportFault::Syntax);
    }

    void syntaxIsReportedByItsLine_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        QTest::newRow("empty") << QByteArray("") << "wards.json:1 syntax";
        QTest::newRow("missing comma") << QByteArray("[\n {\"a\":1}\n {\"b\":2}\n]") << "wards.json:3 syntax";
        QTest::newRow("missing quote") << QByteArray("[\n {\"id\n\": 1}\n]") << "wards.json:2 syntax";
        QTest::newRow("comment") << QByteArray("[\n\n// wards\n]") << "wards.json:3 syntax";
        QTest::newRow("two values") << QByteArray("[]\n[]") << "wards.json:2 syntax";
        QTest::newRow("after a number") << QByteArray("[\n1\n2]") << "wards.json:3 syntax";
        QTest::newRow("huge number") << QByteArray("[\n1e999\n]") << "wards.json:2 syntax";
        QTest::newRow("an object") << QByteArray("\n{}") << "wards.json:2 wrong-shape";
        QTest::newRow("null") << QByteArray("null") << "wards.json:1 wrong-shape";
        QTest::newRow("not objects") << QByteArray("[\n\n17]") << "wards.json:3 wrong-shape";
        QTest::newRow("no id") << QByteArray("[\n{\n\"name\": \"甲\"}]") << "wards.json:2 missing-field id";
        QTest::newRow("bad id") << QByteArray("[\n{\n\"id\":\n \"7\"}]") << "wards.json:4 bad-id id";
        QTest::newRow("GBK") << QByteArray("[\n{\"name\":\n\"\xb9\xc7\xbf\xc6\"}\n]")
                             << "wards.json:3 not-utf8";
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe[\0]\0", 6) << "wards.json:1 not-utf8";
        QTest::newRow("surrogate") << QByteArray("[\n\"\\ud800\"]") << "wards.json:2 syntax";
        QTest::newRow("repeated key") << QByteArray("[{\"id\":1,\n\"name\":\"a\",\n\"name\":\"b\"}]")
                                      << "wards.json:3 repeated-key name";
    }

    void syntaxIsReportedByItsLine() {
        QFETCH(QByteArray, text);
        QFETCH(QString, problem);
        write("wards.json", text);
        QVERIFY2(problems().contains(problem), qPrintable(problems().filter("wards").join(", ")));
    }

    void deepNestingStopsAtItsLine() {
        write("wards.json", "[\n" + QByteArray(39, '[') + "\n[\n" + QByteArray(100'000, '['));
        QVERIFY(problems().contains("wards.json:3 too-deep"));
    }

    void hugeFilesAreRefused() {
        write("wards.json", QByteArray((4 << 20) + 1, ' '));
        QVERIFY(problems().contains("wards.json:0 too-large"));
        write("wards.json", "[" + QByteArray("0,").repeated(300'000) + "0]");
        QVERIFY(problems().contains("wards.json:1 too-large"));
        QByteArray members;
        for (int i = 0; i < 2000; ++i)
            members += "\n\"k" + QByteArray::number(i) + "\":0,";
        write("wards.json", "[{" + members + "\"z\":0}]");
        QVERIFY(problems().contains("wards.json:1002 too-large"));
    }

    void aRepeatedIdNamesTheFirst() {
        change("beds.json", "01980000-0bed-7000-8000-000000000066", "01980000-0bed-7000-8000-000000000065");
        const ImportResult result = readFolder(folder(), schema_);
        QVERIFY(!result);
        QCOMPARE(result.error().size(), std::size_t{1});
        QCOMPARE(place(result.error()[0]), std::string("beds.json:3 repeated-id id"));
        QCOMPARE(result.error()[0].detail, std::string("beds.json:2"));
    }

    void aRepeatedNameIsFoundWithinItsKind() {
        change("staff.json", "\"job_number\": \"N-012\"", "\"job_number\": \"N-011\"");
        change("beds.json", "\"label\": \"2 床\"", "\"label\": \"1 床\"");
        QCOMPARE(problems(),
                 QStringList({"beds.json:3 repeated-name label", "staff.json:4 repeated-name job_number"}));
    }

    void aReferenceLeadsToARecordOfTheRightType() {
        change("beds.json", "\"ward\": \"01980000-000b-7000-8000-000000000001\"",
               "\"ward\": \"01980000-000d-7000-8000-000000000001\"");
        QCOMPARE(problems(), QStringList("beds.json:2 dangling-reference ward"));
    }

    void categoriesInACircleAreFound() {
        change("categories.json", "\"name\": \"挂号\"",
               "\"name\": \"挂号\", \"broader\": \"01980000-00ca-7000-8000-000000000012\"");
        QCOMPARE(problems(), QStringList("categories.json:19 circle broader"));
    }

    void aShiftEndsAfterItBegins() {
        change("roster.json", "2026-03-02T17:30:00+08:00", "2026-03-02T07:30:00+08:00");
        QCOMPARE(problems(), QStringList("roster.json:2 contradiction ends_at"));
    }

    void aMissingFileIsNamed() {
        fs::remove(folder() / "staff.json");
        fs::remove_all(folder() / "questionnaires");
        const QStringList found = problems();
        QVERIFY(found.contains("staff.json:0 missing-file"));
        QVERIFY(found.contains("questionnaires:0 missing-file"));
        fs::remove_all(folder());
        QCOMPARE(problems(), QStringList(".:0 missing-file"));
    }

    void aMisspeltFileNameIsNotPassedOver() {
        write("wards2.json", "[]");
        write("README.txt", "notes");
        QCOMPARE(problems(), QStringList("wards2.json:0 unknown-file"));
    }

    void aLinkOutOfTheFolderIsNotFollowed() {
        fs::remove(folder() / "wards.json");
        fs::create_symlink(sample / "wards.json", folder() / "wards.json");
        QVERIFY(problems().contains("wards.json:0 unreadable"));
        fs::remove(folder() / "wards.json");
        fs::create_directory(folder() / "wards.json");
        QVERIFY(problems().contains("wards.json:0 unreadable"));
        fs::remove_all(folder() / "questionnaires");
        fs::create_directory_symlink(sample / "questionnaires", folder() / "questionnaires");
        QVERIFY(problems().contains("questionnaires:0 unreadable"));
    }

    void aFormIsAQuestionnaire() {
        const char* file = "questionnaires/inpatient_opinion.json";
        change(file, "\"Questionnaire\"", "\"Patient\"");
        QCOMPARE(problems(),
                 QStringList("questionnaires/inpatient_opinion.json:2 wrong-resource resourceType"));
    }

    void aFormNamesItsVersionAndWhomItIsFor() {
        const char* file = "questionnaires/outpatient_satisfaction.json";
        change(file, "\"version\": \"1.0\"", "\"edition\": \"1.0\"");
        change(file, "outpatient_satisfaction", "everybody");
        QCOMPARE(problems(),
                 QStringList({"questionnaires/outpatient_satisfaction.json:1 missing-field version",
                              "questionnaires/outpatient_satisfaction.json:47 unknown-code survey_kind"}));
    }

    void aCopiedQuestionIsFound() {
        const char* file = "questionnaires/outpatient_satisfaction.json";
        change(file, "\"care.waiting\"", "\"care.registration\"");
        const QStringList found = problems();
        QCOMPARE(found.size(), 1);
        QVERIFY2(found[0].endsWith("repeated-name linkId"), qPrintable(found[0]));
        const auto lines = read(file).split('\n');
        const int line = found[0].section(':', 1).section(' ', 0, 0).toInt();
        QVERIFY(lines[line - 1].contains("care.registration"));
        QVERIFY(line > 60); // the second of the two
    }

    void hubGivenAndUnknownFieldsAreNotImported() {
        change("hospital.json", "\"name\"", "\"number\": \"A1\",\n  \"name\"");
        QCOMPARE(problems(), QStringList("hospital.json:3 unknown-field number"));
    }

    void aNullLeavesAFieldOut() {
        change("hospital.json", "\"澄湖医院\"", "null");
        const ImportResult result = readFolder(folder(), schema_);
        QVERIFY(result);
        QVERIFY(lianxin::sync::isNull(result.value().front().value("short_name")));
        change("hospital.json", "\"澄湖县人民医院\"", "null");
        QCOMPARE(problems(), QStringList("hospital.json:1 missing-field name"));
    }
};

QTEST_GUILESS_MAIN(ImportFolderTest)
#include "import_folder_test.moc"
