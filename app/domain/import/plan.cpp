// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/import/plan.h"

namespace lianxin::domain {

namespace {

std::vector<sync::FieldChange> changesTo(const sync::Record& held, const ImportedRecord& wanted,
                                         std::vector<ImportProblem>& problems) {
    std::vector<sync::FieldChange> changes;
    for (const sync::Field& field : wanted.type->fields()) {
        const sync::Value& value = wanted.value(field.name);
        const sync::Value& now = held.value(field.name);
        if (field.hubGiven || value == now)
            continue;
        if (field.rule == sync::MergeRule::Once && !sync::isNull(now))
            problems.push_back(
                {wanted.file, wanted.lineOf(field.name), ImportFault::NeverChanges, field.name, {}});
        else
            changes.push_back({field.name, value, std::nullopt});
    }
    return changes;
}

} // namespace

platform::Result<ImportPlan, std::vector<ImportProblem>> planImport(
    const std::vector<ImportedRecord>& records,
    const std::function<std::optional<sync::Record>(const sync::RecordType&, const sync::Uuid&)>& held) {
    using PlanResult = platform::Result<ImportPlan, std::vector<ImportProblem>>;
    ImportPlan plan;
    std::vector<ImportProblem> problems;
    for (const ImportedRecord& record : records) {
        const auto now = held(*record.type, record.id);
        if (now && now->erased) {
            problems.push_back({record.file, record.line, ImportFault::Erased, "id", record.id.toString()});
            continue;
        }
        auto changes = changesTo(now.value_or(sync::emptyRecord(*record.type, record.id)), record, problems);
        if (!changes.empty())
            plan.push_back({record.type, record.id, !now, std::move(changes)});
    }
    return problems.empty() ? PlanResult(std::move(plan)) : PlanResult(std::move(problems));
}

} // namespace lianxin::domain
