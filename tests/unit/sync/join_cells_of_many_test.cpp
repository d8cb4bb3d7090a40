// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in which two writes can meet in a field that holds several values at once: texts in versions, and
// sets.
#include "tests/unit/sync/record_builders.h"

#include <QtTest>

namespace lianxin::tests {

namespace {

const Dot a1 = dot(1, 1);
const Dot a2 = dot(1, 2);
const Dot b1 = dot(2, 1);
const Dot c1 = dot(3, 1);
const Dot d1 = dot(4, 1);

Held versions(const Writes& mine, const Writes& theirs) {
    return exchanged(noteWith("versions", mine), noteWith("versions", theirs));
}
Held sets(const Writes& mine, const Writes& theirs) {
    return exchanged(noteWith("set", mine), noteWith("set", theirs));
}
Held erasedAgainst(std::string_view field, const Writes& mine, const Writes& theirs) {
    Record erased = noteWith(field, mine);
    eraseContent(erased);
    return exchanged(erased, noteWith(field, theirs));
}
std::vector<Value> heads(const Held& held) {
    return headsIn(held.record, "versions");
}
std::vector<Value> moved(const Held& held) {
    return historyOf(held, "versions");
}
std::vector<std::string> elements(const Held& held) {
    return elementsOf(held.record.value("set"));
}
std::vector<std::string> list(std::initializer_list<std::string> texts) {
    return texts;
}
std::size_t conflictsIn(const Held& held) {
    return conflictsOf(held.record, historyIn(held)).size();
}

} // namespace

class JoinCellsOfManyTest : public QObject {
    Q_OBJECT

private slots:
    void versions_concurrentWrites_bothStayAsHeadsNewestFirst() {
        const Held held = versions({text(a1, 10, "mine")}, {text(b1, 20, "theirs")});
        QCOMPARE(heads(held), asTexts({"theirs", "mine"}));
        QCOMPARE(held.record.value("versions"), asText("theirs"));
        QVERIFY(held.history.empty());
        QCOMPARE(conflictsIn(held), 1U);
    }
    void versions_equalStamps_bothStayAndHigherDotIsShown() {
        const Held held = versions({text(a1, 10, "z")}, {text(b1, 10, "a")});
        QCOMPARE(heads(held), asTexts({"a", "z"}));
    }
    void versions_editOfWhatWasSeen_replacesItAndItsTextMovesToHistory() {
        const Held held = versions({text(a1, 10, "old")}, {text(b1, 20, "new", {a1})});
        QCOMPARE(heads(held), asTexts({"new"}));
        QCOMPARE(moved(held), asTexts({"old"}));
        QCOMPARE(conflictsIn(held), 0U);
        const Write before = writesIn(held.record, "versions").front();
        QVERIFY(before.dot == a1 && before.kind == WriteKind::Moved && isNull(before.value));
    }
    void versions_replacedArrivesAfterWhatReplacedIt_isHistoryAndNoHead() {
        Held held{noteWith("versions", {text(b1, 20, "new", {a1})}), {}};
        receive(held, noteWith("versions", {text(a1, 10, "old")}));
        QCOMPARE(heads(held), asTexts({"new"}));
        QCOMPARE(moved(held), asTexts({"old"}));
    }
    void versions_replacedTextArrivesAgain_isNoChangeButIsHandedBack() {
        const Held held = versions({text(a1, 10, "old")}, {text(b1, 20, "new", {a1})});
        const Joined again = joined(held.record, noteWith("versions", {text(a1, 10, "old")}));
        QVERIFY(!again.changed);
        QCOMPARE(again.losers.size(), 1U);
        QCOMPARE(again.losers.front().write.value, asText("old"));
    }
    void versions_movedVersusItsText_textStandsWhileNothingReplacesIt() {
        Write gone = put(a1, 10, {});
        gone.kind = WriteKind::Moved;
        const Held held = versions({gone}, {text(a1, 10, "text")});
        QCOMPARE(heads(held), asTexts({"text"}));
    }
    void versions_sameDotTwoStamps_isOneVersionWithTheHigherStamp() {
        const Held held = versions({text(a1, 10, "x")}, {text(a1, 30, "x")});
        QCOMPARE(writesIn(held.record, "versions"), Writes{text(a1, 30, "x")});
        QVERIFY(held.history.empty());
    }
    void versions_sameDotTwoValues_greaterStaysAndTheOtherIsHistory() {
        const Held held = versions({text(a1, 10, "z")}, {text(a1, 10, "a")});
        QCOMPARE(heads(held), asTexts({"z"}));
        QCOMPARE(moved(held), asTexts({"a"}));
    }
    void versions_writeVersusClear_bothStay() {
        const Held held = versions({text(a1, 10, "x")}, {put(b1, 20, {})});
        QCOMPARE(heads(held), (std::vector<Value>{Value{}, asText("x")}));
        QCOMPARE(conflictsIn(held), 1U);
    }
    void versions_clearOfWhatWasSeen_showsNothingAndItsTextIsHistory() {
        const Held held = versions({text(a1, 10, "x")}, {put(b1, 20, {}, {a1})});
        QCOMPARE(held.record.value("versions"), Value{});
        QCOMPARE(moved(held), asTexts({"x"}));
        QCOMPARE(conflictsIn(held), 0U);
    }
    void versions_threeWriters_allStay() {
        Held held = versions({text(a1, 10, "a")}, {text(b1, 20, "b")});
        receive(held, noteWith("versions", {text(c1, 15, "c")}));
        QCOMPARE(heads(held), asTexts({"b", "c", "a"}));
        QCOMPARE(conflictsIn(held), 2U);
    }
    void versions_resolutionVersusUnseenHead_unseenStays() {
        Held held = versions({text(a1, 10, "a"), text(b1, 20, "b")}, {text(c1, 15, "unseen")});
        receive(held, noteWith("versions", {text(d1, 30, "a and b", {a1, b1})}));
        QCOMPARE(heads(held), asTexts({"a and b", "unseen"}));
        QCOMPARE(moved(held), asTexts({"a", "b"}));
    }
    void versions_twoResolutionsOfTheSameHeads_bothStay() {
        const Writes both{text(a1, 10, "a"), text(b1, 20, "b")};
        Held mine{noteWith("versions", both), {}};
        receive(mine, noteWith("versions", {text(c1, 30, "one way", {a1, b1})}));
        Held theirs{noteWith("versions", both), {}};
        receive(theirs, noteWith("versions", {text(d1, 40, "another", {a1, b1})}));
        receive(mine, theirs.record);
        QCOMPARE(heads(mine), asTexts({"another", "one way"}));
        QCOMPARE(moved(mine), asTexts({"a", "b"}));
    }
    void versions_resolutionVersusEditOfOneHead_bothStay() {
        Held held = versions({text(a1, 10, "a"), text(b1, 20, "b")}, {text(c1, 30, "a and b", {a1, b1})});
        receive(held, noteWith("versions", {text(a2, 40, "a, better", {a1})}));
        QCOMPARE(heads(held), asTexts({"a, better", "a and b"}));
    }
    void versions_chainOfEdits_onlyTheLastStands() {
        Held held = versions({text(c1, 30, "third", {b1})}, {text(a1, 10, "first")});
        receive(held, noteWith("versions", {text(b1, 20, "second", {a1})}));
        QCOMPARE(heads(held), asTexts({"third"}));
        QCOMPARE(moved(held), asTexts({"first", "second"}));
    }
    void versions_sealed_concurrentWritesBothStay() {
        const Held held = exchanged(noteWith("versions_sealed", {put(a1, 10, Sealed{"\1a"})}),
                                    noteWith("versions_sealed", {put(b1, 20, Sealed{"\1b"})}));
        QCOMPARE(headsIn(held.record, "versions_sealed"), (std::vector<Value>{Sealed{"\1b"}, Sealed{"\1a"}}));
    }
    void versions_historyBeforeItsRecord_standsUntilItsReplacerComes() {
        const Held known = versions({text(a1, 10, "old")}, {text(b1, 20, "new", {a1})});
        Held held{emptyNote(), {}};
        receiveHistory(held, known.history.begin()->second);
        QCOMPARE(heads(held), asTexts({"old"}));
        receive(held, known.record);
        QVERIFY(sameContent(held.record, known.record));
        QCOMPARE(moved(held), asTexts({"old"}));
    }

