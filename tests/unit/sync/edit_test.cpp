// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/sync/record_builders.h"

#include <QtTest>

#include <limits>

namespace lianxin::tests {

namespace {

const Dot a1 = dot(1, 1);
const Dot a2 = dot(1, 2);
const Dot b1 = dot(2, 1);
const Dot c1 = dot(3, 1);
const Cover now{dot(9, 9), stampAt(99), WallTime{Milliseconds{98}}};

bool allOffered(const Dot&) {
    return false;
}
bool noneOffered(const Dot&) {
    return true;
}

struct Edited {
    Record record;
    std::vector<Loser> losers;
    std::optional<EditProblem> problem;
};

Edited edited(const Record& record, const std::vector<FieldChange>& changes,
              const std::function<bool(const Dot&)>& neverOffered = allOffered) {
    Edited result{record, {}, {}};
    result.problem = applyEdit(result.record, changes, now, neverOffered, result.losers);
    return result;
}

std::optional<EditFault> faultOf(const Edited& result) {
    return result.problem ? std::optional(result.problem->fault) : std::nullopt;
}

Value list(const std::vector<std::string>& elements) {
    return elementList(elements);
}
std::vector<std::string> tagsOf(const Record& record) {
    return elementsOf(record.value("set"));
}

} // namespace

class EditTest : public QObject {
    Q_OBJECT

private slots:
    void aFirstSaveIsCoveredWhole() {
        const Edited result = edited(emptyNote(), {{"once", asText("x"), {}},
                                                   {"latest", asText("y"), {}},
                                                   {"versions", asText("z"), {}},
                                                   {"set", list({"p", "q"}), {}}});
        QVERIFY(!result.problem);
        QCOMPARE(result.record.cover, now);
        QVERIFY(result.record.own.empty());
        QVERIFY(result.losers.empty());
        QCOMPARE(tagsOf(result.record), (std::vector<std::string>{"p", "q"}));
        QCOMPARE(writesIn(result.record, "latest").front().claimed, now.claimed);
    }
    void aSaveNamesOnlyTheFieldsThatChanged() {
        const Record before =
            savedNote({a1, stampAt(10), {}}, {{"once", asText("x")}, {"latest", asText("y")}});
        const Record after = edited(before, {{"latest", asText("new"), {}}}).record;
        QCOMPARE(writesIn(after, "once"), writesIn(before, "once"));
        QCOMPARE(writesIn(after, "latest").front().dot, now.dot);
    }
    void anOverwriteNamesTheBaseThatThePageShowed() {
        const Record before = noteWith("latest", {text(b1, 20, "arrived meanwhile")});
        const Edited result = edited(before, {{"latest", asText("mine"), {{a1}}}});
        QCOMPARE(writesIn(result.record, "latest").front().base, std::vector<Dot>{a1});
        QCOMPARE(result.losers.size(), 1U);
        QCOMPARE(result.losers.front().write.value, asText("arrived meanwhile"));
    }
    void withoutABaseEverythingHeldCountsAsSeen() {
        const Record one = noteWith("latest", {text(b1, 20, "x")});
        QCOMPARE(writesIn(edited(one, {{"latest", asText("y"), {}}}).record, "latest").front().base,
                 std::vector<Dot>{b1});
        const Record two = noteWith("versions", {text(b1, 20, "x"), text(a1, 10, "y")});
        const Record resolved = edited(two, {{"versions", asText("z"), {}}}).record;
        QCOMPARE(writesIn(resolved, "versions").back().base, (std::vector<Dot>{a1, b1}));
        QCOMPARE(headsIn(resolved, "versions"), asTexts({"z"}));
    }
    void aBaseIsKeptSortedAndWithoutRepeats() {
        const Record after = edited(emptyNote(), {{"latest", asText("x"), {{c1, a1, c1, b1}}}}).record;
        QCOMPARE(writesIn(after, "latest").front().base, (std::vector<Dot>{a1, b1, c1}));
    }
    void clearingAFieldIsAWriteOfItsOwn() {
        const Record before = savedNote({a1, stampAt(10), {}}, {{"latest", asText("x")}});
        const Edited result = edited(before, {{"latest", {}, {}}});
        QCOMPARE(result.record.value("latest"), Value{});
        QCOMPARE(writesIn(result.record, "latest").front().dot, now.dot);
        QCOMPARE(result.losers.size(), 1U);
    }

