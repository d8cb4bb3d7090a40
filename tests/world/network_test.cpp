// SPDX-License-Identifier: GPL-3.0-or-later
// A network that loses, repeats, reorders and delays: whatever it does, the next quiet round brings the same
// state.
#include "tests/world/by_value.h"
#include "tests/world/fake_ward.h"

#include <QtTest>

#include <array>

using namespace lianxin::world;
using namespace lianxin::sync;

namespace {

/// Two devices, each with more than one batch to push and more than one page to pull.
FakeWard busyWard(bool onDisk) {
    WardOptions options{.devices = {{"A"}, {"A", "B"}}, .onDisk = onDisk};
    options.round.batch.records = 2;
    options.page.records = 3;
    return FakeWard(options);
}

void fill(FakeWard& ward) {
    for (int n = 0; n < 4; ++n)
        ward.writeNote(1, "A", "theirs " + std::to_string(n));
    QVERIFY(ward.sync(1).done());
    const Uuid edited = ward.writeNote(0, "A", "edited");
    for (int n = 0; n < 3; ++n)
        ward.writeNote(0, "A", "ours " + std::to_string(n));
    QVERIFY(ward.edit(0, edited, "phone", "1"));
    QVERIFY(ward.edit(0, edited, "phone", "2"));
    QVERIFY(ward.edit(0, edited, "text", "long"));
    ward.writeStep(0, edited, "close", "");
}

/// After a round that met this script: everything comes to rest, nothing is missing, nothing is there twice.
void settlesAfter(const std::vector<Fate>& script, std::size_t requests) {
    FakeWard ward = busyWard(false);
    fill(ward);
    const RoundReport report = ward.sync(0, script);
    QVERIFY2(report.requests.size() >= std::min(requests, script.size()),
             "the script describes another round");
    ward.deliverLate();
    QVERIFY(ward.syncUntilQuiet());
    QCOMPARE(ward.differences(), std::string());
    QCOMPARE(ward.device(0).ledger().waiting, 0);
    QCOMPARE(ward.device(0).ledger().records, 5);
    QCOMPARE(visibleState(ward.device(0)), visibleState(ward.device(1)));
    int notes = 0;
    ward.device(1).visit(*wardSchema().find(noteType), [&notes](const Record&) { ++notes; });
    QCOMPARE(notes, 8);
}

std::size_t requestsOfARound() {
    FakeWard ward = busyWard(false);
    fill(ward);
    return ward.sync(0).requests.size();
}

} // namespace

class NetworkTest : public QObject {
    Q_OBJECT

private slots:
    void aRoundHasSeveralBatchesAndPages() {
        FakeWard ward = busyWard(false);
        fill(ward);
        const auto requests = ward.sync(0).requests;
        QVERIFY(std::count(requests.begin(), requests.end(), "push") > 2);
        QVERIFY(std::count(requests.begin(), requests.end(), "pull") > 2);
    }

    void cutAtEveryPhaseNothingIsLost() { forEachRequest(Fate::LoseRequest); }
    void anAnswerLostAfterTheCommitIsHarmless() { forEachRequest(Fate::LoseAnswer); }
    void aRequestThatArrivesTwiceIsHarmless() { forEachRequest(Fate::Twice); }
    void anAnswerThatArrivesTwiceIsHarmless() { forEachRequest(Fate::AnswerTwice); }
    void aRequestThatOvertakesAnotherIsHarmless() { forEachRequest(Fate::Overtaken); }
    void aRequestThatArrivesAfterTheRoundEndedIsHarmless() { forEachRequest(Fate::Late); }

    void aCrashAfterEveryRequestLosesNothing() {
        for (std::size_t n = 0; n <= requestsOfARound(); ++n) {
            FakeWard ward = busyWard(true);
            fill(ward);
            ward.syncCutAfter(0, n);
            ward.crash(0);
            ward.crashHub();
            QVERIFY(ward.syncUntilQuiet());
            QCOMPARE(ward.differences(), std::string());
            QCOMPARE(visibleState(ward.device(0)), visibleState(ward.device(1)));
        }
    }

