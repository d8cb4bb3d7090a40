// SPDX-License-Identifier: GPL-3.0-or-later
// The lobby kiosk: which page stands, in which language and size, and that everything of a person is
// forgotten when the sitting ends. A sitting is one patient's time at the kiosk.
#pragma once

#include "app/window/hospital_face.h"

namespace lianxin::kiosk {

class Kiosk : public QObject {
    Q_OBJECT
    Q_PROPERTY(lianxin::window::StoreLink* store READ store CONSTANT)
    Q_PROPERTY(lianxin::window::HospitalFace* hospital READ hospital CONSTANT)

public:
    /// The link outlives it.
    explicit Kiosk(window::StoreLink& store) : store_(store), hospital_(store) {}

    window::StoreLink* store() { return &store_; }
    window::HospitalFace* hospital() { return &hospital_; }

private:
    window::StoreLink& store_;
    window::HospitalFace hospital_;
};

} // namespace lianxin::kiosk
