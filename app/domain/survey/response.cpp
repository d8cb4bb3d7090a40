// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/response.h"

#include "app/domain/codes.h"
#include "app/domain/time_text.h"

#include <algorithm>
#include <set>

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;

constexpr std::string_view ordinalValue = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

const std::string* textAt(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found == object.end() ? nullptr : found->get_ptr<const std::string*>();
}

bool isTrueAt(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_boolean() && found->get<bool>();
}

bool isDate(const Json& value) {
    const auto* text = value.get_ptr<const std::string*>();
    return text && parseTime(*text + "T00:00:00Z").has_value();
}

std::size_t charactersOf(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

class ResponseBuilder {
public:
    explicit ResponseBuilder(const Json& answers) : answers_(answers) {}

    /// The answered ones among the items below `parent`.
    Json itemsOf(const Json& parent);
    void reportUnknownQuestions();
    std::optional<double> score() const {
        return scored_ == 0 ? std::nullopt : std::optional(sum_ / static_cast<double>(scored_));
    }
    std::vector<AnswerProblem>& problems() { return problems_; }

private:
    void readItem(const Json& item, Json& answered);
    Json answersTo(const Json& item, const std::string& linkId);
    std::optional<Json> answerTo(const Json& item, const std::string& type, const Json& value,
                                 AnswerFault& fault);
    std::optional<Json> chosenOption(const Json& item, const Json& value);
    void addOrdinal(const Json& chosen);

    const Json& answers_;
    std::set<std::string> asked_;
    std::vector<AnswerProblem> problems_;
    double sum_ = 0;
    int scored_ = 0;
};

Json ResponseBuilder::itemsOf(const Json& parent) {
    Json answered = Json::array();
    if (const auto items = parent.find("item"); items != parent.end() && items->is_array())
        for (const Json& item : *items)
            if (item.is_object())
                readItem(item, answered);
    return answered;
}

void ResponseBuilder::readItem(const Json& item, Json& answered) {
    const std::string* linkId = textAt(item, "linkId");
    const std::string* type = textAt(item, "type");
    if (!linkId || !type) {
        problems_.push_back({AnswerFault::NotAQuestionnaire, linkId ? *linkId : std::string()});
        return;
    }
    Json answer{{"linkId", *linkId}};
    if (const std::string* text = textAt(item, "text"))
        answer["text"] = *text;
    if (*type != "group" && *type != "display")
        if (Json given = answersTo(item, *linkId); !given.empty())
            answer["answer"] = std::move(given);
    // Of a question, what is asked below it belongs to the answer; of a group it stands beside.
    if (Json below = itemsOf(item); !below.empty()) {
        if (answer.contains("answer"))
            answer["answer"][0]["item"] = std::move(below);
        else
            answer["item"] = std::move(below);
    }
    if (answer.contains("answer") || answer.contains("item"))
        answered.push_back(std::move(answer));
}

Json ResponseBuilder::answersTo(const Json& item, const std::string& linkId) {
    asked_.insert(linkId);
    Json given = Json::array();
    const auto found = answers_.find(linkId);
    if (found == answers_.end() || found->is_null()) {
        if (isTrueAt(item, "required"))
            problems_.push_back({AnswerFault::Unanswered, linkId});
        return given;
    }
    const bool isList = found->is_array();
    if (isList && !isTrueAt(item, "repeats")) {
        problems_.push_back({AnswerFault::WrongType, linkId});
        return given;
    }
    for (const Json& value : isList ? *found : Json::array({*found})) {
        AnswerFault fault = AnswerFault::WrongType;
        if (auto answer = answerTo(item, *textAt(item, "type"), value, fault))
            given.push_back(std::move(*answer));
        else
            problems_.push_back({fault, linkId});
    }
    if (isList && found->empty() && isTrueAt(item, "required"))
        problems_.push_back({AnswerFault::Unanswered, linkId});
    return given;
}

std::optional<Json> ResponseBuilder::answerTo(const Json& item, const std::string& type, const Json& value,
                                              AnswerFault& fault) {
    const auto given = [&value](bool fits, const char* key) {
        return fits ? std::optional(Json{{key, value}}) : std::nullopt;
    };
    if (type == "boolean")
        return given(value.is_boolean(), "valueBoolean");
    if (type == "integer")
        return given(value.is_number_integer(), "valueInteger");
    if (type == "decimal")
        return given(value.is_number(), "valueDecimal");
    if (type == "date")
        return given(isDate(value), "valueDate");
    if (type == "string" || type == "text") {
        const auto* text = value.get_ptr<const std::string*>();
        const auto most = item.find("maxLength");
        if (text && most != item.end() && most->is_number_unsigned() &&
            charactersOf(*text) > most->get<std::uint64_t>()) {
            fault = AnswerFault::TooLong;
            return std::nullopt;
        }
        return given(text && !text->empty(), "valueString");
    }
    if (type == "choice") {
        fault = AnswerFault::UnknownOption;
        return chosenOption(item, value);
    }
    fault = AnswerFault::UnsupportedType;
    return std::nullopt;
}

std::optional<Json> ResponseBuilder::chosenOption(const Json& item, const Json& value) {
    const auto options = item.find("answerOption");
    const auto* code = value.get_ptr<const std::string*>();
    if (options == item.end() || !options->is_array() || !code)
        return std::nullopt;
    for (const Json& option : *options) {
        const auto coding = option.is_object() ? option.find("valueCoding") : option.end();
        if (!option.is_object() || coding == option.end() || !coding->is_object())
            continue;
        const std::string* own = textAt(*coding, "code");
        if (!own || *own != *code)
            continue;
        addOrdinal(*coding);
        return Json{{"valueCoding", *coding}};
    }
    return std::nullopt;
}

void ResponseBuilder::addOrdinal(const Json& chosen) {
    const auto extensions = chosen.find("extension");
    if (extensions == chosen.end() || !extensions->is_array())
        return;
    for (const Json& extension : *extensions) {
        const std::string* url = extension.is_object() ? textAt(extension, "url") : nullptr;
        const auto number = url && *url == ordinalValue ? extension.find("valueDecimal") : extension.end();
        if (number == extension.end() || !number->is_number())
            continue;
        sum_ += number->get<double>();
        ++scored_;
    }
}

void ResponseBuilder::reportUnknownQuestions() {
    for (const auto& [linkId, value] : answers_.items())
        if (!asked_.contains(linkId))
            problems_.push_back({AnswerFault::UnknownQuestion, linkId});
}

constexpr std::array<std::string_view, 7> faultNames{"not-a-questionnaire", "unknown-question", "unanswered",
                                                     "wrong-type",          "unknown-option",   "too-long",
                                                     "unsupported-type"};

} // namespace

