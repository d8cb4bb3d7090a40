// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/story.h"

#include "app/ctl/story_cast.h"
#include "app/ctl/story_records.h"

#include <array>
#include <ostream>
#include <set>

namespace lianxin::ctl {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using terminal::Message;
using terminal::Trouble;

constexpr std::array<const char*, 3> devices{"kiosk", "ward", "desk"};

class Story {
public:
    Story(std::ostream& out, fs::path sample, int records)
        : out_(out), sample_(std::move(sample)), records_(records), cast_(StoryCast::ownFolder()) {}

    ExitStatus play() {
        try {
            openHospital();
            workUnplugged();
            cableIn();
            editTheSameText();
            killTheHub();
            closeLedgers();
        } catch (const std::exception& fault) {
            check(false, {std::string("中断：") + fault.what(), std::string("broken off: ") + fault.what()});
        }
        const auto shown = static_cast<std::int64_t>(shown_.size());
        const nlohmann::ordered_json end{{"saved", saved_.size()},
                                         {"received", received_},
                                         {"shown", shown},
                                         {"conflicts", conflicts_},
                                         {"failed", failed_}};
        out_ << end.dump() << '\n' << std::flush;
        const auto saved = static_cast<std::int64_t>(saved_.size());
        const bool whole = saved == received_ && saved == shown && conflicts_ == 1 && failed_ == 0;
        return whole ? ExitStatus::Done : ExitStatus::NotDone;
    }

private:
    void act(const Message& message) {
        out_ << "\n【" << ++act_ << "】" << message.chinese << "\n    " << message.english << '\n'
             << std::flush;
    }

    void check(bool fine, const Message& message) {
        failed_ += fine ? 0 : 1;
        out_ << (fine ? "    ✓ " : "    ✗ ") << message.chinese << " / " << message.english << '\n'
             << std::flush;
    }

    void openHospital();
    void workUnplugged();
    void cableIn();
    void editTheSameText();
    void killTheHub();
    void closeLedgers();

    void submit(const std::string& device, const Json& list);
    bool syncs(const std::string& device) { return cast_.run(device, {"sync", "--json"}).status == 0; }
    std::int64_t recordsAtHub(const std::string& device);
    void lookAtDesk();
    bool killedInTheMiddle();