    void aResolutionReplacesOnlyTheHeadsItsAuthorSaw() {
        const Record before = noteWith("versions", {text(a1, 10, "a"), text(b1, 20, "b"), text(c1, 30, "c")});
        const Edited result = edited(before, {{"versions", asText("a and b"), {{a1, b1}}}});
        QCOMPARE(headsIn(result.record, "versions"), asTexts({"a and b", "c"}));
        QCOMPARE(result.losers.size(), 2U);
    }
    void anEditOfAHeadNobodyElseHasSeenTakesItsPlace() {
        const Record before = noteWith("versions", {text(a1, 10, "offered"), text(a2, 20, "draft", {a1})});
        const Edited result =
            edited(before, {{"versions", asText("better"), {}}}, [](const Dot& of) { return of == a2; });
        const Writes writes = writesIn(result.record, "versions");
        QCOMPARE(writes.size(), 2U);
        QCOMPARE(writes.back().base, std::vector<Dot>{a1});
        QCOMPARE(headsIn(result.record, "versions"), asTexts({"better"}));
        QVERIFY(result.losers.empty());
    }
    void anOfferedHeadIsKeptAsHistory() {
        const Record before = noteWith("versions", {text(a1, 10, "offered")});
        const Edited result = edited(before, {{"versions", asText("better"), {}}});
        QCOMPARE(result.losers.size(), 1U);
        QCOMPARE(writesIn(result.record, "versions").front().kind, WriteKind::Moved);
    }
    void aHeadNotSeenIsNotCollapsedThoughNeverOffered() {
        const Record before = noteWith("versions", {text(a1, 10, "other window")});
        const Edited result =
            edited(before, {{"versions", asText("this window"), std::vector<Dot>{}}}, noneOffered);
        QCOMPARE(headsIn(result.record, "versions"), asTexts({"this window", "other window"}));
    }
    void anOverwrittenLatestIsHistoryEvenWhenNeverOffered() {
        const Record before = noteWith("latest", {text(a1, 10, "x")});
        QCOMPARE(edited(before, {{"latest", asText("y"), {}}}, noneOffered).losers.size(), 1U);
    }

    void aSetIsChangedByWhatDiffersFromThePage() {
        const Record before = noteWith("set", {text(a1, 10, "x"), text(a1, 10, "y")});
        const Record after = edited(before, {{"set", list({"y", "z"}), {}}}).record;
        QCOMPARE(tagsOf(after), (std::vector<std::string>{"y", "z"}));
        QCOMPARE(writesIn(after, "set").size(), 4U);
    }
    void anElementThatArrivedMeanwhileIsNotTakenOut() {
        const Record before = noteWith("set", {text(a1, 10, "x"), text(b1, 20, "arrived")});
        const Record after = edited(before, {{"set", list({}), {{a1}}}}).record;
        QCOMPARE(tagsOf(after), std::vector<std::string>{"arrived"});
    }
    void anAddThatArrivedMeanwhileKeepsItsElement() {
        const Record before = noteWith("set", {text(a1, 10, "x"), text(b1, 20, "x")});
        const Record after = edited(before, {{"set", list({}), {{a1}}}}).record;
        QCOMPARE(tagsOf(after), std::vector<std::string>{"x"});
    }
    void anElementTakenOutMeanwhileIsNotPutBack() {
        const Record before =
            noteWith("set", {text(a1, 10, "x"), text(a1, 10, "y"), removal(b1, 20, "y", {a1})});
        const Record after = edited(before, {{"set", list({"x", "y", "z"}), {{a1}}}}).record;
        QCOMPARE(tagsOf(after), (std::vector<std::string>{"x", "z"}));
    }
    void anElementCanBeAddedAgain() {
        const Record before = noteWith("set", {text(a1, 10, "x"), removal(b1, 20, "x", {a1})});
        QCOMPARE(tagsOf(edited(before, {{"set", list({"x"}), {}}}).record), std::vector<std::string>{"x"});
    }
    void clearingASetRemovesWhatWasSeen() {
        const Record before = noteWith("set", {text(a1, 10, "x"), text(b1, 20, "x")});
        QCOMPARE(edited(before, {{"set", {}, {}}}).record.value("set"), Value{});
    }
    void aSetThatStaysTheSameTakesNoWrite() {
        const Record before = noteWith("set", {text(a1, 10, "x")});
        QCOMPARE(writesIn(edited(before, {{"set", list({"x"}), {}}}).record, "set"), writesIn(before, "set"));
    }

