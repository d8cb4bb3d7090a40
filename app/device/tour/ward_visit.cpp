// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/ward_visit.h"

#include "app/ward/ward_face.h"

namespace lianxin::device {

using ward::BedsideForm;
using ward::PatientLock;
using ward::WardFace;

WardVisit::WardVisit(FaceWindow& face, Album& album)
    : Visit(face, album), ward_(*qobject_cast<WardFace*>(&face.controller())) {
    finger_.waitUntil([this] { return ward_.isKnown() && ward_.staff()->count() > 0; });
}

void WardVisit::takeTablet() {
    touch("WardHead", "选谁在用");
    picture("who");
    const QModelIndex first = ward_.staff()->index(0);
    touchNamed(ward_.staff()->data(first, Qt::UserRole + 1).toString());
    expectSoon([this] { return !ward_.userName().isEmpty(); }, "somebody holds the tablet");
}

void WardVisit::lookAtBeds() {
    touch("WardRail", "查房");
    picture("beds");
    ward_.beds()->setFilter(ward::BedList::Absent);
    ward_.beds()->setOnlyWithoutCard(true);
    picture("beds-filtered");
    ward_.beds()->setFilter(ward::BedList::All);
    ward_.beds()->setOnlyWithoutCard(false);
}

void WardVisit::openBed(const QString& bed) {
    touchNamed(bed);
    expectSoon([this] { return ward_.page() == WardFace::Bedside; }, "bed opened");
}

void WardVisit::leaveBed() {
    touch("WhoPanel", "床位表");
}

void WardVisit::write(const QString& latin) {
    for (const QChar letter : latin)
        touchNamed(QString(letter));
}

void WardVisit::lookAtBed(const QString& bed) {
    openBed(bed);
    picture("bed");
    touch("FormBar", "保存");
    picture("bed-lacks");
    window::FormSitting& sitting = *ward_.bedside()->sitting();
    const int texts = sitting.rowCount({}) - 1;
    touchNamed(sitting.data(sitting.index(texts), window::FormSitting::Words).toString());
    write(QStringLiteral("nihao"));
    picture("bed-keyboard");
    ward_.composer()->finish();
    touch("CandidateBar", "手写");
    writeByHand(*ward_.composer());
    ward_.composer()->close();
    picture("bed-half");
    leaveBed();
    picture("beds-half");
    openBed(bed);
    album_.expect(!ward_.bedside()->isEmpty(), "half filled form is there again");
    touch("OpinionForm", "清空重写");
    leaveBed();
}

void WardVisit::visitBed(const QString& bed) {
    openBed(bed);
    touchNamed(said("WardWords", "已访"));
    touch("CardRow", "医患连心卡，交到手里了");
    window::FormSitting& sitting = *ward_.bedside()->sitting();
    for (int row = 0; row < sitting.rowCount({}); ++row)
        if (sitting.data(sitting.index(row), window::FormSitting::Kind).toString() == QStringLiteral("text"))
            sitting.type(row, QStringLiteral("夜里走廊的灯太亮，睡不好。"));
        else
            sitting.choose(row, 3);
    picture("bed-filled");
    touch("FormBar", "保存");
    expectSoon([this] { return ward_.page() == WardFace::Beds; }, "visit saved");
    picture("beds-saved");
}

void WardVisit::passBed(const QString& bed, const char* outcome) {
    openBed(bed);
    touch("WardWords", outcome);
    touch("FormBar", "保存");
    expectSoon([this] { return ward_.page() == WardFace::Beds; }, "visit saved");
}

void WardVisit::typePin() {
    for (const char digit : {'2', '4', '6', '8'})
        touchNamed(QString(QLatin1Char(digit)));
}

void WardVisit::fillPatientsForm() {
    window::FormSitting& sitting = *ward_.bedside()->sitting();
    constexpr int mostPages = 30;
    for (int page = 0; page < mostPages; ++page) {
        const QString kind = sitting.data(sitting.index(0), window::FormSitting::Kind).toString();
        if (kind == QStringLiteral("text")) {
            touchNamed(sitting.lead());
            write(QStringLiteral("hao"));
            picture("patient-" + std::to_string(page + 1) + "-keyboard");
            ward_.composer()->finish();
            ward_.composer()->close();
        } else if (kind == QStringLiteral("boolean")) {
            sitting.say(0, true);
        } else {
            sitting.choose(0, 2);
        }
        picture("patient-" + std::to_string(page + 1));
        const bool last = sitting.isLast();
        touch("PatientFoot", last ? "交给医院" : "下一题");
        if (last)
            return;
    }
}

void WardVisit::handToPatient(const QString& bed) {
    const Look staffs{face_.theme().textSize(), face_.language().index(), {}};
    openBed(bed);
    touch("HandOverBox", "交给患者");
    if (ward_.lock()->stage() == PatientLock::ChoosingPin) {
        typePin();
        picture("pin-chosen");
        touch("PinPage", "定好，交出去");
    }
    expectSoon([this] { return ward_.lock()->stage() == PatientLock::Filling; }, "with the patient");
    fillPatientsForm();
    expectSoon([this] { return ward_.lock()->isHandedIn(); }, "handed in");
    picture("patient-handed-in");
    touch("LockedPage", "还给护士");
    picture("pin-asked");
    typePin();
    expectSoon([this] { return ward_.page() == WardFace::Beds; }, "back with the staff");
    face_.theme().setTextSize(staffs.size);
}

void WardVisit::takeDown() {
    touch("WardRail", "首接");
    picture("first");
    touch("FormBar", "保存");
    picture("first-lacks");
    ward::ReceiverEntry& entry = *ward_.entry();
    touchNamed(said("EntryStory", "%1：%2").arg(said("EntryStory", "是哪一类"), said("WardWords", "求助")));
    touch("EntryStory", "什么事，照原话记");
    write(QStringLiteral("nihao"));
    picture("first-keyboard");
    ward_.composer()->finish();
    ward_.composer()->close();
    touch("EntryOutcome", "选科室，看负责人电话");
    picture("first-departments");
    const QModelIndex department = ward_.departments()->index(0);
    touchNamed(ward_.departments()->data(department, Qt::UserRole + 1).toString());
    touch("EntryOutcome", "请服务办办，已引导过去");
    entry.setReason(QStringLiteral("要几个科室一起办，也要和家属当面说清楚。"));
    picture("first-filled");
    touch("FormBar", "保存");
    expectSoon([this] { return ward_.page() == WardFace::Beds; }, "entry saved");
}

void WardVisit::lookAtSent() {
    touch("WardRail", "记录");
    picture("sent");
    touch("WardRail", "查房");
}

void WardVisit::saveOnStick(const QString& folder) {
    ward_.stick()->lookIn({folder});
    touch("WardRail", "记录");
    touch("SentPage", "用U盘带走");
    expectSoon([this] { return ward_.stick()->isThere(); }, "the stick was found");
    touchNamed(said("StickSheet", "把 %n 条存到U盘", ward_.store()->waiting()));
    expectSoon([this] { return ward_.stick()->done().size() == 1; }, "what waits is on the stick");
    picture("sent-stick");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    touch("WardRail", "查房");
}

} // namespace lianxin::device
