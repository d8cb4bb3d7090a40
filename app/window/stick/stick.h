// SPDX-License-Identifier: GPL-3.0-or-later
// A USB stick that carries bundles between a device without network and a desk. A person plugs it in and
// touches one button; which file is whose, the names say. It belongs to a face and lives as long.
#pragma once

#include "app/window/store_link.h"

#include <QStringList>
#include <QVariantList>

namespace lianxin::window {

class Stick : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool there READ isThere NOTIFY changed)
    Q_PROPERTY(bool answered READ isAnswered NOTIFY changed)
    Q_PROPERTY(int bundles READ bundles NOTIFY changed)
    Q_PROPERTY(bool working READ isWorking NOTIFY changed)
    Q_PROPERTY(QVariantList done READ done NOTIFY changed)
    Q_PROPERTY(bool well READ isWell NOTIFY changed)

public:
    /// The link outlives it.
    explicit Stick(StoreLink& store);

    /// These folders are the sticks, instead of what the system has mounted for its user.
    void lookIn(QStringList folders) { folders_ = std::move(folders); }

    bool isThere() const { return !seen_.folder.isEmpty(); }
    /// An answer to this device lies on it.
    bool isAnswered() const { return seen_.answered; }
    /// How many devices' files lie on it.
    int bundles() const { return static_cast<int>(seen_.bundles.size()); }
    bool isWorking() const { return working_; }
    /// What the last touch did, one map a step, by `what`:
    /// "received" (`records`) · "late" · "saved" (`records`, `whole`) · "nothing" ·
    /// "brought" (`device`, `records`, `refused`, `before`, `changed`, `revoked`) ·
    /// "fault" (`code`: of a terminal::Trouble, or "medium": the stick cannot be written).
    QVariantList done() const { return done_; }
    /// Something was done, and nothing of it failed.
    bool isWell() const;

    /// Whether a stick is in, and what lies on it.
    Q_INVOKABLE void look();
    /// The half of a device: reads the answer that came back, and then saves what waits.
    Q_INVOKABLE void exchange();
    /// The half of a desk: brings every file to the hub, and writes the answers beside them.
    Q_INVOKABLE void bring();
    /// What was done has been read.
    Q_INVOKABLE void forget();

signals:
    void changed();

private:
    struct Seen {
        QString folder;
        bool answered = false;
        QStringList bundles;
        bool operator==(const Seen&) const = default;
    };

    static Seen seenOn(const QStringList& folders, const QString& name);
    void begin();
    void end(const QVariantList& done);

    StoreLink& store_;
    const QString name_; ///< of this device's file
    QStringList folders_;
    Seen seen_;
    bool looking_ = false;
    bool working_ = false;
    QVariantList done_;
};

} // namespace lianxin::window
