// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/situations.h"

#include <algorithm>

namespace lianxin::simulation {

using namespace lianxin::sync;
using namespace std::chrono_literals;

void Situations::provoke() {
    const auto shared = shareNote();
    if (!shared)
        return;
    switch (world_.below(8)) {
    case 0:
        return changeInOneMillisecond(*shared);
    case 1:
        return writeLoserAgain(*shared);
    case 2:
        return correctAfterPull(*shared);
    case 3:
        return moveOutOfSight(*shared);
    case 4:
        return editLive(*shared);
    case 5:
        return salvageWithUnsent(*shared);
    case 6:
        return loseThePicture(*shared);
    default:
        return loseScopeWithUnsent(*shared);
    }
}

/// Everything that waits here is at the hub, and everything of its scopes that is there is here.
bool Situations::settle(Machine& machine) {
    constexpr int patience = 4;
    for (int n = 0; n < patience; ++n)
        if (world_.quietRound(machine) && !machine.replica->hasWaiting())
            return true;
    return false;
}

std::optional<Situations::Shared> Situations::shareNote() {
    Machine& one = world_.anyMachine();
    Machine& other = world_.anyMachine();
    const auto theirs = world_.scopesOf(other);
    auto scopes = world_.scopesOf(one);
    std::erase_if(scopes, [&theirs](const Scope& scope) {
        return std::find(theirs.begin(), theirs.end(), scope) == theirs.end();
    });
    if (&one == &other || scopes.empty())
        return std::nullopt;
    const Uuid note = people_.createIn(one, scopes[world_.below(scopes.size())]);
    people_.changePhone(one, note);
    if (!settle(one) || !settle(other))
        return std::nullopt;
    world_.pass(60s); // past every stamp that a clock ahead of the hub's has given
    return Shared{one, other, note};
}

/// Every backup that is kept holds everything that is at the hub now.
void Situations::backUpAll() {
    for (std::size_t n = 0; n < SimulatedWorld::mostBackups; ++n)
        world_.backUp();
}

/// Two clocks tell the same time to the millisecond. Whatever arrives first, the same one wins everywhere.
void Situations::changeInOneMillisecond(const Shared& shared) {
    world_.trace.line("situation: two changes in one millisecond");
    world_.setClock(shared.one, 0ms);
    world_.setClock(shared.other, 0ms);
    people_.changePhone(shared.one, shared.note);
    people_.changePhone(shared.other, shared.note);
    Machine& first = world_.chance(50) ? shared.one : shared.other;
    world_.quietRound(first);
    world_.quietRound(&first == &shared.one ? shared.other : shared.one);
}

/// A device lets go of a history record and writes the same one again. The hub holds it already, so no pull
/// brings it: only the receipt says where it belongs. Something else of the note waits at both, or neither
/// would push the history of a value that the hub holds.
void Situations::writeLoserAgain(const Shared& shared) {
    world_.trace.line("situation: a loser is written again");
    people_.changeTags(shared.one, shared.note);
    people_.changePhone(shared.one, shared.note);
    people_.changePhone(shared.one, shared.note);  // moves the note behind the history record in the queue
    const bool laterThanShown = world_.chance(50); // one that the hub hears of through history alone
    if (laterThanShown)
        people_.changePhone(shared.one, shared.note);
    RoundOptions oneByOne;
    oneByOne.batch.records = 1;
    world_.beginRound(shared.one, oneByOne);
    world_.exchange(shared.one, 1ms, 1ms); // hello
    world_.exchange(shared.one, 1ms, 1ms); // the history record
    if (laterThanShown)
        world_.exchange(shared.one, 1ms, 1ms);
    shared.one.round.reset();
    world_.quietRound(shared.other);
    backUpAll();
    world_.quietRound(shared.other);
    people_.cleanUp(shared.other, [&shared](const Row& row) {
        return row.record.type == &world::wardSchema().history() && row.record.parent() == shared.note;
    });
    people_.changeTags(shared.other, shared.note);
    people_.changePhone(shared.other, shared.note);
    world_.quietRound(shared.one);
    world_.quietRound(shared.other);
}

/// A slow answer leaves a wrong clock too late; another's earlier change is pulled and wins over one's own. A
/// quick answer then corrects the stamp of one's own, which is the later one.
void Situations::correctAfterPull(const Shared& shared) {
    world_.trace.line("situation: a stamp is corrected after a pull");
    const std::chrono::milliseconds slow{10'000 + world_.below(5'000)};
    constexpr auto longerThanHeardOfLate = 11s;
    world_.setClock(shared.other, 0ms);
    world_.setClock(shared.one, 1h);
    world_.restart(shared.one, true);
    RoundOptions untilSettled;
    world_.beginRound(shared.one, untilSettled);
    world_.exchange(shared.one, 0ms, slow);
    world_.pass(longerThanHeardOfLate);
    people_.changePhone(shared.other, shared.note);
    world_.quietRound(shared.other);
    people_.changePhone(shared.one, shared.note);
    while (world_.exchange(shared.one, 0ms, slow)) {
    }
    world_.beginRound(shared.one, untilSettled);
    while (world_.exchange(shared.one, 0ms, 0ms))
        world_.checkShown(shared.one); // what is wrong here may be healed by the next page
}

