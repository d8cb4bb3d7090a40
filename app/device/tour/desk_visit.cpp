// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/desk_visit.h"

#include "app/desk/desk.h"
#include "app/device/tour/brought_files.h"

namespace lianxin::device {

using desk::Desk;
using desk::Inbox;

DeskVisit::DeskVisit(FaceWindow& face, Album& album)
    : Visit(face, album), desk_(*qobject_cast<Desk*>(&face.controller())) {}

int DeskVisit::matters() const {
    return desk_.matters()->count();
}

void DeskVisit::waitForLists(int matters) {
    expectSoon([this, matters] { return !desk_.matters()->looking() && this->matters() == matters; },
               "the list shows " + std::to_string(matters) + " matters");
}

void DeskVisit::toMatters() {
    while (desk_.page() != Desk::Matters && desk_.page() != Desk::Responses)
        desk_.back();
    desk_.go(Desk::Matters);
    finger_.settle();
}

void DeskVisit::lookAtLists() {
    toMatters();
    finger_.strike(Qt::Key_Down, Qt::NoModifier);
    finger_.strike(Qt::Key_Down, Qt::NoModifier);
    picture("matters");
    touch("FilterRow", "行距 宽");
    picture("matters-compact");
    touch("FilterRow", "行距 紧");
    touchNamed(said("FilterRow", "状态"));
    picture("matters-filter");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    touch("MattersPage", "打印");
    picture("matters-print");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
}

void DeskVisit::search(const QString& words, int found) {
    toMatters();
    finger_.strike(Qt::Key_K, Qt::ControlModifier);
    finger_.type(words);
    expectSoon([this, found] { return !desk_.matters()->looking() && matters() == found; },
               "found " + std::to_string(found));
    picture(found > 0 ? "search" : "search-nothing");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    expectSoon([this] { return !desk_.matters()->looking() && desk_.matters()->words().isEmpty(); },
               "search left");
}

QString DeskVisit::find(const QString& words) {
    toMatters();
    desk_.matters()->setWords(words);
    finger_.waitUntil([this] {
        return !desk_.matters()->looking() && matters() > 0 && !desk_.matters()->idAt(0).isEmpty();
    });
    const QString id = desk_.matters()->idAt(0);
    desk_.matters()->clearFilters();
    finger_.waitUntil([this] { return !desk_.matters()->looking(); });
    album_.expect(!id.isEmpty(), "there is a matter with " + words.toStdString());
    return id;
}

void DeskVisit::open(const QString& id) {
    toMatters();
    desk_.openMatter(id);
    expectSoon([this] { return desk_.matter()->found() && desk_.page() == Desk::Matter; }, "matter opened");
}

void DeskVisit::lookAtMatter(const QString& id) {
    open(id);
    picture("matter");
    finger_.strike(Qt::Key_N, Qt::NoModifier);
    expectSoon([this] { return desk_.page() == Desk::Form; }, "form opened");
    picture("form");
    touch("FormPage", "保存并登记");
    finger_.type(QStringLiteral("3"));
    picture("form-lacks");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    picture("form-leave");
    touch("FormPage", "放弃改动");
    expectSoon([this] { return desk_.page() == Desk::Matter; }, "back at the matter");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    expectSoon([this] { return desk_.page() == Desk::Matters; }, "back at the list");
}

void DeskVisit::choose(const char* file) {
    const char* words = desk_.evidenceDraft()->hasFile() ? "换一个文件" : "选文件";
    touch("AddEvidenceSheet", words);
    expectSoon([this] { return desk_.files()->count() > 0; }, "files are listed");
    touchNamed(QString::fromUtf8(file));
    expectSoon([this] { return !desk_.evidenceDraft()->isReading(); }, "the file was read");
}

void DeskVisit::keep(int count) {
    touch("AddEvidenceSheet", "保存");
    expectSoon([this, count] { return desk_.evidence()->count() == count; }, "evidence saved");
}

void DeskVisit::addEvidence(const QString& id, const QString& folder) {
    desk_.files()->open(folder);
    open(id);
    touch("EvidenceCard", "添加证据");
    touch("AddEvidenceSheet", "说明");
    finger_.type(QStringLiteral("护士站打的收费单，项目看不懂"));
    touch("AddEvidenceSheet", "选文件");
    expectSoon([this] { return desk_.files()->count() > 0; }, "files are listed");
    picture("evidence-files");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    choose(tooLargeFile);
    album_.expect(desk_.evidenceDraft()->fault() == desk::EvidenceDraft::TooLarge &&
                      !desk_.evidenceDraft()->description().isEmpty(),
                  "a file that is too large is refused, and what was typed stays");
    picture("evidence-too-large");
    choose(billFile);
    picture("evidence-chosen");
    keep(1);
    for (const auto& [count, file, words] :
         {std::tuple(2, callFile, "来电录音"), std::tuple(3, corridorFile, "")}) {
        touch("EvidenceCard", "添加证据");
        touch("AddEvidenceSheet", "说明");
        finger_.type(QString::fromUtf8(words));
        choose(file);
        keep(count);
    }
    expectSoon([this] { return desk_.store()->evidenceWaiting() == 0; }, "the hub has the evidence");
    toMatters();
}

bool DeskVisit::photosAreDrawn() const {
    const desk::EvidenceList& list = *desk_.evidence();
    for (int row = 0; row < list.count(); ++row)
        if (list.data(list.index(row), desk::EvidenceList::Kind) == QStringLiteral("photo") &&
            list.data(list.index(row), desk::EvidenceList::Picture).value<QImage>().isNull())
            return false;
    return true;
}

void DeskVisit::lookAtEvidence(const QString& id) {
    open(id);
    expectSoon([this] { return desk_.evidence()->count() == 3; }, "three pieces of evidence");
    expectSoon([this] { return photosAreDrawn(); }, "photos in small");
    touch("EvidenceCard", "添加证据");
    picture("evidence-add");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    picture("matter-evidence");
    touchNamed(QStringLiteral("护士站打的收费单"));
    expectSoon([this] { return desk_.evidence()->shown()->drawing() == desk::ShownEvidence::Drawn; },
               "photo shown");
    picture("evidence-large");
    touch("EvidenceView", "另存一份");
    picture("evidence-copy");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    expectSoon([this] { return desk_.evidence()->shown()->id().isEmpty(); }, "photo closed");
    toMatters();
}

void DeskVisit::fetchEvidence(const QString& id) {
    open(id);
    expectSoon([this] { return desk_.evidence()->count() == 3; }, "the evidence of another desk is listed");
    touchNamed(QStringLiteral("来电录音")); // brought into view
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    picture("evidence-away");
    touchNamed(QStringLiteral("护士站打的收费单"));
    expectSoon([this] { return desk_.evidence()->shown()->drawing() == desk::ShownEvidence::Drawn; },
               "photo fetched");
    picture("evidence-fetched");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    toMatters();
}

void DeskVisit::lookAtResponse() {
    touch("DeskNav", "评价");
    expectSoon([this] { return !desk_.responses()->looking() && !desk_.responses()->idAt(0).isEmpty(); },
               "responses listed");
    picture("responses");
    finger_.strike(Qt::Key_Return, Qt::NoModifier);
    expectSoon([this] { return desk_.page() == Desk::Response && desk_.response()->found(); },
               "response opened");
    picture("response");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    expectSoon([this] { return desk_.page() == Desk::Responses; }, "back at the responses");
}

void DeskVisit::lookAtSync() {
    touch("DeskNav", "同步");
    picture("sync");
    touch("DeskNav", "事项");
}

void DeskVisit::bringFromStick(const QString& folder) {
    desk_.stick()->lookIn({folder});
    touch("DeskNav", "同步");
    touch("SyncPage", "从U盘导入");
    expectSoon([this] { return desk_.stick()->bundles() == 1; }, "the ward's file is on the stick");
    touch("StickSheet", "导入");
    expectSoon([this] { return desk_.stick()->done().size() == 1; }, "the hub has the ward's file");
    picture("sync-stick");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    touch("DeskNav", "事项");
}

void DeskVisit::writeProblem(const QString& id, const QString& words) {
    open(id);
    touch("NextStepCard", "登记");
    expectSoon([this] { return desk_.page() == Desk::Form; }, "form opened");
    touch("Words", "反映问题");
    finger_.type(words);
    touch("FormPage", "先存着，不登记");
    expectSoon([this] { return desk_.page() == Desk::Matter && desk_.toast() == QStringLiteral("saved"); },
               "text saved");
    toMatters();
}

void DeskVisit::registerMatter(const QString& id) {
    open(id);
    finger_.strike(Qt::Key_N, Qt::NoModifier);
    expectSoon([this] { return desk_.page() == Desk::Form; }, "form opened");
    touch("FormPage", "保存并登记");
    album_.expect(!desk_.matter()->form()->missing().isEmpty() && desk_.page() == Desk::Form,
                  "nothing is registered before it is complete");
    touch("RegisterFields", "照抄患者原话");
    touch("RegisterFields", "本人没有指明对象");
    touch("Words", "投诉时间");
    if (desk_.matter()->form()->complaintTime().isEmpty())
        finger_.type(QStringLiteral("2026-11-20 09:30"));
    picture("form-complete");
    touch("FormPage", "保存并登记");
    expectSoon([this] { return desk_.toast() == QStringLiteral("registered"); }, "registered");
    picture("matter-registered");
    toMatters();
}

void DeskVisit::lookAtVersions(const QString& id) {
    open(id);
    expectSoon([this] { return !desk_.matter()->inConflict().isEmpty(); }, "two versions stand");
    picture("matter-two-versions");
    touch("NextStepCard", "去决定");
    expectSoon([this] { return desk_.page() == Desk::Versions && desk_.versions()->count() == 2; },
               "versions side by side");
    picture("versions");
    touchNamed(said("VersionCard", "从%1开始改").arg(said("VersionsPage", "甲")));
    picture("versions-combined");
    finger_.strike(Qt::Key_Escape, Qt::NoModifier);
    picture("versions-leave");
    touch("VersionsPage", "不要合成的字，以后再定");
    toMatters();
}

void DeskVisit::decide(const QString& id) {
    open(id);
    touch("NextStepCard", "去决定");
    expectSoon([this] { return desk_.page() == Desk::Versions && desk_.versions()->count() == 2; },
               "versions side by side");
    touchNamed(said("VersionCard", "用%1这一份").arg(said("VersionsPage", "乙")));
    expectSoon(
        [this] {
            return desk_.toast() == QStringLiteral("decided") && desk_.matter()->inConflict().isEmpty();
        },
        "decided");
    picture("matter-decided");
    toMatters();
}

} // namespace lianxin::device
