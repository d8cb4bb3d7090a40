// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ward/ward_device.h"

#include "app/domain/scopes.h"

#include <stdexcept>

namespace lianxin::ward {

namespace {

constexpr const char* deadEnd = "http://127.0.0.1:9";

constexpr const char* opinionForm = R"({
    "resourceType": "Questionnaire", "url": "urn:uuid:1", "version": "1.0", "status": "active",
    "title": "征求意见建议表",
    "item": [
        {"linkId": "filled_by", "type": "choice", "text": "谁来填", "required": true, "answerOption": [
            {"valueCoding": {"code": "patient"}}, {"valueCoding": {"code": "family"}},
            {"valueCoding": {"code": "staff"}}]},
        {"linkId": "nurse", "type": "choice", "text": "护理", "answerOption": [
            {"valueCoding": {"code": "good", "display": "好"}},
            {"valueCoding": {"code": "bad", "display": "不好"}}]},
        {"linkId": "opinion", "type": "text", "text": "意见", "maxLength": 2000},
        {"linkId": "suggestion", "type": "text", "text": "建议", "maxLength": 2000}]})";

/// What the hub says of a device when it is enrolled: which ward it serves.
void serve(store::Device& device, const sync::Uuid& ward) {
    sync::PullAnswer answer;
    answer.hubTime = device.clock().wall();
    answer.cursors = {{domain::wardScope(ward), 1}};
    device.replica().applyPull(answer, device.clock().sinceBoot());
}

} // namespace

sync::Uuid save(store::Device& device, std::string_view type, Fields fields) {
    sync::UuidGenerator ids(device.clock(), device.random());
    sync::Record record = sync::emptyRecord(*device.schema().find(type), ids.next());
    for (const auto& [name, value] : fields)
        record.shown.at(record.type->indexOf(name).value()) = value;
    if (!device.save({record}))
        throw std::runtime_error("the test's own record was not saved");
    return record.id;
}

std::vector<sync::Record> recordsOfType(store::Device& device, std::string_view type) {
    std::vector<sync::Record> records;
    device.visitAll(type, [&records](const sync::Record& record) { records.push_back(record); });
    return records;
}

std::string textIn(const sync::Record& record, std::string_view field) {
    const auto* text = std::get_if<std::string>(&record.value(field));
    return text ? *text : std::string();
}

WardDevice::WardDevice() {
    store::enrolDevice(folder(), {deadEnd, "a secret"});
    store::Device device(folder());
    const auto text = [](const char* words) { return sync::Value(std::string(words)); };
    ids_.department =
        save(device, "department",
             {{"name", text("骨科")}, {"kind", text("clinical")}, {"head_phone", text("0000-555-2007")}});
    ids_.ward = save(device, "ward", {{"name", text("骨科病区")}, {"department", ids_.department}});
    ids_.secondBed = save(device, "bed",
                          {{"ward", ids_.ward}, {"label", text("2 床")}, {"list_position", std::int64_t{2}}});
    ids_.firstBed = save(device, "bed",
                         {{"ward", ids_.ward}, {"label", text("1 床")}, {"list_position", std::int64_t{1}}});
    ids_.nurse = save(device, "staff",
                      {{"job_number", text("N-1")},
                       {"display_name", text("护士 N-1")},
                       {"role", text("ward_nurse")},
                       {"ward", ids_.ward}});
    ids_.doctor = save(device, "staff",
                       {{"job_number", text("D-1")},
                        {"display_name", text("医师 D-1")},
                        {"role", text("ward_doctor")},
                        {"ward", ids_.ward}});
    ids_.form = save(device, "questionnaire",
                     {{"survey_kind", text("inpatient_opinion")},
                      {"name", text("InpatientOpinion")},
                      {"url", text("urn:uuid:1")},
                      {"version", text("1.0")},
                      {"status", text("active")},
                      {"content", text(opinionForm)}});
    serve(device, ids_.ward);
}

} // namespace lianxin::ward
