// SPDX-License-Identifier: GPL-3.0-or-later
// The evidence of a matter as a page shows it, and how it comes into the store and out of it. All of
// it runs on the device's thread.
#pragma once

#include "app/desk/registration.h"
#include "app/domain/evidence.h"

#include <QDateTime>
#include <QString>

namespace lianxin::desk {

struct EvidenceItem {
    QString id;
    QString kind; ///< its code
    QString description;
    QString fileName;
    QString by; ///< the name of who added it; empty where nobody was named
    QDateTime at;
    qint64 bytes = 0;
    qint64 stored = 0; ///< of these, here
    /// "received": here and at the hub; "waiting": here, to be sent; "parked": here, and the hub did not
    /// accept its record; "away": not here, and nobody asked for it; "fetching": asked for; "elsewhere":
    /// asked for, and the hub has not all of it yet.
    QString standing;

    /// All of it is on this device.
    bool isHere() const { return stored == bytes; }
    /// It goes on by itself.
    bool isUnderWay() const;
    bool operator==(const EvidenceItem&) const = default;
};

/// The newest first. A fault of the storage finds nothing.
std::vector<EvidenceItem> readEvidence(store::Device& device, const std::string& matter);

/// Somebody wants to see it: it is fetched from the hub, now or when there is a network.
SaveOutcome wantEvidence(store::Device& device, const std::string& id);

struct EvidenceBytes {
    std::string mediaType;
    std::string bytes;
};

/// Nothing while any of it is missing, or where the storage fails.
std::optional<EvidenceBytes> readBytes(store::Device& device, const std::string& id);

/// Saves the file and its record in one transaction, or nothing.
SaveOutcome saveEvidence(store::Device& device, const std::string& matter, const domain::EvidenceFile& file);

} // namespace lianxin::desk
