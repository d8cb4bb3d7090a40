// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/sealed_text.h"

namespace lianxin::domain {

namespace {

constexpr char openSuite = '\0';

} // namespace

sync::Sealed sealOpenly(std::string_view text) {
    return {openSuite + std::string(text)};
}

std::optional<std::string> openText(const sync::Sealed& sealed) {
    if (sealed.bytes.empty() || sealed.bytes.front() != openSuite)
        return std::nullopt;
    return sealed.bytes.substr(1);
}

} // namespace lianxin::domain
