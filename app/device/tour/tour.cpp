// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/tour.h"

#include "app/ctl/story_cast.h"
#include "app/ctl/story_records.h"
#include "app/device/tour/brought_files.h"
#include "app/device/tour/desk_visit.h"
#include "app/device/tour/kiosk_visit.h"
#include "app/device/tour/ward_visit.h"
#include "app/domain/time_text.h"
#include "platform/clock/clock.h"

#include <filesystem>
#include <ostream>

namespace lianxin::device {

namespace {

using ctl::StoryCast;
using window::Theme;

constexpr QSize kioskUpright(1080, 1920), kioskFlat(1920, 1080);
constexpr QSize wardFlat(1280, 800), wardUpright(800, 1280);
constexpr QSize deskLarge(1920, 1080), deskSmall(1366, 768);
/// Of the ward, who lies there.
constexpr int stays = 10;

struct Total {
    qint64 saved = 0;
    qint64 received = 0;
    qint64 shown = 0;
};

class Tour {
public:
    Tour(const std::filesystem::path& folder, std::ostream& out)
        : cast_(StoryCast::ownFolder()), album_(folder, out), out_(out) {}

    bool play() {
        makeHospital();
        workUnplugged();
        cableIn();
        editApart();
        workAtDesk();
        return end();
    }

private:
    void enrol(const std::string& name, const std::string& role, const std::vector<std::string>& more);
    void makeHospital();
    void admitPatients();
    void visitKiosk(const QSize& size);
    QString stick();
    void visitWard(const QSize& size, int firstBed);
    void visitDesk(const QSize& size);
    void workUnplugged();
    void cableIn();
    void editApart();
    void workAtDesk();
    bool end();

    void waitForReceipts(FaceWindow& face);
    void takeLedger(const std::string& device, Theme::Face which, const QSize& size);
    qint64 listedAtDesk(const std::string& type);

