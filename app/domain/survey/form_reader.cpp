// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/survey/form_reader.h"

#include "app/domain/survey/answer_check.h"
#include "app/domain/survey/item_extensions.h"

#include <algorithm>
#include <array>

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;

struct NamedType {
    std::string_view name;
    ItemType type;
};

constexpr std::array namedTypes = std::to_array<NamedType>({
    {"group", ItemType::Group},
    {"display", ItemType::Display},
    {"boolean", ItemType::Boolean},
    {"decimal", ItemType::Decimal},
    {"integer", ItemType::Integer},
    {"date", ItemType::Date},
    {"dateTime", ItemType::DateTime},
    {"time", ItemType::Time},
    {"string", ItemType::String},
    {"text", ItemType::Text},
    {"url", ItemType::Url},
    {"choice", ItemType::Choice},
    {"open-choice", ItemType::OpenChoice},
    {"quantity", ItemType::Quantity},
});

std::string whyRefused(const std::string& type) {
    if (type == "attachment")
        return "attachment: refused, there is no camera and no file to choose";
    if (type == "reference")
        return "reference: refused, there are no other resources to choose from";
    return "type " + beginningOf(type) + ": refused, R4 has no such type of question";
}

} // namespace

std::string_view nameOf(ItemType type) {
    for (const NamedType& one : namedTypes)
        if (one.type == type)
            return one.name;
    return "refused";
}

void FormReader::fail(FormFault fault, const std::string& place) {
    if (!problem_)
        problem_ = FormProblem{fault, beginningOf(place)};
}

platform::Result<Form, FormProblem> FormReader::read() {
    using ReadResult = platform::Result<Form, FormProblem>;
    const auto type = json_.is_object() ? json_.find("resourceType") : json_.end();
    const auto* name =
        json_.is_object() && type != json_.end() ? type->get_ptr<const std::string*>() : nullptr;
    if (!name || *name != "Questionnaire")
        return ReadResult(FormProblem{FormFault::NotAQuestionnaire, name ? beginningOf(*name) : ""});
    readHead();
    readItems(json_, Item::nowhere, 0);
    if (problem_)
        return ReadResult(*std::move(problem_));
    // Conditions name items that may stand further down.
    for (std::size_t place = 0; place < form_.items_.size(); ++place)
        readConditions(FormObject(*itemJson_[place], form_.items_[place].linkId, report_), place);
    breakCycles();
    putInOrder();
    form_.unsupported_ = report_.take();
    return ReadResult(std::move(form_));
}

void FormReader::readHead() {
    const std::string noItem;
    const FormObject head(json_, noItem, report_);
    form_.url_ = head.text("url").value_or("");
    form_.version_ = head.text("version").value_or("");
    form_.language_ = head.text("language").value_or("");
    form_.title_ = head.translated("title");
    form_.description_ = head.translated("description");
    head.reportStrangers({"resourceType",
                          "id",
                          "meta",
                          "implicitRules",
                          "language",
                          "text",
                          "contained",
                          "extension",
                          "modifierExtension",
                          "url",
                          "identifier",
                          "version",
                          "name",
                          "title",
                          "derivedFrom",
                          "status",
                          "experimental",
                          "subjectType",
                          "date",
                          "publisher",
                          "contact",
                          "description",
                          "useContext",
                          "jurisdiction",
                          "purpose",
                          "copyright",
                          "approvalDate",
                          "lastReviewDate",
                          "effectivePeriod",
                          "code",
                          "item"});
    for (const Json* extension : head.objects("extension"))
        reportExtension(head.inside(*extension));
    if (json_.contains("modifierExtension") || json_.contains("implicitRules"))
        fail(FormFault::ModifierExtension, "");
    options_.emplace(head.objects("contained"));
}

void FormReader::readItems(const Json& holder, std::size_t parent, std::size_t depth) {
    const auto list = holder.find("item");
    if (list == holder.end() || list->is_null())
        return;
    const std::string place = parent == Item::nowhere ? "" : form_.items_[parent].linkId;
    if (!list->is_array())
        return fail(FormFault::BadItem, place);
    if (depth > Form::deepestItem)
        return fail(FormFault::TooDeep, place);
    for (const Json& json : *list) {
        if (!json.is_object())
            fail(FormFault::BadItem, place);
        if (form_.items_.size() >= Form::mostItems)
            fail(FormFault::TooManyItems, place);
        if (problem_)
            return;
        readItem(json, parent, depth);
    }
}

void FormReader::readItem(const Json& json, std::size_t parent, std::size_t depth) {
    const std::size_t place = form_.items_.size();
    Item item;
    const auto linkId = json.find("linkId");
    const auto* text = linkId == json.end() ? nullptr : linkId->get_ptr<const std::string*>();
    if (!text || text->empty())
        return fail(FormFault::BadItem, parent == Item::nowhere ? "" : form_.items_[parent].linkId);
    item.linkId = *text;
    const FormObject object(json, *text, report_);
    const bool isFirst = form_.byLinkId_.emplace(item.linkId, place).second;
    object.reportStrangers({"id", "extension", "modifierExtension", "linkId", "definition", "code", "prefix",
                            "text", "type", "enableWhen", "enableBehavior", "required", "repeats", "readOnly",
                            "maxLength", "answerOption", "answerValueSet", "initial", "item"});
    object.reportAttachments({"_text", "_prefix"});
    item.text = object.translated("text");
    item.prefix = object.translated("prefix");
    readType(object, item);
    readLimits(object, item);
    if (!isFirst)
        refuseTwin(item);
    readItemExtensions(object, item);
    readOptions(object, item);
    item.parent = parent;
    item.depth = depth;
    if (parent != Item::nowhere) {
        const Item& above = form_.items_[parent];
        item.hidden = item.hidden || above.hidden;
        item.repeatingGroup = above.isRepeatingGroup() ? parent : above.repeatingGroup;
    }
    checkShape(item);
    readInitial(object, item);
    form_.items_.push_back(std::move(item));
    itemJson_.push_back(&json);
    readItems(json, place, depth + 1);
    form_.items_[place].end = form_.items_.size();
}

