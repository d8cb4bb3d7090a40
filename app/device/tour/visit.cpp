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

void Visit::writeByHand(window::Composer& composer) {
    const QString big = QStringLiteral("大");
    const QString padName = said("HandwritingPad", "手写区");
    if (!expectSoon([&] { return finger_.sees(padName); }, "handwriting pad"))
        return;
    const QQuickItem& pad = *finger_.find(padName);
    const QPointF middle = pad.mapToScene({pad.width() / 2, pad.height() / 2});
    const double reach = pad.height() * 0.4;
    const auto at = [&](double x, double y) { return middle + QPointF(x, y) * reach; };
    finger_.draw({at(-0.8, -0.3), at(0, -0.32), at(0.8, -0.35)});
    finger_.draw({at(0, -1), at(-0.05, -0.3), at(-0.3, 0.4), at(-0.8, 0.95)});
    finger_.draw({at(0.02, -0.3), at(0.3, 0.3), at(0.85, 0.95)});
    expectSoon([&] { return composer.candidates().contains(big); }, "the character that was drawn");
    picture("handwriting");
    touchNamed(big);
}

bool Visit::expectSoon(const std::function<bool()>& holds, const std::string& what) {
    return album_.expect(finger_.waitUntil(holds), what);
}

} // namespace lianxin::device
