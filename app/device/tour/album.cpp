// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/album.h"

#include <ostream>

namespace lianxin::device {

void Album::open(const std::string& chapter) {
    chapter_ = folder_ / chapter;
    std::filesystem::create_directories(chapter_);
}

void Album::take(const Finger& finger, const std::string& name) {
    const QString file = QString::fromStdString((chapter_ / (name + ".png")).string());
    if (expect(finger.picture().save(file), "picture " + name))
        ++pictures_;
}

void Album::say(const std::string& line) {
    out_ << line << '\n' << std::flush;
}

bool Album::expect(bool holds, const std::string& what) {
    if (!holds) {
        ++failed_;
        out_ << "failed: " << chapter_.filename().string() << ' ' << what << '\n' << std::flush;
    }
    return holds;
}

} // namespace lianxin::device