std::string_view nameOf(AnswerFault fault) {
    return faultNames[static_cast<std::size_t>(fault)];
}

platform::Result<SurveyAnswers, std::vector<AnswerProblem>>
answerSurvey(const Json& form, const Json& answers, sync::WallTime authored) {
    using AnswerResult = platform::Result<SurveyAnswers, std::vector<AnswerProblem>>;
    const std::string* resourceType = form.is_object() ? textAt(form, "resourceType") : nullptr;
    if (!resourceType || *resourceType != "Questionnaire" || !textAt(form, "url") || !textAt(form, "version"))
        return AnswerResult(std::vector<AnswerProblem>{{AnswerFault::NotAQuestionnaire, {}}});
    if (!answers.is_object())
        return AnswerResult(std::vector<AnswerProblem>{{AnswerFault::WrongType, {}}});
    ResponseBuilder builder(answers);
    Json response{{"resourceType", "QuestionnaireResponse"},
                  {"questionnaire", *textAt(form, "url") + "|" + *textAt(form, "version")},
                  {"status", "completed"},
                  {"authored", formatTime(authored)}};
    if (Json items = builder.itemsOf(form); !items.empty())
        response["item"] = std::move(items);
    builder.reportUnknownQuestions();
    if (!builder.problems().empty())
        return AnswerResult(std::move(builder.problems()));
    return AnswerResult(SurveyAnswers{response.dump(), builder.score()});
}

} // namespace lianxin::domain
