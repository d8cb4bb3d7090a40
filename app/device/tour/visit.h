// SPDX-License-Identifier: GPL-3.0-or-later
// What every visit of the tour does: sees a face in a size and a language, touches what is called by words of
// its pages, and notes what is missing.
#pragma once

#include "app/device/face_window.h"
#include "app/device/tour/album.h"
#include "app/window/input/composer.h"

#include <QCoreApplication>

namespace lianxin::device {

/// How a page is to be seen.
struct Look {
    window::Theme::TextSize size = window::Theme::Normal;
    int language = 0;
    std::string name; ///< "elder-en"
};

/// Every text size in every language.
std::vector<Look> allLooks();

class Visit {
protected:
    /// Both outlive it.
    Visit(FaceWindow& face, Album& album) : face_(face), album_(album), finger_(face.window()) {}

    /// The pages in this look from here on; their pictures go into a chapter of their own.
    void wear(const std::string& face, const Look& look);
    /// Words as the pages say them in the language that stands.
    static QString said(const char* context, const char* words) {
        return QCoreApplication::translate(context, words);
    }
    static QString said(const char* context, const char* words, qint64 count) {
        return QCoreApplication::translate(context, words, nullptr, static_cast<int>(count));
    }
    bool touch(const char* context, const char* words) { return touchNamed(said(context, words)); }
    bool touchNamed(const QString& name);
    /// Three strokes on the handwriting pad that stands open, and the character they are.
    void writeByHand(window::Composer& composer);
    bool expectSoon(const std::function<bool()>& holds, const std::string& what);
    void picture(const std::string& name) { album_.take(finger_, name); }

    FaceWindow& face_;
    Album& album_;
    Finger finger_;
};

} // namespace lianxin::device
