// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which two writes to a field of one value can meet: one test for each, named after what is
// done. Fields that hold several values at once have theirs in join_cells_of_many_test.cpp.
#include "tests/unit/sync/record_builders.h"

#include <QtTest>

namespace lianxin::tests {

namespace {

const Dot a1 = dot(1, 1);
const Dot a2 = dot(1, 2);
const Dot b1 = dot(2, 1);
const Dot b2 = dot(2, 2);
const Dot c1 = dot(3, 1);

Held exchangedOf(std::string_view field, const Writes& mine, const Writes& theirs) {
    return exchanged(noteWith(field, mine), noteWith(field, theirs));
}

std::size_t conflictsIn(const Held& held) {
    return conflictsOf(held.record, historyIn(held)).size();
}

/// What was erased here meets a write of the same field there, before and after what was erased.
void erases(std::string_view field, const Write& erasedWrite, const Write& other) {
    Record erased = noteWith(field, {erasedWrite});
    eraseContent(erased);
    const Held held = exchanged(erased, noteWith(field, {other}));
    QVERIFY(held.record.erased);
    QCOMPARE(held.record.value(field), Value{});
    QVERIFY(writesIn(held.record, field).empty());
    QVERIFY(held.history.empty());
}

} // namespace

class JoinCellsTest : public QObject {
    Q_OBJECT

private slots:
    void once_concurrentWrites_lowestStampIsShownAndBothAreListed() {
        const Held held = exchangedOf("once", {text(a1, 10, "early")}, {text(b1, 20, "late")});
        QCOMPARE(held.record.value("once"), asText("early"));
        QCOMPARE(headsIn(held.record, "once"), asTexts({"early", "late"}));
        QCOMPARE(conflictsIn(held), 1U);
    }
    void once_equalStamps_lowerDotIsShown() {
        const Held held = exchangedOf("once", {text(a1, 10, "z")}, {text(b1, 10, "a")});
        QCOMPARE(headsIn(held.record, "once"), asTexts({"z", "a"}));
    }
    void once_sameDotTwoStamps_isOneWriteWithTheHigherStamp() {
        const Held held = exchangedOf("once", {text(a1, 10, "x")}, {text(a1, 30, "x")});
        QCOMPARE(writesIn(held.record, "once"), Writes{text(a1, 30, "x")});
        QCOMPARE(conflictsIn(held), 0U);
    }
    void once_sameDotTwoValues_bothAreListed() {
        const Held held = exchangedOf("once", {text(a1, 10, "signed")}, {text(a1, 10, "zzz forged")});
        QCOMPARE(headsIn(held.record, "once"), asTexts({"signed", "zzz forged"}));
        QCOMPARE(conflictsIn(held), 1U);
    }
    void once_writeVersusClear_earlierIsShown() {
        const Held cleared = exchangedOf("once", {put(a1, 10, {})}, {text(b1, 20, "x")});
        QCOMPARE(cleared.record.value("once"), Value{});
        QCOMPARE(conflictsIn(cleared), 1U);
        const Held written = exchangedOf("once", {put(a1, 30, {})}, {text(b1, 20, "x")});
        QCOMPARE(written.record.value("once"), asText("x"));
    }
    void once_sameWriteTwice_isNoChange() {
        const Joined again =
            joined(noteWith("once", {text(a1, 10, "x")}), noteWith("once", {text(a1, 10, "x")}));
        QVERIFY(!again.changed);
        QVERIFY(again.losers.empty());
    }
    void once_threeWriters_allAreListed() {
        Held held = exchangedOf("once", {text(c1, 30, "c")}, {text(b1, 20, "b")});
        receive(held, noteWith("once", {text(a1, 10, "a")}));
        QCOMPARE(headsIn(held.record, "once"), asTexts({"a", "b", "c"}));
        QVERIFY(held.history.empty());
    }

