// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/words.h"

#include "platform/sqlite/storage_error.h"
#include "sync/replica/tables.h"

#include <algorithm>

namespace lianxin::ctl {

namespace {

using domain::AnswerFault;
using domain::ContentFault;
using domain::FormFault;
using sync::EditFault;
using sync::SaveFault;
using terminal::ExitStatus;
using terminal::Message;
using terminal::Trouble;

Message inField(const std::string& field, const Message& problem) {
    return field.empty() ? problem : Message{field + "：" + problem.chinese, field + ": " + problem.english};
}

Message about(const ContentFault fault, const std::string& detail) {
    switch (fault) {
    case ContentFault::Missing:
        return {"必须填写", "must be given"};
    case ContentFault::WrongType:
        return {"值的类型不对 " + detail, "the value is of the wrong kind " + detail};
    case ContentFault::UnknownCode:
        return {"没有这个代码：" + detail, "not one of its words: " + detail};
    case ContentFault::TooLong:
        return {"太长，最多 " + detail, "too long, at most " + detail};
    case ContentFault::NotPlainText:
        return {"含有控制字符或不是 UTF-8", "has control characters or is not UTF-8"};
    case ContentFault::NotJson:
        return {"不是 JSON", "is not JSON"};
    case ContentFault::OutOfRange:
        return {"超出范围：" + detail, "out of range: " + detail};
    case ContentFault::NotAPhone:
        return {"不是可拨打的电话：" + detail, "cannot be dialled: " + detail};
    case ContentFault::WrongResource:
        return {"应为 FHIR " + detail, "is not a FHIR " + detail};
    case ContentFault::Contradiction:
        return {"与 " + detail + " 矛盾", "contradicts " + detail};
    }
    return {};
}

Trouble notSaved(const SaveFault fault, const std::string& detail) {
    const bool full = fault == SaveFault::StorageFull;
    return Trouble(
        ExitStatus::NotSaved, full ? "storage-full" : "storage",
        {(full ? "没有保存：磁盘已满。" : "没有保存：存储出错（" + detail + "）。") +
             std::string("以前保存的都在。请处理后再试一次。"),
         (full ? "Not saved: the disk is full. " : "Not saved: the storage failed (" + detail + "). ") +
             std::string("What was saved before is kept. Mend it, then try again.")});
}

} // namespace

Message wordsFor(const domain::ContentProblem& problem) {
    return inField(problem.field, about(problem.fault, problem.detail));
}

Message wordsFor(const domain::AnswerProblem& problem) {
    const auto words = [](AnswerFault fault) -> Message {
        switch (fault) {
        case AnswerFault::NotAQuestionnaire:
            return {"问卷本身有问题", "the form is not a usable questionnaire"};
        case AnswerFault::UnknownQuestion:
            return {"问卷没有这个问题", "the form has no such question"};
        case AnswerFault::Unanswered:
            return {"必答题没有回答", "must be answered"};
        case AnswerFault::WrongType:
            return {"答案的类型不对", "the answer is of the wrong kind"};
        case AnswerFault::UnknownOption:
            return {"没有这个选项", "not one of the options"};
        case AnswerFault::UnknownUnit:
            return {"没有这个单位", "not one of the units"};
        case AnswerFault::TooLong:
            return {"答案太长", "the answer is too long"};
        case AnswerFault::TooShort:
            return {"答案太短", "the answer is too short"};
        case AnswerFault::TooSmall:
            return {"小于允许的最小值", "below the least value allowed"};
        case AnswerFault::TooLarge:
            return {"大于允许的最大值", "above the greatest value allowed"};
        case AnswerFault::TooPrecise:
            return {"小数位太多", "has too many decimal places"};
        case AnswerFault::TooFew:
            return {"答案的个数不够", "too few answers"};
        case AnswerFault::TooMany:
            return {"答案的个数太多", "too many answers"};
        case AnswerFault::NotTogether:
            return {"有一个选项不能和别的一起选", "one of these options must be chosen alone"};
        case AnswerFault::ReadOnly:
            return {"这个答案由问卷给出，不能改", "the form gives this answer itself; it cannot be changed"};
        case AnswerFault::UnsupportedType:
            return {"这个版本还不能回答这种题", "this version cannot answer this kind of question"};
        }
        return {};
    };
    return inField(problem.linkId, words(problem.fault));
}

Message wordsFor(const domain::FormProblem& problem) {
    const auto words = [](FormFault fault) -> Message {
        switch (fault) {
        case FormFault::TooLarge:
            return {"太大，最多 64 MB", "is larger than 64 MB"};
        case FormFault::TooDeep:
            return {"嵌套太深", "is nested too deeply"};
        case FormFault::NotJson:
            return {"不是正确的 JSON", "is not JSON"};
        case FormFault::NotAQuestionnaire:
            return {"不是 FHIR Questionnaire", "is not a FHIR Questionnaire"};
        case FormFault::BadItem:
            return {"有一项不是对象，或没有 linkId", "has an item that is no object or lacks its linkId"};
        case FormFault::TooManyItems:
            return {"超过 20000 项", "has more than 20,000 items"};
        case FormFault::ModifierExtension:
            return {
                "有 modifierExtension 或 implicitRules，不懂它就不能用这份问卷",
                "has a modifierExtension or implicitRules, and must not be used without understanding it"};
        }
        return {};
    };
    return inField(problem.place, words(problem.fault));
}

Message wordsFor(const sync::EditProblem& problem) {
    const auto words = [](EditFault fault) -> Message {
        switch (fault) {
        case EditFault::UnknownField:
            return {"没有这个字段", "there is no such field"};
        case EditFault::HubGiven:
            return {"由主机给出，不能填写", "only the hub writes it"};
        case EditFault::WrittenOnce:
            return {"只能写一次，已经有值", "is written once and has its value"};
        case EditFault::WrongType:
            return {"值的类型不对", "the value is of the wrong kind"};
        case EditFault::BlobMissing:
            return {"图片或录音不在这台设备上", "the picture or recording is not on this device"};
        case EditFault::Erased:
            return {"记录已依法抹除", "the record was erased"};
        case EditFault::Sealed:
            return {"加密内容有几个版本，要先打开才能处理",
                    "sealed, with several versions: only who opens them may resolve"};
        }
        return {};
    };
    return inField(problem.field, words(problem.fault));
}

void ProblemList::add(const std::string& place, const Message& problem) {
    lines_.push_back(inField(place, problem));
}

Trouble ProblemList::trouble(const std::string& code, const Message& heading) const {
    constexpr std::size_t mostLines = 20;
    Message message = heading;
    for (std::size_t i = 0; i < std::min(lines_.size(), mostLines); ++i) {
        message.chinese += "\n  " + lines_[i].chinese;
        message.english += "\n  " + lines_[i].english;
    }
    if (lines_.size() > mostLines) {
        const std::string more = std::to_string(lines_.size() - mostLines);
        message.chinese += "\n  还有 " + more + " 处";
        message.english += "\n  and " + more + " more";
    }
    return Trouble(ExitStatus::NotDone, code, std::move(message));
}

Message badInputHeading() {
    return {"内容有问题，什么也没有保存。请改正后重试：",
            "The input has faults; nothing was saved. Mend it and try again:"};
}

Trouble troubleFrom(const sync::SaveError& error) {
    switch (error.fault) {
    case SaveFault::StorageFull:
    case SaveFault::StorageFailed:
        return notSaved(error.fault, error.detail);
    case SaveFault::Content: {
        ProblemList problems;
        problems.add({}, wordsFor(error.problem));
        return problems.trouble("bad-input", badInputHeading());
    }
    case SaveFault::NoSuchRecord:
        return Trouble(
            ExitStatus::NotDone, "no-such-record",
            {"本机没有这条记录。什么也没有改动。", "This device holds no such record. Nothing was changed."});
    case SaveFault::AlreadyExists:
        return Trouble(ExitStatus::NotDone, "already-exists",
                       {"这个编号的记录已经有了。什么也没有保存。修改请用 edit。",
                        "A record of this id is here already. Nothing was saved. To change it use edit."});
    }
    return notSaved(SaveFault::StorageFailed, error.detail);
}

Trouble troubleFrom(const std::exception& fault) {
    if (const auto* trouble = dynamic_cast<const Trouble*>(&fault))
        return *trouble;
    if (dynamic_cast<const platform::AlreadyOpen*>(&fault))
        return Trouble(
            ExitStatus::NotSaved, "already-open",
            {"数据目录正被另一个程序使用，什么也没有保存。请等它结束后再试。",
             "The data folder is in use by another program; nothing was saved. Try again when it has "
             "ended."});
    if (const auto* storage = dynamic_cast<const platform::StorageError*>(&fault)) {
        if (storage->fault() == platform::StorageFault::NotADatabase)
            return Trouble(
                ExitStatus::NotSaved, "store-missing",
                {"本机数据文件 device.db "
                 "不见了或不是数据文件，没有新建。请检查磁盘是否已挂上；确认丢失才重新 enrol。",
                 "This device's store device.db is missing or none, and no new one was begun. See whether "
                 "the disk is there; enrol again only if it is lost."});
        const bool full = storage->fault() == platform::StorageFault::Full;
        return notSaved(full ? SaveFault::StorageFull : SaveFault::StorageFailed, storage->what());
    }
    if (dynamic_cast<const sync::NewerFile*>(&fault))
        return Trouble(
            ExitStatus::NotSaved, "newer-file",
            {"数据由更新版本的程序写成，这个版本不能改动它。请升级本程序。",
             "The store was written by a newer version; this one must not write to it. Upgrade this "
             "program."});
    return Trouble(ExitStatus::NotDone, "fault",
                   {std::string("没有完成：") + fault.what(), std::string("Not done: ") + fault.what()});
}

} // namespace lianxin::ctl
