// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "app/device/face_window.h"
#include "tests/bench/ui/timed_finger.h"
#include "tests/bench/ui/visits.h"

#include <iostream>

namespace lianxin::bench {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using window::Theme;

constexpr int matters = 100'000;

/// Frame times of one part of the visit, said to people as they come.
class Frames {
public:
    explicit Frames(FrameClock& clock) : clock_(clock) {}

    void take(const std::string& part) {
        const std::vector<double> frames = clock_.takeFrames();
        if (frames.empty())
            return;
        std::cerr << "  " << part << ": " << frames.size() << " frames, median " << percentile(frames, 50)
                  << " ms, p95 " << percentile(frames, 95) << " ms, most " << percentile(frames, 100) << " ms"
                  << std::endl;
        all_.insert(all_.end(), frames.begin(), frames.end());
    }
    const std::vector<double>& all() const { return all_; }

private:
    FrameClock& clock_;
    std::vector<double> all_;
};

class Clerk {
public:
    explicit Clerk(device::FaceWindow& face)
        : face_(face),
          desk_(*qobject_cast<desk::Desk*>(&face.controller())),
          finger_(face.window()),
          frames_(finger_.clock()) {}

    void measure() {
        const auto begin = std::chrono::steady_clock::now();
        finger_.clock().takeFrames();
        while (desk_.keeper()->waiting() > 0 || desk_.matters()->count() < matters ||
               face_.store().waiting() > 0)
            flick();
        frames_.take("while " + std::to_string(matters) + " matters are indexed and sent");
        std::cerr << "  which took " << readable(std::chrono::steady_clock::now() - begin) << std::endl;
        dragThroughAll(500);
        frames_.take("dragged through all of it");
        for (int i = 0; i < 20; ++i)
            flick();
        frames_.take("flicked by the finger");
        search();
        frames_.take("flicked while words are searched");
        whileNewsCome();
        frames_.take("dragged while matters come in and are sent");
    }
    const std::vector<double>& frames() const { return frames_.all(); }

private:
    void flick() {
        const QPointF middle(700, 700);
        finger_.swipe(middle, middle - QPointF(0, 500), 250ms);
    }

    /// The whole list passes: each frame shows rows that the one before did not.
    void dragThroughAll(int steps) {
        QQuickItem& list = *finger_.finger().find(u"事项"_s);
        for (int i = 0; i <= steps; ++i) {
            const double whole = list.property("contentHeight").toDouble() - list.height();
            list.setProperty("contentY", list.property("originY").toDouble() + whole * i / steps);
            finger_.clock().run(20ms);
        }
    }

    /// Each as somebody types it, sign by sign, and the list is flicked while the answer comes.
    void search() {
        for (const QString& words :
             {u"收费"_s, u"灯"_s, u"收费和公示牌"_s, u"口腔科 叫号"_s, u"没有的词"_s, u"厕所"_s}) {
            for (int typed = 1; typed <= words.size(); ++typed) {
                const auto begin = std::chrono::steady_clock::now();
                desk_.matters()->setWords(words.left(typed));
                finger_.clock().runUntil([this] { return !desk_.matters()->looking(); });
                longestSearch_ = std::max<Seconds>(longestSearch_, std::chrono::steady_clock::now() - begin);
                flick();
            }
            desk_.matters()->setWords({});
            finger_.clock().runUntil([this] { return !desk_.matters()->looking(); });
        }
        std::cerr << "  longest search, with 150 ms in which more may be typed: " << readable(longestSearch_)
                  << std::endl;
    }

    void whileNewsCome() {
        for (int i = 0; i < 5; ++i) {
            face_.store().ask(
                &desk_,
                [](store::Device& device) {
                    makeMattersHere(device, 20);
                    return true;
                },
                [](bool) {});
            dragThroughAll(50);
        }
    }

    device::FaceWindow& face_;
    desk::Desk& desk_;
    TimedFinger finger_;
    Frames frames_;
    Seconds longestSearch_{0};
};

} // namespace

void measureScroll(Hospital& hospital, Report& report) {
    hospital.makeMatters("desk", matters);
    hospital.startHub();
    device::FaceWindow face(hospital.folder("desk"), Theme::Desk, QSize(1920, 1080), 0);
    Clerk clerk(face);
    clerk.measure();
    report.add("scroll_100k_p95_ms", percentile(clerk.frames(), 95),
               "median " + std::to_string(std::lround(percentile(clerk.frames(), 50))) + " ms, most " +
                   std::to_string(std::lround(percentile(clerk.frames(), 100))) + " ms of " +
                   std::to_string(clerk.frames().size()) + " frames");
    hospital.stopHub();
}

} // namespace lianxin::bench