    void hubGiven_twoVerdicts_laterIsShownAndTheFormerStaysAsANote() {
        const Held held = exchangedOf("verdict", {text(a1, 10, "first")}, {text(b1, 20, "second")});
        QCOMPARE(held.record.value("verdict"), asText("second"));
        QCOMPARE(historyOf(held, "verdict"), asTexts({"first"}));
        QCOMPARE(conflictsIn(held), 0U);
    }
    void hubGiven_forgottenVerdict_isNotBroughtBackByHistory() {
        const Held held = exchangedOf("verdict", {text(a1, 10, "first")}, {text(b1, 20, "second")});
        Record forgotten = emptyNote();
        std::vector<Loser> losers;
        QVERIFY(!joinHistory(forgotten, held.history.begin()->second, losers));
        QCOMPARE(forgotten.value("verdict"), Value{});
    }
    void hubGiven_sameDotTwoStamps_isOneWriteWithTheHigherStamp() {
        for (const char* field : {"verdict", "place"}) {
            const Value value = std::string_view(field) == "place" ? Value{std::int64_t{3}} : asText("x");
            const Held held = exchangedOf(field, {put(a1, 10, value)}, {put(a1, 30, value)});
            QCOMPARE(writesIn(held.record, field), Writes{put(a1, 30, value)});
            QVERIFY(held.history.empty());
            QCOMPARE(conflictsIn(held), 0U);
        }
    }
    void hubGiven_sameDotTwoValues_laterIsShownAndTheOtherStaysAsANote() {
        const Held byStamp = exchangedOf("verdict", {text(a1, 10, "z")}, {text(a1, 30, "a")});
        QCOMPARE(byStamp.record.value("verdict"), asText("a"));
        QCOMPARE(historyOf(byStamp, "verdict"), asTexts({"z"}));
        const Held byBytes = exchangedOf("verdict", {text(a1, 10, "z")}, {text(a1, 10, "a")});
        QCOMPARE(byBytes.record.value("verdict"), asText("z"));
        QCOMPARE(historyOf(byBytes, "verdict"), asTexts({"a"}));
        QCOMPARE(conflictsIn(byBytes), 0U);
    }
    void hubGiven_equalStamps_higherDotIsShown() {
        const Held held =
            exchangedOf("place", {put(a1, 10, std::int64_t{9})}, {put(b1, 10, std::int64_t{1})});
        QCOMPARE(held.record.value("place"), Value{std::int64_t{1}});
    }

