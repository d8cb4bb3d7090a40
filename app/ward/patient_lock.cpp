// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ward/patient_lock.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <chrono>

namespace lianxin::ward {

namespace {

constexpr std::chrono::minutes aloneFor{2};
constexpr int triesAtOnce = 5;
constexpr int pauseSeconds = 30;

} // namespace

PatientLock::PatientLock() {
    alone_.setInterval(aloneFor);
    alone_.setSingleShot(true);
    connect(&alone_, &QTimer::timeout, this, &PatientLock::lock);
    second_.setInterval(std::chrono::seconds(1));
    connect(&second_, &QTimer::timeout, this, &PatientLock::tick);
}

void PatientLock::handOver() {
    handedIn_ = false;
    wrongTries_ = 0;
    setStage(pin_.isEmpty() ? ChoosingPin : Filling);
}

void PatientLock::choosePin(const QString& pin) {
    const bool isPin = pin.size() == pinDigits &&
                       std::all_of(pin.begin(), pin.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (stage_ != ChoosingPin || !isPin)
        return;
    pin_ = pin;
    setStage(Filling);
}

void PatientLock::cancelChoosing() {
    if (stage_ == ChoosingPin)
        setStage(WithStaff);
}

void PatientLock::handIn() {
    handedIn_ = true;
    setStage(Locked);
}

void PatientLock::lock() {
    if (stage_ == Filling || stage_ == AskingPin)
        setStage(Locked);
}

void PatientLock::askPin() {
    if (stage_ != Filling && stage_ != Locked)
        return;
    before_ = stage_;
    setStage(AskingPin);
}

void PatientLock::cancelAsking() {
    if (stage_ == AskingPin)
        setStage(before_);
}

void PatientLock::enterPin(const QString& pin) {
    if (stage_ != AskingPin || secondsToWait_ > 0)
        return;
    if (pin == pin_) {
        wrongTries_ = 0;
        setStage(WithStaff);
        emit returned();
        return;
    }
    ++wrongTries_;
    if (wrongTries_ % triesAtOnce == 0) {
        secondsToWait_ = pauseSeconds;
        second_.start();
    }
    emit changed();
}

void PatientLock::tick() {
    if (--secondsToWait_ <= 0) {
        secondsToWait_ = 0;
        second_.stop();
    }
    emit changed();
}

void PatientLock::setStage(Stage stage) {
    const bool wasWatching = isWithPatient();
    stage_ = stage;
    if (isWithPatient() != wasWatching) {
        if (isWithPatient())
            QCoreApplication::instance()->installEventFilter(this);
        else
            QCoreApplication::instance()->removeEventFilter(this);
    }
    if (isWithPatient())
        alone_.start();
    else
        alone_.stop();
    emit changed();
}

bool PatientLock::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::KeyPress:
    case QEvent::InputMethod:
        alone_.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lianxin::ward
