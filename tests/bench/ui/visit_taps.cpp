// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/face_window.h"
#include "app/kiosk/kiosk.h"
#include "tests/bench/ui/timed_finger.h"
#include "tests/bench/ui/visits.h"

#include <iostream>

namespace lianxin::bench {

namespace {

using namespace Qt::StringLiterals;
using window::Theme;

class Visitor {
public:
    Visitor(device::FaceWindow& face, TimedFinger& finger)
        : kiosk_(*qobject_cast<kiosk::Kiosk*>(&face.controller())), finger_(finger) {
        finger_.clock().runUntil(
            [this] { return kiosk_.shelf()->form() && !kiosk_.hospital()->name().isEmpty(); });
    }

    void fillSurvey() {
        finger_.tap(u"满意度评价"_s);
        constexpr int pages = 6;
        for (int page = 0; page < pages; ++page) {
            finger_.tap(page % 2 == 0 ? u"满意，"_s : u"一般，"_s);
            finger_.tap(u"下一题"_s);
        }
        finger_.tap(u"上一题"_s);
        finger_.tap(u"退出"_s);
    }

    void raiseMatter() {
        finger_.tap(u"我要反映"_s);
        finger_.tap(u"建议："_s);
        finger_.tap(u"下一步"_s);
        finger_.tap(u"说不清"_s);
        finger_.tap(u"下一步"_s);
        finger_.tap(u"发生了什么事"_s);
        finger_.type(u"nihao"_s);
        finger_.tap(u"你好"_s);
        finger_.type(u"yisheng"_s);
        finger_.tap(u"删除"_s);
        finger_.tap(u"空格"_s);
        write();
        finger_.tap(u"收起键盘"_s);
        finger_.tap(u"下一步"_s);
        finger_.tap(u"昨天"_s);
        finger_.tap(u"下一步"_s);
        finger_.tap(u"跳过"_s);
        finger_.tap(u"不留姓名"_s);
        finger_.tap(u"下一步"_s);
        finger_.tap(u"交给我们"_s);
        finger_.tap(u"记好了"_s);
    }

    void lookAround() {
        finger_.tap(u"医患连心卡"_s);
        for (const QString& tab : {u"检查检验"_s, u"管理科室"_s, u"后勤服务"_s, u"临床科室"_s})
            finger_.tap(tab);
        finger_.tap(u"看好了"_s);
        finger_.tap(u"查询进度"_s);
        finger_.tap(u"回执码"_s);
        finger_.type(u"abc"_s);
        finger_.tap(u"查一查"_s);
        finger_.tap(u"退出"_s);
    }

private:
    /// By hand, and with phrases.
    void write() {
        finger_.tap(u"手写"_s);
        const QPointF middle = tests::Finger::middleOf(*finger_.finger().find(u"手写区"_s));
        const QPointF across(150, 0);
        const QPointF down(0, 150);
        finger_.finger().draw({middle - across, middle, middle + across});
        finger_.finger().draw({middle - down, middle, middle + down});
        finger_.tap(u"十"_s);
        finger_.tap(u"拼音键盘"_s);
        finger_.tap(u"常用的话"_s);
        finger_.tap(u"等候"_s);
        finger_.tap(u"等了很久。"_s);
        finger_.tap(u"回到键盘"_s);
    }

    kiosk::Kiosk& kiosk_;
    TimedFinger& finger_;
};

} // namespace

void measureTaps(const Hospital& hospital, Report& report) {
    device::FaceWindow face(hospital.folder("kiosk"), Theme::Kiosk, QSize(1080, 1920), 0);
    TimedFinger finger(face.window());
    Visitor visitor(face, finger);
    for (const Theme::TextSize size : {Theme::Normal, Theme::Elder, Theme::Normal, Theme::Elder}) {
        const auto inSize = [&](auto visit) {
            face.theme().setTextSize(size); // home's own size comes back at the end of each sitting
            finger.clock().run(std::chrono::milliseconds(300));
            visit();
        };
        inSize([&] { visitor.fillSurvey(); });
        inSize([&] { visitor.raiseMatter(); });
        inSize([&] { visitor.lookAround(); });
    }
    report.add("tap_to_paint_p95_ms", percentile(finger.times(), 95),
               "median " + std::to_string(std::lround(percentile(finger.times(), 50))) + " ms of " +
                   std::to_string(finger.times().size()) + "; " + finger.slowest());
}

} // namespace lianxin::bench
