// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hub/store_check.h"

#include "platform/files/temporary_folder.h"
#include "tests/unit/hub/hub_and_desk.h"

#include <QtTest>

using namespace lianxin;
using hub::HubAndDesk;

class StoreCheckTest : public QObject {
    Q_OBJECT

    /// What the check finds in a store with one registered matter after somebody's own SQL has been run on
    /// it.
    static hub::StoreReport afterSql(const char* sql) {
        const platform::TemporaryFolder temporary;
        HubAndDesk hospital(temporary.path());
        hospital.registerMatter();
        hospital.hub().database().exec(sql);
        auto reader = platform::Database::openReader(hospital.folder().store());
        return hub::checkStore(reader, hospital.access().schema(), hospital.access().rules());
    }

    static bool finds(const char* sql, const char* beginning) {
        const auto report = afterSql(sql);
        for (const std::string& problem : report.problems)
            if (problem.starts_with(beginning))
                return true;
        return false;
    }

private slots:
    void aStoreInOrderHasNoProblems() {
        const auto report = afterSql("SELECT 1");
        QVERIFY2(report.isSound(), report.isSound() ? "" : report.problems.front().c_str());
        QCOMPARE(report.records, std::int64_t{3});
        QVERIFY(report.mark.sequence > 0);
        QCOMPARE(report.ledgers.at(1), sync::LocalSequence{3});
    }

    void aLineOfTheFeedThatIsMissingIsFound() {
        QVERIFY(finds("UPDATE _scope_run SET last=(SELECT _position FROM matter)-1 WHERE last=(SELECT "
                      "_position FROM matter)",
                      "feed:"));
    }

    void aLineOfTheFeedWithoutItsRecordIsFound() {
        QVERIFY(finds("INSERT INTO _scope_run VALUES(1,1000000,1000000,1,NULL)", "feed:"));
    }

    void aRowBeyondTheLastMarkIsFound() { QVERIFY(finds("DELETE FROM _mark", "matter:")); }

    void aChildOutsideItsParentsScopesIsFound() {
        QVERIFY(finds("UPDATE matter_event SET _scopes=x''", "matter_event:"));
    }

    void aBlobWithoutItsHashIsFound() {
        const std::string address(64, '0');
        const std::string sql = "INSERT INTO _blob VALUES(1,'" + address +
                                ":3',3,3,1,0,0);INSERT INTO _blob_chunk VALUES(65536,x'616263')";
        QVERIFY(finds(sql.c_str(), "blob:"));
    }

    void anEventWithoutVerdictIsFound() {
        QVERIFY(finds("UPDATE matter_event SET place=NULL WHERE step='submit'", "matter_event:"));
    }

    void twoEventsAtOnePlaceAreFound() { QVERIFY(finds("UPDATE matter_event SET place=1", "fold:")); }

    void aStateThatCannotBeReadIsFound() { QVERIFY(finds("UPDATE _fold SET state='who knows'", "fold:")); }

    void anotherKindOfFileIsNoStore() {
        const platform::TemporaryFolder temporary;
        const auto path = temporary.path() / "other.db";
        platform::Database::openWriter(path, platform::OpenMode::Create).exec("CREATE TABLE t(x)");
        HubAndDesk hospital(temporary.path());
        auto reader = platform::Database::openReader(path);
        QVERIFY(!hub::checkStore(reader, hospital.access().schema(), hospital.access().rules()).isSound());
    }
};

QTEST_GUILESS_MAIN(StoreCheckTest)
#include "store_check_test.moc"
