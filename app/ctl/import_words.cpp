// SPDX-License-Identifier: GPL-3.0-or-later
// What can be wrong with a folder that somebody wants to import, said to that person.
#include "app/ctl/words.h"

#include <array>

namespace lianxin::ctl {

namespace {

using domain::ImportFault;
using terminal::Message;

struct FaultWords {
    ImportFault fault;
    const char* chinese; ///< the detail, where there is one, follows
    const char* english;
};

// In the order of the faults.
constexpr std::array faultWords = std::to_array<FaultWords>({
    {ImportFault::MissingFile, "缺少这个文件", "the file is missing"},
    {ImportFault::UnknownFile, "没有用到这个文件，文件名是否写错",
     "nobody reads this file; is its name misspelt?"},
    {ImportFault::Unreadable, "读不了：不是普通文件，或没有权限",
     "cannot be read: no ordinary file, or no permission"},
    {ImportFault::TooLarge, "太大", "too large"},
    {ImportFault::NotUtf8, "不是 UTF-8 编码，请另存为 UTF-8", "is not UTF-8; save it as UTF-8"},
    {ImportFault::Syntax, "不是正确的 JSON", "is not JSON"},
    {ImportFault::TooDeep, "嵌套太深", "nested too deeply"},
    {ImportFault::RepeatedKey, "同一个名称写了两次", "the same name is given twice"},
    {ImportFault::WrongShape, "这里应为另一种结构", "something of another shape belongs here"},
    {ImportFault::UnknownField, "没有这个字段", "there is no such field"},
    {ImportFault::MissingField, "必须填写", "must be given"},
    {ImportFault::WrongType, "值的类型不对", "the value is of the wrong kind"},
    {ImportFault::BadId, "不是 UUID 编号", "is not a UUID"},
    {ImportFault::BadTime, "不是带时区的时间，例如 2026-03-02T08:00:00+08:00",
     "is not a time with an offset, such as 2026-03-02T08:00:00+08:00"},
    {ImportFault::RepeatedId, "编号重复，前一个在", "the id is given twice, first at"},
    {ImportFault::RepeatedName, "重名，前一个在", "the name is given twice, first at"},
    {ImportFault::DanglingReference, "所指的记录不在文件夹里", "points to nothing in the folder"},
    {ImportFault::Circle, "分类的上级绕成了圈", "a category is broader than itself"},
    {ImportFault::UnknownCode, "没有这个代码", "not one of its words"},
    {ImportFault::TooLong, "太长，最多", "too long, at most"},
    {ImportFault::NotPlainText, "含有控制字符", "has control characters"},
    {ImportFault::OutOfRange, "数值超出范围", "out of range"},
    {ImportFault::NotAPhone, "不是可拨打的电话", "cannot be dialled"},
    {ImportFault::WrongResource, "不是 FHIR Questionnaire", "is not a FHIR Questionnaire"},
    {ImportFault::Contradiction, "与另一个字段矛盾", "contradicts another field"},
    {ImportFault::NeverChanges, "已有的值不能再改，请换一个新编号",
     "is written once and differs; take a new id"},
    {ImportFault::Erased, "这个编号的记录已依法抹除", "the record of this id was erased"},
});

constexpr bool inOrder() {
    for (std::size_t place = 0; place < faultWords.size(); ++place)
        if (static_cast<std::size_t>(faultWords[place].fault) != place)
            return false;
    return true;
}
static_assert(inOrder(), "words are looked up by the fault's place");

} // namespace

Message wordsFor(const domain::ImportProblem& problem) {
    const FaultWords& words = faultWords[static_cast<std::size_t>(problem.fault)];
    const std::string place =
        problem.line == 0 ? problem.file : problem.file + ':' + std::to_string(problem.line);
    const std::string field = problem.field.empty() ? "" : problem.field + ' ';
    const std::string detail = problem.detail.empty() ? "" : ' ' + problem.detail;
    return {place + "：" + field + words.chinese + detail, place + ": " + field + words.english + detail};
}

} // namespace lianxin::ctl
