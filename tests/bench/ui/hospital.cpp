// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/ui/hospital.h"

#include <array>
#include <random>
#include <stdexcept>

namespace lianxin::bench {

namespace {

using Generator = std::mt19937;
using Json = nlohmann::json;

constexpr std::uint32_t seed = 20'240'901;
constexpr std::int64_t firstDay = 1'700'000'000'000;
constexpr std::uint32_t secondsOfAYear = 31'536'000;

constexpr auto places = std::to_array<const char*>(
    {"三楼厕所", "门诊大厅", "收费窗口", "药房", "放射科", "检验科抽血处", "住院部电梯", "食堂", "停车场",
     "急诊留观室", "儿科诊室", "口腔科", "病房走廊", "自助机旁", "导诊台", "B超室"});
constexpr auto faults = std::to_array<const char*>(
    {"等了两个多小时没有人说明原因", "收费和公示牌不一致", "夜间没有灯，老人差点摔倒",
     "医生解释得很清楚，护士也耐心", "叫号的顺序乱了", "报告单少了一页", "空调太冷，孩子着凉了",
     "窗口只开了一个", "开的药说明书看不懂", "预约的号到了医院却说没有", "床单没有换", "呼叫铃按了没有人来"});
constexpr auto wishes = std::to_array<const char*>({"希望多开一个窗口", "请给一个说法", "希望尽快修好",
                                                    "请转告并表扬", "希望退还多收的钱", "下次请提前通知"});
constexpr auto kinds =
    std::to_array<const char*>({"complaint", "suggestion", "consultation", "help_request", "praise"});

template <std::size_t Count>
std::string oneOf(const std::array<const char*, Count>& all, Generator& random) {
    return all[random() % Count];
}

std::string story(Generator& random) {
    std::string text = oneOf(places, random) + oneOf(faults, random) + "。";
    for (std::uint32_t more = random() % 4; more > 0; --more)
        text += "后来在" + oneOf(places, random) + "，" + oneOf(faults, random) + "。";
    return text;
}

void put(sync::Record& record, std::string_view field, sync::Value value) {
    record.shown.at(record.type->indexOf(field).value()) = std::move(value);
}

std::vector<sync::Uuid> departmentsOf(store::Device& device) {
    std::vector<sync::Uuid> ids;
    device.visitAll("department", [&ids](const sync::Record& record) { ids.push_back(record.id); });
    return ids;
}

void addMatter(std::vector<sync::Record>& records, store::Device& device, sync::UuidGenerator& ids,
               const std::vector<sync::Uuid>& departments, Generator& random) {
    const std::int64_t at = firstDay + static_cast<std::int64_t>(random() % secondsOfAYear) * 1000;
    sync::Record matter = sync::emptyRecord(*device.schema().find("matter"), ids.next());
    put(matter, "kind", oneOf(kinds, random));
    put(matter, "content", story(random));
    put(matter, "demand", oneOf(wishes, random));
    put(matter, "channel", std::string("internal"));
    put(matter, "source", std::string("opinion_box"));
    put(matter, "raised_at", at);
    put(matter, "anonymous", static_cast<std::int64_t>(random() % 2));
    if (!departments.empty() && random() % 4 != 0)
        put(matter, "department", departments[random() % departments.size()]);
    sync::Record submitted = sync::emptyRecord(*device.schema().find("matter_event"), ids.next());
    put(submitted, "matter", matter.id);
    put(submitted, "step", std::string("submit"));
    put(submitted, "occurred_at", at);
    records.push_back(std::move(matter));
    records.push_back(std::move(submitted));
}

Json option(const std::string& code, const std::string& words) {
    return {{"valueCoding", {{"code", code}, {"display", words}}}};
}

Json smallChoice(Generator& random) {
    Json options = Json::array();
    for (int i = 0; i < 4; ++i)
        options.push_back(option("o" + std::to_string(i), oneOf(wishes, random) + std::to_string(i)));
    return options;
}

/// Every kind in turn; every tenth is opened by the choice before it.
Json itemOf(int number, Generator& random) {
    constexpr auto types = std::to_array<const char*>({"choice", "boolean", "choice", "integer", "text",
                                                       "string", "choice", "date", "open-choice", "choice"});
    const std::string type = types[static_cast<std::size_t>(number) % types.size()];
    Json item{{"linkId", "q" + std::to_string(number)},
              {"type", type},
              {"text", std::to_string(number + 1) + ". " + oneOf(places, random) + "：" +
                           oneOf(faults, random) + "？"}};
    if (type == "choice" || type == "open-choice")
        item["answerOption"] = smallChoice(random);
    if (number % 10 == 1)
        item["enableWhen"] = Json::array({{{"question", "q" + std::to_string(number - 1)},
                                           {"operator", "="},
                                           {"answerCoding", {{"code", "o0"}}}}});
    return item;
}

} // namespace

Hospital::Hospital() : cast_(ctl::StoryCast::ownFolder()) {
    cast_.makeHub();
    cast_.startHub();
    for (const char* device : {"desk", "kiosk"}) {
        const std::string secret = cast_.enrolAtHub(device, device, {});
        cast_.run(device, {"enrol", "--hub", cast_.hubUrl(), "--secret", secret});
        if (device == std::string("desk")) {
            cast_.run(device, {"sync"});
            cast_.run(device, {"import", ctl::StoryCast::sampleBeside(ctl::StoryCast::ownFolder())});
        }
        cast_.run(device, {"sync"});
    }
    cast_.stopHub();
}

void Hospital::makeMatters(const std::string& name, int count) {
    store::Device device(folder(name));
    makeMattersHere(device, count);
}

void makeMattersHere(store::Device& device, int count) {
    constexpr int together = 1000;
    sync::UuidGenerator ids(device.clock(), device.random());
    const auto departments = departmentsOf(device);
    Generator random(seed);
    std::vector<sync::Record> records;
    for (int made = 1; made <= count; ++made) {
        addMatter(records, device, ids, departments, random);
        if (made % together != 0 && made != count)
            continue;
        if (const auto saved = device.save(records); !saved)
            throw std::runtime_error("a matter was not saved: " + saved.error().problem.field);
        records.clear();
    }
}

std::string largeForm(int items, int options) {
    Generator random(seed);
    Json list = Json::array();
    for (int number = 0; number + 1 < items; ++number)
        list.push_back(itemOf(number, random));
    Json all = Json::array();
    for (int i = 0; i < options; ++i)
        all.push_back(option("c" + std::to_string(i),
                             oneOf(places, random) + oneOf(faults, random) + "，窗口" + std::to_string(i)));
    list.push_back({{"linkId", "many"}, {"type", "choice"}, {"text", "是哪一种？"}, {"answerOption", all}});
    return Json{{"resourceType", "Questionnaire"},
                {"status", "active"},
                {"language", "zh-CN"},
                {"title", "一份很长的问卷"},
                {"item", list}}
        .dump();
}

} // namespace lianxin::bench
