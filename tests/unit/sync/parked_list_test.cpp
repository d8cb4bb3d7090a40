// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/replica/parked_list.h"

#include <QtTest>

using namespace lianxin;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr WallTime noon{1'750'000'000'000ms};

Uuid idOf(std::uint8_t number) {
    Uuid id;
    id.bytes.back() = number;
    return id;
}

RefusedRecord refusedOf(std::uint8_t number) {
    return {idOf(number), number, RefusalReason::NotAllowed, "scope"};
}

} // namespace

class ParkedListTest : public QObject {
    Q_OBJECT

    platform::Database database_ = platform::Database::openMemory();
    std::optional<ParkedList> list_;

    std::vector<Uuid> dueAt(WallTime now) const {
        std::vector<Uuid> ids;
        for (const ParkedRecord* parked : list_->due(now))
            ids.push_back(parked->id);
        return ids;
    }

private slots:
    void init() {
        list_.reset();
        database_ = platform::Database::openMemory();
        list_.emplace(database_);
    }
    void cleanup() { list_.reset(); }

    void aRefusedRecordIsKeptWithItsReason() {
        list_->park(refusedOf(1), "note", noon);
        list_.reset();
        list_.emplace(database_); // the next run of the program
        QVERIFY(list_->contains(idOf(1)));
        const ParkedRecord& parked = list_->all().at(idOf(1));
        QCOMPARE(parked.type, std::string("note"));
        QCOMPARE(parked.reason, RefusalReason::NotAllowed);
        QCOMPARE(parked.detail, std::string("scope"));
        QCOMPARE(parked.attempts, 1);
        QCOMPARE(parked.retryAt, noon + 1min);
    }

    void thePauseDoublesFromAMinuteToADay() {
        WallTime now = noon;
        Milliseconds expected = 1min;
        for (int n = 0; n < 14; ++n) {
            list_->park(refusedOf(1), "note", now);
            QCOMPARE(list_->all().at(idOf(1)).retryAt - now, expected);
            now += expected;
            expected = std::min<Milliseconds>(24h, expected * 2);
        }
        QCOMPARE(list_->all().at(idOf(1)).attempts, 14);
    }

    void theLastReasonStands() {
        list_->park(refusedOf(1), "note", noon);
        list_->park({idOf(1), 1, RefusalReason::WrongContent, "title"}, "note", noon);
        QCOMPARE(list_->all().at(idOf(1)).reason, RefusalReason::WrongContent);
        QCOMPARE(list_->all().at(idOf(1)).detail, std::string("title"));
        QCOMPARE(list_->all().size(), std::size_t{1});
    }

    void whatIsReleasedIsForgottenAlsoByTheFile() {
        list_->park(refusedOf(1), "note", noon);
        list_->park(refusedOf(2), "note", noon);
        list_->release(idOf(1));
        list_->release(idOf(9)); // was never here
        list_->reload();
        QVERIFY(!list_->contains(idOf(1)));
        QVERIFY(list_->contains(idOf(2)));
    }

    void noneIsDueBeforeItsPauseIsOver() {
        list_->park(refusedOf(1), "note", noon);
        QVERIFY(dueAt(noon + 1min - 1ms).empty());
        QCOMPARE(dueAt(noon + 1min), std::vector<Uuid>{idOf(1)});
    }

    void theLongestDueComesFirst() {
        list_->park(refusedOf(1), "note", noon + 2s);
        list_->park(refusedOf(2), "note", noon);
        list_->park(refusedOf(3), "note", noon + 1s);
        QCOMPARE(dueAt(noon + 1h), (std::vector<Uuid>{idOf(2), idOf(3), idOf(1)}));
    }

    void aRetryOfAllEndsEveryPauseAndKeepsThePlaceOfThoseThatWaited() {
        list_->park(refusedOf(2), "note", noon);
        list_->park(refusedOf(1), "note", noon + 1h);
        list_->retryAll(noon + 1h);
        list_->reload();
        QCOMPARE(dueAt(noon + 1h), (std::vector<Uuid>{idOf(2), idOf(1)}));
        QCOMPARE(list_->all().at(idOf(1)).attempts, 1);
    }

    void whatAnUndoneTransactionParkedIsForgottenByAReload() {
        database_.exec("BEGIN");
        list_->park(refusedOf(1), "note", noon);
        database_.exec("ROLLBACK");
        QVERIFY(list_->contains(idOf(1)));
        list_->reload();
        QVERIFY(!list_->contains(idOf(1)));
    }
};

QTEST_GUILESS_MAIN(ParkedListTest)
#include "parked_list_test.moc"