    StoryCast cast_;
    Album album_;
    std::ostream& out_;
    Total total_;
    int matters_ = 0;
    QString code_;   ///< on the receipt of the kiosk's last visitor
    QString matter_; ///< that visitor's
    QString apart_;  ///< the ward's, which two desks write about
};

void Tour::enrol(const std::string& name, const std::string& role, const std::vector<std::string>& more) {
    const std::string secret = cast_.enrolAtHub(name, role, more);
    cast_.run(name, {"enrol", "--hub", cast_.hubUrl(), "--secret", secret});
    cast_.run(name, {"sync"});
}

void Tour::makeHospital() {
    album_.say("A hospital is made, and its devices are enrolled.");
    cast_.makeHub();
    cast_.startHub();
    enrol("desk", "desk", {});
    cast_.run("desk", {"import", StoryCast::sampleBeside(StoryCast::ownFolder())});
    cast_.run("desk", {"sync"});
    enrol("office", "desk", {});
    enrol("kiosk", "kiosk", {});
    enrol("ward", "ward", {"--ward", ctl::storyWard});
    admitPatients();
    cast_.stopHub();
}

/// Some of the ward's beds are taken; one patient has the longest of keys.
void Tour::admitPatients() {
    const std::int64_t day = 24 * 3600 * 1000LL;
    const auto now = platform::SystemClock().wall();
    nlohmann::json list = nlohmann::json::array();
    for (const std::string& line : cast_.run("ward", {"list", "bed", "--json"}).lines) {
        const auto bed = nlohmann::json::parse(line);
        const auto count = static_cast<int>(list.size());
        if (count >= stays)
            break;
        const auto admitted = now - sync::Milliseconds((count * 3 + 1) * day);
        list.push_back({{"type", "stay"},
                        {"fields",
                         {{"ward", ctl::storyWard},
                          {"bed", bed.at("id")},
                          {"patient_ref",
                           count == 4 ? "ZY-2026-110042-7731-06" : "ZY-" + std::to_string(110042 + count)},
                          {"admitted_at", domain::formatTime(admitted)}}}});
    }
    album_.open("story");
    album_.expect(cast_.runWith("ward", {"submit"}, list).status == 0, "patients are admitted");
}

/// Every page of the kiosk in every look.
void Tour::visitKiosk(const QSize& size) {
    FaceWindow face(cast_.file("kiosk"), Theme::Kiosk, size, 0);
    KioskVisit visit(face, album_);
    for (const Look& look : allLooks()) {
        visit.look(look);
        visit.lookAtHome();
        visit.lookAtSurvey();
        visit.fillSurvey();
        code_ = visit.raiseMatter();
        visit.lookAtCard();
        visit.waitForCountdown();
    }
}

/// A stick is a folder like any other.
QString Tour::stick() {
    const std::filesystem::path folder = cast_.file("stick");
    std::filesystem::create_directories(folder);
    return QString::fromStdString(folder.string());
}

void Tour::visitWard(const QSize& size, int firstBed) {
    const auto bed = [firstBed](int after) { return QStringLiteral("%1 床").arg(firstBed + after); };
    FaceWindow face(cast_.file("ward"), Theme::Ward, size, 0);
    WardVisit visit(face, album_);
    bool first = true;
    for (const Look& look : allLooks()) {
        visit.look(look);
        if (std::exchange(first, false)) {
            visit.lookAtSent();
            visit.takeTablet();
            visit.visitBed(bed(0));
            visit.passBed(bed(1), "拒绝");
            visit.passBed(bed(2), "外出");
        }
        visit.lookAtBeds();
        visit.lookAtBed(bed(4));
        visit.handToPatient(bed(3));
        visit.takeDown();
        visit.lookAtSent();
        visit.saveOnStick(stick());
    }
}

void Tour::visitDesk(const QSize& size) {
    FaceWindow face(cast_.file("desk"), Theme::Desk, size, 0);
    DeskVisit visit(face, album_);
    visit.waitForLists(matters_);
    for (const Look& look : allLooks()) {
        visit.look(look);
        visit.lookAtLists();
        visit.lookAtMatter(matter_);
        visit.lookAtEvidence(matter_);
        visit.lookAtVersions(apart_);
        visit.lookAtResponse();
        visit.lookAtSync();
        visit.bringFromStick(stick());
        visit.search(QStringLiteral("没有这样的字"), 0);
    }
}

void Tour::workUnplugged() {
    album_.say(
        "The cable is out: visitors at the kiosk and the round of the ward, in every size and language.");
    visitKiosk(kioskFlat);
    visitKiosk(kioskUpright);
    visitWard(wardFlat, 1);
    visitWard(wardUpright, 6);
    FaceWindow desk(cast_.file("desk"), Theme::Desk, deskLarge, 0);
    DeskVisit visit(desk, album_);
    visit.look({Theme::Normal, 0, "empty"});
    visit.waitForLists(0);
    visit.lookAtSync();
}

/// Until the hub holds everything this device wrote.
void Tour::waitForReceipts(FaceWindow& face) {
    const Finger finger(face.window());
    album_.expect(
        finger.waitUntil([&face] { return face.store().saved() > 0 && face.store().waiting() == 0; }),
        "everything was received");
}

void Tour::takeLedger(const std::string& device, Theme::Face which, const QSize& size) {
    FaceWindow face(cast_.file(device), which, size, 0);
    waitForReceipts(face);
    total_.saved += face.store().saved();
    total_.received += face.store().received();
    if (which == Theme::Ward) {
        WardVisit visit(face, album_);
        visit.look({Theme::Normal, 0, "received"});
        visit.lookAtSent();
    } else {
        KioskVisit visit(face, album_);
        visit.look({Theme::Normal, 0, "received"});
        visit.lookUp(code_, QStringLiteral("received"));
    }
}

qint64 Tour::listedAtDesk(const std::string& type) {
    return static_cast<qint64>(cast_.run("desk", {"list", type, "--json"}).lines.size());
}

void Tour::cableIn() {
    album_.say("The cable goes in.");
    cast_.startHub();
    takeLedger("kiosk", Theme::Kiosk, kioskUpright);
    takeLedger("ward", Theme::Ward, wardFlat);
    cast_.run("desk", {"sync"});
    cast_.run("office", {"sync"});
    matters_ = static_cast<int>(listedAtDesk("matter"));
    total_.shown = matters_;
    for (const char* type : {"matter_event", "survey_response", "visit", "card_handout", "stay"})
        total_.shown += listedAtDesk(type);
}

/// Two desks write the same field of the same matter while neither knows of the other.
void Tour::editApart() {
    album_.say("The cable is out again: two desks write about the same matter.");
    cast_.stopHub();
    for (const auto& [desk, words] : {std::pair("desk", "走廊夜灯太亮，患者睡不好，要求调暗。"),
                                      std::pair("office", "走廊夜灯太亮，九点以后要求关一半。")}) {
        FaceWindow face(cast_.file(desk), Theme::Desk, deskSmall, 0);
        DeskVisit visit(face, album_);
        visit.look({Theme::Normal, 0, std::string("apart-") + desk});
        visit.waitForLists(matters_);
        apart_ = visit.find(QStringLiteral("走廊的灯太亮"));
        visit.writeProblem(apart_, QString::fromUtf8(words));
    }
    cast_.startHub();
    cast_.run("office", {"sync"});
}

void Tour::workAtDesk() {
    album_.say(
        "The cable is in: the desk, in every size and language; two versions, one register, one answer.");
    {
        FaceWindow face(cast_.file("desk"), Theme::Desk, deskLarge, 0);
        DeskVisit visit(face, album_);
        waitForReceipts(face);
        visit.look({Theme::Normal, 0, "story"});
        visit.waitForLists(matters_);
        matter_ = visit.find(code_);
        visit.search(QStringLiteral("走廊的灯"), 4);
        const std::filesystem::path brought = cast_.file("brought");
        bringFiles(brought);
        visit.addEvidence(matter_, QString::fromStdString(brought.string()));
    }
    {
        FaceWindow face(cast_.file("office"), Theme::Desk, deskSmall, 0);
        DeskVisit visit(face, album_);
        visit.look({Theme::Normal, 0, "office"});
        visit.waitForLists(matters_);
        visit.fetchEvidence(matter_);
    }
    visitDesk(deskLarge);
    visitDesk(deskSmall);
    {
        FaceWindow face(cast_.file("desk"), Theme::Desk, deskLarge, 0);
        DeskVisit visit(face, album_);
        visit.look({Theme::Normal, 0, "story"});
        visit.waitForLists(matters_);
        visit.decide(apart_);
        visit.registerMatter(matter_);
        waitForReceipts(face);
    }
    FaceWindow face(cast_.file("kiosk"), Theme::Kiosk, kioskUpright, 0);
    KioskVisit visit(face, album_);
    visit.look({Theme::Normal, 0, "registered"});
    visit.lookUp(code_, QStringLiteral("registered"));
}

bool Tour::end() {
    album_.bind();
    album_.expect(total_.received == total_.saved, "as many received as saved");
    album_.expect(total_.shown == total_.saved, "as many shown at the desk as saved");
    out_ << nlohmann::json{{"saved", total_.saved},
                           {"received", total_.received},
                           {"shown", total_.shown},
                           {"pictures", album_.pictures()},
                           {"failed", album_.failed()}}
                .dump()
         << '\n'
         << std::flush;
    return album_.failed() == 0;
}

} // namespace

bool playTour(const std::filesystem::path& folder, std::ostream& out) {
    return Tour(folder, out).play();
}

} // namespace lianxin::device
