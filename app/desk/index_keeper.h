// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the desk's index up to date while records come, in small jobs, so that a person's own jobs go
// between.
#pragma once

#include "app/desk/search_index.h"
#include "app/window/store_link.h"

#include <QElapsedTimer>

namespace lianxin::desk {

class IndexKeeper : public QObject {
    Q_OBJECT
    Q_PROPERTY(qint64 waiting READ waiting NOTIFY changed)
    Q_PROPERTY(bool faulty READ faulty NOTIFY changed)
    Q_PROPERTY(qint64 open READ open NOTIFY changed)
    Q_PROPERTY(qint64 toRegister READ toRegister NOTIFY changed)
    Q_PROPERTY(qint64 twoVersions READ twoVersions NOTIFY changed)
    Q_PROPERTY(qint64 matters READ matters NOTIFY changed)
    Q_PROPERTY(qint64 responses READ responses NOTIFY changed)
    Q_PROPERTY(qint64 opinionsWait READ opinionsWait NOTIFY changed)

public:
    /// The link outlives it.
    explicit IndexKeeper(window::StoreLink& store);

    /// Records whose entries are not up to date yet.
    qint64 waiting() const { return waiting_; }
    /// The medium refused: the lists may be incomplete.
    bool faulty() const { return faulty_; }
    qint64 open() const { return counts_.open; }
    qint64 toRegister() const { return counts_.toRegister; }
    qint64 twoVersions() const { return counts_.twoVersions; }
    qint64 matters() const { return counts_.all; }
    qint64 responses() const { return counts_.responses; }
    qint64 opinionsWait() const { return counts_.opinionsWait; }

signals:
    void changed();
    /// Lists should look again.
    void indexChanged();

private:
    struct Step {
        std::size_t done = 0;
        qint64 tookMs = 0;
        std::int64_t waiting = 0;
        std::optional<Counts> counts;
        bool faulty = false;
    };

    void look();
    void workOn();
    void take(const Step& step);

    window::StoreLink& store_;
    Counts counts_;
    qint64 waiting_ = 0;
    std::size_t entriesInAJob_ = 200; ///< as many as took the wanted time
    bool faulty_ = false;
    bool working_ = false;
    bool lookAgain_ = false;
    bool toldNothingYet_ = true;
    QElapsedTimer told_;
};

} // namespace lianxin::desk
