// SPDX-License-Identifier: GPL-3.0-or-later
// What the staff of a ward and a patient do with the tablet, for the tour.
#pragma once

#include "app/device/tour/visit.h"

namespace lianxin::ward {
class WardFace;
}

namespace lianxin::device {

class WardVisit : public Visit {
public:
    WardVisit(FaceWindow& face, Album& album);

    void look(const Look& look) { wear("ward", look); }
    /// Somebody of the ward takes the tablet.
    void takeTablet();
    void lookAtBeds();
    /// Looks at a bed with something half filled, and leaves that; it is there again when they come back.
    void lookAtBed(const QString& bed);
    /// Seen, with the form and the card.
    void visitBed(const QString& bed);
    void passBed(const QString& bed, const char* outcome);
    /// The patient fills in the form, hands it in, and the tablet comes back with the PIN.
    void handToPatient(const QString& bed);
    void takeDown();
    void lookAtSent();
    /// What waits goes onto a stick; the tablet has no network.
    void saveOnStick(const QString& folder);

private:
    void openBed(const QString& bed);
    void leaveBed();
    void write(const QString& latin);
    void typePin();
    void fillPatientsForm();

    ward::WardFace& ward_;
};

} // namespace lianxin::device
