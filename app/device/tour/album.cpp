// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/tour/album.h"

#include <fstream>
#include <ostream>

namespace lianxin::device {

void Album::open(const std::string& chapter) {
    chapter_ = folder_ / chapter;
    std::filesystem::create_directories(chapter_);
}

void Album::take(const Finger& finger, const std::string& name) {
    const QString file = QString::fromStdString((chapter_ / (name + ".png")).string());
    if (expect(finger.picture().save(file), "picture " + name))
        taken_.push_back(chapter_.filename() / (name + ".png"));
}

void Album::bind() {
    std::ofstream page(folder_ / "index.html");
    page << "<!doctype html><meta charset=utf-8><title>Lianxin</title>\n"
            "<style>body{font-family:sans-serif}figure{display:inline-block;margin:8px}"
            "img{height:360px;border:1px solid #ccc}</style>\n";
    std::filesystem::path chapter;
    for (const auto& picture : taken_) {
        if (picture.parent_path() != chapter)
            page << "<h2>" << (chapter = picture.parent_path()).string() << "</h2>\n";
        page << "<figure><a href=\"" << picture.string() << "\"><img loading=lazy src=\"" << picture.string()
             << "\"></a><figcaption>" << picture.stem().string() << "</figcaption></figure>\n";
    }
    expect(page.flush().good(), "the page of all pictures");
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
