// SPDX-License-Identifier: GPL-3.0-or-later
// lianxinctl: a device without a screen.
#include "app/ctl/command.h"
#include "app/ctl/story.h"
#include "app/ctl/words.h"

#include <sys/stat.h>

#include <array>
#include <iostream>

namespace {

using namespace lianxin;
using ctl::Call;
using terminal::ExitStatus;
using terminal::Option;
using terminal::Trouble;

constexpr std::array programOptions = std::to_array<Option>({
    {"--data", Option::Kind::Value},
    {"--hub", Option::Kind::Value},
    {"--secret", Option::Kind::Value},
    {"--for", Option::Kind::Value},
    {"--sample", Option::Kind::Value},
    {"--records", Option::Kind::Value},
    {"--answers", Option::Kind::Value},
    {"--language", Option::Kind::Value},
    {"--json", Option::Kind::Flag},
    {"--lines", Option::Kind::Flag},
    {"--progress", Option::Kind::Flag},
    {"--retry", Option::Kind::Flag},
});

/// As many as a shell passes.
constexpr std::size_t mostFiles = 1'000'000;

struct Verb {
    terminal::Command command;
    ExitStatus (*run)(const Call&);
};

const std::vector<Verb>& verbs() {
    using namespace ctl;
    static const std::vector<Verb> all{
        {{"enrol", 0, 0, {"--data", "--hub", "--secret"}, {"--json"}}, enrol},
        {{"import", 1, 1, {"--data"}, {"--json", "--hub"}}, importFolder},
        {{"submit", 0, 1, {"--data"}, {"--json", "--lines", "--hub"}}, submit},
        {{"edit", 2, 3, {"--data"}, {"--json", "--hub"}}, edit},
        {{"resolve", 2, 3, {"--data"}, {"--json", "--hub"}}, resolve},
        {{"sync", 0, 0, {"--data"}, {"--json", "--hub", "--progress"}}, synchronise},
        {{"watch", 0, 0, {"--data"}, {"--json", "--hub", "--for"}}, watch},
        {{"list", 1, 1, {"--data"}, {"--json", "--hub"}}, list},
        {{"show", 1, 1, {"--data"}, {"--json", "--hub"}}, show},
        {{"types", 0, 1, {}, {"--data", "--json"}}, showTypes},
        {{"ledger", 0, 0, {"--data"}, {"--json", "--hub"}}, showLedger},
        {{"parked", 0, 0, {"--data"}, {"--json", "--hub", "--retry"}}, showParked},
        {{"status", 0, 0, {"--data"}, {"--json", "--hub"}}, showStatus},
        {{"export", 0, 1, {"--data"}, {"--json", "--hub"}}, exportAll},
        {{"bundle", 2, 3, {"--data"}, {"--json", "--hub"}}, bundle},
        {{"attach", 2, 3, {"--data"}, {"--json", "--hub"}}, attach},
        {{"evidence", 1, 2, {"--data"}, {"--json", "--hub"}}, evidence},
        {{"form", 2, mostFiles, {}, {"--answers", "--language", "--json"}}, form},
        {{"story", 0, 0, {}, {"--sample", "--records", "--json"}}, story},
    };
    return all;
}

constexpr const char* usage = R"(连心命令行 lianxinctl --data DIR [--hub URL] [--json]

  enrol --hub URL --secret S   登记这台设备 / enrols this device
  import FOLDER                导入医院资料 / imports a hospital's reference data
  submit [FILE|-] [--lines]    保存记录：对象或列表（要么全存要么都不存）；--lines 一行一条逐条保存
                               saves a record or a list (all or none); --lines: one a line, saved one by one
  edit TYPE ID [FILE|-]        修改 {"字段": 值} / edits {"field": value}
  resolve ID FIELD [FILE|-]    处理并存的版本，内容为 JSON 值 / resolves versions side by side; a JSON value
  sync [--progress]            与主机交换一轮 / one round with the hub
  watch [--for SECONDS]        保持连接，显示收到的 / stays connected, prints what arrives
  list TYPE · show ID          查看 / shows records
  attach MATTER FILE [WORDS]   把照片、录音或文件加到事项上，可写一句说明
                               adds a photo, a recording or a paper to a matter, with a line that says what it is
  evidence ID [FILE]           取出来存成文件；不在本机的由下次 sync 取来
                               saves it to a file; what is not here the next sync fetches
  types [TYPE]                 记录的种类和字段 / the kinds of records and their fields
  ledger · parked [--retry] · status · export [FILE]
  bundle export FILE           没有网络时把等待的存成文件 / without a network: saves what waits to a file
  bundle import FILE [ANSWER]  在工作台交给主机，写出回执 / at a desk: brings it to the hub, writes the answer
  bundle receipts ANSWER       在原来的设备上读取回执 / at the first device again: reads the answer
  form check FILE... [--language L]
                               检查问卷（FHIR Questionnaire），一份一行；L：列出还没有译成 L 的题
                               judges forms, one line each; with L, what is not translated into it
  form answer FILE --answers A.json
                               按 {"linkId": 值或 [值]} 填一遍 / fills a form in from {linkId: value or [values]}
  story [--sample DIR] [--records N]
                               用真实的程序演一遍 / plays the whole story with the real programs

  0 完成 done · 1 没有完成 not done · 2 用法 usage · 3 没有保存 not saved · 4 连不上主机 hub unreachable
)";

} // namespace

int main(int count, char** words) {
    ::umask(S_IRWXG | S_IRWXO); // what patients said is nobody else's to read
    const std::vector<std::string> arguments(words + 1, words + count);
    if (terminal::isGiven(arguments, "--help")) {
        std::cout << usage;
        return 0;
    }
    const bool asJson = terminal::isGiven(arguments, "--json");
    std::vector<terminal::Command> commands{{"help", 0, 0, {}, {}}};
    for (const Verb& verb : verbs())
        commands.push_back(verb.command);
    try {
        const auto line = terminal::parseCommandLine(programOptions, commands, arguments);
        if (!line)
            throw terminal::usageTrouble(line.error(), "lianxinctl help");
        for (const Verb& verb : verbs())
            if (verb.command.name == line->command)
                return static_cast<int>(verb.run({*line, std::cout}));
        std::cout << usage;
        return 0;
    } catch (const std::exception& fault) {
        const Trouble trouble = ctl::troubleFrom(fault);
        std::cout << std::flush;
        print(std::cerr, trouble, asJson);
        return static_cast<int>(trouble.status());
    }
}
