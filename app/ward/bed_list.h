// SPDX-License-Identifier: GPL-3.0-or-later
// The ward's beds as the round goes: all of them in their own order, which of them a filter shows, and how
// far today's round is.
#pragma once

#include "app/ward/rows.h"
#include "app/ward/ward_picture.h"

#include <QSet>

namespace lianxin::ward {

class BedList : public QObject {
    Q_OBJECT
    Q_PROPERTY(lianxin::ward::Rows* shown READ shown CONSTANT)
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY changed)
    Q_PROPERTY(bool onlyWithoutCard READ onlyWithoutCard WRITE setOnlyWithoutCard NOTIFY changed)
    Q_PROPERTY(bool staysKnown READ staysKnown NOTIFY changed)
    Q_PROPERTY(int beds READ beds NOTIFY changed)
    Q_PROPERTY(int inUse READ inUse NOTIFY changed)
    Q_PROPERTY(int visited READ visited NOTIFY changed)
    Q_PROPERTY(int refused READ refused NOTIFY changed)
    Q_PROPERTY(int absent READ absent NOTIFY changed)
    Q_PROPERTY(int notYet READ notYet NOTIFY changed)
    Q_PROPERTY(int withoutCard READ withoutCard NOTIFY changed)

public:
    enum Filter { All, NotYet, Visited, Refused, Absent };
    Q_ENUM(Filter)

    BedList();

    Rows* shown() { return &shown_; }
    Filter filter() const { return filter_; }
    void setFilter(Filter filter);
    bool onlyWithoutCard() const { return onlyWithoutCard_; }
    void setOnlyWithoutCard(bool only);
    bool staysKnown() const { return staysKnown_; }
    int beds() const { return static_cast<int>(all_.size()); }
    /// Beds whose patient is to be seen today.
    int inUse() const;
    int visited() const { return countSeen(Seen::Visited); }
    int refused() const { return countSeen(Seen::Refused); }
    int absent() const { return countSeen(Seen::Absent); }
    int notYet() const { return countSeen(Seen::NotYet); }
    int withoutCard() const;

    void take(std::vector<Bed> beds, bool staysKnown);
    /// Beds at which the person who holds the tablet left a form half filled.
    void setDrafts(QSet<QString> bedIds);
    const Bed* find(const QString& id) const;

signals:
    void changed();

private:
    int countSeen(Seen seen) const;
    bool passes(const Bed& bed) const;
    void show();

    std::vector<Bed> all_;
    QSet<QString> drafts_;
    Rows shown_;
    Filter filter_ = All;
    bool onlyWithoutCard_ = false;
    bool staysKnown_ = false;
};

/// "12 床" is shown as a large 12 and a small 床: the label without the last word.
QString numberOfLabel(const QString& label);

} // namespace lianxin::ward
