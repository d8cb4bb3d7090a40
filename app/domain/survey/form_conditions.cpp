// SPDX-License-Identifier: GPL-3.0-or-later
// The part of reading a form that is about enableWhen: which item hangs on which, and in what order to look.
#include "app/domain/survey/form_reader.h"

#include <algorithm>
#include <array>

namespace lianxin::domain {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 7> operators{"exists", "=", "!=", ">", "<", ">=", "<="};

bool isText(ItemType type) {
    return type == ItemType::String || type == ItemType::Text || type == ItemType::Url;
}

bool isAnyOf(const Item& question, const Value& answer) {
    const auto& options = question.options->all();
    return std::any_of(options.begin(), options.end(),
                       [&answer](const Option& option) { return option.value.index() == answer.index(); });
}

/// Whether an answer to the question could ever be compared with this one.
bool isComparable(const Item& question, const Value& answer) {
    const bool number =
        std::holds_alternative<std::int64_t>(answer) || std::holds_alternative<double>(answer);
    const bool text = std::holds_alternative<std::string>(answer) || std::holds_alternative<UriText>(answer);
    const bool date =
        std::holds_alternative<DateText>(answer) || std::holds_alternative<DateTimeText>(answer);
    switch (question.type) {
    case ItemType::Boolean:
        return std::holds_alternative<bool>(answer);
    case ItemType::Integer:
    case ItemType::Decimal:
        return number;
    case ItemType::Date:
    case ItemType::DateTime:
        return date;
    case ItemType::Time:
        return std::holds_alternative<TimeText>(answer);
    case ItemType::String:
    case ItemType::Text:
    case ItemType::Url:
        return text;
    case ItemType::Choice:
        return isAnyOf(question, answer);
    case ItemType::OpenChoice:
        return text || isAnyOf(question, answer);
    case ItemType::Quantity:
        return std::holds_alternative<Quantity>(answer);
    case ItemType::Group:
    case ItemType::Display:
    case ItemType::Refused:
        return false;
    }
    return false;
}

/// Codings stand in an order only where the options count something.
bool isOrdered(const Item& question, const Value& answer) {
    if (!std::holds_alternative<Coding>(answer))
        return true;
    const Option* option = question.options->find(answer);
    return option && option->ordinal;
}

} // namespace

void FormReader::readConditions(const FormObject& object, std::size_t place) {
    Item& item = form_.items_[place];
    for (const Json* json : object.objects("enableWhen"))
        if (auto condition = readCondition(object.inside(*json)))
            item.conditions.push_back(*std::move(condition));
    const auto behaviour = object.text("enableBehavior");
    item.anyCondition = behaviour != "all";
    if (behaviour && *behaviour != "all" && *behaviour != "any")
        object.report("enableBehavior: neither all nor any; any is taken");
    if (!behaviour && item.conditions.size() > 1)
        object.report("enableBehavior: missing beside several conditions; any is taken");
}

std::optional<Condition> FormReader::readCondition(const FormObject& object) {
    const auto refuse = [&object](const std::string& why) {
        object.report("enableWhen: " + why + "; the condition is left out");
        return std::nullopt;
    };
    object.reportStrangers({"id", "extension", "question", "operator", "answerBoolean", "answerDecimal",
                            "answerInteger", "answerDate", "answerDateTime", "answerTime", "answerString",
                            "answerCoding", "answerQuantity", "answerReference"});
    for (const Json* extension : object.objects("extension"))
        reportExtension(object.inside(*extension));
    const auto linkId = object.text("question");
    const auto place = linkId ? form_.find(*linkId) : std::nullopt;
    if (!place)
        return refuse("the form has no question " + beginningOf(linkId.value_or("")));
    const Item& question = form_.items_[*place];
    if (!question.isQuestion())
        return refuse(beginningOf(question.linkId) + " takes no answer");
    const auto name = object.text("operator");
    const auto* known = std::find(operators.begin(), operators.end(), name.value_or(""));
    if (known == operators.end())
        return refuse("has no operator of R4");
    auto answer = object.value("answer");
    if (!answer)
        return refuse("has no answer to compare with");
    Condition condition{*place, static_cast<Operator>(known - operators.begin()), *std::move(answer)};
    if (condition.op == Operator::Exists) {
        if (!std::holds_alternative<bool>(condition.answer))
            return refuse("exists is neither true nor false");
        return condition;
    }
    if (question.type == ItemType::Refused)
        return refuse(beginningOf(question.linkId) + " cannot be answered here");
    if (!isComparable(question, condition.answer))
        return refuse("its answer is of another type than those of " + beginningOf(question.linkId));
    const bool orders = condition.op != Operator::Equal && condition.op != Operator::NotEqual;
    if (orders && !isOrdered(question, condition.answer))
        return refuse("the options of " + beginningOf(question.linkId) + " stand in no order");
    if (orders && isText(question.type))
        object.report("enableWhen: texts are compared by their characters, not by any alphabet");
    return condition;
}

