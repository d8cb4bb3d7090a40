// SPDX-License-Identifier: GPL-3.0-or-later
// One record with everything that is known about it, and lists of records.
#include "app/ctl/command.h"
#include "app/ctl/record_json.h"
#include "app/domain/timeline.h"

#include <ostream>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;
using terminal::Message;
using terminal::Trouble;

Json headsToOutput(const sync::Record& record) {
    Json heads = Json::object();
    for (std::size_t i = 0; i < record.shown.size(); ++i) {
        const auto index = static_cast<sync::FieldIndex>(i);
        const sync::Field& field = record.type->field(index);
        if (field.rule != sync::MergeRule::Versions)
            continue;
        const sync::Writes writes = sync::writesOf(record, index);
        for (const sync::Write* head : sync::headsOf(field, writes))
            heads[field.name].push_back(writeToOutput(field, *head));
    }
    return heads;
}

Json conflictsToOutput(const sync::Record& record, const std::vector<sync::Record>& histories) {
    Json conflicts = Json::array();
    for (const sync::Conflict& conflict : sync::conflictsOf(record, histories)) {
        const sync::Field& field = record.type->field(*record.type->indexOf(conflict.field));
        conflicts.push_back({{"field", conflict.field},
                             {"shown", writeToOutput(field, conflict.shown)},
                             {"other", writeToOutput(field, conflict.other)}});
    }
    return conflicts;
}

Json historyToOutput(const sync::Record& record, const std::vector<sync::Record>& histories) {
    Json list = Json::array();
    for (const sync::Record& history : histories) {
        const auto historic = sync::historicWrite(history);
        const auto index = historic ? record.type->indexOf(historic->field) : std::nullopt;
        if (!index)
            continue;
        Json one = writeToOutput(record.type->field(*index), historic->write);
        one["field"] = historic->field;
        list.push_back(std::move(one));
    }
    std::sort(list.begin(), list.end(), [](const Json& a, const Json& b) { return a["at"] < b["at"]; });
    return list;
}

Json stepToOutput(const domain::TimelineStep& step) {
    Json json = recordToOutput(step.event);
    json["place"] = step.place;
    json["effective"] = step.verdict.effective;
    json["provisional"] = step.isProvisional();
    if (!step.verdict.effective)
        json["without_effect_because"] = step.verdict.withoutEffectBecause;
    return json;
}

void addTimeline(Device& device, const sync::Record& matter, Json& json) {
    std::vector<sync::Record> events;
    device.replica().visit(*device.schema().find("matter_event"), [&](const sync::Record& event) {
        if (event.parent() == matter.id)
            events.push_back(event);
    });
    const domain::Timeline timeline = domain::timelineOf(matter, events);
    json["stage"] = toCode(timeline.state.stage);
    json["provisional"] = timeline.isProvisional;
    json["events"] = Json::array();
    for (const domain::TimelineStep& step : timeline.steps)
        json["events"].push_back(stepToOutput(step));
}

Json everythingAbout(Device& device, const sync::Record& record) {
    const auto histories = device.replica().historiesOf(record.id);
    Json json = recordToOutput(record);
    json["stands"] = whereItStands(device, record);
    json["heads"] = headsToOutput(record);
    json["conflicts"] = conflictsToOutput(record, histories);
    json["history"] = historyToOutput(record, histories);
    if (record.type->name() == "matter" && !record.erased)
        addTimeline(device, record, json);
    return json;
}

void printWrite(std::ostream& out, const Json& write) {
    out << "    " << write["at"].get<std::string>() << "  " << write["dot"].get<std::string>() << "  "
        << write["value"].dump() << '\n';
}

void printStep(std::ostream& out, const Json& step) {
    out << "  " << (step["provisional"] == true ? std::string("暂定 provisional") : step["place"].dump())
        << "  " << step["fields"].value("step", "") << "  " << step["fields"].value("occurred_at", "");
    if (step["effective"] != true)
        out << "  未生效 without effect: " << step["without_effect_because"].get<std::string>();
    out << '\n';
}

void printEverything(std::ostream& out, const Json& json) {
    out << json["type"].get<std::string>() << ' ' << json["id"].get<std::string>() << "  ["
        << json["stands"].get<std::string>() << "]\n";
    for (const auto& [name, value] : json["fields"].items())
        out << "  " << name << ": " << value.dump() << '\n';
    for (const auto& [name, heads] : json["heads"].items()) {
        if (heads.size() < 2)
            continue;
        out << "  " << name
            << " 有几个版本并存，请用 resolve 处理 / stands in several versions, resolve it:\n";
        for (const Json& head : heads)
            printWrite(out, head);
    }
    for (const Json& conflict : json["conflicts"]) {
        out << "  冲突 conflict: " << conflict["field"].get<std::string>() << '\n';
        printWrite(out, conflict["shown"]);
        printWrite(out, conflict["other"]);
    }
    if (!json["history"].empty())
        out << "  历史 history:\n";
    for (const Json& old : json["history"]) {
        out << "   " << old["field"].get<std::string>() << '\n';
        printWrite(out, old);
    }
    if (!json.contains("stage"))
        return;
    out << "  状态 stage: " << json["stage"].get<std::string>()
        << (json["provisional"] == true ? "（暂定 provisional）\n" : "\n");
    for (const Json& step : json["events"])
        printStep(out, step);
}

} // namespace

ExitStatus list(const Call& call) {
    Device device(call.data());
    const std::string name = *call.line.word(0);
    const sync::RecordType* type = device.schema().find(name);
    if (!type)
        throw unknownType(device.schema(), name);
    std::int64_t count = 0;
    device.replica().visit(*type, [&](const sync::Record& record) {
        ++count;
        if (call.asJson())
            call.out << recordToOutput(record).dump() << '\n';
        else
            call.out << summaryOf(record) << '\n';
    });
    if (!call.asJson())
        print(call.out,
              Message{"共 " + std::to_string(count) + " 条。", std::to_string(count) + " records."});
    return ExitStatus::Done;
}

ExitStatus show(const Call& call) {
    Device device(call.data());
    const sync::Record record = findRecord(device, *call.line.word(0));
    const Json json = everythingAbout(device, record);
    if (call.asJson())
        call.out << json.dump() << '\n';
    else
        printEverything(call.out, json);
    return ExitStatus::Done;
}

} // namespace lianxin::ctl