/// A note goes where the other machine may see nothing, and who has no business there tries to write into it.
void Situations::moveOutOfSight(const Shared& shared) {
    world_.trace.line("situation: a note moves out of sight");
    const auto record = world_.hub->tables().of(*world::wardSchema().find(world::noteType)).find(shared.note);
    const auto* ward = record ? std::get_if<std::string>(&record->record.value("ward")) : nullptr;
    if (!ward || shared.one.device == shared.other.device)
        return;
    world_.setScopes(shared.other.device, {*ward});
    people_.move(shared.one, shared.note, *ward == wards.front() ? wards.back() : wards.front());
    world_.quietRound(shared.one);
    world_.quietRound(shared.other);
    world_.intrude(shared.note);
}

/// A change is made when the round has pushed already, and the pull takes its note out of sight.
void Situations::loseScopeWithUnsent(const Shared& shared) {
    world_.trace.line("situation: a scope is lost with something unsent");
    backUpAll();
    RoundOptions untilSettled;
    world_.beginRound(shared.other, untilSettled);
    world_.exchange(shared.other, 1ms, 1ms); // hello
    people_.changePhone(shared.other, shared.note);
    world_.setScopes(shared.other.device, {"elsewhere"});
    while (world_.exchange(shared.other, 1ms, 1ms)) {
    }
    world_.quietRound(shared.other);
}

/// A store is damaged while something waits in it, something was refused, and something came that it alone
/// has not read yet.
void Situations::salvageWithUnsent(const Shared& shared) {
    world_.trace.line("situation: a store is salvaged with something unsent");
    people_.changePhone(shared.other, shared.note);
    people_.changeTags(shared.other, shared.note);
    people_.addPicture(shared.other, shared.note);
    if (world_.chance(50)) {
        world_.quietRound(shared.one);
        people_.changePhone(shared.one, shared.note);
        world_.quietRound(shared.one);
    }
    world_.salvage(shared.other);
    if (world_.chance(50))
        people_.changePhone(shared.other, shared.note);
    world_.quietRound(shared.other);
}

/// A round in which everything is exchanged but pictures.
void Situations::exchangeWords(Machine& machine) {
    RoundOptions byteByByte;
    byteByByte.blobs.partBytes = 1;
    world_.beginRound(machine, byteByByte);
    while (machine.round->phase() < RoundPhase::Settle && world_.exchange(machine, 1ms, 1ms)) {
    }
    machine.round.reset();
}

/// The words of a picture are at the hub and in all its backups while the picture itself is under way. Then
/// the hub is put back to that time, or the device has no business with the note any more.
void Situations::loseThePicture(const Shared& shared) {
    world_.trace.line("situation: a picture comes later than its words");
    people_.addPicture(shared.other, shared.note);
    exchangeWords(shared.other);
    backUpAll();
    if (world_.chance(50)) {
        world_.quietRound(shared.other);
        return world_.restoreHub(world_.chance(50));
    }
    world_.setScopes(shared.other.device, {"elsewhere"});
    constexpr int untilCleanedUp = 3;
    for (int round = 0; round < untilCleanedUp; ++round) {
        exchangeWords(shared.other);
        backUpAll();
    }
}

void Situations::openRound(Machine& machine) {
    RoundOptions waiting;
    waiting.wait = 30s;
    world_.beginRound(machine, waiting);
    while (machine.round->phase() != RoundPhase::Open && world_.exchange(machine, 1ms, 1ms)) {
    }
}

/// Both rounds are open, and a pull is waiting at the hub while the note changes: it is answered with the
/// part that is new, or with all of it where that would not do.
void Situations::editLive(const Shared& shared) {
    world_.trace.line("situation: edits in open rounds");
    openRound(shared.one);
    openRound(shared.other);
    const auto edit = [this, &shared](Machine& machine) {
        if (world_.chance(70))
            people_.changePhone(machine, shared.note);
        else
            people_.changeTags(machine, shared.note);
    };
    for (std::size_t edits = 2 + world_.below(5); edits > 0; --edits)
        world_.exchange(shared.other, 1ms, 1ms, [&] {
            edit(shared.one);
            if (world_.chance(30))
                edit(shared.other);
            world_.exchange(shared.one, 1ms, 1ms);
            if (world_.chance(20)) {
                edit(shared.one);
                world_.exchange(shared.one, 1ms, 1ms);
            }
        });
    shared.one.round.reset();
    shared.other.round.reset();
}

} // namespace lianxin::simulation