/// Items whose being asked hangs on itself. Taken off from both ends, what remains of the graph is its cycles
/// and what lies between two of them.
std::vector<bool> FormReader::itemsInCycles() const {
    const auto& items = form_.items_;
    std::vector<std::vector<std::size_t>> into(items.size());
    std::vector<std::vector<std::size_t>> from(items.size());
    const auto link = [&into, &from](std::size_t first, std::size_t second) {
        from[first].push_back(second);
        into[second].push_back(first);
    };
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].parent != Item::nowhere)
            link(items[i].parent, i);
        for (const Condition& condition : items[i].conditions)
            link(condition.question, i);
    }
    std::vector<bool> remains(items.size(), true);
    const auto takeOff = [&remains, &items](const auto& ahead, const auto& behind) {
        std::vector<std::size_t> open(items.size(), 0);
        std::vector<std::size_t> free;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (!remains[i])
                continue;
            open[i] = static_cast<std::size_t>(
                std::count_if(behind[i].begin(), behind[i].end(),
                              [&remains](std::size_t other) { return remains[other]; }));
            if (open[i] == 0)
                free.push_back(i);
        }
        while (!free.empty()) {
            const std::size_t next = free.back();
            free.pop_back();
            remains[next] = false;
            for (const std::size_t other : ahead[next])
                if (remains[other] && --open[other] == 0)
                    free.push_back(other);
        }
    };
    takeOff(from, into);
    takeOff(into, from);
    return remains;
}

void FormReader::breakCycles() {
    const std::vector<bool> cyclic = itemsInCycles();
    for (std::size_t i = 0; i < cyclic.size(); ++i) {
        Item& item = form_.items_[i];
        if (!cyclic[i] || item.conditions.empty())
            continue;
        report_.add(item.linkId, "enableWhen: hangs on itself by a circle; its conditions are left out");
        item.conditions.clear();
    }
}

/// Numbers the items so that each comes after all it hangs on. There are no cycles any more.
void FormReader::putInOrder() {
    auto& items = form_.items_;
    std::vector<std::size_t> open(items.size(), 0);
    for (std::size_t i = 0; i < items.size(); ++i) {
        open[i] = items[i].conditions.size() + (items[i].parent == Item::nowhere ? 0 : 1);
        for (const Condition& condition : items[i].conditions) {
            auto& dependents = items[condition.question].dependents;
            if (dependents.empty() || dependents.back() != i)
                dependents.push_back(i);
            else
                --open[i]; // twice the same question
        }
    }
    std::vector<std::size_t> free;
    for (std::size_t i = items.size(); i-- > 0;)
        if (open[i] == 0)
            free.push_back(i);
    for (std::size_t order = 0; !free.empty(); ++order) {
        const std::size_t next = free.back();
        free.pop_back();
        items[next].order = order;
        for (std::size_t child = next + 1; child < items[next].end; child = items[child].end)
            if (--open[child] == 0)
                free.push_back(child);
        for (const std::size_t dependent : items[next].dependents)
            if (--open[dependent] == 0)
                free.push_back(dependent);
    }
}

} // namespace lianxin::domain
