// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/scope_list.h"

#include <QtTest>

#include <array>

using namespace lianxin;
using namespace lianxin::sync;

class ScopeListTest : public QObject {
    Q_OBJECT

    platform::Database database_ = platform::Database::openMemory();
    std::optional<ScopeList> list_;

    void startAgain() {
        list_.reset();
        list_.emplace(database_);
    }

private slots:
    void init() {
        list_.reset();
        database_ = platform::Database::openMemory();
        list_.emplace(database_);
    }
    void cleanup() { list_.reset(); }

    void theHubsWordOnScopesAndCursorsIsKept() {
        QVERIFY(!list_->replace({{"office", 7}, {"ward-3", 5}}));
        startAgain();
        QVERIFY(list_->cursors() == (Cursors{{"office", 7}, {"ward-3", 5}}));
        QCOMPARE(list_->cursorOf("ward-3"), HubSequence{5});
        QVERIFY(*list_->numberOf("office") != *list_->numberOf("ward-3"));
    }

    void aScopeNeverHeardOfBeginsAtNothing() {
        QCOMPARE(list_->cursorOf("office"), HubSequence{0});
        QVERIFY(!list_->numberOf("office"));
    }

    void aCursorMovesAndItsScopeKeepsItsNumber() {
        list_->replace({{"office", 7}});
        const auto number = list_->numberOf("office");
        QVERIFY(!list_->replace({{"office", 9}}));
        QCOMPARE(list_->cursorOf("office"), HubSequence{9});
        startAgain();
        QCOMPARE(list_->cursorOf("office"), HubSequence{9});
        QVERIFY(list_->numberOf("office") == number);
    }

    void aScopeThatIsNotNamedAnyMoreIsLost() {
        list_->replace({{"office", 7}, {"ward-3", 5}});
        const ScopeNumber ward = *list_->numberOf("ward-3");
        QVERIFY(list_->replace({{"office", 7}}));
        QVERIFY(!list_->isLive(ward));
        QVERIFY(!list_->numberOf("ward-3"));
        startAgain();
        QVERIFY(!list_->isLive(ward));
    }

    void theNumberOfALostScopeIsNeverGivenAgain() {
        list_->replace({{"office", 7}, {"ward-3", 5}});
        const ScopeNumber ward = *list_->numberOf("ward-3");
        list_->replace({{"office", 7}});
        startAgain();
        list_->replace({{"office", 7}, {"ward-3", 0}});
        QVERIFY(*list_->numberOf("ward-3") != ward);
        QVERIFY(!list_->isLive(ward));
    }

    void whatStandsInOneLiveScopeIsLive() {
        list_->replace({{"office", 7}, {"ward-3", 5}});
        const ScopeNumber office = *list_->numberOf("office");
        const ScopeNumber ward = *list_->numberOf("ward-3");
        list_->replace({{"office", 7}});
        QVERIFY(list_->anyLive(std::array{ward, office}));
        QVERIFY(!list_->anyLive(std::array{ward}));
        QVERIFY(!list_->anyLive({}));
    }

    void forgettingAllMakesEveryScopeBeginAnew() {
        list_->replace({{"office", 7}});
        const ScopeNumber office = *list_->numberOf("office");
        list_->forgetAll();
        QVERIFY(list_->cursors().empty());
        QVERIFY(!list_->isLive(office));
        startAgain();
        QVERIFY(list_->cursors().empty());
        list_->replace({{"office", 1}});
        QVERIFY(*list_->numberOf("office") != office);
    }

    void whatAnUndoneTransactionChangedIsForgottenByAReload() {
        list_->replace({{"office", 7}});
        database_.exec("BEGIN");
        list_->replace({{"ward-3", 5}});
        database_.exec("ROLLBACK");
        list_->reload();
        QVERIFY(list_->cursors() == (Cursors{{"office", 7}}));
    }
};

QTEST_GUILESS_MAIN(ScopeListTest)
#include "scope_list_test.moc"