    void refusals_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<int>("fault");
        QTest::newRow("unknown field") << "no_such" << static_cast<int>(EditFault::UnknownField);
        QTest::newRow("hub-given once") << "verdict" << static_cast<int>(EditFault::HubGiven);
        QTest::newRow("hub-given latest") << "place" << static_cast<int>(EditFault::HubGiven);
        QTest::newRow("written once") << "once" << static_cast<int>(EditFault::WrittenOnce);
        QTest::newRow("wrong type") << "latest_number" << static_cast<int>(EditFault::WrongType);
    }
    void refusals() {
        QFETCH(QString, field);
        QFETCH(int, fault);
        const Record before = savedNote({a1, stampAt(10), {}}, {{"once", asText("x")}});
        const Edited result =
            edited(before, {{"latest", asText("fine"), {}}, {field.toStdString(), asText("y"), {}}});
        QVERIFY(result.problem);
        QCOMPARE(static_cast<int>(result.problem->fault), fault);
        QCOMPARE(result.problem->field, field.toStdString());
        QCOMPARE(result.record, before); // none of the changes was applied
    }
    void aFieldWrittenOnceStaysWrittenWhenItWasCleared() {
        const Record before = noteWith("once", {put(a1, 10, {})});
        QCOMPARE(faultOf(edited(before, {{"once", asText("x"), {}}})), EditFault::WrittenOnce);
    }
    void anErasedRecordTakesNoEdit() {
        Record erased = emptyNote();
        eraseContent(erased);
        QCOMPARE(faultOf(edited(erased, {{"latest", asText("x"), {}}})), EditFault::Erased);
    }
    void severalSealedHeadsAreResolvedOnlyByWhoNamesThem() {
        const Record before =
            noteWith("versions_sealed", {put(a1, 10, Sealed{"\1a"}), put(b1, 20, Sealed{"\1b"})});
        const Value opened = Sealed{"\1c"};
        QCOMPARE(faultOf(edited(before, {{"versions_sealed", opened, {}}})), EditFault::Sealed);
        const Edited result = edited(before, {{"versions_sealed", opened, {{a1, b1}}}});
        QVERIFY(!result.problem);
        QCOMPARE(headsIn(result.record, "versions_sealed"), std::vector<Value>{opened});
        const Record one = noteWith("versions_sealed", {put(a1, 10, Sealed{"\1a"})});
        QVERIFY(!edited(one, {{"versions_sealed", opened, {}}}).problem);
    }

    void valuesFitTheTypeOfTheirField() {
        const auto takes = [](FieldType type, const Value& value, MergeRule rule = MergeRule::Latest) {
            return fits({"f", type, rule}, value);
        };
        QVERIFY(takes(FieldType::Boolean, std::int64_t{1}) && !takes(FieldType::Boolean, std::int64_t{2}));
        QVERIFY(takes(FieldType::Integer, std::int64_t{-5}) && !takes(FieldType::Integer, 5.0));
        QVERIFY(takes(FieldType::Time, std::int64_t{5}) && !takes(FieldType::Time, asText("5")));
        QVERIFY(takes(FieldType::Real, 0.5) && !takes(FieldType::Real, std::int64_t{1}));
        QVERIFY(!takes(FieldType::Real, std::numeric_limits<double>::infinity()));
        QVERIFY(!takes(FieldType::Real, std::numeric_limits<double>::quiet_NaN()));
        QVERIFY(takes(FieldType::Text, asText("\xe5\xbf\x83")) && !takes(FieldType::Text, asText("\xff")));
        QVERIFY(takes(FieldType::Text, Value{std::string("a\0b", 3)}));
        QVERIFY(takes(FieldType::Json, asText("{\"a\":[1]}")) && !takes(FieldType::Json, asText("{a}")));
        QVERIFY(takes(FieldType::Reference, idOf(1)) && !takes(FieldType::Reference, asText("1")));
        QVERIFY(takes(FieldType::Sealed, Sealed{"\1x"}) && !takes(FieldType::Sealed, asText("plain")));
        for (const char* text : {"x", "5", "{}", "[1]", "[\"a\",null]", "[\"\xff\"]", "[\"a\""})
            QVERIFY2(!takes(FieldType::Text, asText(text), MergeRule::Set),
                     QByteArray(text).toPercentEncoding());
        QVERIFY(takes(FieldType::Text, asText("[\"a\"]"), MergeRule::Set));
        QVERIFY(takes(FieldType::Text, asText("[]"), MergeRule::Set));
        QVERIFY(!takes(FieldType::Json, Value{std::string(100'000, '[')}));
        QVERIFY(!takes(FieldType::Json, Value{std::string("{}\0x", 4)}));
        QVERIFY(!takes(FieldType::Text, Value{std::string("[]\0x", 4)}, MergeRule::Set));
        QVERIFY(takes(FieldType::Sealed, {}) && takes(FieldType::Boolean, {}));
    }
};

} // namespace lianxin::tests

QTEST_APPLESS_MAIN(lianxin::tests::EditTest)
#include "edit_test.moc"
