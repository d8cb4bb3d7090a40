// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/face_window.h"
#include "app/kiosk/kiosk.h"
#include "tests/bench/ui/timed_finger.h"
#include "tests/bench/ui/visits.h"

#include <iostream>
#include <stdexcept>

namespace lianxin::bench {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using window::Theme;

constexpr int items = 800;
constexpr int options = 50'000;

/// Answers what stands on the page: the first of its tiles, yes, or nothing.
void answer(TimedFinger& finger, window::FormSitting& sitting) {
    const QModelIndex first = sitting.index(0, 0);
    const QString kind = first.data(window::FormSitting::Kind).toString();
    if (kind == u"choice"_s || kind == u"open"_s)
        finger.tap(first.data(window::FormSitting::OptionWords).toStringList().first());
    else if (kind == u"boolean"_s)
        finger.tap(u"是"_s);
}

void fillIn(TimedFinger& finger, window::FormSitting& sitting, int pages) {
    for (int page = 0; page < pages; ++page) {
        answer(finger, sitting);
        finger.swipe({540, 1200}, {540, 700}, 100ms);
        finger.tap(u"下一题"_s);
        if (page % 10 == 9)
            finger.tap(u"上一题"_s);
    }
}

void findAmongMany(TimedFinger& finger, window::FormSitting& sitting) {
    while (!sitting.isLast())
        sitting.skip();
    finger.clock().run(200ms);
    finger.tap(u"写几个字来找"_s);
    finger.type(u"chuangkou"_s);
    finger.tap(u"窗口"_s);
    finger.tap(u"数字和符号"_s);
    finger.type(u"499"_s);
    finger.tap(u"收起键盘"_s);
    finger.swipe({540, 1200}, {540, 700}, 300ms);
    const QVariantList found = sitting.optionsWith(0, u"窗口499"_s, 1);
    if (found.isEmpty())
        throw std::runtime_error("the page of many options was not reached");
    finger.tap(found.first().toMap().value(u"words"_s).toString());
}

} // namespace

void measureForm(const Hospital& hospital, Report& report) {
    const auto text = largeForm(items, options);
    auto form = domain::Form::readText(text);
    if (!form || form->items().size() != items)
        throw std::runtime_error("the large form is not what it should be");
    const auto shared = std::make_shared<const domain::Form>(std::move(*form));
    device::FaceWindow face(hospital.folder("kiosk"), Theme::Kiosk, QSize(1080, 1920), 0);
    auto& kiosk = *qobject_cast<kiosk::Kiosk*>(&face.controller());
    TimedFinger finger(face.window());
    finger.clock().runUntil([&] { return kiosk.shelf()->form().has_value(); });
    kiosk.begin(kiosk::Kiosk::Survey);
    kiosk.survey()->open(shared, u"zh-CN"_s);
    finger.clock().run(500ms);
    finger.clock().takeFrames();
    fillIn(finger, *kiosk.survey(), 60);
    findAmongMany(finger, *kiosk.survey());
    std::vector<double> times = finger.clock().takeFrames();
    const double frames = percentile(times, 95);
    times.insert(times.end(), finger.times().begin(), finger.times().end());
    report.add("form_800_items_p95_ms", percentile(times, 95),
               "frames " + std::to_string(std::lround(frames)) + " ms, taps " +
                   std::to_string(std::lround(percentile(finger.times(), 95))) + " ms; " + finger.slowest());
}

} // namespace lianxin::bench
