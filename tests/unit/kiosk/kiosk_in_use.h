// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk with the sample hospital, and a visitor who touches what it shows. Its window is made once for a
// test program; between tests home stands. Its device knows no hub, or one that a test plays.
#pragma once

#include "app/device/face_window.h"
#include "app/device/tour/finger.h"
#include "app/kiosk/kiosk.h"
#include "platform/files/temporary_folder.h"

namespace lianxin::tests {

class KioskInUse {
public:
    explicit KioskInUse(const std::string& hubUrl);

    kiosk::Kiosk& kiosk() { return *qobject_cast<kiosk::Kiosk*>(&face_.controller()); }
    device::FaceWindow& face() { return face_; }
    device::Finger& finger() { return finger_; }

    /// Waits until it can be seen and touches it. False when it does not come.
    bool touch(const QString& name);
    /// Waits until it can be seen.
    bool sees(const QString& name);
    /// What was sent to be deleted is deleted.
    static void settle();
    /// Home, with nothing open; between tests.
    void goHome();
    /// Touches a field and writes into it as the keyboard does.
    bool write(const QString& field, const QString& text);
    /// From home to the task of raising a matter where this can be seen, with the shortest answers before it.
    bool raiseUntil(const QString& name);
    /// Everything of a type that the device holds, oldest first.
    std::vector<sync::Record> records(const std::string& type);
    /// From now on the device's medium takes nothing more, or again does.
    void fillDisk(bool full);

private:
    platform::TemporaryFolder folder_;
    device::FaceWindow face_;
    device::Finger finger_;
};

} // namespace lianxin::tests
