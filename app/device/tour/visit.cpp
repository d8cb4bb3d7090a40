// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/visit.h"

#include <array>

namespace lianxin::device {

using window::Theme;

std::vector<Look> allLooks() {
    constexpr std::array sizes{std::pair(Theme::Normal, "normal"), std::pair(Theme::Large, "large"),
                               std::pair(Theme::Elder, "elder")};
    constexpr std::array languages{"zh_CN", "zh_TW", "en"};
    std::vector<Look> looks;
    for (const auto& [size, name] : sizes)
        for (std::size_t language = 0; language < languages.size(); ++language)
            looks.push_back(
                {size, static_cast<int>(language), std::string(name) + "-" + languages[language]});
    return looks;
}

void Visit::wear(const std::string& face, const Look& look) {
    const QSize size = face_.window().size();
    album_.open(face + "-" + std::to_string(size.width()) + "x" + std::to_string(size.height()) + "-" +
                look.name);
    face_.theme().setTextSize(look.size);
    face_.language().setIndex(look.language);
    finger_.settle();
}

bool Visit::touchNamed(const QString& name) {
    return album_.expect(finger_.touch(name), name.toStdString());
}

bool Visit::expectSoon(const std::function<bool()>& holds, const std::string& what) {
    return album_.expect(finger_.waitUntil(holds), what);
}

} // namespace lianxin::device
