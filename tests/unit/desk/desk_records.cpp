// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/desk/desk_records.h"

#include <stdexcept>

namespace lianxin::desk {

namespace {

constexpr std::int64_t someTime = 1'770'000'000'000;

} // namespace

DeskRecords::DeskRecords() {
    store::enrolDevice(folder(), {"http://127.0.0.1:9", "nobody listens there"});
}

sync::Uuid save(store::Device& device, const std::string& type, Fields fields) {
    sync::Record record = sync::emptyRecord(*device.schema().find(type), {});
    for (auto& [name, value] : fields)
        record.shown.at(record.type->indexOf(name).value()) = std::move(value);
    const auto saved = device.save({record});
    if (!saved)
        throw std::runtime_error("not saved: " + saved.error().problem.field + ' ' + saved.error().detail);
    return saved->front().id;
}

sync::Uuid saveMatter(store::Device& device, const Fields& fields) {
    Fields all{{"kind", std::string("complaint")},
               {"content", std::string("等候太久，没人说明原因。")},
               {"channel", std::string("internal")},
               {"source", std::string("opinion_box")},
               {"raised_at", someTime}};
    for (const auto& [name, value] : fields)
        all[name] = value;
    const sync::Uuid id = save(device, "matter", all);
    save(device, "matter_event",
         {{"matter", id}, {"step", std::string("submit")}, {"occurred_at", someTime}});
    return id;
}

sync::Uuid saveResponse(store::Device& device, const std::string& words) {
    const std::string answers =
        R"({"resourceType":"QuestionnaireResponse","status":"completed","item":[)"
        R"({"linkId":"a","text":"等候","answer":[{"valueCoding":{"code":"fair","display":"一般"}}]})" +
        (words.empty() ? std::string()
                       : R"(,{"linkId":"b","text":"建议","answer":[{"valueString":")" + words + "\"}]}") +
        "]}";
    return save(device, "survey_response",
                {{"questionnaire", sync::Uuid{{1}}},
                 {"questionnaire_version", std::string("1.0")},
                 {"survey_kind", std::string("outpatient_satisfaction")},
                 {"channel", std::string("internal")},
                 {"source", std::string("outpatient_survey")},
                 {"submitted_at", someTime + 5},
                 {"answers", answers}});
}

} // namespace lianxin::desk