    void aLineThatLosesAThirdOfEverythingDelaysAndLosesNothing() {
        FakeWard ward = busyWard(false);
        fill(ward);
        lianxin::platform::SeededRandom random(26);
        constexpr std::array losing{Fate::Deliver,     Fate::Deliver, Fate::LoseRequest, Fate::Deliver,
                                    Fate::LoseAnswer,  Fate::Deliver, Fate::Twice,       Fate::Deliver,
                                    Fate::LoseRequest, Fate::Late,    Fate::Deliver,     Fate::AnswerTwice};
        std::size_t failed = 0;
        for (std::size_t round = 0; round < 40; ++round) {
            std::vector<Fate> script;
            while (script.size() < 100)
                script.push_back(losing[random.below(losing.size())]);
            failed += ward.sync(round % 2, script).failure ? 1U : 0U;
            if (round % 10 == 0)
                ward.deliverLate();
        }
        QVERIFY(failed > 20);
        // Before the line is mended: what came through in between is all that there was.
        QCOMPARE(ward.differences(), std::string());
        QCOMPARE(ward.device(0).ledger().waiting, 0);
        QVERIFY(ward.syncUntilQuiet());
        QCOMPARE(visibleState(ward.device(0)), visibleState(ward.device(1)));
    }

    void thePageAfterIsAskedForBeforeAPageIsRead() { readsAhead(false); }
    void anAnnouncedPageThatComesAfterTheNextIsNotAskedForAgain() { readsAhead(true); }

    void aPushOfAnOlderRoundIsRefused() {
        FakeWard ward = busyWard(false);
        fill(ward);
        ward.sync(0, {Fate::Deliver, Fate::Late, Fate::LoseRequest});
        QVERIFY(ward.sync(0).done());
        const HubSequence before = ward.hub().lastSequence();
        ward.deliverLate();
        QCOMPARE(ward.hub().lastSequence(), before);
    }

    void aRequestBeyondTheScriptIsNotAnswered() {
        FakeWard ward = busyWard(false);
        fill(ward);
        const RoundReport report = ward.sync(0, {Fate::Deliver});
        QVERIFY(!report.done());
        QVERIFY(report.unscripted > 0);
        QCOMPARE(report.failure->action, NextAction::WaitForNetwork);
    }

private:
    /// Asks for the page after while each page is on its way; `overtaken` lets the page after arrive first
    /// where another one follows it.
    static void readsAhead(bool overtaken) {
        FakeWard ward = busyWard(false);
        fill(ward);
        const PageLimits page{.records = 3};
        std::vector<Cursors> asked;
        const auto served = [&](const HubRequest& request) {
            if (const auto* pull = std::get_if<Pull>(&request))
                asked.push_back(pull->cursors);
            return serve(ward.hub(), ward.number(0), request, page);
        };
        Round round(ward.device(0), {});
        int ahead = 0;
        auto request = round.next();
        while (request) {
            HubAnswer answer = served(request->message);
            const auto* head = std::get_if<PullAnswer>(&answer);
            auto next = head ? round.announced(request->ticket, *head) : std::nullopt;
            std::optional<HubAnswer> early;
            if (next) {
                early = served(next->message);
                QVERIFY(!round.announced(request->ticket, *head));
                QVERIFY(!round.announced(next->ticket, std::get<PullAnswer>(*early))); // not two pages ahead
            }
            const bool swapped = overtaken && early && std::get<PullAnswer>(*early).more;
            ahead += swapped || (early && !overtaken) ? 1 : 0;
            if (swapped)
                round.answered(next->ticket, std::move(*early));
            round.answered(request->ticket, std::move(answer));
            if (early && !swapped)
                round.answered(next->ticket, std::move(*early));
            while (round.work()) {
            }
            request = round.next();
        }
        QVERIFY(!round.failure());
        QVERIFY(ahead > (overtaken ? 0 : 1));
        std::sort(asked.begin(), asked.end());
        QVERIFY2(std::adjacent_find(asked.begin(), asked.end()) == asked.end(), "a page is asked for twice");
        QCOMPARE(ward.differsFromHub(0), std::string());
    }

    static void forEachRequest(Fate fate) {
        const std::size_t requests = requestsOfARound();
        for (std::size_t n = 0; n < requests; ++n) {
            std::vector<Fate> script(requests, Fate::Deliver);
            script[n] = fate;
            settlesAfter(script, n + 1);
            if (QTest::currentTestFailed())
                return;
        }
    }
};

QTEST_GUILESS_MAIN(NetworkTest)
#include "network_test.moc"