    void latest_concurrentWrites_laterStampWinsAndLoserIsHistory() {
        const Held held = exchangedOf("latest", {text(a1, 10, "mine")}, {text(b1, 20, "theirs")});
        QCOMPARE(held.record.value("latest"), asText("theirs"));
        QCOMPARE(historyOf(held, "latest"), asTexts({"mine"}));
        const auto conflicts = conflictsOf(held.record, historyIn(held));
        QCOMPARE(conflicts.size(), 1U);
        QCOMPARE(conflicts.front().shown.value, asText("theirs"));
        QCOMPARE(conflicts.front().other.value, asText("mine"));
    }
    void latest_overwriteOfWhatWasSeen_isHistoryAndNoConflict() {
        const Held held = exchangedOf("latest", {text(a1, 10, "old")}, {text(b1, 20, "new", {a1})});
        QCOMPARE(held.record.value("latest"), asText("new"));
        QCOMPARE(historyOf(held, "latest"), asTexts({"old"}));
        QCOMPARE(conflictsIn(held), 0U);
    }
    void latest_equalStamps_higherDotWins() {
        const Held held = exchangedOf("latest", {text(a1, 10, "z")}, {text(b1, 10, "a")});
        QCOMPARE(held.record.value("latest"), asText("a"));
        QCOMPARE(historyOf(held, "latest"), asTexts({"z"}));
    }
    void latest_equalStampsOfOneWriter_higherSequenceWins() {
        const Held held = exchangedOf("latest", {text(a2, 10, "a")}, {text(a1, 10, "z")});
        QCOMPARE(held.record.value("latest"), asText("a"));
    }
    void latest_sameDotTwoStamps_higherStampJoinsAndNothingIsLost() {
        const Held held = exchangedOf("latest", {text(a1, 10, "x")}, {text(a1, 30, "x")});
        QCOMPARE(writesIn(held.record, "latest"), Writes{text(a1, 30, "x")});
        QVERIFY(held.history.empty());
    }
    void latest_sameDotTwoStamps_correctedStampWinsAgainstAThird() {
        Held held = exchangedOf("latest", {text(a1, 10, "x")}, {text(b1, 20, "y")});
        QCOMPARE(held.record.value("latest"), asText("y"));
        receive(held, noteWith("latest", {text(a1, 30, "x")}));
        QCOMPARE(held.record.value("latest"), asText("x"));
        QCOMPARE(conflictsIn(held), 1U);
    }
    void latest_sameDotTwoValues_laterIsShownAndTheOtherIsHistory() {
        const Held byStamp = exchangedOf("latest", {text(a1, 10, "z")}, {text(a1, 30, "a")});
        QCOMPARE(byStamp.record.value("latest"), asText("a"));
        QCOMPARE(historyOf(byStamp, "latest"), asTexts({"z"}));
        const Held byBytes = exchangedOf("latest", {text(a1, 10, "z")}, {text(a1, 10, "a")});
        QCOMPARE(byBytes.record.value("latest"), asText("z"));
        QCOMPARE(historyOf(byBytes, "latest"), asTexts({"a"}));
    }
    void latest_writeVersusClear_laterWins() {
        const Held cleared = exchangedOf("latest", {text(a1, 10, "x")}, {put(b1, 20, {})});
        QCOMPARE(cleared.record.value("latest"), Value{});
        QCOMPARE(historyOf(cleared, "latest"), asTexts({"x"}));
        QCOMPARE(conflictsIn(cleared), 1U);
        const Held written = exchangedOf("latest", {text(a1, 30, "x")}, {put(b1, 20, {})});
        QCOMPARE(written.record.value("latest"), asText("x"));
        QCOMPARE(historyOf(written, "latest"), std::vector<Value>{Value{}});
    }
    void latest_threeWriters_latestIsShownAndTwoAreHistory() {
        Held held = exchangedOf("latest", {text(c1, 20, "c")}, {text(b1, 30, "b")});
        receive(held, noteWith("latest", {text(a1, 10, "a")}));
        QCOMPARE(held.record.value("latest"), asText("b"));
        QCOMPARE(historyOf(held, "latest"), asTexts({"a", "c"}));
        QCOMPARE(conflictsIn(held), 2U);
    }
    void latest_replacedArrivesAfterWhatReplacedIt_isHistoryAndNoConflict() {
        Held held{noteWith("latest", {text(b1, 30, "new", {a1})}), {}};
        receive(held, noteWith("latest", {text(a1, 10, "old")}));
        QCOMPARE(held.record.value("latest"), asText("new"));
        QCOMPARE(historyOf(held, "latest"), asTexts({"old"}));
        QCOMPARE(conflictsIn(held), 0U);
    }
    void latest_editOfOneVersusConcurrentWrite_onlyTheUnseenIsAConflict() {
        Held held = exchangedOf("latest", {text(a1, 10, "seen")}, {text(b1, 20, "new", {a1})});
        receive(held, noteWith("latest", {text(c1, 15, "unseen")}));
        const auto conflicts = conflictsOf(held.record, historyIn(held));
        QCOMPARE(conflicts.size(), 1U);
        QCOMPARE(conflicts.front().other.value, asText("unseen"));
    }
    void latest_displacerLostWithItsDisk_historyShowsTheLatestAgain() {
        const Held held = exchangedOf("latest", {text(a1, 10, "old")}, {text(b1, 20, "newer")});
        Held behind{noteWith("latest", {text(c1, 5, "oldest")}), {}};
        receiveHistory(behind, held.history.begin()->second);
        QCOMPARE(behind.record.value("latest"), asText("old"));
        QCOMPARE(historyOf(behind, "latest"), asTexts({"oldest", "old"}));
    }
    void latest_sealed_isComparedByStampAndNeverOpened() {
        const Held held =
            exchangedOf("latest_sealed", {put(a1, 20, Sealed{"\1aa"})}, {put(b1, 10, Sealed{"\1zz"})});
        QCOMPARE(held.record.value("latest_sealed"), Value{Sealed{"\1aa"}});
        QCOMPARE(historyOf(held, "latest_sealed"), std::vector<Value>{Sealed{"\1zz"}});
    }

