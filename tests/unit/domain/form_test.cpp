// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/form_json.h"
#include "tests/unit/domain/forms.h"

#include <QtTest>

#include <fstream>

using namespace lianxin::tests;
using lianxin::domain::Control;
using lianxin::domain::ItemType;
using lianxin::domain::Value;

namespace {

std::string faultOf(const std::string& text) {
    const auto form = Form::readText(text);
    return form ? "none" : std::string(nameOf(form.error().fault));
}

QStringList namedIn(const std::vector<json>& items) {
    return unsupported(*formOf(questionnaire(items)));
}

json valueSet(const std::string& id, const json& body) {
    json set = body;
    set["resourceType"] = "ValueSet";
    set["id"] = id;
    return set;
}

const char* const translationUrl = "http://hl7.org/fhir/StructureDefinition/translation";

json translation(const std::string& language, const std::string& text) {
    return {{"url", translationUrl},
            {"extension",
             {{{"url", "lang"}, {"valueCode", language}}, {{"url", "content"}, {"valueString", text}}}}};
}

json extended(const std::string& linkId, const std::string& type, const json& extension) {
    return question(linkId, type, {{"extension", json::array({extension})}});
}

} // namespace

class FormTest : public QObject {
    Q_OBJECT

private slots:
    void everyTypeIsKnownByItsName() {
        for (const char* type : {"group", "display", "boolean", "decimal", "integer", "date", "dateTime",
                                 "time", "string", "text", "url", "open-choice", "quantity"}) {
            const auto form = formOf(questionnaire({question("a", type)}));
            QCOMPARE(nameOf(form->items().front().type), std::string_view(type));
            QVERIFY2(form->unsupported().empty(), type);
        }
        QCOMPARE(formOf(questionnaire({choice("a", {"x"}, false)}))->items().front().type, ItemType::Choice);
    }

    void whatNobodyCanAnswerIsRefusedByName() {
        const auto form = formOf(questionnaire({question("photo", "attachment", {{"required", true}}),
                                                question("who", "reference"), question("odd", "colour"),
                                                json{{"linkId", "bare"}}, question("nothing", "choice")}));
        QCOMPARE(unsupported(*form), QStringList({"photo attachment", "who reference", "odd type colour",
                                                  "bare type", "nothing choice"}));
        for (const auto& item : form->items())
            QCOMPARE(item.type, ItemType::Refused);
        QCOMPARE(form->unanswerable(), std::vector<std::string>{"photo"});
        QCOMPARE(form->questions(), std::size_t{5});
    }

    void aTextIsReadInTheReadersLanguage() {
        json item = question("a", "string", {{"text", "您好"}});
        item["_text"]["extension"] = {translation("en", "Hello"), translation("zh-TW", "您好（繁）")};
        const auto form = formOf(questionnaire({item}));
        const auto& text = form->items().front().text;
        QCOMPARE(text.in("en"), std::string("Hello"));
        QCOMPARE(text.in("en-US"), std::string("Hello"));
        QCOMPARE(text.in("zh-TW"), std::string("您好（繁）"));
        QCOMPARE(text.in("zh_HK"), std::string("您好（繁）"));
        QCOMPARE(text.in("zh-CN"), std::string("您好"));
    }

    void anUntranslatedTextFallsBackAndIsNamedToTheAuthor() {
        json translated = question("a", "string", {{"text", "甲"}});
        translated["_text"]["extension"] = json::array({translation("en", "A")});
        json options = choice("c", {"x"}, false);
        options["text"] = "丙";
        options["_text"]["extension"] = json::array({translation("en", "C")});
        json whole = questionnaire({translated, question("b", "string", {{"text", "乙"}}), options});
        whole["language"] = "zh-CN";
        const auto form = formOf(whole);
        QCOMPARE(itemOf(*form, "b").text.in("en"), std::string("乙"));
        QCOMPARE(form->untranslated("en"), (std::vector<std::string>{"b", "c"})); // c: its option
        QVERIFY(form->untranslated("zh").empty());
    }

