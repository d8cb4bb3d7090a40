// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/tour.h"

#include "app/ctl/story_cast.h"
#include "app/ctl/story_records.h"
#include "app/device/tour/kiosk_visit.h"

#include <array>
#include <ostream>

namespace lianxin::device {

namespace {

using ctl::StoryCast;
using window::Theme;

struct Look {
    Theme::TextSize size;
    const char* name;
};
constexpr std::array looks{Look{Theme::Normal, "normal"}, Look{Theme::Large, "large"},
                           Look{Theme::Elder, "elder"}};
constexpr std::array languages{"zh_CN", "zh_TW", "en"};

struct Total {
    qint64 saved = 0;
    qint64 received = 0;
    qint64 shown = 0;
};

void makeHospital(StoryCast& cast) {
    cast.makeHub();
    cast.startHub();
    const auto enrol = [&cast](const std::string& name, const std::string& role,
                               const std::vector<std::string>& more) {
        const std::string secret = cast.enrolAtHub(name, role, more);
        cast.run(name, {"enrol", "--hub", cast.hubUrl(), "--secret", secret});
        cast.run(name, {"sync"});
    };
    enrol("desk", "desk", {});
    cast.run("desk", {"import", StoryCast::sampleBeside(StoryCast::ownFolder())});
    cast.run("desk", {"sync"});
    enrol("kiosk", "kiosk", {});
    enrol("ward", "ward", {"--ward", ctl::storyWard});
    cast.run("kiosk", {"sync"});
}

/// Every page of the kiosk in every look. Gives the code of the last matter.
QString visitKiosk(StoryCast& cast, Album& album, const QSize& size) {
    QString code;
    FaceWindow face(cast.file("kiosk"), Theme::Kiosk, size, 0);
    KioskVisit visit(face, album);
    for (const Look& look : looks)
        for (std::size_t language = 0; language < languages.size(); ++language) {
            album.open("kiosk-" + std::to_string(size.width()) + "x" + std::to_string(size.height()) + "-" +
                       look.name + "-" + languages[language]);
            visit.wish(look.size, static_cast<int>(language));
            visit.lookAtHome();
            visit.lookAtSurvey();
            visit.fillSurvey();
            code = visit.raiseMatter();
            visit.lookAtCard();
            visit.waitForCountdown();
        }
    return code;
}

/// Until the hub holds everything this device wrote.
void waitForReceipts(FaceWindow& face, Album& album) {
    const Finger finger(face.window());
    album.expect(
        finger.waitUntil([&face] { return face.store().saved() > 0 && face.store().waiting() == 0; }),
        "everything was received");
}

} // namespace

bool playTour(const std::filesystem::path& folder, std::ostream& out) {
    StoryCast cast(StoryCast::ownFolder());
    Album album(folder, out);
    Total total;
    album.say("A hospital is made, and its devices are enrolled.");
    makeHospital(cast);
    cast.stopHub();
    album.say("The cable is out: visitors at the kiosk, in every size and language.");
    visitKiosk(cast, album, QSize(1920, 1080));
    const QString code = visitKiosk(cast, album, QSize(1080, 1920));
    album.say("The cable goes in.");
    cast.startHub();
    {
        album.open("story");
        FaceWindow face(cast.file("kiosk"), Theme::Kiosk, QSize(1080, 1920), 0);
        KioskVisit visit(face, album);
        waitForReceipts(face, album);
        total.saved += face.store().saved();
        total.received += face.store().received();
        visit.lookUp(code, QStringLiteral("received"));
    }
    cast.run("desk", {"sync"});
    total.shown = static_cast<qint64>(cast.run("desk", {"list", "matter", "--json"}).lines.size() +
                                      cast.run("desk", {"list", "matter_event", "--json"}).lines.size() +
                                      cast.run("desk", {"list", "survey_response", "--json"}).lines.size());
    album.expect(total.received == total.saved, "as many received as saved");
    album.expect(total.shown == total.saved, "as many shown at the desk as saved");
    out << nlohmann::json{{"saved", total.saved},
                          {"received", total.received},
                          {"shown", total.shown},
                          {"pictures", album.pictures()},
                          {"failed", album.failed()}}
               .dump()
        << '\n'
        << std::flush;
    return album.failed() == 0;
}

} // namespace lianxin::device
