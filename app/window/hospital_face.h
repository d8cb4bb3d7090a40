// SPDX-License-Identifier: GPL-3.0-or-later
// What every face says of the hospital it stands in. Empty until the device has heard of one; follows what
// comes.
#pragma once

#include "app/window/store_link.h"

#include <QString>

namespace lianxin::window {

class HospitalFace : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString shortName READ shortName NOTIFY changed)
    Q_PROPERTY(QString complaintPhone READ complaintPhone NOTIFY changed)
    Q_PROPERTY(bool facesNeutral READ facesNeutral NOTIFY changed)

public:
    /// The link outlives it.
    explicit HospitalFace(StoreLink& store);

    QString name() const { return facts_.name; }
    QString shortName() const { return facts_.shortName.isEmpty() ? facts_.name : facts_.shortName; }
    QString complaintPhone() const { return facts_.complaintPhone; }
    /// The faces of a rating have no colour until one is chosen.
    bool facesNeutral() const { return facts_.facesNeutral; }

signals:
    void changed();

private:
    struct Facts {
        QString name;
        QString shortName;
        QString complaintPhone;
        bool facesNeutral = false;
    };
    void read();

    StoreLink& store_;
    Facts facts_;
};

} // namespace lianxin::window
