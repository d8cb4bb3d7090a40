// SPDX-License-Identifier: GPL-3.0-or-later
// A questionnaire from anywhere: it is read and filled in, or refused with a reason. Whatever is touched, the
// response can be written.
#include "app/domain/survey/form_answers.h"
#include "tests/fuzz/target.h"

using namespace lianxin;
using namespace lianxin::domain;

namespace {

constexpr std::size_t mostTouched = 200;

/// Touches every question once, as a person might.
void fillIn(FormAnswers& answers) {
    std::size_t touched = 0;
    for (const RowId row : answers.rows()) {
        if (++touched > mostTouched)
            return;
        const Item& item = answers.item(row);
        if (item.options && !item.options->all().empty())
            static_cast<void>(answers.toggle(row, item.options->all().front()));
        else if (answers.copyOf(row) == 0)
            static_cast<void>(answers.addCopy(row));
        static_cast<void>(answers.takeChanges());
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto form = Form::readText(fuzz::textOf(data, size));
    if (!form)
        return 0;
    FormAnswers answers(std::make_shared<const Form>(std::move(*form)));
    fillIn(answers);
    static_cast<void>(answers.problems());
    fuzz::require(answers.progress().answered <= answers.progress().asked,
                  "no more is answered than is asked");
    const std::string written = answers.response(std::nullopt).dump();
    fuzz::require(answers.response(std::nullopt).dump() == written,
                  "the same answers give the same response");
    return 0;
}
