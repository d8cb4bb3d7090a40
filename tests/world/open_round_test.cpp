// SPDX-License-Identifier: GPL-3.0-or-later
// A round step by step: what it tells of itself, and how it stays open.
#include "tests/world/by_value.h"
#include "tests/world/fake_ward.h"

#include <QtTest>

using namespace lianxin::world;
using namespace lianxin::sync;
using namespace std::chrono_literals;

namespace {

constexpr RoundOptions waiting{.batch = {}, .pushesInFlight = 2, .blobs = {}, .wait = 30s};

/// Sends what the round has to say and takes in the answers at once, noting each phase that shows.
std::vector<RoundPhase> drive(FakeWard& ward, Round& round, std::vector<std::string>& requests) {
    std::vector<RoundPhase> phases;
    const auto note = [&] {
        if (phases.empty() || phases.back() != round.phase())
            phases.push_back(round.phase());
    };
    note();
    for (bool moves = true; moves && requests.size() < 100;) {
        moves = false;
        while (auto request = round.next()) {
            requests.emplace_back(nameOf(request->message));
            round.answered(request->ticket, serve(ward.hub(), ward.number(0), request->message, {}));
            moves = true;
        }
        note();
        if (round.work())
            moves = true;
        note();
    }
    return phases;
}

std::vector<RoundPhase> drive(FakeWard& ward, Round& round) {
    std::vector<std::string> requests;
    return drive(ward, round, requests);
}

/// Opens a round and leaves it with nothing but a waiting pull on its way, or held back.
std::optional<OutgoingRequest> openedAndWaiting(FakeWard& ward, Round& round) {
    for (int n = 0; n < 50 && round.phase() != RoundPhase::Open; ++n) {
        if (auto request = round.next())
            round.answered(request->ticket, serve(ward.hub(), ward.number(0), request->message, {}));
        round.work();
    }
    return round.next();
}

/// A note with a phone, which both devices hold.
Uuid sharedNote(FakeWard& ward) {
    const Uuid id = ward.writeNote(1, "A", "note");
    ward.sync(1);
    ward.sync(1);
    ward.edit(1, id, "phone", "1");
    ward.sync(1);
    ward.sync(0);
    return id;
}

} // namespace

class OpenRoundTest : public QObject {
    Q_OBJECT

private slots:
    void everyPhaseShowsInItsOrder() {
        FakeWard ward({.devices = {{"A"}}});
        ward.writeNote(0, "A", "note");
        Round round(ward.device(0), {});
        const std::vector<RoundPhase> all{RoundPhase::Hello, RoundPhase::Push,   RoundPhase::Blobs,
                                          RoundPhase::Pull,  RoundPhase::Settle, RoundPhase::Closed};
        QVERIFY(drive(ward, round) == all);
    }

    void aHubThatAnswersAWaitAtOnceIsNotAskedWithoutAPause() {
        FakeWard ward({.devices = {{"A"}}});
        Round round(ward.device(0), waiting);
        std::vector<std::string> requests;
        drive(ward, round, requests); // the hub of this test never lets a pull wait
        QVERIFY(requests.size() < 10);
        const auto pause = round.pausesFor();
        QVERIFY(pause && *pause > 0ms && *pause <= 1s);
        ward.advance(*pause - 1ms);
        QVERIFY(!round.next());
        ward.advance(1ms);
        QVERIFY(!round.pausesFor());
        QVERIFY(round.next());
    }