    std::ostream& out_;
    fs::path sample_;
    int records_;
    StoryCast cast_;
    StoryRecords written_;
    int act_ = 0;
    std::set<std::string> saved_; ///< ids whose "saved" was seen
    std::set<std::string> shown_; ///< of these, those the desk shows
    std::string wardMatter_;      ///< one of the ward's suggestions
    std::int64_t received_ = 0;
    std::int64_t conflicts_ = 0;
    std::int64_t failed_ = 0;
};

std::string number(std::int64_t value) {
    return std::to_string(value);
}

void Story::openHospital() {
    act({"主机建好，登记三台设备，办公室导入示例医院。",
         "A hub is made, three devices are enrolled, the desk imports the sample hospital."});
    cast_.makeHub();
    const std::string kiosk = cast_.enrolAtHub("大厅一号机", "kiosk", {});
    const std::string ward = cast_.enrolAtHub("心内病区平板", "ward", {"--ward", storyWard});
    const std::string desk = cast_.enrolAtHub("服务办公室", "desk", {});
    cast_.startHub();
    cast_.ask("kiosk", {"enrol", "--hub", cast_.hubUrl(), "--secret", kiosk});
    cast_.ask("ward", {"enrol", "--hub", cast_.hubUrl(), "--secret", ward});
    cast_.ask("desk", {"enrol", "--hub", cast_.hubUrl(), "--secret", desk});
    const Json imported = cast_.ask("desk", {"import", sample_});
    check(syncs("desk"), {"办公室导入 " + imported["added"].dump() + " 条并上传",
                          "the desk imported " + imported["added"].dump() + " records and sent them"});
    for (const char* device : {"kiosk", "ward"}) {
        const bool synced = syncs(device);
        const std::size_t forms = cast_.run(device, {"list", "questionnaire", "--json"}).lines.size();
        check(synced && forms > 0,
              {std::string(device) + " 收到问卷 " + number(static_cast<int>(forms)) + " 份",
               std::string(device) + " received " + number(static_cast<int>(forms)) + " forms"});
    }
}

void Story::submit(const std::string& device, const Json& list) {
    const Ran ran = cast_.runWith(device, {"submit"}, list);
    for (const std::string& line : ran.lines) {
        const Json json = Json::parse(line, nullptr, false);
        saved_.insert(json.at("saved").get<std::string>());
        if (device == "ward" && json["type"] == "matter")
            wardMatter_ = json["saved"];
    }
    check(ran.status == 0 && ran.lines.size() == list.size(),
          {device + " 保存 " + number(static_cast<std::int64_t>(ran.lines.size())) + " 条",
           device + " saved " + number(static_cast<std::int64_t>(ran.lines.size())) + " records"});
}

void Story::workUnplugged() {
    act({"拔掉网线，主机也停了。大厅和病区照常工作。",
         "The cable is out and the hub is down. Lobby and ward work on."});
    cast_.stopHub();
    submit("kiosk", written_.surveys(records_));
    submit("kiosk", written_.kioskMatters(records_));
    submit("ward", written_.wardRecords(records_));
    for (const char* device : {"kiosk", "ward"}) {
        const int status = cast_.run(device, {"sync"}).status; // which says why
        const Json ledger = cast_.ask(device, {"ledger"});
        check(
            status == static_cast<int>(ExitStatus::HubUnreachable) && ledger["waiting"] == ledger["records"],
            {std::string(device) + " 连不上主机，" + ledger["waiting"].dump() + " 条都在本机等着",
             std::string(device) + " finds no hub; all " + ledger["waiting"].dump() + " records wait on it"});
    }
}

std::int64_t Story::recordsAtHub(const std::string& device) {
    const std::size_t place = device == "kiosk" ? 0 : device == "ward" ? 1 : 2;
    return cast_.askHub("devices").at(place).at("records").get<std::int64_t>();
}

/// Which of what was saved the desk shows now.
void Story::lookAtDesk() {
    for (const char* type : {"survey_response", "matter", "matter_event", "visit", "card_handout"})
        for (const std::string& line : cast_.run("desk", {"list", type, "--json"}).lines)
            if (const auto id = Json::parse(line).at("id").get<std::string>(); saved_.contains(id))
                shown_.insert(id);
}

void Story::cableIn() {
    act({"插上网线。", "The cable goes in."});
    cast_.startHub();
    check(syncs("kiosk") && syncs("ward") && syncs("desk"),
          {"三台设备都与主机交换完毕", "all three devices synced"});
    received_ = recordsAtHub("kiosk") + recordsAtHub("ward");
    lookAtDesk();
    const auto saved = static_cast<std::int64_t>(saved_.size());
    check(received_ == saved && shown_.size() == saved_.size(),
          {"保存 " + number(saved) + "，主机收到 " + number(received_) + "，办公室看到 " +
               number(static_cast<std::int64_t>(shown_.size())),
           "saved " + number(saved) + ", the hub received " + number(received_) + ", the desk shows " +
               number(static_cast<std::int64_t>(shown_.size()))});
}

void Story::editTheSameText() {
    act({"病区和办公室各自离线，改了同一段文字。", "Ward and desk, each unplugged, edit the same text."});
    cast_.runWith("ward", {"edit", "matter", wardMatter_}, {{"content", "病区改的：椅子不够坐"}});
    cast_.runWith("desk", {"edit", "matter", wardMatter_}, {{"content", "办公室改的：候诊椅不足"}});
    check(syncs("ward") && syncs("desk"), {"两边都上传", "both are sent"});
    const Json matter = cast_.ask("desk", {"show", wardMatter_});
    conflicts_ = static_cast<std::int64_t>(matter["conflicts"].size());
    check(matter["heads"]["content"].size() == 2 && conflicts_ == 1,
          {"办公室看到两个版本并存", "the desk shows both versions side by side"});
    for (const Json& head : matter["heads"]["content"])
        out_ << "      " << head["dot"].get<std::string>() << "  " << head["value"].get<std::string>()
             << '\n';
    const std::string agreed = "候诊椅不够，增设二十把";
    cast_.runWith("desk", {"resolve", wardMatter_, "content"}, agreed);
    check(syncs("desk") && syncs("ward"), {"办公室定稿并上传", "the desk settles it and sends that"});
    const Json seen = cast_.ask("ward", {"show", wardMatter_});
    check(seen["fields"]["content"] == agreed && seen["conflicts"].empty(),
          {"病区看到定稿：" + agreed, "the ward shows the resolution"});
    check(seen["history"].size() >= 2, {"被替换的版本仍可查到", "the replaced versions can still be read"});
}

/// Sends many records and kills the hub after the first receipt. False: they had all arrived before it died.
bool Story::killedInTheMiddle() {
    constexpr int many = 1000;
    submit("kiosk", written_.surveys(many));
    platform::Child sync = cast_.start("kiosk", {"sync", "--progress"});
    bool receipted = false;
    while (!receipted) {
        const auto line = sync.readLine(std::chrono::seconds(60));
        if (!line)
            break;
        const Json progress = Json::parse(*line, nullptr, false);
        receipted = progress.is_object() && progress.value("pushed", 0) > 0;
    }
    cast_.killHub();
    const int status = finish(sync).status;
    const Json ledger = cast_.ask("kiosk", {"ledger"});
    cast_.startHub();
    return receipted && status == static_cast<int>(ExitStatus::HubUnreachable) && ledger["waiting"] > 0;
}

void Story::killTheHub() {
    act({"上传到一半，主机突然断电。", "In the middle of a push the hub loses its power."});
    constexpr int mostTries = 5;
    const std::int64_t before = recordsAtHub("kiosk");
    bool inTheMiddle = false;
    for (int i = 0; i < mostTries && !inTheMiddle; ++i) {
        inTheMiddle = killedInTheMiddle();
        if (!inTheMiddle)
            check(syncs("kiosk"), {"断得太晚，已经传完，再来一次", "too late, all had arrived; once more"});
    }
    check(inTheMiddle, {"断电时还有记录在路上", "records were on their way when it died"});
    check(syncs("kiosk"),
          {"主机重启后，重复的上传照样成功", "the hub is back, and the push is repeated without harm"});
    received_ += recordsAtHub("kiosk") - before;
    check(cast_.askHub("verify")["problems"].empty(), {"主机数据检查通过", "the hub's store is sound"});
}

void Story::closeLedgers() {
    act({"最后对账。", "At the end the ledgers are compared."});
    check(syncs("desk") && syncs("ward"), {"都再交换一次", "everyone syncs once more"});
    lookAtDesk();
    const Json hub = cast_.askHub("devices");
    for (std::size_t i = 0; i < devices.size(); ++i) {
        const std::string device = devices[i];
        const Json ledger = cast_.ask(device, {"ledger"});
        check(ledger["waiting"] == 0 && ledger["parked"] == 0 &&
                  ledger["received_through"] == hub.at(i)["received_through"],
              {device + "：保存 " + ledger["records"].dump() + "，主机已收 " + ledger["received"].dump() +
                   "，搁置 0",
               device + ": " + ledger["records"].dump() + " saved, " + ledger["received"].dump() +
                   " received, 0 parked"});
    }
    cast_.stopHub();
}

} // namespace

ExitStatus story(const Call& call) {
    constexpr std::int64_t usually = 40;
    constexpr std::int64_t most = 10'000;
    const auto given = call.line.value("--records");
    const std::int64_t records = given ? wholeNumber("--records", *given) : usually;
    const fs::path sample =
        call.line.value("--sample").value_or(StoryCast::sampleBeside(StoryCast::ownFolder()).string());
    if (!fs::is_directory(sample))
        throw Trouble(ExitStatus::NotDone, "no-sample",
                      {"找不到示例医院：" + sample.string() + "。请用 --sample 指定。",
                       "The sample hospital is not at " + sample.string() + ". Name it with --sample."});
    return Story(call.out, sample, static_cast<int>(std::min(records, most))).play();
}

} // namespace lianxin::ctl