    void optionsMayBeOfFiveTypes() {
        json item = question("a", "choice");
        json coded{{"valueCoding", coding("x")}, {"initialSelected", true}};
        coded["valueCoding"]["_display"]["extension"] = json::array({translation("en", "Ex")});
        item["answerOption"] = {coded,
                                {{"valueString", "words"}},
                                {{"valueInteger", 3}},
                                {{"valueDate", "2026-03-02"}},
                                {{"valueTime", "08:00:00"}}};
        const auto form = formOf(questionnaire({item}));
        QCOMPARE(namedIn({item}), QStringList());
        const auto& options = *form->items().front().options;
        QCOMPARE(options.size(), std::size_t{5});
        QCOMPARE(options.all()[0].label.in("en"), std::string("Ex"));
        QCOMPARE(options.all()[2].label.base, std::string("3"));
        QVERIFY(options.findByText("x") == &options.all()[0] &&
                options.findByText("Ex") == &options.all()[0]);
        QVERIFY(options.findByText("words") == &options.all()[1]);
        QCOMPARE(form->items().front().initial.size(), std::size_t{1});
    }

    void aContainedValueSetGivesOptionsToAllWhoNameIt() {
        json whole = questionnaire({question("a", "choice", {{"answerValueSet", "#set"}}),
                                    question("b", "choice", {{"answerValueSet", "#set"}}),
                                    question("c", "choice", {{"answerValueSet", "#grown"}})});
        const json listed = {
            {"code", "x"},
            {"display", "甲"},
            {"designation", {{{"language", "en"}, {"value", "A"}}}},
            {"extension", {extension(std::string(lianxin::domain::ordinalValueUrl), "valueDecimal", 4)}}};
        const json compose = {{"compose", {{"include", {{{"system", "urn:s"}, {"concept", {listed}}}}}}}};
        const json leaf = {{"system", "urn:s"}, {"code", "leaf"}, {"display", "Leaf"}};
        json branch = leaf;
        branch["code"] = "branch";
        branch["abstract"] = true;
        branch["contains"] = json::array({leaf});
        whole["contained"] = {valueSet("set", compose),
                              valueSet("grown", {{"expansion", {{"contains", {branch}}}}})};
        const auto form = formOf(whole);
        QCOMPARE(unsupported(*form), QStringList());
        QVERIFY(itemOf(*form, "a").options == itemOf(*form, "b").options); // shared, not copied
        const auto& option = itemOf(*form, "a").options->all().front();
        QCOMPARE(option.label.in("en"), std::string("A"));
        QCOMPARE(option.ordinal.value(), 4.0);
        QVERIFY(std::get<lianxin::domain::Coding>(option.value).system == "urn:s");
        QCOMPARE(itemOf(*form, "c").options->size(), std::size_t{1});
    }

    void valueSetsFromElsewhereAreNamedForEachQuestion() {
        json whole = questionnaire({question("a", "choice", {{"answerValueSet", "http://x/vs"}}),
                                    question("b", "open-choice", {{"answerValueSet", "http://x/vs"}}),
                                    question("c", "open-choice", {{"answerValueSet", "#gone"}}),
                                    question("d", "open-choice", {{"answerValueSet", "#part"}})});
        whole["contained"] = json::array({valueSet(
            "part",
            {{"compose", {{"include", {{{"system", "urn:s"}}, {{"valueSet", {"x"}}}}}, {"exclude", {1}}}}})});
        QCOMPARE(unsupported(*formOf(whole)),
                 QStringList({"a answerValueSet", "a choice", "b answerValueSet", "c answerValueSet",
                              "d answerValueSet", "d answerValueSet", "d answerValueSet"}));
        QCOMPARE(itemOf(*formOf(whole), "b").type, ItemType::OpenChoice); // own words are still possible
    }

