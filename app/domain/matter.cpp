// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/matter.h"

#include "app/domain/codes.h"

namespace lianxin::domain {

std::string_view toCode(MatterKind kind) {
    return matterKinds[static_cast<std::size_t>(kind)];
}

std::optional<MatterKind> matterKindFromCode(std::string_view code) {
    const auto place = placeOf(matterKinds, code);
    return place ? std::optional(static_cast<MatterKind>(*place)) : std::nullopt;
}

std::vector<std::string_view> missingForRegistration(const sync::Record& matter) {
    std::vector<std::string_view> missing;
    for (const std::string_view element : {"complaint_time", "problem"})
        if (sync::isNull(matter.value(element)))
            missing.push_back(element);
    if (sync::isNull(matter.value("respondent")) && !isTrue(matter, "respondent_unnamed"))
        missing.push_back("respondent");
    return missing;
}

bool isTrue(const sync::Record& record, std::string_view field) {
    const auto* number = std::get_if<std::int64_t>(&record.value(field));
    return number && *number != 0;
}

} // namespace lianxin::domain
