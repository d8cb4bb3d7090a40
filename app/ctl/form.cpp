// SPDX-License-Identifier: GPL-3.0-or-later
// For whoever writes forms: what this program makes of one, and what it asks when somebody answers. Nothing
// is read or written but the files that are named.
#include "app/ctl/command.h"
#include "app/ctl/input.h"
#include "app/ctl/words.h"
#include "app/domain/survey/plain_answers.h"
#include "platform/files/durable_file.h"

#include <ostream>
#include <set>

namespace lianxin::ctl {

namespace {

using Json = nlohmann::json;
using domain::Form;
using platform::ReadFault;
using terminal::Message;
using terminal::Trouble;
using FormOrWhyNot = platform::Result<Form, Message>;

FormOrWhyNot readForm(const std::string& file) {
    const auto text = platform::readWhole(file, Form::mostBytes);
    if (!text) {
        switch (text.error()) {
        case ReadFault::Missing:
            return FormOrWhyNot(Message{"没有这个文件", "there is no such file"});
        case ReadFault::TooLarge:
            return FormOrWhyNot(wordsFor({domain::FormFault::TooLarge, {}}));
        case ReadFault::Unreadable:
            return FormOrWhyNot(Message{"读不到这个文件", "the file cannot be read"});
        }
    }
    auto form = Form::readText(text.value());
    return form ? FormOrWhyNot(std::move(form).value()) : FormOrWhyNot(wordsFor(form.error()));
}

/// A line of output, also of names that are no UTF-8.
void printLine(std::ostream& out, const Json& line) {
    out << line.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json judge(const std::string& file, const std::optional<std::string>& language) {
    Json line{
        {"file", file},    {"ok", false}, {"items", 0}, {"questions", 0}, {"unsupported", Json::array()},
        {"error", nullptr}};
    try {
        const auto form = readForm(file);
        if (!form) {
            line["error"] = form.error().chinese + " / " + form.error().english;
            return line;
        }
        line["ok"] = true;
        line["items"] = form->items().size();
        line["questions"] = form->questions();
        for (const domain::Unsupported& one : form->unsupported())
            line["unsupported"].push_back({{"linkId", one.linkId}, {"what", one.what}});
        if (language)
            line["untranslated"] = form->untranslated(*language);
    } catch (const std::exception& fault) {
        // One file that breaks the machine does not keep the others from being judged.
        const Message words = troubleFrom(fault).message();
        line["ok"] = false;
        line["error"] = words.chinese + " / " + words.english;
    }
    return line;
}

ExitStatus check(const Call& call) {
    for (std::size_t place = 1; const auto file = call.line.word(place); ++place)
        printLine(call.out, judge(*file, call.line.value("--language")));
    return ExitStatus::Done;
}

std::shared_ptr<const Form> formToAnswer(const std::string& file) {
    auto form = readForm(file);
    if (!form)
        throw Trouble(ExitStatus::NotDone, "bad-form",
                      {"这份问卷不能用。" + file + "：" + form.error().chinese,
                       "This form cannot be used. " + file + ": " + form.error().english});
    return std::make_shared<const Form>(std::move(form).value());
}

ExitStatus answer(const Call& call) {
    if (call.line.word(2))
        throw terminal::usageTrouble({terminal::UsageFault::TooManyWords, *call.line.word(2)},
                                     "lianxinctl help");
    if (!call.line.has("--answers"))
        throw terminal::usageTrouble({terminal::UsageFault::OptionMissing, "--answers"}, "lianxinctl help");
    domain::FormAnswers filled(formToAnswer(*call.line.word(1)));
    const Json given = parseInput(readInput(call.line.value("--answers")));
    ProblemList problems;
    for (const domain::AnswerProblem& problem : domain::putPlainAnswers(filled, given))
        problems.add({}, wordsFor(problem));
    if (!problems.empty())
        throw problems.trouble("bad-answers", {"有些答案不能用：", "Some answers cannot be used:"});
    std::vector<std::string> missing;
    std::set<std::string> known;
    for (const domain::RowId row : filled.missing())
        if (known.insert(filled.item(row).linkId).second)
            missing.push_back(filled.item(row).linkId);
    // Without a time of writing, so that the same answers give the same line.
    printLine(call.out, {{"enabled", filled.enabledLinkIds()},
                         {"missing", std::move(missing)},
                         {"response", filled.response(std::nullopt)}});
    return ExitStatus::Done;
}

} // namespace

ExitStatus form(const Call& call) {
    const std::string act = *call.line.word(0);
    if (act == "check")
        return check(call);
    if (act == "answer")
        return answer(call);
    throw Trouble(
        ExitStatus::Usage, "usage",
        {"form 后面是 check 或 answer，不是 " + act, "after form comes check or answer, not " + act});
}

} // namespace lianxin::ctl
