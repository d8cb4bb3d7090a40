// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/registration.h"

#include "app/domain/matter.h"
#include "app/domain/timeline.h"
#include "platform/sqlite/storage_error.h"

#include <QtGlobal>

#include <algorithm>

namespace lianxin::desk {

namespace {

sync::Record eventOf(store::Device& device, const sync::Uuid& matter, const std::string& step) {
    sync::Record event = sync::emptyRecord(*device.schema().find("matter_event"), {});
    const auto put = [&event](std::string_view field, sync::Value value) {
        event.shown[*event.type->indexOf(field)] = std::move(value);
    };
    put("matter", matter);
    put("step", step);
    put("occurred_at", device.clock().wall().time_since_epoch().count());
    return event;
}

domain::MatterStage stageOf(store::Device& device, const sync::Record& matter) {
    std::vector<sync::Record> events;
    sync::Replica& replica = device.replica();
    for (sync::Row& row : replica.tables().of(*device.schema().find("matter_event")).childrenOf(matter.id))
        events.push_back(std::move(row.record));
    return domain::timelineOf(matter, events).state.stage;
}

/// What is wrong with the new values; nothing else in the record is asked about.
SaveOutcome checkContent(store::Device& device, const sync::RecordType& type,
                         const std::vector<sync::FieldChange>& changes) {
    sync::Record changed = sync::emptyRecord(type, {});
    for (const sync::FieldChange& change : changes)
        changed.shown[*type.indexOf(change.field)] = change.value;
    for (const domain::ContentProblem& problem : domain::ContentRules(device.schema()).check(changed))
        if (std::any_of(changes.begin(), changes.end(), [&problem](const sync::FieldChange& change) {
                return change.field == problem.field;
            }))
            return {SaveFaultWord::NotAccepted, problem.field, {}};
    return {};
}

SaveOutcome registerIt(store::Device& device, const sync::Record& matter) {
    std::vector<sync::Record> events;
    if (stageOf(device, matter) == domain::MatterStage::Draft)
        events.push_back(eventOf(device, matter.id, "submit"));
    events.push_back(eventOf(device, matter.id, "register"));
    const auto saved = device.save(events);
    return saved ? SaveOutcome{} : outcomeOf(saved.error());
}

} // namespace

SaveOutcome outcomeOf(const sync::SaveError& error) {
    if (!error.detail.empty())
        qWarning("not saved: %s", error.detail.c_str());
    switch (error.fault) {
    case sync::SaveFault::StorageFull:
        return {SaveFaultWord::DiskFull, {}, {}};
    case sync::SaveFault::StorageFailed:
        return {SaveFaultWord::DiskFailed, {}, {}};
    case sync::SaveFault::Content:
    case sync::SaveFault::NoSuchRecord:
    case sync::SaveFault::AlreadyExists:
        return {SaveFaultWord::NotAccepted, error.problem.field, {}};
    }
    return {SaveFaultWord::DiskFailed, {}, {}};
}

SaveOutcome saveChanges(store::Device& device, const sync::RecordType& type, const sync::Uuid& id,
                        const std::vector<sync::FieldChange>& changes) {
    if (changes.empty())
        return {};
    if (SaveOutcome problem = checkContent(device, type, changes); problem.fault != SaveFaultWord::None)
        return problem;
    const auto saved = device.edit(type, id, changes);
    return saved ? SaveOutcome{} : outcomeOf(saved.error());
}

SaveOutcome saveMatter(store::Device& device, const sync::Uuid& id,
                       const std::vector<sync::FieldChange>& changes, ThenRegister then) {
    try {
        const sync::RecordType& type = *device.schema().find("matter");
        auto matter = device.replica().find(type, id);
        if (!matter)
            return {SaveFaultWord::NotAccepted, {}, {}};
        for (const sync::FieldChange& change : changes)
            matter->shown[*type.indexOf(change.field)] = change.value;
        if (then == ThenRegister::Yes) {
            const auto missing = domain::missingForRegistration(*matter);
            if (!missing.empty())
                return {SaveFaultWord::Missing, {}, {missing.begin(), missing.end()}};
        }
        SaveOutcome outcome = saveChanges(device, type, id, changes);
        if (outcome.fault != SaveFaultWord::None || then == ThenRegister::No)
            return outcome;
        return registerIt(device, *matter);
    } catch (const platform::StorageError& error) {
        qWarning("not saved: %s", error.what());
        return {SaveFaultWord::DiskFailed, {}, {}};
    }
}

} // namespace lianxin::desk