/// Nobody could say which of two questions an answer belongs to: the first keeps the linkId.
void FormReader::refuseTwin(Item& item) {
    const bool asks = item.isQuestion();
    report_.add(item.linkId, asks ? "linkId: used twice; the second question is refused"
                                  : "linkId: used twice; conditions and answers mean the first");
    if (asks) {
        item.type = ItemType::Refused;
        item.required = false;
    }
}

void FormReader::readType(const FormObject& object, Item& item) {
    const auto name = object.text("type");
    const auto known = std::find_if(namedTypes.begin(), namedTypes.end(),
                                    [&name](const NamedType& one) { return name == one.name; });
    if (!name)
        object.report("type: missing; the question is refused");
    else if (known == namedTypes.end())
        object.report(whyRefused(*name));
    else if (object.json().contains("modifierExtension"))
        object.report("modifierExtension: may change what the item means; refused");
    else
        item.type = known->type;
}

void FormReader::readLimits(const FormObject& object, Item& item) {
    item.required = object.flag("required");
    item.repeats = object.flag("repeats");
    item.readOnly = object.flag("readOnly");
    item.maxLength = object.count("maxLength");
    const bool measured = item.type == ItemType::String || item.type == ItemType::Text ||
                          item.type == ItemType::Url || item.type == ItemType::Integer ||
                          item.type == ItemType::Decimal || item.type == ItemType::OpenChoice;
    if (item.maxLength && !measured)
        object.report("maxLength: an answer of this type has no length; not checked");
}

void FormReader::readOptions(const FormObject& object, Item& item) {
    const bool chooses = item.type == ItemType::Choice || item.type == ItemType::OpenChoice;
    if (chooses)
        item.options = options_->optionsOf(object);
    else
        item.options = std::make_shared<const Options>();
    for (const char* name : {"answerOption", "answerValueSet"})
        if (!chooses && item.type != ItemType::Refused && object.json().contains(name))
            object.report(std::string(name) + ": only a choice has options in R4; none are offered");
    if (item.type == ItemType::Choice && item.options->empty()) {
        object.report("choice: refused, it has no options to choose from");
        item.type = ItemType::Refused;
    }
}

/// What R4 allows and this program does in a simpler way, and what R4 forbids.
void FormReader::checkShape(Item& item) {
    const std::size_t parent = item.parent;
    if (item.type == ItemType::Display && (item.required || item.repeats))
        report_.add(item.linkId, "display: is never answered; required and repeats have no effect");
    if (item.type == ItemType::Display)
        item.required = item.repeats = false;
    if (parent == Item::nowhere || item.type == ItemType::Display)
        return;
    const Item& above = form_.items_[parent];
    if (above.type == ItemType::Display)
        report_.add(item.linkId, "item: stands below a display; asked beside it");
    else if (above.isQuestion() && above.repeats)
        report_.add(item.linkId,
                    "item: asked once, not once for each answer of the question above; kept with the first");
}

void FormReader::readInitial(const FormObject& object, Item& item) {
    for (const Json* one : object.objects("initial"))
        readInitialValue(object.inside(*one), item);
    for (const Option& option : item.options->all())
        if (option.initiallySelected)
            item.initial.push_back(option.value);
    const std::size_t most = item.repeats ? mostAnswersToAQuestion : 1;
    if (item.initial.size() > most) {
        object.report("initial: more values than the question may have; the first is used");
        item.initial.resize(most);
    }
    if (!item.isQuestion() && !item.initial.empty()) {
        object.report("initial: this item takes no answer");
        item.initial.clear();
    }
}

void FormReader::readInitialValue(const FormObject& object, Item& item) {
    const auto quantity = object.json().find("valueQuantity");
    if (item.type == ItemType::Quantity && quantity != object.json().end() && quantity->is_object() &&
        !quantity->contains("value")) {
        // A unit without a number is how authors say which unit is the usual one.
        const FormObject unit = object.inside(*quantity);
        const Coding usual{unit.text("system").value_or(""), unit.text("code").value_or(""),
                           unit.text("unit").value_or("")};
        std::erase_if(item.units, [&usual](const Coding& one) { return one.code == usual.code; });
        item.units.insert(item.units.begin(), usual);
        return;
    }
    auto value = object.value("value");
    if (!value)
        return;
    const auto fitting = conform(item, *std::move(value));
    if (fitting && item.type != ItemType::Refused)
        item.initial.push_back(fitting.value());
    else if (item.type != ItemType::Refused)
        object.report("initial: no answer to this question; it begins without one");
}

} // namespace lianxin::domain
