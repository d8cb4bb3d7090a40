// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's words for the codes in records, and its times.
pragma Singleton
import QtQuick
import Lianxin.Controls
import Lianxin.Desk

QtObject {
    function kind(code: string): string {
        switch (code) {
        case "consultation":
            return qsTr("咨询");
        case "help_request":
            return qsTr("求助");
        case "opinion":
            return qsTr("意见");
        case "suggestion":
            return qsTr("建议");
        case "criticism":
            return qsTr("批评");
        case "complaint":
            return qsTr("投诉");
        case "accusation":
            return qsTr("举报");
        case "praise":
            return qsTr("表扬");
        }
        return survey(code);
    }
    function survey(code: string): string {
        const words = {
            "outpatient_satisfaction": qsTr("门诊满意度"),
            "inpatient_opinion": qsTr("住院征求意见"),
            "public_health_satisfaction": qsTr("公共卫生满意度"),
            "discharged_satisfaction": qsTr("出院满意度"),
            "service_opinion_round": qsTr("服务意见"),
            "opinion_consultation": qsTr("征求意见"),
            "handling_opinion": qsTr("办理意见"),
            "after_handling_revisit": qsTr("办后回访"),
            "bedside_visit": qsTr("住院查房")
        };
        return words[code] ?? code;
    }
    function stage(code: string): string {
        const words = {
            "draft": qsTr("草稿"),
            "received": qsTr("已受理"),
            "registered": qsTr("已登记"),
            "settled_on_spot": qsTr("当场答复"),
            "guided": qsTr("已引导"),
            "classified": qsTr("已分类"),
            "awaiting_order": qsTr("待签发督办令"),
            "awaiting_president": qsTr("待院长决定"),
            "dispatched": qsTr("已转办"),
            "in_progress": qsTr("办理中"),
            "plan_in_review": qsTr("方案审核中"),
            "feedback_in_review": qsTr("反馈审核中"),
            "answered": qsTr("已答复"),
            "opinion_asked": qsTr("征求意见中"),
            "redo_ordered": qsTr("责令重办"),
            "limited_explained": qsTr("已解释"),
            "tracking": qsTr("跟踪处理"),
            "rectifying": qsTr("整改跟踪"),
            "completed": qsTr("办结"),
            "archived": qsTr("已归档"),
            "transferred_out": qsTr("另案移交"),
            "not_proceeded": qsTr("不进入程序")
        };
        return words[code] ?? code;
    }
    function stageTone(code: string): color {
        if (["draft", "received"].includes(code))
            return Theme.warn;
        if (["answered", "completed", "archived", "settled_on_spot"].includes(code))
            return Theme.ok;
        if (["registered", "not_proceeded", "transferred_out", "guided"].includes(code))
            return Theme.ink2;
        return Theme.info;
    }
    function stageTint(code: string): color {
        if (["draft", "received"].includes(code))
            return Theme.warnTint;
        if (["answered", "completed", "archived", "settled_on_spot"].includes(code))
            return Theme.okTint;
        if (["registered", "not_proceeded", "transferred_out", "guided"].includes(code))
            return Theme.sunken;
        return Theme.infoTint;
    }
    function step(code: string): string {
        const words = {
            "submit": qsTr("已受理"),
            "register": qsTr("登记"),
            "not_proceed": qsTr("不进入程序"),
            "answer_on_spot": qsTr("当场答复"),
            "lead_to_office": qsTr("引导到服务办"),
            "guide_by_phone": qsTr("电话引导"),
            "confirm_outcome": qsTr("确认结果"),
            "classify": qsTr("分类"),
            "issue_slip": qsTr("发出服务问题反馈单"),
            "confirm_receipt": qsTr("科室签收"),
            "return_assignment": qsTr("科室退回"),
            "answer": qsTr("答复"),
            "ask_opinion": qsTr("征求意见"),
            "satisfied": qsTr("对答复满意"),
            "dissatisfied_quality": qsTr("对办理质量不满意"),
            "reissue": qsTr("责令再次办理"),
            "file": qsTr("归档"),
            "urge": qsTr("催办"),
            "pass_on_praise": qsTr("转达表扬"),
            "reopen": qsTr("重新办理")
        };
        return words[code] ?? code;
    }
    function field(name: string): string {
        const words = {
            "content": qsTr("患者原话"),
            "problem": qsTr("反映问题"),
            "opinion": qsTr("意见"),
            "suggestion": qsTr("建议"),
            "demand": qsTr("要求"),
            "respondent": qsTr("投诉对象"),
            "respondent_unnamed": qsTr("没有指明对象"),
            "complaint_time": qsTr("投诉时间"),
            "department": qsTr("有关科室"),
            "complainant_name": qsTr("姓名"),
            "complainant_phone": qsTr("电话"),
            "anonymous": qsTr("匿名"),
            "name_withheld": qsTr("姓名保密"),
            "unit_withheld": qsTr("单位保密"),
            "identity_sealed": qsTr("身份封存"),
            "external_order_no": qsTr("外部单号"),
            "opinions": qsTr("意见"),
            "suggestions": qsTr("建议"),
            "note": qsTr("备注"),
            "free_text": qsTr("想说的话")
        };
        return words[name] ?? name;
    }
    function origin(code: string): string {
        const words = {
            "outpatient_survey": qsTr("门诊调查"),
            "bedside_visit": qsTr("住院查房"),
            "public_health_survey": qsTr("公共卫生调查"),
            "discharge_follow_up": qsTr("出院随访"),
            "opinion_box": qsTr("意见台"),
            "opinion_form": qsTr("征求意见表"),
            "phone": qsTr("来电"),
            "letter": qsTr("来信"),
            "fax": qsTr("传真"),
            "visit": qsTr("来访"),
            "email": qsTr("邮件"),
            "wechat": qsTr("微信"),
            "hotline_12345": qsTr("12345 转来"),
            "president_hotline": qsTr("院长热线"),
            "online_opinion": qsTr("网上意见"),
            "letter_external": qsTr("外部来信"),
            "superior_assigned": qsTr("上级交办"),
            "deputy_or_media": qsTr("代表委员或媒体"),
            "dept_direct": qsTr("科室转来")
        };
        return words[code] ?? code;
    }
    function withoutEffect(code: string): string {
        const named = code.slice(code.indexOf(":") + 1);
        if (code.startsWith("matter_missing:"))
            return qsTr("登记表里还缺“%1”").arg(field(named));
        if (code.startsWith("missing:"))
            return qsTr("这一步还缺内容：%1").arg(field(named));
        switch (code) {
        case "not_in_this_stage":
            return qsTr("这一步已经办过，或还没有办到这里");
        case "not_for_this_kind":
            return qsTr("这类事项没有这一步");
        case "unknown_step":
            return qsTr("这个版本的程序不认识这一步");
        }
        return code;
    }
    function refusal(code: string): string {
        switch (code) {
        case "unknown-type":
            return qsTr("服务器的程序较旧，还不认识这种记录");
        case "wrong-content":
            return qsTr("内容不合要求");
        case "not-allowed":
            return qsTr("这台机器不能写这条记录");
        case "written-once-before":
            return qsTr("这一项只能写一次，服务器上已有别的内容");
        case "type-differs":
            return qsTr("这个编号已经属于另一条记录");
        }
        return code;
    }
    function recordType(name: string): string {
        const words = {
            "matter": qsTr("事项"),
            "matter_event": qsTr("办理经过"),
            "evidence": qsTr("证据"),
            "survey_response": qsTr("评价"),
            "visit": qsTr("查房记录"),
            "card_handout": qsTr("连心卡发放"),
            "field_history": qsTr("改掉的内容")
        };
        return words[name] ?? name;
    }
    function evidenceKind(code: string): string {
        return code === "photo" ? qsTr("照片") : code === "recording" ? qsTr("录音") : qsTr("文件");
    }
    /// What somebody wrote of it, else what it was called.
    function evidence(kind: string, description: string, fileName: string): string {
        return description.length > 0 ? description : fileName.length > 0 ? fileName : evidenceKind(kind);
    }
    function evidenceStanding(code: string, connected: bool): string {
        const words = {
            "received": qsTr("在本机，已送到"),
            "waiting": qsTr("已保存，等待送出"),
            "parked": qsTr("没被收下，还在本机"),
            "away": qsTr("不在本机，打开就去取"),
            "fetching": connected ? qsTr("正在取来") : qsTr("联网后取来"),
            "elsewhere": qsTr("还在别的机器上，送到后取来")
        };
        return words[code] ?? code;
    }
    function evidenceTone(code: string): color {
        return code === "received" ? Theme.ok : code === "parked" ? Theme.danger : code === "away" ? Theme.ink2 : code === "waiting" ? Theme.warn : Theme.info;
    }
    function filler(code: string): string {
        return code === "patient" ? qsTr("患者本人") : code === "family" ? qsTr("家属") : code === "staff" ? qsTr("工作人员代填") : "";
    }
    function person(code: string): string {
        return code === "patient" ? qsTr("患者") : code === "family" ? qsTr("家属") : code === "staff" ? qsTr("职工") : code === "other" ? qsTr("其他人") : "";
    }
    /// 今天 17:30, 11月26日 17:30, with the year only where it is another one.
    function time(at: date): string {
        if (isNaN(at.getTime()))
            return "";
        const now = new Date();
        if (at.toDateString() === now.toDateString())
            return qsTr("今天 %1").arg(Qt.formatTime(at, "HH:mm"));
        return Qt.formatDateTime(at, at.getFullYear() === now.getFullYear() ? qsTr("M月d日 HH:mm") : qsTr("yyyy年M月d日 HH:mm"));
    }
    /// The first sentence: a title of what somebody said.
    function beginning(text: string): string {
        return text.split(/[。！？!?\n]/)[0];
    }
    function saveFault(fault: int, what: string): string {
        switch (fault) {
        case MatterSheet.DiskFull:
            return qsTr("没有保存：这台机器的硬盘满了");
        case MatterSheet.DiskFailed:
            return qsTr("没有保存：这台机器的硬盘坏了");
        case MatterSheet.NotAccepted:
            return what.length > 0 ? qsTr("没有保存：“%1”的内容机器不认").arg(field(what)) : qsTr("没有保存：这条记录现在不能改");
        case MatterSheet.Missing:
            return qsTr("没有保存：还缺“%1”").arg(field(what));
        }
        return "";
    }
}