    void set_concurrentAddsOfTwoElements_bothArePresent() {
        const Held held = sets({text(a1, 10, "x")}, {text(b1, 20, "y")});
        QCOMPARE(elements(held), list({"x", "y"}));
    }
    void set_concurrentAddsOfOneElement_removalOfOneLeavesTheOther() {
        Held held = sets({text(a1, 10, "x")}, {text(b1, 20, "x")});
        QCOMPARE(elements(held), list({"x"}));
        receive(held, noteWith("set", {removal(c1, 30, "x", {a1})}));
        QCOMPARE(elements(held), list({"x"}));
        receive(held, noteWith("set", {removal(d1, 30, "x", {b1})}));
        QCOMPARE(elements(held), list({}));
        QCOMPARE(held.record.value("set"), Value{});
    }
    void set_removalOfASeenAdd_takesItOut() {
        const Held held = sets({text(a1, 10, "x")}, {removal(b1, 20, "x", {a1})});
        QCOMPARE(elements(held), list({}));
        QVERIFY(held.history.empty());
    }
    void set_removalVersusUnseenAdd_addWinsEvenWhenEarlier() {
        const Held held = sets({text(a1, 10, "x"), removal(b1, 90, "x", {a1})}, {text(c1, 50, "x")});
        QCOMPARE(elements(held), list({"x"}));
    }
    void set_removalArrivesBeforeItsAdd_takesItOut() {
        Held held{noteWith("set", {removal(b1, 20, "x", {a1})}), {}};
        receive(held, noteWith("set", {text(a1, 10, "x")}));
        QCOMPARE(elements(held), list({}));
    }
    void set_reAddAfterRemoval_isPresent() {
        const Held held = sets({text(a1, 10, "x"), removal(b1, 20, "x", {a1})}, {text(a2, 30, "x")});
        QCOMPARE(elements(held), list({"x"}));
    }
    void set_twoRemovalsOfOneAdd_takeItOut() {
        const Held held = sets({text(a1, 10, "x"), removal(b1, 20, "x", {a1})}, {removal(c1, 20, "x", {a1})});
        QCOMPARE(elements(held), list({}));
    }
    void set_twoAddsOfOneSave_removalOfOneElementLeavesTheOther() {
        const Held held = sets({text(a1, 10, "x"), text(a1, 10, "y")}, {removal(b1, 20, "x", {a1})});
        QCOMPARE(elements(held), list({"y"}));
    }
    void set_addAndRemovalInOneSave_bothAreDone() {
        const Held held = sets({text(a1, 10, "x")}, {text(b1, 20, "y"), removal(b1, 20, "x", {a1})});
        QCOMPARE(elements(held), list({"y"}));
    }
    void set_addOfWhatTheSameSaveRemoves_isPresent() {
        const Held held = sets({text(a1, 10, "x")}, {text(b1, 20, "x"), removal(b1, 20, "x", {a1})});
        QCOMPARE(elements(held), list({"x"}));
        QCOMPARE(writesIn(held.record, "set").size(), 3U);
    }
    void set_sameDotTwoStamps_isOneAddWithTheHigherStamp() {
        const Held held = sets({text(a1, 10, "x")}, {text(a1, 30, "x")});
        QCOMPARE(writesIn(held.record, "set"), Writes{text(a1, 30, "x")});
    }
    void set_sameRemovalOfDifferentAdds_takesOutBoth() {
        const Held held = sets({text(a1, 10, "x"), removal(c1, 30, "x", {a1})},
                               {text(b1, 20, "x"), removal(c1, 30, "x", {b1})});
        QCOMPARE(elements(held), list({}));
    }
    void set_threeWriters_allArePresent() {
        Held held = sets({text(a1, 10, "z")}, {text(b1, 10, "y")});
        receive(held, noteWith("set", {text(c1, 10, "x")}));
        QCOMPARE(elements(held), list({"x", "y", "z"}));
        QVERIFY(held.history.empty());
    }
    void set_equalStampsOfOneElement_bothAddsStandAndTheRemovalOfOneLeavesTheOther() {
        Held held = sets({text(a1, 10, "x")}, {text(b1, 10, "x")});
        QCOMPARE(elements(held), list({"x"}));
        QCOMPARE(writesIn(held.record, "set"), (Writes{text(a1, 10, "x"), text(b1, 10, "x")}));
        receive(held, noteWith("set", {removal(c1, 10, "x", {a1})}));
        QCOMPARE(elements(held), list({"x"}));
    }
    void set_equalStampsOfAddAndUnseenRemoval_addWins() {
        const Held held = sets({text(a1, 10, "x"), removal(b1, 10, "x", {a1})}, {text(c1, 10, "x")});
        QCOMPARE(elements(held), list({"x"}));
    }
    void set_equalStampsOfAddAndSeenRemoval_takesItOut() {
        const Held held = sets({text(b1, 10, "x")}, {removal(a1, 10, "x", {b1})});
        QCOMPARE(elements(held), list({}));
    }