    void extensionsThatAreNotActedOnAreNamed() {
        const std::string capture = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";
        const std::string fhir = "http://hl7.org/fhir/StructureDefinition/";
        for (const std::string& url :
             {capture + "sdc-questionnaire-calculatedExpression",
              capture + "sdc-questionnaire-enableWhenExpression",
              capture + "sdc-questionnaire-answerExpression", capture + "sdc-questionnaire-initialExpression",
              capture + "sdc-questionnaire-itemMedia", fhir + "questionnaire-constraint", fhir + "variable",
              fhir + "regex", std::string("urn-of-nobody")}) {
            const std::string name = lianxin::domain::shortNameOf(url);
            QCOMPARE(namedIn({extended("a", "string", {{"url", url}})}),
                     QStringList(QString::fromStdString("a " + name)));
        }
        json text = question("a", "display", {{"text", "t"}});
        text["_text"]["extension"] = json::array({json{{"url", fhir + "cqf-expression"}}});
        QCOMPARE(namedIn({text}), QStringList("a cqf-expression"));
        json whole = questionnaire({question("a", "string")});
        whole["extension"] = json::array({json{{"url", fhir + "variable"}}});
        QCOMPARE(unsupported(*formOf(whole)), QStringList(" variable"));
    }

    void controlsAreKeptWhereTheySuit() {
        const std::vector<std::tuple<const char*, const char*, Control>> suited{
            {"integer", "slider", Control::Slider},
            {"open-choice", "open-choice", Control::Usual},
            {"display", "help", Control::Help},
            {"display", "flyover", Control::Help},
            {"group", "page", Control::Page},
            {"boolean", "radio-button", Control::RadioButton},
            {"open-choice", "autocomplete", Control::Autocomplete},
            {"open-choice", "drop-down", Control::DropDown},
            {"open-choice", "check-box", Control::CheckBox}};
        for (const auto& [type, code, control] : suited) {
            const auto form = formOf(questionnaire({extended("a", type, itemControl(code))}));
            QCOMPARE(form->items().front().control, control);
            QVERIFY2(form->unsupported().empty(), code);
        }
        for (const auto& [type, code] : std::vector<std::pair<const char*, const char*>>{
                 {"string", "slider"}, {"group", "gtable"}, {"integer", "page"}, {"string", "spinner"}})
            QCOMPARE(namedIn({extended("a", type, itemControl(code))}),
                     QStringList(QString("a questionnaire-itemControl ") + code));
        json faces = choice("a", {"x", "y"}, true);
        faces["extension"] =
            json::array({extension(std::string(lianxin::domain::faceRatingExtension), "valueBoolean", true)});
        QCOMPARE(formOf(questionnaire({faces}))->items().front().control, Control::FaceRating);
    }

    void elementsThatR4DoesNotHaveAreNamed() {
        json item = question("a", "string",
                             {{"disabledDisplay", "hidden"}, {"maxLength", "long"}, {"required", "yes"}});
        QCOMPARE(namedIn({item}), QStringList({"a disabledDisplay", "a required", "a maxLength"}));
    }

    void initialAnswersMustFit() {
        QCOMPARE(namedIn({question("a", "integer", {{"initial", {{{"valueString", "x"}}}}})}),
                 QStringList("a initial"));
        QCOMPARE(namedIn({question("a", "group", {{"initial", {{{"valueString", "x"}}}}})}),
                 QStringList("a initial"));
        const auto form =
            formOf(questionnaire({question("a", "decimal", {{"initial", {{{"valueInteger", 3}}}}})}));
        QVERIFY(form->items().front().initial.front() == Value(3.0));
        const json unit = {{"valueQuantity", {{"unit", "$"}, {"code", "USD"}}}};
        const auto money =
            formOf(questionnaire({question("a", "quantity", {{"initial", json::array({unit})}})}));
        QVERIFY(money->items().front().initial.empty()); // a unit without a number is the usual unit
        QCOMPARE(money->items().front().units.front().code, std::string("USD"));
    }

