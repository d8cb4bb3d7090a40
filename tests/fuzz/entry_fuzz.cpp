// SPDX-License-Identifier: GPL-3.0-or-later
// A file of a hospital's folder: an array of records of one type, the first byte says of which. It is read,
// or what is wrong is told with its line.
#include "app/domain/import/entry.h"
#include "app/domain/schema.h"
#include "tests/fuzz/target.h"

using namespace lianxin;
using namespace lianxin::domain;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const sync::Schema schema = makeHospitalSchema();
    if (size == 0)
        return 0;
    const auto& types = schema.types();
    const sync::RecordType& type = *types[data[0] % types.size()];
    std::vector<ImportProblem> problems;
    const auto json = readLocatedJson("file.json", fuzz::textOf(data, size).substr(1), {}, problems);
    if (!json) {
        fuzz::require(!problems.empty(), "what cannot be read is told");
        return 0;
    }
    static_cast<void>(compactJson(*json));
    for (const LocatedJson& element : json->elements)
        static_cast<void>(readEntry("file.json", element, type, problems));
    if (json->kind == LocatedJson::Kind::Object)
        static_cast<void>(readQuestionnaire("file.json", *json, *schema.find("questionnaire"), problems));
    return 0;
}
