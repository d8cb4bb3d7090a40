// SPDX-License-Identifier: GPL-3.0-or-later
// What visitors do at a kiosk, for the tour.
#pragma once

#include "app/device/tour/visit.h"

namespace lianxin::kiosk {
class Kiosk;
}

namespace lianxin::device {

class KioskVisit : public Visit {
public:
    KioskVisit(FaceWindow& face, Album& album);

    /// How every sitting of this visit begins.
    void look(const Look& look);
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
    void write(const QString& latin);
    void leave();

    kiosk::Kiosk& kiosk_;
    Look look_;
};

} // namespace lianxin::device