    void erase_versusVersions_eraseWinsAndNoTextIsKept() {
        const Held held = erasedAgainst("versions", {text(a1, 10, "private")},
                                        {text(b1, 99, "private still", {a1}), text(c1, 50, "unseen")});
        QVERIFY(held.record.erased);
        QCOMPARE(heads(held), std::vector<Value>{});
        QVERIFY(held.history.empty());
    }
    void erase_versusSet_eraseWinsOverAddsAndRemovals() {
        const Held held = erasedAgainst("set", {text(a1, 10, "private")},
                                        {text(b1, 99, "y"), removal(c1, 99, "private", {a1})});
        QVERIFY(held.record.erased);
        QCOMPARE(elements(held), list({}));
        QVERIFY(writesIn(held.record, "set").empty());
    }

    void set_brokenText_isKeptAsItIs() {
        const Write broken = text(a1, 10, "\xff");
        Record record = savedNote({a1, stampAt(10), {}}, {{"set", broken.value}});
        QCOMPARE(writesIn(record, "set"), Writes{broken});
        QCOMPARE(writesIn(exchanged(record, emptyNote()).record, "set"), Writes{broken});
    }
};

} // namespace lianxin::tests

QTEST_APPLESS_MAIN(lianxin::tests::JoinCellsOfManyTest)
#include "join_cells_of_many_test.moc"
