// SPDX-License-Identifier: GPL-3.0-or-later
// What visitors do at a kiosk, for the tour.
#pragma once

#include "app/device/face_window.h"
#include "app/device/tour/album.h"

namespace lianxin::kiosk {
class Kiosk;
}

namespace lianxin::device {

class KioskVisit {
public:
    /// Both outlive it.
    KioskVisit(FaceWindow& face, Album& album);

    /// How every sitting of this visit begins.
    void wish(window::Theme::TextSize size, int language);
    void lookAtHome();
    void lookAtSurvey();
    void fillSurvey();
    /// The code on the receipt.
    QString raiseMatter();
    void lookAtCard();
    void lookUp(const QString& code, const QString& expected);
    void waitForCountdown();

private:
    bool begin(const char* card);
    bool touch(const char* context, const char* words);
    void write(const QString& latin);
    void leave();

    FaceWindow& face_;
    Album& album_;
    Finger finger_;
    kiosk::Kiosk& kiosk_;
    window::Theme::TextSize size_ = window::Theme::Normal;
    int language_ = 0;
};

} // namespace lianxin::device