    void whatIsNoFormSaysWhy() {
        QCOMPARE(faultOf(""), std::string("not-json"));
        QCOMPARE(faultOf(std::string("\0\1\xff", 3)), std::string("not-json"));
        for (const char* text :
             {"[]", "7", "null", "{}", R"({"resourceType":"Patient"})", R"({"resourceType":7})"})
            QCOMPARE(faultOf(text), std::string("not-a-questionnaire"));
        const auto items = [](const std::string& list) {
            return faultOf("{\"resourceType\":\"Questionnaire\",\"item\":" + list + "}");
        };
        QCOMPARE(items("[]"), std::string("none"));
        for (const char* list :
             {"7", "{}", "[1]", "[[]]", R"([{"type":"group"}])", R"([{"linkId":7}])", R"([{"linkId":""}])"})
            QCOMPARE(items(list), std::string("bad-item"));
        QCOMPARE(faultOf(R"({"resourceType":"Questionnaire","modifierExtension":[]})"),
                 std::string("modifier-extension"));
    }

    void aLinkIdUsedTwiceRefusesTheSecondQuestion() {
        const auto form =
            formOf(questionnaire({question("a", "display"), question("b", "string"),
                                  question("b", "integer", {{"required", true}}), question("a", "display")}));
        QCOMPARE(unsupported(*form), QStringList({"b linkId", "a linkId"}));
        QCOMPARE(form->items()[2].type, ItemType::Refused);
        QCOMPARE(form->items()[3].type, ItemType::Display);
        FormAnswers answers(form);
        QCOMPARE(put(answers, {{"b", "x"}}), QStringList());
        QVERIFY(answers.missing().empty());
        QCOMPARE(enabled(answers), QStringList({"a", "b"}));
    }

    void depthAndCountAreBounded() {
        QCOMPARE(faultOf(std::string(1000000, '[')), std::string("too-deep"));
        const std::string head = "{\"resourceType\":\"Questionnaire\"";
        const auto nested = [&head](std::size_t depth) {
            std::string text = head;
            for (std::size_t i = 0; i < depth; ++i)
                text += ",\"item\":[{\"type\":\"group\",\"linkId\":\"" + std::to_string(i) + "\"";
            for (std::size_t i = 0; i < depth; ++i)
                text += "}]";
            return text + "}";
        };
        QCOMPARE(faultOf(nested(60)), std::string("none"));
        QCOMPARE(faultOf(nested(80)), std::string("too-deep"));
        QCOMPARE(faultOf(nested(100000)), std::string("too-deep"));
        std::string many = head + ",\"item\":[{\"linkId\":\"x\",\"type\":\"string\"}";
        for (std::size_t i = 0; i < Form::mostItems; ++i)
            many += ",{\"linkId\":\"" + std::to_string(i) + "\",\"type\":\"string\"}";
        QCOMPARE(faultOf(many + "]}"), std::string("too-many-items"));
    }

    void ourOwnFormsAreWholeInThreeLanguages() {
        for (const char* name : {"outpatient_satisfaction", "inpatient_opinion"}) {
            std::ifstream in(std::string(LIANXIN_SOURCE_DIR) + "/app/domain/sample/questionnaires/" + name +
                             ".json");
            const auto form = formOf(json::parse(in));
            QVERIFY2(form->unsupported().empty(), unsupported(*form).join(", ").toUtf8());
            QVERIFY(form->unanswerable().empty());
            QCOMPARE(form->language(), std::string("zh-CN"));
            for (const char* language : {"en", "zh-TW"}) {
                QVERIFY(form->untranslated(language).empty());
                QVERIFY(form->title().translationFor(language) &&
                        form->description().translationFor(language));
            }
            for (const auto& item : form->items())
                QVERIFY2(item.initial.empty(), item.linkId.c_str()); // nothing is answered for the person
        }
    }
};

QTEST_GUILESS_MAIN(FormTest)
#include "form_test.moc"
