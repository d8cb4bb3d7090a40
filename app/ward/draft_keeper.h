// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps what is half written in a file of the device's folder, so that nothing typed is lost when the program
// or the tablet goes off. It writes shortly after the last change, on the device's thread, and lives as long
// as the face.
#pragma once

#include "app/window/store_link.h"

#include <QDateTime>
#include <QTimer>

#include <nlohmann/json.hpp>

namespace lianxin::ward {

/// What was kept; an empty object: nothing, or nothing that can be read. Runs on the device's thread.
nlohmann::json readDrafts(const store::Device& device);

/// A text of a kept draft; empty where there is none, whatever stands there.
QString textOf(const nlohmann::json& kept, const char* name);

class DraftKeeper : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool kept READ isKept NOTIFY changed)
    Q_PROPERTY(QDateTime keptAt READ keptAt NOTIFY changed)

public:
    using Gather = std::function<nlohmann::json()>;

    /// The link outlives it, and whatever `gather` looks at outlives its last flush().
    DraftKeeper(window::StoreLink& store, Gather gather);

    /// Everything that was typed stands on the medium.
    bool isKept() const { return kept_; }
    QDateTime keptAt() const { return keptAt_; }

    /// Something is another; it will be kept in a moment.
    void touch();
    /// Does not wait for the moment.
    void flush();

signals:
    void changed();

private:
    void write();

    window::StoreLink& store_;
    Gather gather_;
    QTimer moment_;
    bool kept_ = false;
    QDateTime keptAt_;
    quint64 change_ = 0;
};

} // namespace lianxin::ward
