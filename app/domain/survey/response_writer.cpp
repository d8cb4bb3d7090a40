// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/response_writer.h"

#include "app/domain/survey/form_json.h"
#include "app/domain/time_text.h"

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;

} // namespace

Json ResponseWriter::write(std::optional<sync::WallTime> authored) const {
    const bool complete = answers_.problems().empty();
    Json response{{"resourceType", "QuestionnaireResponse"},
                  {"status", complete ? "completed" : "in-progress"}};
    if (const std::string canonical = answers_.form().canonical(); !canonical.empty())
        response["questionnaire"] = canonical;
    if (authored)
        response["authored"] = formatTime(*authored);
    Json items = Json::array();
    for (std::size_t place = 0; place < answers_.form().items().size();
         place = answers_.form().items()[place].end)
        writeRow(answers_.rowIn(0, place), items);
    if (!items.empty())
        response["item"] = std::move(items);
    return response;
}

void ResponseWriter::writeRow(RowId row, Json& list) const {
    const Item& item = answers_.item(row);
    if (!answers_.isEnabled(row) || item.type == ItemType::Display)
        return;
    if (item.isRepeatingGroup() && !answers_.isHeading(row)) {
        for (const RowId heading : answers_.childrenOf(row))
            writeRow(heading, list);
        return;
    }
    Json written{{"linkId", item.linkId}};
    if (!item.text.empty())
        written["text"] = item.text.base;
    if (Json given = writeAnswers(row); !given.empty())
        written["answer"] = std::move(given);
    Json below = Json::array();
    for (const RowId child : answers_.childrenOf(row))
        writeRow(child, below);
    // Of a question, what is asked below it belongs to the answer; without one it stands beside, and is not
    // lost.
    if (!below.empty())
        (written.contains("answer") ? written["answer"][0] : written)["item"] = std::move(below);
    if (written.contains("answer") || written.contains("item"))
        list.push_back(std::move(written));
}

Json ResponseWriter::writeAnswers(RowId row) const {
    Json given = Json::array();
    if (!answers_.isAnswered(row))
        return given;
    for (const Value& value : answers_.values(row)) {
        Json json = toFhir(value);
        const Option* option = answers_.item(row).options->find(value);
        if (json.is_object() && option && option->ordinal)
            json["extension"] =
                Json::array({{{"url", ordinalValueUrl}, {"valueDecimal", decimalToJson(*option->ordinal)}}});
        given.push_back({{"value" + std::string(fhirTypeOf(value)), std::move(json)}});
    }
    return given;
}

} // namespace lianxin::domain
