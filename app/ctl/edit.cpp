// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/input.h"
#include "app/ctl/record_json.h"
#include "app/ctl/words.h"
#include "app/domain/validation.h"

#include <algorithm>
#include <ostream>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;
using terminal::Trouble;

/// What the changed fields would hold, checked as a record of its own: what is not named is not asked about.
void requireContent(Device& device, const sync::RecordType& type,
                    const std::vector<sync::FieldChange>& changes) {
    sync::Record changed = sync::emptyRecord(type, {});
    for (const sync::FieldChange& change : changes)
        changed.shown[*type.indexOf(change.field)] = change.value;
    const auto isNamed = [&changes](const std::string& field) {
        return std::any_of(changes.begin(), changes.end(),
                           [&field](const sync::FieldChange& change) { return change.field == field; });
    };
    ProblemList problems;
    for (const domain::ContentProblem& fault : domain::ContentRules(device.schema()).check(changed))
        if (fault.fault != domain::ContentFault::Missing || isNamed(fault.field))
            problems.add({}, wordsFor(fault));
    if (!problems.empty())
        throw problems.trouble("bad-input", badInputHeading());
}

ExitStatus save(const Call& call, Device& device, const sync::Record& record,
                const std::vector<sync::FieldChange>& changes) {
    requireContent(device, *record.type, changes);
    const auto saved = device.edit(*record.type, record.id, changes);
    if (!saved)
        throw troubleFrom(saved.error());
    if (call.asJson())
        call.out << Json{{"edited", saved->id.toString()}, {"position", saved->position}}.dump() << '\n';
    else
        call.out << "已修改 edited " << record.type->name() << ' ' << saved->id.toString() << ' '
                 << saved->position << '\n';
    tellOfRoom(device);
    return ExitStatus::Done;
}

/// The dots of everything that stands against one another in a field.
std::vector<sync::Dot> headsOf(Device& device, const sync::Record& record, const std::string& field) {
    std::vector<sync::Dot> dots;
    for (const sync::Conflict& conflict : sync::conflictsOf(record, device.replica().historiesOf(record.id)))
        if (conflict.field == field) {
            dots.push_back(conflict.shown.dot);
            dots.push_back(conflict.other.dot);
        }
    std::sort(dots.begin(), dots.end());
    dots.erase(std::unique(dots.begin(), dots.end()), dots.end());
    return dots;
}

} // namespace

ExitStatus edit(const Call& call) {
    Device device(call.data());
    const sync::Record record = findRecord(device, *call.line.word(1));
    if (record.type->name() != *call.line.word(0))
        throw Trouble(ExitStatus::NotDone, "type-differs",
                      {"这条记录的类型是 " + record.type->name() + "。什么也没有改动。",
                       "This record is a " + record.type->name() + ". Nothing was changed."});
    const Json given = parseInput(readInput(call.line.word(2)));
    if (!given.is_object() || given.empty())
        throw Trouble(
            ExitStatus::NotDone, "bad-input",
            {"应为 {\"字段\": 值}。什么也没有改动。", "It is {\"field\": value}. Nothing was changed."});
    const auto read = readChanges(*record.type, given);
    if (const auto* faults = std::get_if<std::vector<sync::EditProblem>>(&read)) {
        ProblemList problems;
        for (const sync::EditProblem& fault : *faults)
            problems.add({}, wordsFor(fault));
        throw problems.trouble("bad-input", badInputHeading());
    }
    return save(call, device, record, std::get<std::vector<sync::FieldChange>>(read));
}

ExitStatus resolve(const Call& call) {
    Device device(call.data());
    const sync::Record record = findRecord(device, *call.line.word(0));
    const std::string field = *call.line.word(1);
    if (!record.type->indexOf(field)) {
        ProblemList problems;
        problems.add({}, wordsFor(sync::EditProblem{sync::EditFault::UnknownField, field}));
        throw problems.trouble("bad-input", badInputHeading());
    }
    auto heads = headsOf(device, record, field);
    if (heads.empty())
        throw Trouble(ExitStatus::NotDone, "no-conflict",
                      {field + " 没有并存的几个版本，不用处理。什么也没有改动。",
                       field + " has no versions side by side to resolve. Nothing was changed."});
    const Json given = parseInput(readInput(call.line.word(2)));
    auto value = valueFromInput(record.type->field(*record.type->indexOf(field)), given);
    if (!value) {
        ProblemList problems;
        problems.add({}, wordsFor(sync::EditProblem{sync::EditFault::WrongType, field}));
        throw problems.trouble("bad-input", badInputHeading());
    }
    return save(call, device, record, {{field, std::move(*value), std::move(heads)}});
}

} // namespace lianxin::ctl
