// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kiosk/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

namespace lianxin::kiosk {

IdleWatch::IdleWatch() {
    timer_.setInterval(std::chrono::seconds(1));
    connect(&timer_, &QTimer::timeout, this, &IdleWatch::tick);
}

void IdleWatch::start(std::chrono::seconds patience) {
    patience_ = patience;
    QCoreApplication::instance()->installEventFilter(this);
    timer_.start();
    stay();
}

void IdleWatch::stop() {
    QCoreApplication::instance()->removeEventFilter(this);
    timer_.stop();
    stay();
}

void IdleWatch::stay() {
    quiet_ = std::chrono::seconds(0);
    if (std::exchange(secondsLeft_, 0) != 0)
        emit changed();
}

void IdleWatch::tick() {
    if (secondsLeft_ > 0) {
        --secondsLeft_;
        emit changed();
        if (secondsLeft_ == 0)
            emit left();
        return;
    }
    quiet_ += std::chrono::seconds(1);
    if (quiet_ < patience_)
        return;
    secondsLeft_ = countFrom();
    emit changed();
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::KeyPress:
    case QEvent::InputMethod:
        // While it counts, only the two buttons of the question answer it.
        if (secondsLeft_ == 0)
            quiet_ = std::chrono::seconds(0);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lianxin::kiosk
