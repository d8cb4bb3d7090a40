// SPDX-License-Identifier: GPL-3.0-or-later
// What the device knows of its ward on one day: beds, who lies there, who was seen today, who has a
// card, and who works there. Read as a whole on the device's thread.
#pragma once

#include "app/store/device.h"

#include <QDateTime>
#include <QString>

#include <vector>

namespace lianxin::ward {

/// How today's visit went.
enum class Seen : std::uint8_t { NotYet, Visited, Refused, Absent };

struct Ward {
    QString id, name;
};

struct Bed {
    QString id, label;
    QString stayId;     ///< of who lies there; empty where nobody is known to
    QString patientRef; ///< the hospital's own key for the patient
    int dayOfStay = 0;  ///< from 1; 0: not known
    Seen seen = Seen::NotYet;
    QDateTime seenAt;
    QString seenBy;        ///< the name of a member of staff
    QDateTime cardGivenAt; ///< not valid: no card yet
    /// The ward has a list of stays, nobody on it lies here, and nobody was seen here today.
    bool free = false;
    bool operator==(const Bed&) const = default;
};

struct StaffMember {
    QString id, name, title, role;
    bool ofTheWard = false;
};

struct CareLink {
    QString code, name;
};

struct Department {
    QString id, name, phone, headPhone;
};

struct WardPicture {
    std::vector<Ward> wards; ///< all that this device serves
    Ward ward;               ///< the one that is shown
    bool staysKnown = false; ///< anybody is on the ward's list of stays
    std::vector<Bed> beds;
    std::vector<StaffMember> staff;
    std::vector<CareLink> careLinks;
    std::vector<Department> departments;
};

/// `wanted`: the id of the ward to show; another one of the device's where it does not serve that. Runs on
/// the device's thread. What a fault of the storage hides is left out.
WardPicture readWard(store::Device& device, const QString& wanted, const QDate& today);

} // namespace lianxin::ward
