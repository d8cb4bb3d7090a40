// SPDX-License-Identifier: GPL-3.0-or-later
// Forms and answers that somebody broke by hand, by machine or on purpose: nothing crashes, and what is
// written can be read again.
#include "tests/unit/domain/forms.h"

#include <QtTest>

using namespace lianxin::tests;

namespace {

class Mutator {
public:
    explicit Mutator(std::uint64_t seed) : state_(seed) {}

    std::size_t below(std::size_t end) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state_ >> 33U) % end;
    }

    /// Changes one place of the JSON.
    void mutate(json& whole) {
        std::vector<json*> places;
        collect(whole, places);
        json& place = *places[below(places.size())];
        switch (below(5)) {
        case 0:
            place = hostile();
            break;
        case 1:
            place = json(*places[below(places.size())]);
            break;
        case 2:
            if (place.is_array() && !place.empty())
                place.erase(below(place.size()));
            else
                place = nullptr;
            break;
        case 3:
            if (place.is_object() && !place.empty())
                place.erase(std::next(place.begin(), static_cast<std::ptrdiff_t>(below(place.size()))));
            else
                place = json::array({place});
            break;
        default:
            if (place.is_array() && !place.empty())
                place.push_back(json(place[below(place.size())]));
            else
                place = json::object({{"linkId", place}, {"value", hostile()}});
        }
    }

private:
    static void collect(json& at, std::vector<json*>& places) {
        places.push_back(&at);
        if (at.is_structured())
            for (json& below : at)
                collect(below, places);
    }

    json hostile() {
        static const std::vector<json> all{nullptr,
                                           true,
                                           -1,
                                           18446744073709551615U,
                                           1e308,
                                           "",
                                           "linkId",
                                           "a",
                                           "#set",
                                           "group",
                                           "choice",
                                           "decimal",
                                           "!=",
                                           json::array(),
                                           json::object(),
                                           std::string(5000, 'x'),
                                           "\xe5\x8c\xbb",
                                           json::array({json::array()})};
        return all[below(all.size())];
    }

    std::uint64_t state_;
};

/// A form that has some of everything.
json richForm() {
    json marks = choice("mark", {"bad", "fair", "good"}, true);
    marks["item"] = {question("why", "open-choice",
                              {{"repeats", true},
                               {"answerValueSet", "#set"},
                               {"enableWhen", {when("mark", "<=", "answerCoding", coding("fair"))}}})};
    json weight =
        question("weight", "quantity", {{"initial", {{{"valueQuantity", {{"value", 3}, {"unit", "kg"}}}}}}});
    weight["extension"] = {extension("http://hl7.org/fhir/StructureDefinition/minValue", "valueQuantity",
                                     {{"value", 1}, {"unit", "kg"}}),
                           itemControl("slider")};
    json name = question("name", "string", {{"text", "名"}, {"maxLength", 5}, {"required", true}});
    name["_text"]["extension"] = {
        {{"url", "http://hl7.org/fhir/StructureDefinition/translation"},
         {"extension",
          {{{"url", "lang"}, {"valueCode", "en"}}, {{"url", "content"}, {"valueString", "Name"}}}}}};
    json whole = questionnaire(
        {question("a", "boolean"), marks, weight,
         question("drugs", "group",
                  {{"repeats", true},
                   {"item",
                    {name, question("dose", "decimal",
                                    {{"enableWhen",
                                      {when("a", "=", "answerBoolean", true),
                                       when("name", "exists", "answerBoolean", true)}},
                                     {"enableBehavior", "all"}})}}}),
         question("day", "date", {{"readOnly", true}, {"initial", {{{"valueDate", "2026-03-02"}}}}})});
    whole["contained"] = {
        {{"resourceType", "ValueSet"},
         {"id", "set"},
         {"compose", {{"include", {{{"system", "urn:s"}, {"concept", {{{"code", "x"}}}}}}}}}}};
    return whole;
}

json answersTo(const Form& form, Mutator& mutator) {
    static const std::vector<json> some{true,       3,
                                        2.5,        "x",
                                        "fair",     "2026-03-02",
                                        nullptr,    {{"value", 3}, {"unit", "kg"}},
                                        {"x", "y"}, {true, false},
                                        "08:00:00", {{"code", "good"}}};
    json given = json::object();
    for (const auto& item : form.items())
        given[item.linkId] = some[mutator.below(some.size())];
    return given;
}

void fillAtRandom(const Form& form, Mutator& mutator) {
    FormAnswers answers(std::make_shared<const Form>(form));
    for (int round = 0; round < 3; ++round) {
        put(answers, answersTo(form, mutator));
        const auto rows = answers.rows();
        if (!rows.empty()) {
            const RowId row = rows[mutator.below(rows.size())];
            answers.addCopy(row);
            answers.removeCopy(row);
            const auto& options = answers.item(row).options->all();
            if (!options.empty())
                answers.toggle(row, options[mutator.below(options.size())]);
        }
        answers.takeChanges();
        const json response = answers.response({});
        QCOMPARE(json::parse(response.dump()), response);
        QVERIFY(answers.shownRows().size() <= answers.rows().size());
        QCOMPARE(answers.problems().empty(), response["status"] == "completed");
    }
}

} // namespace

class FormMutationTest : public QObject {
    Q_OBJECT

private slots:
    void brokenFormsNeverCrash() {
        Mutator mutator(20260302);
        int read = 0;
        for (int i = 0; i < 400; ++i) {
            json whole = richForm();
            for (std::size_t times = 1 + mutator.below(6); times > 0; --times)
                mutator.mutate(whole);
            const auto form = Form::readText(whole.dump());
            if (!form)
                continue;
            ++read;
            fillAtRandom(*form, mutator);
        }
        QVERIFY(read > 80); // otherwise nothing but the first line of the reader was tried
    }

    void brokenBytesNeverCrash() {
        Mutator mutator(7);
        const std::string whole = richForm().dump();
        for (int i = 0; i < 400; ++i) {
            std::string text = whole;
            for (std::size_t times = 1 + mutator.below(3); times > 0; --times)
                text[mutator.below(text.size())] = static_cast<char>(mutator.below(256));
            const auto form = Form::readText(text);
            if (form)
                fillAtRandom(*form, mutator);
        }
    }
};

QTEST_GUILESS_MAIN(FormMutationTest)
#include "form_mutation_test.moc"
