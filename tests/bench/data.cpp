// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/data.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdio>
#include <functional>
#include <iterator>
#include <stdexcept>

namespace lianxin::bench {

namespace {

using nlohmann::json;

std::int64_t millisecondsOf(const json& value) {
    const auto& text = value.get_ref<const std::string&>();
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    unsigned hour = 0;
    unsigned minute = 0;
    unsigned second = 0;
    unsigned millisecond = 0;
    if (std::sscanf(text.c_str(), "%4d-%2u-%2uT%2u:%2u:%2u.%3uZ", &year, &month, &day, &hour, &minute,
                    &second, &millisecond) != 7) {
        throw std::runtime_error("not a time: " + text);
    }
    using namespace std::chrono;
    const sys_time<milliseconds> time =
        sys_days(year_month_day(std::chrono::year(year), std::chrono::month(month), std::chrono::day(day))) +
        hours(hour) + minutes(minute) + seconds(second) + milliseconds(millisecond);
    return time.time_since_epoch().count();
}

sync::Uuid idOf(const json& object) {
    const auto id = sync::Uuid::parse(object.at("id").get_ref<const std::string&>());
    if (!id) {
        throw std::runtime_error("not an id");
    }
    return *id;
}

std::string questionName(int number) {
    std::string name = "q00";
    name[1] = static_cast<char>('0' + number / 10);
    name[2] = static_cast<char>('0' + number % 10);
    return name;
}

SurveyResponse responseOf(const json& object) {
    SurveyResponse response;
    response.id = idOf(object);
    object.at("device").get_to(response.device);
    object.at("department").get_to(response.department);
    object.at("form").get_to(response.form);
    object.at("formVersion").get_to(response.formVersion);
    object.at("lang").get_to(response.lang);
    response.startedAt = millisecondsOf(object.at("startedAt"));
    response.submittedAt = millisecondsOf(object.at("submittedAt"));
    object.at("durationMs").get_to(response.durationMs);
    object.at("channel").get_to(response.channel);
    const json& answers = object.at("answers");
    for (int i = 0; i < 15; ++i) {
        answers.at(questionName(i + 1)).get_to(response.ratings[static_cast<std::size_t>(i)]);
    }
    answers.at("q16").get_to(response.recommends);
    answers.at("q17").get_to(response.q17);
    response.q18 = answers.at("q18").dump();
    answers.at("q19").get_to(response.q19);
    if (const json& q20 = answers.at("q20"); !q20.is_null()) {
        response.q20 = q20.get<double>();
    }
    object.at("text").get_to(response.text);
    object.at("score").get_to(response.score);
    object.at("seq").get_to(response.seq);
    object.at("hash").get_to(response.hash);
    return response;
}

std::vector<CaseEvent> eventsOf(const json& list) {
    std::vector<CaseEvent> events;
    for (const json& object : list) {
        events.push_back({idOf(object), millisecondsOf(object.at("at")), object.at("by").get<std::string>(),
                          object.at("kind").get<std::string>(), object.at("note").get<std::string>()});
    }
    return events;
}

Case caseOf(const json& object) {
    Case one;
    one.id = idOf(object);
    object.at("no").get_to(one.number);
    object.at("department").get_to(one.department);
    object.at("patientRef").get_to(one.patientRef);
    object.at("channel").get_to(one.channel);
    object.at("category").get_to(one.category);
    object.at("severity").get_to(one.severity);
    object.at("status").get_to(one.status);
    object.at("assignee").get_to(one.assignee);
    object.at("title").get_to(one.title);
    object.at("description").get_to(one.description);
    one.openedAt = millisecondsOf(object.at("openedAt"));
    one.dueAt = millisecondsOf(object.at("dueAt"));
    object.at("resolution").get_to(one.resolution);
    one.events = eventsOf(object.at("events"));
    return one;
}

OfflineEdit editOf(const json& object) {
    OfflineEdit edit;
    edit.replica = object.at("replica").get_ref<const std::string&>().at(0);
    edit.caseId = idOf(object);
    object.at("at").get_to(edit.at);
    for (const auto& [field, value] : object.at("set").items()) {
        if (value.is_number_integer()) {
            edit.set.emplace_back(field, value.get<std::int64_t>());
        } else {
            edit.set.emplace_back(field, value.get<std::string>());
        }
    }
    edit.events = eventsOf(object.at("events"));
    return edit;
}

std::ifstream openFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw std::runtime_error("cannot read " + path.string());
    }
    return file;
}

template <class Read>
auto readLine(const std::filesystem::path& path, std::size_t line, const std::string& text, Read read) {
    try {
        return read(json::parse(text));
    } catch (const std::exception& problem) {
        throw std::runtime_error(path.string() + ":" + std::to_string(line) + ": " + problem.what());
    }
}

template <class Read>
auto readLines(const std::filesystem::path& path, Read read) {
    std::ifstream file = openFile(path);
    std::vector<decltype(read(json()))> values;
    std::string text;
    while (std::getline(file, text)) {
        values.push_back(readLine(path, values.size() + 1, text, read));
    }
    return values;
}

} // namespace

Workload loadWorkload(const std::filesystem::path& folder) {
    Workload workload;
    std::ifstream responses = openFile(folder / "responses.jsonl");
    workload.responsesFile.assign(std::istreambuf_iterator<char>(responses), {});
    workload.responses = readLines(folder / "responses.jsonl", responseOf);
    workload.cases = readLines(folder / "cases.jsonl", caseOf);
    workload.edits = readLines(folder / "edits.jsonl", editOf);
    return workload;
}

ResponseReader::ResponseReader(const std::filesystem::path& folder)
    : path_(folder / "responses.jsonl"), lines_(openFile(path_)) {}

std::optional<SurveyResponse> ResponseReader::next() {
    std::string text;
    if (!std::getline(lines_, text)) {
        return std::nullopt;
    }
    return readLine(path_, ++line_, text, responseOf);
}

} // namespace lianxin::bench
