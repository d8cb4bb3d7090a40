// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/record/schema.h"

#include <QtTest>

#include <stdexcept>

namespace lianxin::tests {

using namespace lianxin::sync;

namespace {

RecordType typeWith(const Field& field) {
    return RecordType("note", {field}, {});
}

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT

private slots:
    void everyNameIsReadBack() {
        for (const MergeRule rule : {MergeRule::Once, MergeRule::Latest, MergeRule::Versions, MergeRule::Set})
            QCOMPARE(mergeRuleNamed(nameOf(rule)), rule);
        for (const FieldType type :
             {FieldType::Boolean, FieldType::Integer, FieldType::Real, FieldType::Text, FieldType::Json,
              FieldType::Time, FieldType::Reference, FieldType::Sealed})
            QCOMPARE(fieldTypeNamed(nameOf(type)), type);
        // They stand in files and on the wire.
        QCOMPARE(mergeRuleNamed("once"), MergeRule::Once);
        QCOMPARE(mergeRuleNamed("latest"), MergeRule::Latest);
        QCOMPARE(mergeRuleNamed("versions"), MergeRule::Versions);
        QCOMPARE(mergeRuleNamed("set"), MergeRule::Set);
        QCOMPARE(fieldTypeNamed("boolean"), FieldType::Boolean);
        QCOMPARE(fieldTypeNamed("integer"), FieldType::Integer);
        QCOMPARE(fieldTypeNamed("real"), FieldType::Real);
        QCOMPARE(fieldTypeNamed("text"), FieldType::Text);
        QCOMPARE(fieldTypeNamed("json"), FieldType::Json);
        QCOMPARE(fieldTypeNamed("time"), FieldType::Time);
        QCOMPARE(fieldTypeNamed("reference"), FieldType::Reference);
        QCOMPARE(fieldTypeNamed("sealed"), FieldType::Sealed);
        QVERIFY(!mergeRuleNamed("Once") && !mergeRuleNamed("") && !fieldTypeNamed("blob"));
    }
    void fieldsAreFoundByName() {
        const RecordType type("note",
                              {{"one", FieldType::Text}, {"two", FieldType::Integer, MergeRule::Latest}}, {});
        QCOMPARE(type.indexOf("two"), FieldIndex{1});
        QVERIFY(!type.indexOf("three"));
        QCOMPARE(type.field(1).type, FieldType::Integer);
        QVERIFY(!type.parentField());
    }
    void aTypeKnowsWhetherTheHubGivesAnyField() {
        QVERIFY(typeWith({"verdict", FieldType::Text, MergeRule::Once, true}).hasHubGiven());
        QVERIFY(!typeWith({"text", FieldType::Text, MergeRule::Once}).hasHubGiven());
    }
    void aNameThatIsNoColumnNameIsRefused() {
        for (const char* name : {"", "Upper", "1st", "_x", "a b", "a-b", "a\"b", "a;drop", "\xe5\xbf\x83"}) {
            QVERIFY_EXCEPTION_THROWN(typeWith({name, FieldType::Text}), std::logic_error);
            QVERIFY_EXCEPTION_THROWN(RecordType(name, {}, {}), std::logic_error);
        }
        typeWith({"a_1", FieldType::Text});
    }
    void aFieldNamedTwiceIsRefused() {
        QVERIFY_EXCEPTION_THROWN(RecordType("note", {{"x", FieldType::Text}, {"x", FieldType::Integer}}, {}),
                                 std::logic_error);
    }
    void elementsOfASetAreTexts() {
        QVERIFY_EXCEPTION_THROWN(typeWith({"set", FieldType::Integer, MergeRule::Set}), std::logic_error);
    }
    void whatTheHubGivesIsOneValue() {
        QVERIFY_EXCEPTION_THROWN(typeWith({"x", FieldType::Text, MergeRule::Set, true}), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(typeWith({"x", FieldType::Text, MergeRule::Versions, true}),
                                 std::logic_error);
        typeWith({"x", FieldType::Text, MergeRule::Latest, true});
    }
    void aParentIsAReferenceWrittenOnce() {
        const Field good{"parent", FieldType::Reference, MergeRule::Once};
        QCOMPARE(RecordType("note", {good}, "parent").parentField(), FieldIndex{0});
        QVERIFY_EXCEPTION_THROWN(RecordType("note", {good}, "other"), std::logic_error);
        QVERIFY_EXCEPTION_THROWN(
            RecordType("note", {{"parent", FieldType::Reference, MergeRule::Latest}}, "parent"),
            std::logic_error);
        QVERIFY_EXCEPTION_THROWN(RecordType("note", {{"parent", FieldType::Text}}, "parent"),
                                 std::logic_error);
    }
    void theAddressOfABlobIsATextWrittenOnce() {
        const Field good{"image", FieldType::Text, MergeRule::Once};
        QCOMPARE(RecordType("note", {good}, {}, "image").blobField(), FieldIndex{0});
        QVERIFY(!RecordType("note", {good}, {}).blobField());
        QVERIFY_EXCEPTION_THROWN(RecordType("note", {good}, {}, "other"), std::logic_error);
        for (const Field& bad : {Field{"image", FieldType::Text, MergeRule::Latest},
                                 Field{"image", FieldType::Json, MergeRule::Once},
                                 Field{"image", FieldType::Text, MergeRule::Once, true}})
            QVERIFY_EXCEPTION_THROWN(RecordType("note", {bad}, {}, "image"), std::logic_error);
    }
    void everySchemaHasHistoryAndAPlaceForUnknownTypes() {
        const Schema schema(7, {RecordType("note", {{"x", FieldType::Text}}, {})});
        QCOMPARE(schema.version(), 7);
        QCOMPARE(schema.types().size(), 3U);
        QCOMPARE(schema.find("note"), schema.types().front().get());
        QCOMPARE(schema.find("field_history"), &schema.history());
        QCOMPARE(schema.find(unknownTypeName), &schema.unknown());
        QVERIFY(schema.history().parentField());
        QVERIFY(!schema.find("other"));
    }
    void aTypeNamedTwiceIsRefused() {
        QVERIFY_EXCEPTION_THROWN(Schema(1, {RecordType("note", {}, {}), RecordType("note", {}, {})}),
                                 std::logic_error);
        QVERIFY_EXCEPTION_THROWN(Schema(1, {RecordType("field_history", {}, {})}), std::logic_error);
    }
};

} // namespace lianxin::tests

QTEST_APPLESS_MAIN(lianxin::tests::SchemaTest)
#include "schema_test.moc"
