// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/kiosk_visit.h"

#include "app/kiosk/kiosk.h"

#include <QCoreApplication>

namespace lianxin::device {

KioskVisit::KioskVisit(FaceWindow& face, Album& album)
    : Visit(face, album), kiosk_(*qobject_cast<kiosk::Kiosk*>(&face.controller())) {
    finger_.waitUntil([this] { return !kiosk_.hospital()->name().isEmpty() && kiosk_.shelf()->form(); });
}

void KioskVisit::look(const Look& look) {
    look_ = look;
    wear("kiosk", look);
}

bool KioskVisit::begin(const char* card) {
    face_.theme().setTextSize(look_.size);
    face_.language().setIndex(look_.language);
    return touch("HomeChoices", card);
}

void KioskVisit::leave() {
    touch("PageBar", "退出");
    album_.expect(finger_.waitUntil([this] { return kiosk_.page() == kiosk::Kiosk::Home; }), "home again");
}

void KioskVisit::lookAtHome() {
    face_.theme().setTextSize(look_.size);
    face_.language().setIndex(look_.language);
    album_.take(finger_, "home");
}

void KioskVisit::lookAtSurvey() {
    if (!begin("满意度评价"))
        return;
    album_.take(finger_, "survey");
    kiosk_.survey()->choose(0, 0);
    album_.take(finger_, "survey-low-mark");
    touch("SurveyPage", "下一题");
    album_.take(finger_, "survey-next");
    leave();
}

void KioskVisit::fillSurvey() {
    if (!begin("满意度评价"))
        return;
    constexpr int mostPages = 60;
    for (int page = 0; page < mostPages && kiosk_.page() == kiosk::Kiosk::Survey; ++page) {
        const bool last = kiosk_.survey()->isLast();
        if (!kiosk_.survey()->canSkip())
            kiosk_.survey()->choose(0, 4);
        touch("SurveyPage", last ? "交给我们" : "下一题");
        if (last)
            break;
    }
    album_.expect(finger_.waitUntil([this] { return kiosk_.page() == kiosk::Kiosk::Receipt; }),
                  "survey saved");
    album_.take(finger_, "survey-receipt");
    touch("ReceiptPage", "好了，回首页");
}

/// Touches keys of the keyboard, as they are called.
void KioskVisit::write(const QString& latin) {
    for (const QChar letter : latin)
        album_.expect(finger_.touch(QString(letter)), "key");
}

QString KioskVisit::raiseMatter() {
    if (!begin("我要反映"))
        return {};
    album_.take(finger_, "matter-kind");
    touch("KindTask", "建议：有个好办法");
    touch("MatterPage", "下一步");
    album_.take(finger_, "matter-department");
    touch("DepartmentTask", "说不清，或和科室无关");
    touch("MatterPage", "下一步");
    touch("StoryTask", "发生了什么事");
    write(QStringLiteral("nihao"));
    album_.take(finger_, "matter-story-keyboard");
    kiosk_.composer()->finish();
    touch("CandidateBar", "手写");
    writeByHand(*kiosk_.composer());
    kiosk_.composer()->close();
    album_.take(finger_, "matter-story");
    touch("MatterPage", "请工作人员代写");
    write(QStringLiteral("1023"));
    album_.take(finger_, "matter-staff");
    touch("StaffNumber", "开始代写");
    album_.expect(kiosk_.matter()->receiverNumber() == QStringLiteral("1023"), "written by staff");
    touch("MatterPage", "下一步");
    touch("WhenTask", "昨天");
    album_.take(finger_, "matter-when");
    touch("MatterPage", "下一步");
    album_.take(finger_, "matter-wish");
    touch("MatterPage", "跳过");
    touch("ContactTask", "留联系方式");
    album_.take(finger_, "matter-contact");
    touch("ContactTask", "不留姓名");
    touch("MatterPage", "下一步");
    album_.take(finger_, "matter-review");
    touch("MatterPage", "交给我们");
    album_.expect(finger_.waitUntil([this] { return kiosk_.page() == kiosk::Kiosk::Receipt; }),
                  "matter saved");
    album_.take(finger_, "matter-receipt");
    const QString code = kiosk_.receiptCode();
    touch("ReceiptPage", "记好了，完成");
    return code;
}

void KioskVisit::lookAtCard() {
    if (!begin("医患连心卡"))
        return;
    album_.take(finger_, "card");
    leave();
}

void KioskVisit::lookUp(const QString& code, const QString& expected) {
    if (!begin("查询进度"))
        return;
    kiosk_.lookup()->setCode(code);
    album_.take(finger_, "lookup");
    touch("LookupPage", "查一查");
    finger_.waitUntil([this] {
        return kiosk_.lookup()->outcome() != kiosk::MatterLookup::Asking &&
               kiosk_.lookup()->outcome() != kiosk::MatterLookup::Unasked;
    });
    album_.take(finger_, "lookup-answer");
    album_.expect(kiosk_.lookup()->stage() == expected, "lookup answered");
    leave();
}

void KioskVisit::waitForCountdown() {
    if (!begin("满意度评价"))
        return;
    while (!kiosk_.idle()->counting())
        kiosk_.idle()->tick();
    album_.take(finger_, "idle");
    touch("IdleOverlay", "不填了，清空并回到首页");
    album_.expect(finger_.waitUntil([this] { return kiosk_.page() == kiosk::Kiosk::Home; }), "forgotten");
}

} // namespace lianxin::device
