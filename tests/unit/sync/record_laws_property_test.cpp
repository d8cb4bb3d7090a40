// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of join, over generated records. Content is compared by what the records say: which save covers a
// record is only a way to write that down.
#include "tests/unit/sync/record_generators.h"

#include <QtTest>

#include <set>
#include <tuple>

namespace lianxin::tests {

namespace {

/// Something that a write put into a record, wherever it stands now.
using Saying = std::tuple<std::string, Dot, std::string>;

Saying sayingOf(const std::string& field, const Write& write) {
    return {field, write.dot, valueToJson(write.value)};
}

/// Calls visit(field, writes) for every field, known and unknown.
template <class Visit>
void forEachField(const Record& record, Visit visit) {
    for (std::size_t i = 0; i < record.shown.size(); ++i) {
        const auto index = static_cast<FieldIndex>(i);
        visit(record.type->field(index), writesOf(record, index));
    }
    for (const UnknownField& unknown : record.unknown)
        visit(unknown.field, unknown.writes);
}

std::set<Saying> valuesIn(const Record& record) {
    std::set<Saying> values;
    forEachField(record, [&values](const Field& field, const Writes& writes) {
        for (const Write& write : writes)
            if (write.kind != WriteKind::Moved)
                values.insert(sayingOf(field.name, write));
    });
    return values;
}

std::set<std::pair<std::string, Dot>> dotsIn(const Record& record) {
    std::set<std::pair<std::string, Dot>> dots;
    forEachField(record, [&dots](const Field& field, const Writes& writes) {
        for (const Write& write : writes)
            dots.insert({field.name, write.dot});
    });
    return dots;
}

template <class T>
bool isSubset(const std::set<T>& part, const std::set<T>& whole) {
    return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

/// What history tells beside the record. One write may be both shown and in history, where it lost while its
/// stamp was still lower: that says nothing new, and depends on the order in which things arrived.
std::set<Saying> toldByHistoryOnly(const Held& held) {
    const std::set<Saying> shown = valuesIn(held.record);
    std::set<Saying> told;
    for (const auto& [id, history] : held.history) {
        const std::string field = std::get<std::string>(history.value("field"));
        for (const Write& write : writesOf(history, *history.type->indexOf("value"))) {
            const Saying saying{field, write.dot, std::get<std::string>(write.value)};
            if (id == historyId(held.record.id, field, write.dot) && !shown.contains(saying))
                told.insert(saying);
        }
    }
    return told;
}

World anyWorld() {
    return static_cast<World>(below(3));
}
World anyWorldOfOurs() {
    return oneIn(2) ? World::Honest : World::Copied;
}

/// One thing that reaches a replica: a state of the record, or a history record.
struct Arrival {
    Record record;
    bool isHistory = false;
};

std::vector<Arrival> arrivalsOf(const std::vector<Joined>& states) {
    std::vector<Arrival> arrivals;
    for (const Joined& state : states) {
        arrivals.push_back({state.record, false});
        for (const Loser& loser : state.losers)
            arrivals.push_back({historyRecord(noteSchema().history(), state.record, loser), true});
    }
    return arrivals;
}

/// Everything arrives in an order drawn at random, some of it several times; history is folded back now or
/// later.
Held replicaReached(std::vector<Arrival> arrivals) {
    for (std::size_t i = arrivals.size(); i-- > 0;) {
        std::swap(arrivals[i], arrivals[static_cast<std::size_t>(below(static_cast<int>(i) + 1))]);
        if (oneIn(4))
            arrivals.push_back(arrivals[i]);
    }
    Held held{emptyNote(), {}};
    std::vector<Loser> waiting;
    for (const Arrival& arrival : arrivals) {
        if (arrival.isHistory) {
            std::vector<Loser> none;
            if (const auto [at, isNew] = held.history.try_emplace(arrival.record.id, arrival.record); !isNew)
                join(at->second, arrival.record, none);
        } else {
            join(held.record, arrival.record, waiting);
        }
        if (oneIn(3)) {
            settle(held, std::move(waiting));
            waiting.clear();
        }
    }
    settle(held, std::move(waiting));
    return held;
}

std::vector<Joined> someNotes(World world) {
    std::vector<Joined> notes;
    for (int count = 2 + below(2); count > 0; --count)
        notes.push_back(anyNote(world));
    return notes;
}

void checkCommutative() {
    const World world = anyWorld();
    const Record a = anyNote(world).record;
    const Record b = anyNote(world).record;
    RC_ASSERT(sameContent(joined(a, b).record, joined(b, a).record));
}

void checkAssociative() {
    const World world = anyWorld();
    const Record a = anyNote(world).record;
    const Record b = anyNote(world).record;
    const Record c = anyNote(world).record;
    RC_ASSERT(sameContent(joined(joined(a, b).record, c).record, joined(a, joined(b, c).record).record));
}

void checkIdempotent() {
    const Record a = anyNote(anyWorld()).record;
    const Joined twice = joined(a, a);
    RC_ASSERT(!twice.changed);
    RC_ASSERT(twice.losers.empty());
    RC_ASSERT(sameContent(twice.record, a));
}

void checkInputsAreAbsorbed() {
    const World world = anyWorld();
    const Record a = anyNote(world).record;
    const Record b = anyNote(world).record;
    const Record both = joined(a, b).record;
    for (const Record& input : {a, b}) {
        const Joined again = joined(both, input);
        RC_ASSERT(!again.changed);
        RC_ASSERT(sameContent(again.record, both));
    }
}

void checkSaysWhetherItChanged() {
    const World world = anyWorld();
    const Record a = anyNote(world).record;
    const Joined both = joined(a, anyNote(world).record);
    RC_ASSERT(both.changed == !sameContent(both.record, a));
}

void checkMonotone() {
    const World world = anyWorldOfOurs();
    const Record a = anyNote(world).record;
    const Record b = anyNote(world).record;
    const Joined both = joined(a, b);
    RC_ASSERT(both.record.erased == (a.erased || b.erased));
    if (both.record.erased)
        return;
    auto values = valuesIn(both.record);
    auto dots = dotsIn(both.record);
    for (const Loser& loser : both.losers) {
        values.insert(sayingOf(loser.field, loser.write));
        dots.insert({loser.field, loser.write.dot});
    }
    for (const Record& input : {a, b}) {
        RC_ASSERT(isSubset(dotsIn(input), dots));
        RC_ASSERT(isSubset(valuesIn(input), values));
    }
}

void checkShownFollowsFromWrites() {
    const World world = anyWorld();
    const Record both = joined(anyNote(world).record, anyNote(world).record).record;
    if (both.erased)
        return; // it shows whose child it was, and no write tells so any more
    for (std::size_t i = 0; i < both.shown.size(); ++i) {
        const auto index = static_cast<FieldIndex>(i);
        const Value shown = shownValue(both.type->field(index), writesOf(both, index));
        RC_ASSERT(compareValues(both.shown[i], shown) == std::strong_ordering::equal);
    }
}

void checkErasedWins() {
    const World world = anyWorld();
    Record erased = emptyNote();
    eraseContent(erased);
    const Record note = anyNote(world).record;
    RC_ASSERT(sameContent(joined(note, erased).record, erased));
    RC_ASSERT(sameContent(joined(erased, note).record, erased));
}

void checkAnyOrderTellsTheSame() {
    const auto arrivals = arrivalsOf(someNotes(anyWorldOfOurs()));
    const Held one = replicaReached(arrivals);
    const Held other = replicaReached(arrivals);
    RC_ASSERT(sameContent(one.record, other.record));
    if (!one.record.erased)
        RC_ASSERT(toldByHistoryOnly(one) == toldByHistoryOnly(other));
}

void checkNothingInHistoryIsLater() {
    const Held held = replicaReached(arrivalsOf(someNotes(anyWorldOfOurs())));
    for (const auto& [id, history] : held.history) {
        const auto historic = historicWrite(history);
        RC_ASSERT(historic.has_value());
        const auto index = held.record.type->indexOf(historic->field);
        if (!index || held.record.erased || held.record.type->field(*index).rule != MergeRule::Latest ||
            held.record.type->field(*index).hubGiven)
            continue;
        const Writes writes = writesOf(held.record, *index);
        RC_ASSERT(writes.size() == 1U);
        RC_ASSERT(!laterThan(historic->write, writes.front()));
    }
}

void checkEveryValueIsReadable() {
    const auto notes = someNotes(anyWorldOfOurs());
    const Held held = replicaReached(arrivalsOf(notes));
    if (held.record.erased)
        return;
    std::set<Saying> readable = valuesIn(held.record);
    readable.merge(toldByHistoryOnly(held));
    for (const Joined& note : notes) {
        RC_ASSERT(isSubset(valuesIn(note.record), readable));
        for (const Loser& loser : note.losers)
            RC_ASSERT(readable.contains(sayingOf(loser.field, loser.write)));
    }
}

} // namespace

class RecordLawsPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void joinIsCommutative() { QVERIFY(rc::check(checkCommutative)); }
    void joinIsAssociative() { QVERIFY(rc::check(checkAssociative)); }
    void joinIsIdempotent() { QVERIFY(rc::check(checkIdempotent)); }
    void joinAbsorbsItsInputs() { QVERIFY(rc::check(checkInputsAreAbsorbed)); }
    void joinSaysWhetherItChangedAnything() { QVERIFY(rc::check(checkSaysWhetherItChanged)); }
    void joinKeepsEveryDotAndValueOrHandsItBack() { QVERIFY(rc::check(checkMonotone)); }
    void whatIsShownFollowsFromTheWrites() { QVERIFY(rc::check(checkShownFollowsFromWrites)); }
    void anEraseWinsEveryJoin() { QVERIFY(rc::check(checkErasedWins)); }
    void anyOrderAndAnyDuplicationTellsTheSame() { QVERIFY(rc::check(checkAnyOrderTellsTheSame)); }
    void noHistoryValueIsLaterThanTheShownOne() { QVERIFY(rc::check(checkNothingInHistoryIsLater)); }
    void everyValueEverWrittenIsReadable() { QVERIFY(rc::check(checkEveryValueIsReadable)); }
};

} // namespace lianxin::tests

int main(int argc, char** argv) {
    // RapidCheck reads this once. A longer run, or the replay of a failure, sets it from outside.
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_success=400");
    lianxin::tests::RecordLawsPropertyTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "record_laws_property_test.moc"