    void anAnswerThatTookItsTimeOrBroughtNewsIsFollowedByTheNextWaitAtOnce() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        Round round(ward.device(0), waiting);
        auto pull = openedAndWaiting(ward, round);
        QVERIFY(pull);
        ward.advance(25s); // held back, without news
        round.answered(pull->ticket, serve(ward.hub(), ward.number(0), pull->message, {}));
        QVERIFY(round.work());
        QVERIFY(!round.pausesFor());
        pull = round.next();
        QVERIFY(pull);
        ward.writeNote(1, "A", "news");
        QVERIFY(ward.sync(1).done());
        round.answered(pull->ticket, serve(ward.hub(), ward.number(0), pull->message, {}));
        QVERIFY(round.work());
        QVERIFY(!round.pausesFor());
        QVERIFY(round.next());
    }

    void aWaitBringsOnlyWhatIsNewOfAnEdit() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid id = sharedNote(ward);
        Round round(ward.device(0), waiting);
        auto pull = openedAndWaiting(ward, round);
        QVERIFY(pull);
        QVERIFY(ward.edit(1, id, "phone", "2"));
        QVERIFY(ward.sync(1).done());
        const auto answer = std::get<PullAnswer>(serve(ward.hub(), ward.number(0), pull->message, {}));
        QCOMPARE(answer.records.size(), std::size_t{1}); // the history record makes itself
        QVERIFY(answer.records[0].partial);
        QVERIFY(isNull(answer.records[0].record.value("title")));
        round.answered(pull->ticket, answer);
        QVERIFY(round.work());
        const auto note = ward.device(0).find(*wardSchema().find(noteType), id);
        QCOMPARE(std::get<std::string>(note->value("phone")), "2");
        QCOMPARE(std::get<std::string>(note->value("title")), "note");
        QCOMPARE(ward.device(0).historiesOf(id).size(), std::size_t{1});
    }

    void whoMayHavePassedThePlaceOfARecordThatHadGoneGetsAllOfIt() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid id = sharedNote(ward);
        Round round(ward.device(0), waiting);
        auto pull = openedAndWaiting(ward, round);
        QVERIFY(ward.edit(1, id, "phone", "2"));
        QVERIFY(ward.sync(1).done());
        std::get<Pull>(pull->message).complete = ward.hub().mark().sequence;
        const auto answer = std::get<PullAnswer>(serve(ward.hub(), ward.number(0), pull->message, {}));
        QCOMPARE(answer.records.size(), std::size_t{2});
        QVERIFY(!answer.records[0].partial);
    }

    void whoComesBackGetsTheEditsAndOnlyTheHistoryThatItCannotMake() {
        FakeWard ward({.devices = {{"A"}, {"A"}, {"A"}}});
        const Uuid id = sharedNote(ward);
        for (const std::size_t device : {std::size_t{1}, std::size_t{2}}) {
            QVERIFY(ward.sync(device).done());
            QVERIFY(ward.edit(device, id, "phone", device == 1 ? "2" : "3"));
            QVERIFY(ward.sync(device).done());
        }
        const auto answer =
            std::get<PullAnswer>(serve(ward.hub(), ward.number(0), ward.device(0).nextPull(0s), {}));
        QCOMPARE(answer.records.size(), std::size_t{2}); // "1" is here, and "2" never was
        QVERIFY(answer.records[0].partial);
        QCOMPARE(std::get<std::string>(answer.records[1].record.value("value")), "\"2\"");
        QVERIFY(ward.sync(0).done());
        const auto note = ward.device(0).find(*wardSchema().find(noteType), id);
        QCOMPARE(std::get<std::string>(note->value("phone")), "3");
        QCOMPARE(std::get<std::string>(note->value("title")), "note");
        QCOMPARE(ward.device(0).historiesOf(id).size(), std::size_t{2});
    }

    void aScopeThatCameAnewIsNotComplete() {
        const Pull asked{{9, 1}, {{"A", 5}}, 0s, 4};
        PullAnswer page;
        page.mark = {12, 3};
        page.cursors = {{"A", 8}, {"B", 8}};
        QCOMPARE(Replica::pullAfter(asked, page).complete, HubSequence{12});
        page.more = true;
        QCOMPARE(Replica::pullAfter(asked, page).complete, HubSequence{0});
        page.cursors.erase("B");
        QCOMPARE(Replica::pullAfter(asked, page).complete, HubSequence{4});
    }

    void partOfARecordThatIsNotHereBringsEverythingAgain() {
        FakeWard ward({.devices = {{"A"}, {"A"}}});
        const Uuid id = sharedNote(ward);
        Round round(ward.device(0), waiting);
        auto pull = openedAndWaiting(ward, round);
        QVERIFY(ward.edit(1, id, "phone", "2"));
        QVERIFY(ward.sync(1).done());
        auto answer = std::get<PullAnswer>(serve(ward.hub(), ward.number(0), pull->message, {}));
        answer.records[0].record.id = Uuid{};
        round.answered(pull->ticket, answer);
        QVERIFY(round.work());
        QCOMPARE(round.failure()->code, "part-without-the-rest");
        for (const auto& [scope, cursor] : ward.device(0).nextPull(0s).cursors)
            QCOMPARE(cursor, HubSequence{0});
        QVERIFY(ward.sync(0).done());
        const auto note = ward.device(0).find(*wardSchema().find(noteType), id);
        QCOMPARE(std::get<std::string>(note->value("phone")), "2");
    }

    void aSaveLeavesDuringThePause() {
        FakeWard ward({.devices = {{"A"}}});
        Round round(ward.device(0), waiting);
        drive(ward, round);
        QVERIFY(round.pausesFor());
        const Uuid id = ward.writeNote(0, "A", "now");
        drive(ward, round);
        QVERIFY(ward.hubNote(id));
    }

    void aParkedRecordIsTriedWhenItComesDueInAnOpenRound() {
        FakeWard ward({.devices = {{"A"}}});
        const Uuid id = ward.writeNote(0, "A", "poison");
        Round round(ward.device(0), waiting);
        drive(ward, round);
        QVERIFY(ward.device(0).parked().contains(id));
        for (int n = 2; n <= 3; ++n) {
            ward.advance(5min);
            drive(ward, round);
            QCOMPARE(ward.device(0).parked().at(id).attempts, n);
        }
        ward.rules().refusedTitle = "something else";
        ward.advance(1h);
        drive(ward, round);
        QVERIFY(ward.hubNote(id));
    }

    void theNumberAPersonSeesIsWhatWasSaved() {
        FakeWard ward({.devices = {{"A"}}});
        for (int n = 0; n < 120; ++n)
            ward.writeNote(0, "A", "note");
        QVERIFY(ward.sync(0).done());
        ward.crash(0); // the next start of the program
        QCOMPARE(ward.device(0).ledger().lastSequence, 120);
        QCOMPARE(ward.device(0).hello().lastSequence, 120);
        QVERIFY(ward.sync(0).done());
        QCOMPARE(ward.hub().directory().find(ward.number(0))->receivedThrough, 120);
    }

    void theLedgerCountsARefusedRecordThatWasEditedOnce() {
        FakeWard ward({.devices = {{"A"}}});
        const Uuid id = ward.writeNote(0, "A", "poison");
        QVERIFY(ward.sync(0).done());
        QVERIFY(ward.edit(0, id, "phone", "1"));
        const Ledger ledger = ward.device(0).ledger();
        QCOMPARE(ledger.records, 1);
        QCOMPARE(ledger.waiting, 1);
        QCOMPARE(ledger.parked, 0);
    }
};

QTEST_GUILESS_MAIN(OpenRoundTest)
#include "open_round_test.moc"
