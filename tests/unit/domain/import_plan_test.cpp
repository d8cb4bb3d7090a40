// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/import/folder.h"
#include "app/domain/import/plan.h"
#include "app/domain/schema.h"

#include <QtTest>

#include <filesystem>
#include <map>

using namespace lianxin::domain;
using lianxin::sync::Record;
using lianxin::sync::RecordType;
using lianxin::sync::Uuid;

// A store as the import sees it: records by id, edited by the real edit code.
class ImportPlanTest : public QObject {
    Q_OBJECT

    const lianxin::sync::Schema schema_ = makeHospitalSchema();
    std::vector<ImportedRecord> wanted_;
    std::map<Uuid, Record> store_;
    std::int64_t sequence_ = 0;

    auto plan() {
        return planImport(wanted_, [this](const RecordType&, const Uuid& id) {
            const auto found = store_.find(id);
            return found == store_.end() ? std::nullopt : std::optional(found->second);
        });
    }

    void apply(const ImportPlan& edits) {
        for (const PlannedEdit& edit : edits) {
            Record& record =
                store_.try_emplace(edit.id, lianxin::sync::emptyRecord(*edit.type, edit.id)).first->second;
            ++sequence_;
            const lianxin::sync::Cover write{{lianxin::sync::WriterId{1}, sequence_},
                                             lianxin::sync::Stamp{static_cast<std::uint64_t>(sequence_)},
                                             {}};
            std::vector<lianxin::sync::Loser> losers;
            const auto problem = lianxin::sync::applyEdit(
                record, edit.changes, write, [](const lianxin::sync::Dot&) { return true; }, losers);
            QVERIFY2(!problem, problem ? problem->field.c_str() : "");
        }
    }

    ImportedRecord& first(std::string_view type) {
        for (ImportedRecord& record : wanted_)
            if (record.type->name() == type)
                return record;
        throw std::logic_error("no such record");
    }

private slots:
    void init() {
        const auto sample = std::filesystem::path(LIANXIN_SOURCE_DIR) / "app/domain/sample";
        wanted_ = readFolder(sample, schema_).value();
        store_.clear();
        const auto edits = plan();
        QCOMPARE(edits.value().size(), wanted_.size());
        for (const PlannedEdit& edit : edits.value())
            QVERIFY(edit.isNew);
        apply(edits.value());
    }

    void theSameFolderAgainChangesNothing() { QVERIFY(plan().value().empty()); }

    void aCorrectedPhoneIsOneEdit() {
        ImportedRecord& department = first("department");
        department.fields["phone"].value = std::string("0000-555-9999");
        const auto edits = plan();
        QCOMPARE(edits.value().size(), std::size_t{1});
        const PlannedEdit& edit = edits.value()[0];
        QVERIFY(edit.id == department.id && !edit.isNew);
        QCOMPARE(edit.changes.size(), std::size_t{1});
        QCOMPARE(edit.changes[0].field, std::string("phone"));
        QCOMPARE(std::get<std::string>(edit.changes[0].value), std::string("0000-555-9999"));
        apply(edits.value());
        QVERIFY(plan().value().empty());
    }

    void aFieldThatTheFileLeavesOutIsCleared() {
        first("department").fields.erase("location");
        const auto edits = plan();
        QCOMPARE(edits.value().size(), std::size_t{1});
        QVERIFY(lianxin::sync::isNull(edits.value()[0].changes[0].value));
        apply(edits.value());
        QVERIFY(plan().value().empty());
    }

    void aPublishedFormNeverChanges() {
        ImportedRecord& form = first("questionnaire");
        form.fields["content"].value = std::string(R"({"resourceType":"Questionnaire"})");
        first("department").fields["phone"].value = std::string("0000-555-9999");
        const auto edits = plan();
        QVERIFY(!edits);
        QCOMPARE(edits.error().size(), std::size_t{1});
        QVERIFY(edits.error()[0].fault == ImportFault::NeverChanges);
        QCOMPARE(edits.error()[0].field, std::string("content"));
        QCOMPARE(edits.error()[0].file, form.file);
    }

    void aFormCanBeRetired() {
        first("questionnaire").fields["status"].value = std::string("retired");
        QCOMPARE(plan().value().size(), std::size_t{1});
    }

    void recordsThatTheFolderDoesNotNameAreLeftAlone() {
        wanted_.erase(wanted_.begin() + 1);
        QVERIFY(plan().value().empty());
    }

    void anErasedRecordDoesNotComeBack() {
        const ImportedRecord& bed = first("bed");
        lianxin::sync::eraseContent(store_.at(bed.id));
        const auto edits = plan();
        QVERIFY(!edits);
        QVERIFY(edits.error()[0].fault == ImportFault::Erased);
        QCOMPARE(edits.error()[0].line, bed.line);
    }
};

QTEST_GUILESS_MAIN(ImportPlanTest)
#include "import_plan_test.moc"