    void erase_versusEdit_eraseWins() {
        Record erased = noteWith("latest", {text(a1, 10, "private")});
        eraseContent(erased);
        const Held held = exchanged(erased, noteWith("latest", {text(b1, 99, "private still")}));
        QVERIFY(held.record.erased);
        QCOMPARE(held.record.value("latest"), Value{});
        QVERIFY(held.history.empty());
    }
    void erase_versusOnce_eraseWins() { erases("once", text(a1, 10, "private"), text(b1, 99, "still")); }
    void erase_versusRecordWithoutItsParent_tellsTheParent() {
        Record erased = noteWith("parent", {put(a1, 10, idOf(9))});
        eraseContent(erased);
        for (const Record& record : {emptyNote(), noteWith("latest", {text(b1, 20, "x")})}) {
            const Joined gone = joined(record, erased);
            QCOMPARE(gone.record.parent(), idOf(9));
            QVERIFY(gone.changed && gone.record == erased);
        }
        QCOMPARE(joined(noteWith("parent", {put(b1, 20, idOf(9))}), erased).record, erased);
    }
    void erase_versusErase_isNoChange() {
        Record erased = emptyNote();
        eraseContent(erased);
        QVERIFY(!joined(erased, erased).changed);
    }
    void erase_versusHistory_nothingComesBack() {
        const Held held = exchangedOf("latest", {text(a1, 10, "x")}, {text(b1, 20, "y")});
        Record erased = held.record;
        eraseContent(erased);
        std::vector<Loser> losers;
        QVERIFY(!joinHistory(erased, held.history.begin()->second, losers));
        QVERIFY(losers.empty());
        QCOMPARE(erased.value("latest"), Value{});
    }
    void erase_versusSingleWrites_nothingComesBack() {
        Record erased = emptyNote();
        eraseContent(erased);
        std::vector<Loser> losers;
        const Write write = text(a1, 10, "x");
        QVERIFY(!joinWrites(erased, fieldOf("latest"), {&write, 1}, losers));
        QCOMPARE(erased.value("latest"), Value{});
    }
    void erase_versusFieldsOfALaterProgram_theyAreEmptiedToo() {
        Record note = emptyNote();
        std::vector<Loser> losers;
        const Write write = text(a1, 10, "x");
        joinUnknown(note, {"later", FieldType::Text, MergeRule::Latest}, {&write, 1}, losers);
        Record erased = emptyNote();
        eraseContent(erased);
        QVERIFY(joined(note, erased).record.unknown.empty());
        QVERIFY(!joinUnknown(erased, {"later", FieldType::Text, MergeRule::Latest}, {&write, 1}, losers));
    }

    void unknownField_isJoinedByItsRuleAndPassedOn() {
        const Field field{"later", FieldType::Text, MergeRule::Latest};
        Record mine = emptyNote();
        Record theirs = emptyNote();
        std::vector<Loser> losers;
        const Write early = text(a1, 10, "early");
        const Write late = text(b1, 20, "late", {c1});
        joinUnknown(mine, field, {&early, 1}, losers);
        joinUnknown(theirs, field, {&late, 1}, losers);
        const Held held = exchanged(mine, theirs);
        QCOMPARE(held.record.unknown.size(), 1U);
        QCOMPARE(held.record.unknown.front().writes, Writes{late});
        QCOMPARE(historyOf(held, "later"), asTexts({"early"}));

        Held behind{emptyNote(), {}};
        behind.record.unknown = {UnknownField{field, {text(c1, 5, "oldest")}}};
        receiveHistory(behind, held.history.begin()->second);
        QCOMPARE(behind.record.unknown.front().writes, Writes{early});
    }
    void unknownField_versusNone_isKept() {
        Record theirs = emptyNote();
        std::vector<Loser> losers;
        const Write write = text(a1, 10, "x");
        joinUnknown(theirs, {"later", FieldType::Text, MergeRule::Versions}, {&write, 1}, losers);
        QCOMPARE(exchanged(emptyNote(), theirs).record.unknown, theirs.unknown);
    }

    void otherFields_writtenByTwo_bothStand() {
        const Held held = exchanged(noteWith("latest", {text(a1, 10, "mine")}),
                                    noteWith("latest_number", {put(b1, 20, std::int64_t{7})}));
        QCOMPARE(held.record.value("latest"), asText("mine"));
        QCOMPARE(held.record.value("latest_number"), Value{std::int64_t{7}});
        QVERIFY(held.history.empty());
    }
    void parent_writtenOnce_staysWhereTheFirstWritePutIt() {
        const Held held = exchangedOf("parent", {put(a1, 10, idOf(8))}, {put(b1, 20, idOf(9))});
        QCOMPARE(held.record.parent(), idOf(8));
        QCOMPARE(conflictsIn(held), 1U);
    }
    void partOfARecord_versusTheWhole_isNoChange() {
        const Record whole =
            savedNote({a2, stampAt(20), {}}, {{"latest", asText("x")}, {"once", asText("y")}});
        Record part = emptyNote();
        setWrites(part, fieldOf("once"), {text(a2, 20, "y")});
        QVERIFY(!joined(whole, part).changed);
        QVERIFY(joined(part, whole).changed);
        QVERIFY(sameContent(joined(part, whole).record, whole));
    }
    void latest_chainOfOverwrites_isHistoryWithoutConflict() {
        Held held = exchangedOf("latest", {text(b1, 10, "one")}, {text(b2, 20, "two", {b1})});
        receive(held, noteWith("latest", {text(a1, 30, "three", {b2})}));
        QCOMPARE(historyOf(held, "latest"), asTexts({"one", "two"}));
        QCOMPARE(conflictsIn(held), 0U);
    }
};

} // namespace lianxin::tests

QTEST_APPLESS_MAIN(lianxin::tests::JoinCellsTest)
#include "join_cells_test.moc"
