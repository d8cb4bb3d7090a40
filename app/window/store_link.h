// SPDX-License-Identifier: GPL-3.0-or-later
// A window's way to its device: asks on the device's thread, answers on the window's, and tells how the
// device stands towards the hub. It lives from before the first page until after the last.
#pragma once

#include "app/store/device_thread.h"

#include <QObject>
#include <QPointer>

#include <utility>

namespace lianxin::window {

class StoreLink : public QObject {
    Q_OBJECT
    Q_PROPERTY(Link link READ link NOTIFY changed)
    Q_PROPERTY(qint64 saved READ saved NOTIFY changed)
    Q_PROPERTY(qint64 received READ received NOTIFY changed)
    Q_PROPERTY(qint64 waiting READ waiting NOTIFY changed)
    Q_PROPERTY(qint64 parked READ parked NOTIFY changed)
    Q_PROPERTY(qint64 evidenceWaiting READ evidenceWaiting NOTIFY changed)
    Q_PROPERTY(bool shortOfRoom READ isShortOfRoom NOTIFY changed)
    Q_PROPERTY(bool wasDamaged READ wasDamaged NOTIFY changed)

public:
    enum Link { NotConnected, Exchanging, Connected, ClockWrong, NeedsStaff };
    Q_ENUM(Link)

    /// Opens the device. Throws what store::Device throws.
    explicit StoreLink(const std::filesystem::path& folder);
    /// Takes a device that was opened elsewhere.
    explicit StoreLink(std::unique_ptr<store::Device> device);

    /// Where the hub is, for a question of one's own.
    const store::Settings& settings() const { return thread_.settings(); }
    Link link() const { return static_cast<Link>(state_.link); }
    qint64 saved() const { return state_.saved; }
    qint64 received() const { return state_.saved - state_.waiting - state_.parked; }
    qint64 waiting() const { return state_.waiting; }
    qint64 parked() const { return state_.parked; }
    /// Pictures, recordings and papers that are to be sent; their records count among the others.
    qint64 evidenceWaiting() const { return state_.blobs; }
    bool isShortOfRoom() const { return state_.shortOfRoom; }
    bool wasDamaged() const { return state_.wasDamaged; }

    /// Runs `work(store::Device&)` on the device's thread and then, unless `asker` is gone,
    /// `then(what it gave)` on this one. `work` must not throw.
    template <class Work, class Then>
    void ask(QObject* asker, Work work, Then then) {
        const QPointer<QObject> guard(asker);
        thread_.post(
            [this, guard, work = std::move(work), then = std::move(then)](store::Device& device) mutable {
                auto answer = work(device);
                QMetaObject::invokeMethod(
                    this,
                    [guard, then = std::move(then), answer = std::move(answer)]() mutable {
                        if (guard)
                            then(std::move(answer));
                    },
                    Qt::QueuedConnection);
            });
    }

signals:
    void changed();
    /// Records may have changed, here or by what came.
    void recordsChanged();

private:
    void take(const store::StoreState& state);

    store::StoreState state_;
    store::DeviceThread thread_;
};

} // namespace lianxin::window
