// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal/message.h"

#include <ostream>

namespace lianxin::terminal {

namespace {

Message describe(const UsageProblem& problem) {
    const std::string& word = problem.word;
    switch (problem.fault) {
    case UsageFault::NoCommand:
        return {"没有给出命令。", "No command was given."};
    case UsageFault::UnknownCommand:
        return {"没有这个命令：" + word + "。", "There is no such command: " + word + "."};
    case UsageFault::UnknownOption:
        return {"没有这个选项：" + word + "。", "There is no such option: " + word + "."};
    case UsageFault::OptionNotHere:
        return {"这个命令没有选项 " + word + "。", "This command has no option " + word + "."};
    case UsageFault::OptionMissing:
        return {"缺少选项 " + word + "。", "The option " + word + " is missing."};
    case UsageFault::ValueMissing:
        return {"选项 " + word + " 后面缺少值。", "The option " + word + " needs a value."};
    case UsageFault::ValueUnwanted:
        return {"选项 " + word + " 不带值。", "The option " + word + " takes no value."};
    case UsageFault::GivenTwice:
        return {"选项 " + word + " 给了两次。", "The option " + word + " is given twice."};
    case UsageFault::TooFewWords:
        return {"这个命令后面缺少内容。", "This command needs more words."};
    case UsageFault::TooManyWords:
        return {"多出来的内容：" + word + "。", "One word too many: " + word + "."};
    }
    return {};
}

} // namespace

nlohmann::json toJson(const Trouble& trouble) {
    return {{"error", trouble.code()},
            {"status", static_cast<int>(trouble.status())},
            {"zh", trouble.message().chinese},
            {"en", trouble.message().english}};
}

Trouble troubleFromJson(const nlohmann::json& json) {
    const auto textAt = [&json](const char* key) {
        const auto found = json.is_object() ? json.find(key) : json.end();
        return json.is_object() && found != json.end() && found->is_string() ? found->get<std::string>()
                                                                             : std::string();
    };
    const auto given = json.is_object() ? json.find("status") : json.end();
    const bool isNumber = json.is_object() && given != json.end() && given->is_number_integer();
    const int status = isNumber ? given->get<int>() : 0;
    const bool known = status >= 1 && status <= 4;
    return Trouble(known ? static_cast<ExitStatus>(status) : ExitStatus::NotDone, textAt("error"),
                   {textAt("zh"), textAt("en")});
}

void print(std::ostream& out, const Message& message) {
    out << message.chinese << '\n' << message.english << '\n' << std::flush;
}

void print(std::ostream& out, const Trouble& trouble, bool asJson) {
    if (asJson)
        out << toJson(trouble).dump() << '\n' << std::flush;
    else
        print(out, trouble.message());
}

Trouble usageTrouble(const UsageProblem& problem, const std::string& help) {
    Message message = describe(problem);
    message.chinese += "什么也没有改动。用法见：" + help;
    message.english += " Nothing was changed. For the usage: " + help;
    return Trouble(ExitStatus::Usage, "usage", std::move(message));
}

} // namespace lianxin::terminal
